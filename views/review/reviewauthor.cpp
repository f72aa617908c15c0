#include "views/review/reviewauthor.h"

#include "models/items/authortext.h"
#include "models/items/servicesession.h"
#include "views/theme/appearance.h"
#include "views/theme/controls.h"
#include "views/widgets/wraplabel.h"

#include <QBoxLayout>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace waymark {

ReviewAuthor::ReviewAuthor(ServiceSession &session, QWidget *parent)
    : ReviewPart(parent)
    , m_session(session)
    , m_column(new QVBoxLayout(this))
    , m_row(new QHBoxLayout)
    , m_buttons(new QHBoxLayout)
    , m_form(new QFormLayout)
    , m_author(new WrapLabel(TextRole::Body, Token::Tx, this))
    , m_change(new QPushButton(tr("Change…"), this))
    , m_editor(new QWidget(this))
    , m_name(new QLineEdit(m_editor))
    , m_email(new QLineEdit(m_editor))
    , m_note(new WrapLabel(TextRole::Help, Token::Tx2, m_editor))
    , m_save(new QPushButton(tr("Save for all of git"), m_editor))
    , m_cancel(new QPushButton(tr("Cancel"), m_editor))
{
    build();
    connect(m_change, &QPushButton::clicked, this, &ReviewAuthor::edit);
    connect(m_save, &QPushButton::clicked, this, &ReviewAuthor::save);
    connect(m_cancel, &QPushButton::clicked, this, &ReviewAuthor::fold);
    for (QLineEdit *field : {m_name, m_email})
        connect(field, &QLineEdit::returnPressed, this, &ReviewAuthor::save);
    refresh();
    built();
}

void ReviewAuthor::build()
{
    m_change->setAccessibleName(tr("Change the author"));
    m_name->setAccessibleName(tr("Name of the author"));
    m_email->setAccessibleName(tr("E-mail of the author"));
    for (QPushButton *button : {m_change, m_save, m_cancel})
        setControlSize(button, ControlSize::Compact);
    setButtonLook(m_change, ButtonLook::Flat);
    setButtonLook(m_cancel, ButtonLook::Flat);
    setSurface(m_editor, Surface::Well);
    m_editor->hide();

    m_row->addWidget(m_author, 1);
    m_row->addWidget(m_change);
    m_form->addRow(tr("Name"), m_name);
    m_form->addRow(tr("E-mail"), m_email);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_buttons->addStretch();
    m_buttons->addWidget(m_cancel);
    m_buttons->addWidget(m_save);
    auto *editor = new QVBoxLayout(m_editor);
    editor->addLayout(m_form);
    editor->addWidget(m_note);
    editor->addLayout(m_buttons);
    m_column->addLayout(m_row);
    m_column->addWidget(m_editor);
}

void ReviewAuthor::measure()
{
    m_column->setContentsMargins({});
    m_column->setSpacing(px(this, 4));
    m_row->setSpacing(px(this, 8));
    m_buttons->setSpacing(px(this, 8));
    m_form->setSpacing(px(this, 8));
    const int margin = px(this, 12);
    m_editor->layout()->setContentsMargins(margin, margin, margin, margin);
    m_editor->layout()->setSpacing(px(this, 8));
}

void ReviewAuthor::refresh()
{
    const QString author = m_session.author();
    m_author->setText(author.isEmpty() ? tr("Git does not know who you are") : author);
    setEnabled(m_session.commits() && m_session.state() == ServiceSession::State::Editing);
}

void ReviewAuthor::edit()
{
    if (m_editor->isHidden()) {
        const AuthorText author = authorText(m_session.author());
        m_name->setText(author.name);
        m_email->setText(author.email);
        setInk(m_note, Token::Tx2);
        m_note->setText(tr("This goes into your git configuration."));
    }
    m_editor->show();
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

void ReviewAuthor::save()
{
    const Result<> saved = m_session.setAuthor(m_name->text().trimmed(), m_email->text().trimmed());
    if (saved)
        return fold();
    const Problem &problem = saved.error().problem;
    setInk(m_note, Token::ErrTx);
    m_note->setText(problem.hint.isEmpty() ? problem.message
                                           : problem.message + u' ' + problem.hint);
    m_name->setFocus(Qt::OtherFocusReason);
}

void ReviewAuthor::fold()
{
    m_editor->hide();
    m_change->setFocus(Qt::OtherFocusReason);
    refresh();
}

void ReviewAuthor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_editor->isVisible())
        return fold();
    ReviewPart::keyPressEvent(event);
}

} // namespace waymark
