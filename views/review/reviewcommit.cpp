#include "views/review/reviewcommit.h"

#include "models/items/servicesession.h"
#include "views/review/reviewchecks.h"
#include "views/review/reviewmessage.h"
#include "views/review/reviewplace.h"
#include "views/theme/appearance.h"
#include "views/theme/controls.h"
#include "views/theme/icons.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <array>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qreal threeColumns = 860;
constexpr qreal twoColumns = 580;
constexpr qreal room = 1100; // for equal columns
constexpr std::array shares = {2, 3, 2}; // else: paths are longer than what stands beside them

} // namespace

ReviewCommit::ReviewCommit(ServiceSession &session, const Ask &ask, QWidget *parent)
    : ReviewPart(parent)
    , m_session(session)
    , m_column(new QVBoxLayout(this))
    , m_grid(new QGridLayout)
    , m_commandRow(new QHBoxLayout)
    , m_message(new ReviewMessage(session, this))
    , m_place(new ReviewPlace(session, ask, this))
    , m_checks(new ReviewChecks(session, this))
    , m_command(new QLineEdit(this))
    , m_copy(new QPushButton(icon(u"copy"_s), tr("Copy"), this))
{
    build();
    connect(m_copy, &QPushButton::clicked, this, &ReviewCommit::copyCommand);
    refresh();
    built();
}

void ReviewCommit::build()
{
    setAccessibleName(tr("Commit"));
    auto *label = new QLabel(tr("The same as a command"), this);
    setTextRole(label, TextRole::Help);
    setInk(label, Token::Tx2);
    label->setBuddy(m_command);
    m_command->setReadOnly(true);
    m_command->setAccessibleName(label->text());
    setTextRole(m_command, TextRole::CodeSmall);
    setControlSize(m_command, ControlSize::Compact);
    setControlSize(m_copy, ControlSize::Compact);
    m_copy->setAccessibleName(tr("Copy the command"));
    m_commandRow->addWidget(label);
    m_commandRow->addWidget(m_command, 1);
    m_commandRow->addWidget(m_copy);
    m_column->addLayout(m_grid, 1);
    m_column->addLayout(m_commandRow);
}

void ReviewCommit::measure()
{
    m_column->setContentsMargins(px(this, 24), px(this, 12), px(this, 24), px(this, 12));
    m_column->setSpacing(px(this, 12));
    m_grid->setHorizontalSpacing(px(this, 32));
    m_grid->setVerticalSpacing(px(this, 24));
    m_commandRow->setSpacing(px(this, 8));
    arrange();
}

void ReviewCommit::resizeEvent(QResizeEvent *event)
{
    ReviewPart::resizeEvent(event);
    arrange();
}

void ReviewCommit::arrange()
{
    const int columns = width() >= px(this, threeColumns) ? 3
        : width() >= px(this, twoColumns)                 ? 2
                                                          : 1;
    const bool isEven = width() >= px(this, room);
    if (columns == m_columns && isEven == m_isEven)
        return;
    m_columns = columns;
    m_isEven = isEven;
    const QList<QWidget *> parts = {m_message, m_place, m_checks};
    for (qsizetype i = 0; i < parts.size(); ++i) {
        m_grid->removeWidget(parts.at(i));
        m_grid->addWidget(parts.at(i), int(i) / columns, int(i) % columns);
        m_grid->setColumnStretch(int(i), i >= columns ? 0 : isEven ? 1 : shares.at(size_t(i)));
    }
}

void ReviewCommit::refresh()
{
    m_message->refresh();
    m_place->refresh();
    m_checks->refresh();
    const QString command = m_session.command();
    if (m_command->text() != command) {
        m_command->setText(command);
        m_command->setCursorPosition(0);
        m_command->setToolTip(command);
    }
}

void ReviewCommit::copyCommand()
{
    QGuiApplication::clipboard()->setText(m_session.command());
}

} // namespace waymark
