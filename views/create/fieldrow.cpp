#include "views/create/fieldrow.h"

#include "models/items/formmodel.h"
#include "models/items/userfile.h"
#include "views/create/fieldeditor.h"
#include "views/create/fieldnotes.h"
#include "views/create/parts.h"
#include "views/theme/controls.h"
#include "views/widgets/accessiblerole.h"
#include "views/widgets/badge.h"
#include "views/widgets/mnemonics.h"
#include "views/widgets/wraplabel.h"

#include <QBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

void showText(WrapLabel *label, const QString &text)
{
    if (label->text() != text)
        label->setText(text);
    label->setVisible(!text.isEmpty());
}

bool isLacking(const FormField &field)
{
    return field.problem && field.problem->code == u"answer.missing";
}

} // namespace

FieldRow::FieldRow(const FormField &field, Hands hands, QWidget *parent)
    : QWidget(parent)
    , m_kind(field.kind)
    , m_path(field.parameter.path)
    , m_hands(std::move(hands))
    , m_label(new WrapLabel(TextRole::BodyMedium, Token::Tx, this))
    , m_badge(new Badge({}, this))
    , m_description(new WrapLabel(TextRole::Help, Token::Tx2, this))
    , m_help(new WrapLabel(TextRole::Help, Token::Tx3, this))
    , m_editor(makeEditor(field.kind, this))
    , m_golden(new GoldenLine(this))
    , m_reason(new ReasonBox(this))
    , m_mistake(new MistakeLine(this))
{
    build();
    if (m_editor)
        connectEditor();
    connectNotes();
    setField(field);
}

void FieldRow::build()
{
    QBoxLayout *column = columnOf(this, {}, 4);
    m_label->installEventFilter(this);
    auto *head = new QHBoxLayout;
    head->addWidget(m_label, 1);
    head->addWidget(m_badge, 0, Qt::AlignTop);
    column->addLayout(head);
    column->addWidget(m_description);
    column->addWidget(m_help);
    auto *answer = new QHBoxLayout;
    setGaps(answer, this, {}, 8);
    const bool isCompact = m_editor && m_editor->isCompact();
    if (m_editor)
        answer->addWidget(m_editor, isCompact ? 0 : 1);
    if (isCompact) {
        answer->addWidget(m_golden, 1);
        answer->addStretch();
    }
    column->addLayout(answer);
    if (!isCompact)
        column->addWidget(m_golden);
    column->addWidget(m_mistake);
    column->addWidget(m_reason);
    if (m_kind != FieldKind::Group)
        return;
    m_members = new QVBoxLayout;
    setGaps(m_members, this, {16, 8, 0, 0}, 20);
    column->addLayout(m_members);
    setAccessibleRole(this, QAccessible::Grouping);
}

void FieldRow::connectEditor()
{
    FormModel &form = m_hands.form;
    connect(m_editor, &FieldEditor::typed, this, [this, &form](const QString &text) {
        form.type(m_path, text, m_hands.ticks());
        settle(true);
    });
    connect(m_editor, &FieldEditor::itemsTyped, this,
            [this, &form](const QStringList &items, bool isTyping) {
                form.typeItems(m_path, items, isTyping, m_hands.ticks());
                settle(isTyping);
            });
    connect(m_editor, &FieldEditor::chosen, this, [this, &form](int choice) {
        form.choose(m_path, choice);
        settle(false);
    });
    connect(m_editor, &FieldEditor::severalChosen, this, [this, &form](const QList<int> &choices) {
        form.chooseSeveral(m_path, choices);
        settle(false);
    });
    connect(m_editor, &FieldEditor::answered, this, [this, &form](const Value &answer) {
        form.set(m_path, answer);
        settle(false);
    });
    connect(m_editor, &FieldEditor::fileWanted, this, &FieldRow::takeFile);
    connect(m_editor, &FieldEditor::partsChanged, this, &FieldRow::partsChanged);
}

