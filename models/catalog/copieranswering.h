#pragma once

#include "models/catalog/copiertexts.h"

namespace waymark {

/// One of the answers that a question of Copier offers.
struct CopierChoice
{
    QString title;
    Value value; ///< Of the question's type.
    QString refusal = {}; ///< Why it may not be chosen; empty: it may.
};

/// Makes answers to one question, in one context, as Copier does.
class CopierAnswering
{
public:
    /// All but `question` outlive it.
    CopierAnswering(const CopierQuestion &question, const CopierTexts &texts,
                    const jinja::TaggedValue &context, const jinja::RenderOptions &options);

    /// An error that is about no single answer: the question itself cannot be evaluated.
    [[nodiscard]] const std::optional<Problem> &fault() const { return m_fault; }
    [[nodiscard]] const QString &type() const { return m_type; }
    [[nodiscard]] const QList<CopierChoice> &choices() const { return m_choices; }

    /// Whether it is asked.
    [[nodiscard]] Result<jinja::Truth> isAsked() const;
    /// `usual`, a default as it is written, as an answer; nothing: there is none (UNSET).
    [[nodiscard]] Result<std::optional<CopierRendered>> usualAnswer(const Value &usual) const;
    /// `given` as an answer: of the question's type, and one of its choices.
    [[nodiscard]] Result<Value> parsed(const Value &given) const;
    /// What the question's validator says against `answer`.
    [[nodiscard]] Result<> validated(const Value &answer) const;
    /// The text `text` of the question for a person to read: as it is where it cannot be rendered.
    [[nodiscard]] QString shownText(const QString &text) const;
    [[nodiscard]] bool isMultiline() const;

private:
    void readChoices();
    [[nodiscard]] Result<CopierChoice> choice(const Value &title, const Value &value,
                                              bool isPair) const;
    [[nodiscard]] Result<Value> cast(const Value &answer) const;
    [[nodiscard]] Result<Value> parsedOne(const Value &answer) const;
    [[nodiscard]] Result<CopierRendered> rendered(const Value &value) const;
    [[nodiscard]] std::unexpected<Error> located(const Error &error, QStringView key) const;

    const CopierQuestion &m_question;
    const CopierTexts &m_texts;
    const jinja::TaggedValue &m_context;
    const jinja::RenderOptions &m_options;
    std::optional<Problem> m_fault;
    QString m_type;
    QList<CopierChoice> m_choices;
};

} // namespace waymark
