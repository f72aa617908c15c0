#include "views/review/reviewcolumns.h"

#include "views/theme/appearance.h"
#include "views/theme/controls.h"
#include "views/theme/icons.h"
#include "views/widgets/codeview.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/findbar.h"

#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QScrollBar>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark {

ReviewColumns::ReviewColumns(const CodeLook &look, QWidget *parent)
    : QWidget(parent)
    , m_columns{column(look, tr("Before"), tr("Content before")),
                column(look, tr("After"), tr("Content after"))}
    , m_current(&after())
{
    setAccessibleName(tr("Before and after"));
    setFocusProxy(&after());
    setLayoutDirection(Qt::LeftToRight); // as all code
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(0);
    for (const Column &each : m_columns) {
        if (each.code == &after()) {
            auto *line = new QFrame(this);
            line->setFrameShape(QFrame::VLine);
            row->addWidget(line);
        }
        auto *rows = new QVBoxLayout;
        rows->setSpacing(0);
        rows->addWidget(each.head);
        rows->addWidget(each.code, 1);
        rows->addWidget(each.find);
        row->addLayout(rows, 1);
    }
    before().setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    follow(&before(), &after());
    follow(&after(), &before());
    shareBars();
    shareHeights();
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, QWidget *now) {
        for (const Column &each : m_columns) {
            if (now == each.code)
                m_current = each.code;
        }
    });
    measure();
}

/// The column that goes gives the focus to the other, which is none of its business any more.
ReviewColumns::~ReviewColumns()
{
    qApp->disconnect(this);
}

ReviewColumns::Column ReviewColumns::column(const CodeLook &look, const QString &title,
                                            const QString &name)
{
    Column made;
    made.head = new QWidget(this);
    made.title = new QLabel(title, made.head);
    made.detail = new ElidedLabel(TextRole::Help, Token::Tx2, made.head);
    made.code = new CodeView(look, this);
    made.find = new FindBar(made.code, this);
    setSurface(made.head, Surface::Panel);
    setTextRole(made.title, TextRole::HelpStrong);
    made.code->setAccessibleName(name);
    made.find->setIcons(icon(u"up"_s), icon(u"down"_s), icon(u"x"_s));
    auto *row = new QHBoxLayout(made.head);
    row->addWidget(made.title);
    row->addWidget(made.detail, 1);
    return made;
}

/// `other` is where `moved` is, as far as it has so much.
void ReviewColumns::follow(CodeView *moved, CodeView *other)
{
    const auto follows = [this, moved](QScrollBar *from, QScrollBar *to) {
        connect(from, &QScrollBar::valueChanged, this, [this, moved, to](int value) {
            if (m_isFollowing || (moved == &before() && moved->isRestoring()))
                return; // what has less to the side is at its end, and pulls nothing back
            m_isFollowing = true;
            to->setValue(value);
            m_isFollowing = false;
        });
    };
    follows(moved->verticalScrollBar(), other->verticalScrollBar());
    follows(moved->horizontalScrollBar(), other->horizontalScrollBar());
}

void ReviewColumns::shareHeights()
{
    before().setBeside(after());
    after().setBeside(before());
    for (const Column &each : m_columns)
        connect(each.code, &CodeView::followed, this, &ReviewColumns::level);
}

/// Where lines became others, or higher, the column after is the one that stays where it was.
void ReviewColumns::level()
{
    const bool wasFollowing = std::exchange(m_isFollowing, true);
    before().verticalScrollBar()->setValue(after().verticalScrollBar()->value());
    m_isFollowing = wasFollowing;
}

/// Both have a bar below, or neither: or one could be scrolled further down.
void ReviewColumns::shareBars()
{
    const auto share = [this] {
        const bool isWide = before().horizontalScrollBar()->maximum() > 0
            || after().horizontalScrollBar()->maximum() > 0;
        for (const Column &each : m_columns)
            each.code->setHorizontalScrollBarPolicy(isWide ? Qt::ScrollBarAlwaysOn
                                                           : Qt::ScrollBarAlwaysOff);
    };
    for (const Column &each : m_columns)
        connect(each.code->horizontalScrollBar(), &QScrollBar::rangeChanged, this, share);
    share();
}

void ReviewColumns::setHeads(const QString &before, const QString &after)
{
    m_columns.front().detail->setText(before);
    m_columns.back().detail->setText(after);
}

void ReviewColumns::open(const QString &name, const SideBySide &sides)
{
    before().open(name, sides.before.text);
    after().open(name, sides.after.text);
    before().setNumbers(sides.before.numbers);
    after().setNumbers(sides.after.numbers);
}

void ReviewColumns::setText(const SideBySide &sides)
{
    before().setText(sides.before.text);
    after().setText(sides.after.text);
    before().setNumbers(sides.before.numbers);
    after().setNumbers(sides.after.numbers);
    level();
}

void ReviewColumns::setWrapped(bool isWrapped)
{
    for (const Column &each : m_columns)
        each.code->setWrapped(isWrapped);
    level();
}

void ReviewColumns::setMarks(const QList<LineMark> &before, const QList<LineMark> &after)
{
    this->before().setMarks(before);
    this->after().setMarks(after);
}

void ReviewColumns::setDescription(const QString &text)
{
    before().setAccessibleDescription(text);
    after().setAccessibleDescription(text);
}

CodeView &ReviewColumns::current() const
{
    return *m_current;
}

void ReviewColumns::goTo(int line)
{
    CodeView &other = m_current == &after() ? before() : after();
    other.goTo({line, 1});
    m_current->goTo({line, 1});
}

void ReviewColumns::find()
{
    for (const Column &each : m_columns) {
        if (each.code == m_current)
            each.find->start();
        else
            each.find->hide();
    }
}

void ReviewColumns::addCodeAction(QAction *action)
{
    before().addAction(action);
    after().addAction(action);
}

void ReviewColumns::measure()
{
    for (const Column &each : m_columns) {
        each.head->layout()->setContentsMargins(px(this, 16), px(this, 4), px(this, 12),
                                                px(this, 4));
        each.head->layout()->setSpacing(px(this, 4));
    }
}

/// Lines come first: without room for a few of them, the names of the columns are left out.
void ReviewColumns::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    for (const Column &each : m_columns)
        each.head->setVisible(height() >= 4 * each.head->sizeHint().height());
}

void ReviewColumns::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        measure();
}

} // namespace waymark
