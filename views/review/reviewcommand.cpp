#include "views/review/reviewcommand.h"

#include "models/items/servicesession.h"
#include "views/theme/appearance.h"
#include "views/theme/controls.h"
#include "views/theme/icons.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace waymark {

ReviewCommand::ReviewCommand(ServiceSession &session, QWidget *parent)
    : ReviewPart(parent)
    , m_session(session)
    , m_row(new QHBoxLayout(this))
    , m_line(new QLineEdit(this))
{
    auto *label = new QLabel(tr("The same as a command"), this);
    auto *copying = new QPushButton(icon(u"copy"_s), tr("Copy"), this);
    setTextRole(label, TextRole::Help);
    setInk(label, Token::Tx2);
    label->setBuddy(m_line);
    m_line->setReadOnly(true);
    m_line->setAccessibleName(label->text());
    setTextRole(m_line, TextRole::CodeSmall);
    setControlSize(m_line, ControlSize::Compact);
    setControlSize(copying, ControlSize::Compact);
    copying->setAccessibleName(tr("Copy the command"));
    connect(copying, &QPushButton::clicked, this, &ReviewCommand::copy);
    m_row->addWidget(label);
    m_row->addWidget(m_line, 1);
    m_row->addWidget(copying);
    refresh();
    built();
}

void ReviewCommand::measure()
{
    m_row->setContentsMargins(px(this, 24), px(this, 8), px(this, 24), px(this, 12));
    m_row->setSpacing(px(this, 8));
}

void ReviewCommand::refresh()
{
    const QString command = m_session.command();
    if (m_line->text() == command)
        return;
    m_line->setText(command);
    m_line->setCursorPosition(0);
    m_line->setToolTip(command);
}

void ReviewCommand::copy()
{
    QGuiApplication::clipboard()->setText(m_session.command());
}

} // namespace waymark
