#pragma once

#include "models/catalog/form.h"
#include "models/catalog/template.h"

#include <QMap>

namespace waymark {

/// All that a user put into a form.
struct FormInput
{
    Map given; ///< Answers, right or wrong, as far as they can be read.
    /// What was typed and cannot be read as its type, beside the last good answer: one text, or the
    /// items of a list or map.
    QMap<AnswerPath, QStringList> typed = {};
    QMap<QString, QString> reasons = {}; ///< Of deviations, by the name of the answer.

    friend bool operator==(const FormInput &, const FormInput &) = default;
};

/// A form while it is filled in, with all that was done to it: each change can be undone and done
/// again, and typing in one field is one step. Secrets are never kept in a step. A value.
class FormEdits
{
public:
    FormEdits() = default;
    explicit FormEdits(const Template &definition, const FormInput &input = {});

    [[nodiscard]] const Template &definition() const { return m_definition; }
    [[nodiscard]] const Form &form() const { return m_form; }
    /// Names of questions whose answers are secrets or hold some.
    [[nodiscard]] const QStringList &secrets() const { return m_secrets; }
    [[nodiscard]] FormInput input() const;
    /// input() as it may be stored.
    [[nodiscard]] FormInput withoutSecrets() const;
    /// What stands at `path` as typed, where that cannot be read.
    [[nodiscard]] std::optional<QStringList> typed(const AnswerPath &path) const;
    /// Why what was typed cannot be read, in no order.
    [[nodiscard]] QList<AnswerProblem> unreadable() const;
    [[nodiscard]] QString reason(const QString &name) const { return m_reasons.value(name); }

    void type(const AnswerPath &path, const QString &text);
    /// `isTyping`: in one item; else one came, went or moved.
    void typeItems(const AnswerPath &path, const QStringList &items, bool isTyping);
    void set(const AnswerPath &path, const Value &answer);
    void reset(const AnswerPath &path); ///< To its default; the reason goes too.
    void setReason(const QString &name, const QString &reason);
    void replaceAnswers(const Map &given); ///< All of them, as from a file.
    void setOccasion(const Occasion &occasion) { m_form.setOccasion(occasion); }
    void endTyping(); ///< What is typed from here on is a step of its own.

    [[nodiscard]] bool canUndo() const { return !m_undo.isEmpty(); }
    [[nodiscard]] bool canRedo() const { return !m_redo.isEmpty(); }
    /// Where something changed; empty: in several places.
    AnswerPath undo() { return go(m_undo, m_redo); }
    AnswerPath redo() { return go(m_redo, m_undo); }

private:
    struct Step
    {
        FormInput input; ///< Before it; of what can be done again, after it.
        AnswerPath path;
    };

    void begin(const AnswerPath &path, bool isTyping);
    void forget(const AnswerPath &path);
    void take(const AnswerPath &path, const std::optional<Value> &answer);
    [[nodiscard]] bool isSecret(const AnswerPath &path) const;
    AnswerPath go(QList<Step> &from, QList<Step> &to);
    void restore(const FormInput &input);

    Template m_definition;
    QStringList m_secrets;
    Form m_form;
    QMap<AnswerPath, QStringList> m_typed;
    QMap<QString, QString> m_reasons;
    QList<Step> m_undo;
    QList<Step> m_redo;
    std::optional<AnswerPath> m_typing; ///< Where the last step goes on.
};

} // namespace waymark
