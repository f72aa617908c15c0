#include "views/create/previewpane.h"

#include "models/base/utf8.h"
#include "models/items/previewsteps.h"
#include "models/items/servicesession.h"
#include "views/create/parts.h"
#include "views/theme/controls.h"
#include "views/theme/icons.h"
#include "views/theme/working.h"
#include "views/widgets/badge.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/findbar.h"
#include "views/widgets/highlightingdefinitions.h"
#include "views/widgets/iconlabel.h"
#include "views/widgets/linebar.h"
#include "views/widgets/screen.h"
#include "views/widgets/wraplabel.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr int slowAfter = 300; // ms
constexpr int shownLetters = 12;

CodeLook lookOf(const QWidget *widget, std::shared_ptr<HighlightingDefinitions> definitions)
{
    return {.colour = [widget](Token token) { return colorOf(widget, token); },
            .isMotionReduced = [widget] { return durationOf(widget, 1) == 0; },
            .definitions
            = definitions ? std::move(definitions) : std::make_shared<HighlightingDefinitions>()};
}

QToolButton *actionIcon(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setFocusPolicy(Qt::StrongFocus);
    setControlSize(button, ControlSize::Compact);
    button->setAccessibleName(action->iconText());
    return button;
}

} // namespace

PreviewPane::PreviewPane(ServiceSession &session, Actions actions,
                         std::shared_ptr<HighlightingDefinitions> definitions, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_name(new ElidedLabel(TextRole::CodeSmall, Token::Tx, this))
    , m_list(new QComboBox(this))
    , m_linked(new Badge({}, this))
    , m_work(new QProgressBar(this))
    , m_noteStrip(new QWidget(this))
    , m_note(new WrapLabel(TextRole::Help, Token::WarnTx, m_noteStrip))
    , m_code(nullptr)
    , m_find(nullptr)
    , m_line(nullptr)
    , m_origin(new ElidedLabel(TextRole::CodeSmall, Token::Tx2, this))
{
    setAccessibleName(tr("Preview"));
    setSurface(this, Surface::Page);
    QBoxLayout *column = columnOf(this);
    column->addWidget(header(actions));
    column->addWidget(m_work);
    setSurface(m_noteStrip, Surface::Strip);
    QBoxLayout *note = rowOf(m_noteStrip, {12, 6, 12, 6});
    note->addWidget(new IconLabel(u"warn"_s, Token::WarnTx, m_noteStrip), 0, Qt::AlignTop);
    note->addWidget(m_note, 1);
    column->addWidget(m_noteStrip);
    m_code = new CodeView(lookOf(this, std::move(definitions)), this);
    m_code->setAccessibleName(tr("Preview"));
    setFirstFocus(this, m_code);
    m_find = new FindBar(m_code, this);
    m_find->setIcons(icon(u"up"_s), icon(u"down"_s), icon(u"x"_s));
    m_line = new LineBar(m_code, this);
    m_line->setIcon(icon(u"x"_s));
    column->addWidget(m_code, 1);
    column->addWidget(m_find);
    column->addWidget(m_line);
    auto *foot = new QWidget(this);
    rowOf(foot, {12, 4, 12, 4})->addWidget(m_origin, 1);
    column->addWidget(foot);
    m_origin->setAccessibleName(tr("Where this line comes from"));
    m_work->setRange(0, 0);
    m_work->setTextVisible(false);
    m_work->setAccessibleName(tr("Working"));
    m_work->hide();
    m_slow.setSingleShot(true);
    m_slow.setInterval(slowAfter);
    keepScaled(this, [this] {
        setMinimumWidth(px(this, 240));
        m_linked->setMinimumWidth(px(this, 64)); // of a long one, the middle is left out
        m_work->setFixedHeight(px(this, 2));
    });
    connect(&m_slow, &QTimer::timeout, this, &PreviewPane::showWork);
    connect(m_code, &CodeView::caretMoved, this, &PreviewPane::refreshOrigin);
    connect(actions.wrap, &QAction::toggled, m_code, &CodeView::setWrapped);
    connect(&m_session, &ServiceSession::previewChanged, this, &PreviewPane::refresh);
    connect(&m_session, &ServiceSession::marksChanged, this, &PreviewPane::refreshMarks);
    connect(&m_session.form(), &FormModel::answersChanged, this, [this] { m_slow.start(); });
    open({});
}

QWidget *PreviewPane::header(Actions actions)
{
    auto *header = new QWidget(this);
    QBoxLayout *row = rowOf(header, {12, 4, 8, 4}, 6);
    m_list->setAccessibleName(tr("File"));
    m_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_list->setMinimumContentsLength(shownLetters);
    setTextRole(m_list, TextRole::CodeSmall);
    row->addWidget(new IconLabel(u"filecode"_s, Token::Tx3, header));
    row->addWidget(m_name);
    row->addWidget(m_list, 1);
    row->addWidget(m_linked);
    row->addStretch();
    for (QAction *action : {actions.previousLine, actions.nextLine})
        row->addWidget(actionIcon(action, header));
    m_copy = actionIcon(actions.copy, header);
    row->addWidget(m_copy);
    connect(m_list, &QComboBox::activated, this,
            [this](int place) { Q_EMIT fileChosen(m_files.value(place)); });
    setListShown(false);
    return header;
}

void PreviewPane::setListShown(bool isShown)
{
    m_list->setVisible(isShown);
    m_name->setVisible(!isShown);
    m_copy->setVisible(!isShown);
    m_linked->setVisible(!isShown && !m_linked->badge().text.isEmpty());
}

void PreviewPane::setFiles(const QByteArrayList &paths)
{
    if (paths != m_files) {
        m_files = paths;
        QStringList names;
        for (const QByteArray &path : paths)
            names += displayed(m_session.links().plan().shownPath(path));
        m_list->clear();
        m_list->addItems(names);
    }
    m_list->setCurrentIndex(int(m_files.indexOf(m_path)));
}

void PreviewPane::open(const QByteArray &path)
{
    if (path == m_path && !path.isEmpty())
        return;
    if (!m_path.isEmpty())
        m_readings.insert(m_path, m_code->reading());
    m_path = path;
    const FileView view = path.isEmpty() ? FileView() : m_session.file(path);
    m_code->open(view.name, view.isBinary ? QByteArray() : view.content);
    showFile(view);
    if (const auto reading = m_readings.constFind(path); reading != m_readings.cend())
        m_code->restore(*reading);
    m_list->setCurrentIndex(int(m_files.indexOf(path)));
    refreshOrigin();
}

void PreviewPane::refresh()
{
    m_slow.stop();
    showWork();
    const FileView view = m_path.isEmpty() ? FileView() : m_session.file(m_path);
    m_code->setText(view.isBinary ? QByteArray() : view.content);
    showFile(view);
    refreshOrigin();
}

void PreviewPane::refreshMarks()
{
    if (m_path.isEmpty())
        return;
    showFile(m_session.file(m_path));
    m_code->flash();
}

void PreviewPane::showFile(const FileView &view)
{
    m_code->setMarks(view.marks);
    m_name->setText(view.name.section(u'/', -1));
    m_name->setMinimumWidth(std::min(m_name->sizeHint().width(), px(this, 180)));
    m_code->setAccessibleName(view.name.isEmpty() ? tr("Preview")
                                                  : tr("Preview of %1").arg(view.name));
    const QModelIndex file = m_session.files().indexOfFile(m_path);
    const QString linked = file.data(FileTreeModel::LinkedTextRole).toString();
    m_linked->setVisible(!linked.isEmpty() && m_list->isHidden());
    if (linked != m_linked->badge().text)
        m_linked->setBadge({BadgeKind::Linked, linked});
    showNote(view);
}

void PreviewPane::showNote(const FileView &view)
{
    QStringList words;
    if (!view.isCurrent && view.note.isEmpty())
        words += tr("Not current.");
    if (view.isBinary)
        words += tr("This file is no text.");
    words += view.note;
    words.removeAll(QString());
    m_note->setText(words.join(u' '));
    m_noteStrip->setVisible(!words.isEmpty());
}

void PreviewPane::showWork()
{
    const bool isWorking = !m_path.isEmpty() && !m_session.isPreviewCurrent();
    m_work->setVisible(isWorking);
    setWorking(m_work, isWorking);
}

void PreviewPane::refreshOrigin()
{
    const TextPlace place = m_code->caret().place();
    const auto origin = m_session.links().origin(m_path, {place.line + 1, place.column + 1});
    m_origin->setText(origin ? originText(*origin, m_session.form(), templateFolder()) : QString());
}

void PreviewPane::goTo(SourcePosition position)
{
    m_code->goTo(position);
    refreshOrigin();
}

QString PreviewPane::templateFolder() const
{
    const Template *definition = m_session.definition();
    return definition ? definition->file.section(u'/', 0, -2) : QString();
}

void PreviewPane::find()
{
    m_line->hide();
    m_find->start();
}

void PreviewPane::goToLine()
{
    m_find->hide();
    m_line->start();
}

} // namespace waymark
