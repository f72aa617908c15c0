#include "views/widgets/codeview.h"

#include "views/widgets/codeedits.h"
#include "views/widgets/codeviewaccessible.h"
#include "views/widgets/highlighting.h"
#include "views/widgets/highlightingdefinitions.h"

#include <KSyntaxHighlighting/Definition>

#include <QApplication>
#include <QClipboard>
#include <QScrollBar>
#include <QVariantAnimation>

#include <algorithm>

namespace waymark {
namespace {

using namespace std::chrono_literals;

/// How long the thread of the windows is held at once.
constexpr auto slice = 8ms;
} // namespace

CodeView::CodeView(CodeLook look, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_look(std::move(look))
    , m_highlighting(std::make_unique<Highlighting>([this](int line) { return m_text.line(line); }))
    , m_flash(new QVariantAnimation(this))
{
    CodeViewAccessible::install();
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setLayoutDirection(Qt::LeftToRight); // code is read so everywhere
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setMouseTracking(true);
    m_flash->setDuration(400);
    m_flash->setStartValue(1.0);
    m_flash->setEndValue(0.0);
    connect(m_flash, &QVariantAnimation::valueChanged, viewport(), qOverload<>(&QWidget::update));
    m_highlighting->reset(m_text.lineCount());
    updateFonts();
}

CodeView::~CodeView() = default;

void CodeView::open(const QString &path, QByteArrayView bytes)
{
    const CodeCaret before = m_caret;
    const QString needle = m_search.needle();
    const Qt::CaseSensitivity sensitivity = m_search.sensitivity();
    m_search = {};
    m_path = path;
    const CodeText old = std::exchange(m_text, CodeText::fromBytes(bytes));
    m_marks = {};
    m_numbers = {};
    m_caret = {};
    m_layout.forget();
    m_highlighting->reset(m_text.lineCount());
    chooseLanguage();
    m_layout.measure(QDeadlineTimer(slice));
    restore({});
    Q_EMIT rowsReset();
    find(needle, sensitivity);
    CodeViewAccessible::tell([&] {
        const LineEdit all{0, old.lineCount(), 0, m_text.lineCount()};
        return CodeViewAccessible::eventsOfEdits(this, {all}, old);
    });
    changed(before);
}

void CodeView::setText(QByteArrayView bytes)
{
    CodeText text = CodeText::fromBytes(bytes);
    const QList<LineEdit> edits = lineEdits(m_text, text);
    if (edits.isEmpty() && text.text() == m_text.text())
        return;
    const CodeCaret before = m_caret;
    const bool isAtTop = verticalScrollBar()->value() == 0;
    Reading place = reading();
    for (TextPlace *moving : {&place.caret, &place.anchor, &place.top})
        *moving = movedPlace(edits, m_text, text, *moving);
    if (isAtTop)
        place.top = {}; // nothing is above what could be pushed down
    const QString needle = m_search.needle();
    const Qt::CaseSensitivity sensitivity = m_search.sensitivity();
    m_search = {};
    const CodeText old = std::exchange(m_text, std::move(text));
    for (auto edit = edits.crbegin(); edit != edits.crend(); ++edit)
        m_highlighting->replace(edit->line, edit->removed, edit->inserted);
    m_layout.reset();
    m_layout.measure(QDeadlineTimer(slice));
    m_caret.select(place.anchor, place.caret);
    scrollTo(place);
    Q_EMIT rowsReset();
    find(needle, sensitivity);
    CodeViewAccessible::tell([&] { return CodeViewAccessible::eventsOfEdits(this, edits, old); });
    changed(before);
}

void CodeView::setTemplate(bool isTemplate)
{
    m_isTemplate = isTemplate;
    chooseLanguage();
    viewport()->update();
}

void CodeView::setMarks(QList<LineMark> marks)
{
    CodeMarks sorted(std::move(marks));
    if (sorted == m_marks)
        return;
    m_marks = std::move(sorted);
    const Reading place = reading();
    m_layout.setSigns(m_marks.hasSigns());
    m_layout.measure(QDeadlineTimer(slice));
    scrollTo(place);
    viewport()->update();
    Q_EMIT rowsReset();
}

void CodeView::setNumbers(QList<int> numbers)
{
    m_numbers = std::move(numbers);
    viewport()->update();
}

void CodeView::flash()
{
    if (m_look.isMotionReduced())
        return;
    m_flash->stop();
    m_flash->start();
}

QList<CodeSpan> CodeView::spansOf(int line) const
{
    return m_highlighting->spans(line);
}

CodeView::Reading CodeView::reading() const
{
    const CodeRows::Place row = m_layout.rowAt(0);
    const TextPlace top{row.line, m_layout.rows().columnsOf(row).first};
    return {m_caret.place(), m_caret.anchor(), top,
            QPoint(m_layout.scroll().x(), -m_layout.yOf(m_layout.rows().placeOf(top)))};
}

void CodeView::restore(const Reading &reading)
{
    const CodeCaret before = m_caret;
    m_caret.select(m_text.clamped(reading.anchor), m_text.clamped(reading.caret));
    scrollTo(reading);
    changed(before);
}

void CodeView::goTo(SourcePosition position)
{
    const TextPlace place = m_text.clamped({position.line - 1, position.column - 1});
    reveal(place.line + 1);
    select(place, place);
}

void CodeView::reveal(int line)
{
    const int shown = std::clamp(line - 1, 0, m_text.lineCount() - 1);
    m_layout.measureLine(shown);
    updateBars();
    const int height = viewport()->height();
    const int y = m_layout.yOf({shown, 0});
    if (y < 0 || y + m_layout.rowHeight() > height)
        verticalScrollBar()->setValue(m_layout.scroll().y() + y
                                      - (height - m_layout.rowHeight()) / 2);
}

void CodeView::select(TextPlace anchor, TextPlace place)
{
    const CodeCaret before = m_caret;
    m_caret.select(m_text.clamped(anchor), m_text.clamped(place));
    keepInSight(m_caret.place());
    changed(before);
}

void CodeView::selectAll()
{
    const CodeCaret before = m_caret;
    m_caret.select({}, m_text.end());
    changed(before);
}

QString CodeView::selectedText() const
{
    if (!m_caret.hasSelection())
        return {};
    const TextPlace first = m_caret.first();
    const TextPlace last = m_caret.last();
    if (!m_marks.hasFillers())
        return m_text.between(first, last);
    QString selected;
    for (int line = first.line; line <= last.line; ++line) {
        if (m_marks.lookOf(line, false).isFiller)
            continue;
        const TextPlace from = line == first.line ? first : TextPlace{line, 0};
        const TextPlace to = line == last.line ? last : TextPlace{line + 1, 0};
        selected += m_text.between(from, to);
    }
    return selected;
}

void CodeView::copy() const
{
    if (m_caret.hasSelection())
        QApplication::clipboard()->setText(selectedText());
}

void CodeView::setWrapped(bool isWrapped)
{
    const Reading place = reading();
    m_layout.setWrapped(isWrapped);
    setHorizontalScrollBarPolicy(isWrapped ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    m_layout.measure(QDeadlineTimer(slice));
    scrollTo(place);
    Q_EMIT rowsReset();
}

void CodeView::setBeside(CodeView &other)
{
    m_layout.setBeside(&other.m_layout);
    connect(&other, &CodeView::rowsReset, this, &CodeView::layOutAgain);
    connect(&other, &QObject::destroyed, this, [this] { m_layout.setBeside(nullptr); });
    layOutAgain();
}

/// What stands beside has other heights.
void CodeView::layOutAgain()
{
    if (m_layout.rows().isLevel())
        return;
    const Reading place = reading();
    m_layout.reset();
    m_layout.measure(QDeadlineTimer(slice));
    scrollTo(place);
    viewport()->update();
    Q_EMIT followed();
}

void CodeView::setTextScale(double scale)
{
    m_scale = scale;
    updateFonts();
}

void CodeView::find(const QString &needle, Qt::CaseSensitivity sensitivity)
{
    m_search = CodeSearch(m_text.text(), needle, sensitivity);
    if (m_search.work(QDeadlineTimer(slice)))
        m_work.start(0, this);
    viewport()->update();
    Q_EMIT matchesChanged();
}

bool CodeView::findNext()
{
    return selectMatch(m_search.forward(m_text.offsetOf(m_caret.last())));
}

bool CodeView::findPrevious()
{
    return selectMatch(m_search.backward(m_text.offsetOf(m_caret.first())));
}

bool CodeView::findHere()
{
    return selectMatch(m_search.forward(m_text.offsetOf(m_caret.first())));
}

bool CodeView::selectMatch(std::optional<ColumnRange> match)
{
    if (!match)
        return false;
    const TextPlace first = m_text.placeOf(match->first);
    reveal(first.line + 1);
    select(first, m_text.placeOf(match->end));
    Q_EMIT matchesChanged();
    return true;
}

int CodeView::currentMatch() const
{
    const int first = m_text.offsetOf(m_caret.first());
    const bool isMatch
        = m_caret.hasSelection() && m_text.offsetOf(m_caret.last()) - first == m_search.length();
    return isMatch ? m_search.indexOf(first) : 0;
}

void CodeView::chooseLanguage()
{
    if (!m_look.definitions)
        return;
    const bool hasSuffix = HighlightingDefinitions::withoutTemplateSuffix(m_path) != m_path;
    m_highlighting->setLanguage(m_look.definitions->definitionOf(m_path),
                                m_isTemplate || hasSuffix);
    m_work.start(0, this);
}

void CodeView::updateFonts()
{
    const Reading place = reading();
    m_layout.setFonts(CodeFonts::of(QApplication::font(), m_scale));
    m_layout.measure(QDeadlineTimer(slice));
    scrollTo(place);
    viewport()->update();
    Q_EMIT rowsReset();
}

void CodeView::updateBars()
{
    const QSize content = m_layout.contentSize();
    const QSize shown = viewport()->size();
    verticalScrollBar()->setSingleStep(m_layout.rowHeight());
    verticalScrollBar()->setPageStep(shown.height());
    verticalScrollBar()->setRange(0, std::max(0, content.height() - shown.height()));
    horizontalScrollBar()->setSingleStep(int(2 * m_layout.cell()));
    horizontalScrollBar()->setPageStep(shown.width());
    horizontalScrollBar()->setRange(0, std::max(0, content.width() - shown.width()));
}

/// Puts the top back where it was, after rows above it may have become more or fewer.
void CodeView::scrollTo(const Reading &reading)
{
    const bool isInner = std::exchange(m_isRestoring, true);
    const TextPlace top = m_text.clamped(reading.top);
    m_layout.measureLine(top.line);
    updateBars();
    const int row = m_layout.rows().rowOf(m_layout.rows().placeOf(top));
    verticalScrollBar()->setValue(row * m_layout.rowHeight() + reading.rest.y());
    horizontalScrollBar()->setValue(reading.rest.x());
    layOutVisible();
    m_isRestoring = isInner;
}

void CodeView::layOutVisible()
{
    if (std::exchange(m_isLayingOut, true))
        return;
    const Reading place = reading();
    bool isOther = false;
    int rows = 1 + viewport()->height() / m_layout.rowHeight();
    for (int line = place.top.line; line < m_text.lineCount() && rows > 0; ++line) {
        isOther = m_layout.measureLine(line) || isOther;
        rows -= m_layout.rows().rowsOf(line);
    }
    if (isOther)
        scrollTo(place);
    m_highlighting->work(m_layout.lastVisibleLine() + 1, QDeadlineTimer(slice));
    m_work.start(0, this);
    m_isLayingOut = false;
}

void CodeView::keepInSight(TextPlace place)
{
    m_layout.measureLine(place.line);
    updateBars();
    bringIntoSight(place);
    bringIntoSight(place); // lines that came into sight may have turned out to have more rows
}

void CodeView::bringIntoSight(TextPlace place)
{
    const QRect caret = m_layout.caretRect(place);
    const int above = std::min(caret.top(), 0);
    const int below = std::max(caret.bottom() + 1 - viewport()->height(), 0);
    verticalScrollBar()->setValue(m_layout.scroll().y() + (above < 0 ? above : below));
    const int margin = int(4 * m_layout.cell());
    const int left = std::min(caret.left() - m_layout.textLeft(), 0);
    const int right = std::max(caret.left() + margin - viewport()->width(), 0);
    horizontalScrollBar()->setValue(m_layout.scroll().x() + (left < 0 ? left - margin : right));
}

void CodeView::changed(const CodeCaret &before)
{
    viewport()->update();
    CodeViewAccessible::tell([&] { return CodeViewAccessible::eventsOfCaret(this, before); });
    if (before.place() != m_caret.place())
        Q_EMIT caretMoved();
    if (before.first() != m_caret.first() || before.last() != m_caret.last())
        Q_EMIT selectionChanged();
}

} // namespace waymark
