#pragma once

#include "models/items/formfield.h"

#include <QSet>
#include <QWidget>

#include <functional>

class QBoxLayout;

namespace waymark {

class Badge;
class FieldEditor;
class FormModel;
class GoldenLine;
class MistakeLine;
class ReasonBox;
class WrapLabel;

/// One question of a form: its label, help and state around its editor; of a group, with the rows
/// of its members below.
class FieldRow final : public QWidget
{
    Q_OBJECT

public:
    /// What a row works with; all of it lives longer.
    struct Hands
    {
        FormModel &form;
        std::function<qint64()> ticks;
        std::function<QString()> chooseFile; ///< Empty: nothing was chosen.
        std::function<void(const Problem &)> tell; ///< What could not be done.
    };

    FieldRow(const FormField &field, Hands hands, QWidget *parent = nullptr);

    [[nodiscard]] FieldKind kind() const { return m_kind; }
    [[nodiscard]] const AnswerPath &path() const { return m_path; }
    /// Of a group, where the rows of its members stand; else null.
    [[nodiscard]] QBoxLayout *members() const { return m_members; }
    [[nodiscard]] QWidget *firstControl() const;

    void setField(const FormField &field);
    [[nodiscard]] bool hasMnemonic() const { return !m_mnemonic.isNull(); }
    /// Alt and a letter of its label go to its first control: one that is not in `taken`, where it
    /// is put. The letter that it has stays while it is free.
    void takeMnemonic(QSet<QChar> &taken);

Q_SIGNALS:
    void partsChanged(); ///< Controls came or went.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void connectEditor();
    void connectNotes();
    void settle(bool wasTyped);
    void takeFile();
    void showLabel();
    void showState(const FormField &field);
    void nameControls(const FormField &field);

    const FieldKind m_kind;
    const AnswerPath m_path;
    const Hands m_hands;
    QString m_title;
    QChar m_mnemonic;
    WrapLabel *m_label;
    Badge *m_badge;
    WrapLabel *m_description;
    WrapLabel *m_help;
    FieldEditor *m_editor;
    GoldenLine *m_golden;
    ReasonBox *m_reason;
    MistakeLine *m_mistake;
    QBoxLayout *m_members = nullptr;
};

} // namespace waymark
