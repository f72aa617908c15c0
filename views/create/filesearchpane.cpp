#include "views/create/filesearchpane.h"

#include "models/items/filesearchmodel.h"
#include "models/items/servicesession.h"
#include "views/create/linelist.h"
#include "views/create/parts.h"
#include "views/theme/controls.h"
#include "views/theme/icons.h"
#include "views/widgets/accessiblerole.h"
#include "views/widgets/screen.h"

#include <QBoxLayout>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

PlaceRow rowOfLine(const QModelIndex &index)
{
    return {.place = index.data(FileSearchModel::PlaceRole).toString(),
            .text = index.data().toString()};
}

} // namespace

FileSearchPane::FileSearchPane(ServiceSession &session, FileSearchModel &found, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_found(found)
    , m_needle(new QLineEdit(this))
    , m_summary(new QLabel(this))
    , m_list(nullptr)
{
    setAccessibleName(tr("Find in all files"));
    setSurface(this, Surface::Page);
    m_needle->setAccessibleName(tr("Find in all files"));
    setFirstFocus(this, m_needle);
    m_needle->setPlaceholderText(tr("Find in all files"));
    m_needle->setClearButtonEnabled(true);
    m_needle->addAction(icon(u"search"_s, Token::Tx2), QLineEdit::LeadingPosition);
    nameParts(m_needle);
    setTextRole(m_summary, TextRole::Help);
    setInk(m_summary, Token::Tx2);
    QBoxLayout *column = columnOf(this);
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    column->addWidget(line);
    auto *head = new QWidget(this);
    QBoxLayout *row = rowOf(head, {12, 6, 12, 6});
    QToolButton *close = iconButton(u"x"_s, tr("Close the search"), head);
    row->addWidget(m_needle, 1);
    row->addWidget(m_summary);
    row->addWidget(close);
    column->addWidget(head);
    m_list = new LineList(found, rowOfLine, this);
    m_list->setAccessibleName(tr("Lines found"));
    column->addWidget(m_list, 1);
    connect(m_needle, &QLineEdit::textChanged, this, &FileSearchPane::search);
    connect(m_needle, &QLineEdit::returnPressed, this, [this] {
        if (m_found.rowCount() > 0)
            Q_EMIT followed(m_list->currentIndex().isValid() ? m_list->currentIndex()
                                                             : m_found.index(0));
    });
    connect(m_list, &LineList::followed, this, &FileSearchPane::followed);
    connect(m_list, &QTableView::clicked, this, &FileSearchPane::followed);
    connect(close, &QToolButton::clicked, this, &FileSearchPane::closed);
    connect(&m_session, &ServiceSession::previewChanged, this, &FileSearchPane::search);
    connect(&m_found, &FileSearchModel::finished, this,
            [this] { m_summary->setText(m_found.summary()); });
}

void FileSearchPane::start(const QString &text)
{
    if (!text.isEmpty() && !text.contains(u'\n'))
        m_needle->setText(text);
    m_needle->selectAll();
    m_needle->setFocus(Qt::ShortcutFocusReason);
    search();
}

void FileSearchPane::search()
{
    if (!isVisible())
        return;
    m_found.find(m_needle->text(), m_session.links().plan());
    m_summary->setText(m_found.summary());
}

void FileSearchPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace waymark