void FieldRow::connectNotes()
{
    FormModel &form = m_hands.form;
    connect(m_mistake, &MistakeLine::fixWanted, this, [this, &form] { form.applyFix(m_path); });
    connect(m_golden, &GoldenLine::resetWanted, this, [this, &form] { form.reset(m_path); });
    connect(m_reason, &ReasonBox::typed, this, [this, &form](const QString &reason) {
        form.setReason(m_path.first(), reason);
        m_reason->settle(reason);
    });
}

/// What the form made of it, at once: so that the next time it is known what is the form's own.
void FieldRow::settle(bool wasTyped)
{
    const FormField *field = m_hands.form.field(m_path);
    if (!field)
        return;
    if (wasTyped)
        m_editor->settle(*field);
    else
        m_editor->setField(*field);
}

void FieldRow::takeFile()
{
    const QString path = m_hands.chooseFile();
    if (path.isEmpty())
        return;
    const Result<Value> answer = fileAnswer(path);
    if (!answer) {
        m_hands.tell(answer.error().problem);
        return;
    }
    m_hands.form.set(m_path, *answer);
    settle(false);
}

QWidget *FieldRow::firstControl() const
{
    if (m_editor)
        return m_editor->firstControl();
    for (int i = 0; m_members && i < m_members->count(); ++i) {
        if (const auto *row = qobject_cast<FieldRow *>(m_members->itemAt(i)->widget()))
            return row->firstControl();
    }
    return nullptr;
}

void FieldRow::setField(const FormField &field)
{
    m_title = field.parameter.title;
    showLabel();
    showText(m_description, field.parameter.description);
    showText(m_help, field.parameter.help);
    showState(field);
    if (m_editor)
        m_editor->setField(field);
    m_golden->setField(field);
    m_reason->setField(field);
    m_mistake->setField(field);
    nameControls(field);
}

void FieldRow::takeMnemonic(QSet<QChar> &taken)
{
    if (!m_editor)
        return;
    const bool stays = hasMnemonic() && !taken.contains(m_mnemonic)
        && m_title.contains(m_mnemonic, Qt::CaseInsensitive);
    if (!stays)
        m_mnemonic = freeMnemonic(m_title, taken);
    if (hasMnemonic())
        taken.insert(m_mnemonic);
    showLabel();
}

/// Only a label with a buddy takes "&" for a mark.
void FieldRow::showLabel()
{
    showText(m_label, m_editor ? withMnemonic(m_title, m_mnemonic) : m_title);
}

/// A label would press a button that it belongs to, and so give an answer.
bool FieldRow::eventFilter(QObject *watched, QEvent *event)
{
    QWidget *control = event->type() == QEvent::Shortcut ? firstControl() : nullptr;
    if (!control)
        return QWidget::eventFilter(watched, event);
    control->setFocus(Qt::ShortcutFocusReason);
    return true;
}

void FieldRow::showState(const FormField &field)
{
    m_badge->setVisible(field.golden != GoldenState::None || isLacking(field));
    m_badge->setToolTip(field.why);
    BadgeText badge;
    if (isLacking(field))
        badge = {BadgeKind::Warning, tr("Needed")};
    else if (field.golden == GoldenState::Kept)
        badge = {BadgeKind::Golden, tr("Golden default"), u"diamond"_s};
    else if (field.golden == GoldenState::Changed)
        badge = {BadgeKind::Changed, tr("Changed from golden"), u"diamondo"_s};
    if (badge.text != m_badge->badge().text)
        m_badge->setBadge(badge);
}

void FieldRow::nameControls(const FormField &field)
{
    const QString description = spokenDescription(field);
    QWidget *control = m_editor ? m_editor->control() : nullptr;
    QWidget *group = m_editor ? static_cast<QWidget *>(m_editor) : this;
    QWidget *named = control ? control : group;
    setSpoken(named, field.parameter.title, description);
    if (m_editor && m_label->buddy() != named)
        m_label->setBuddy(named);
}

} // namespace waymark
