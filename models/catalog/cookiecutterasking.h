#pragma once

#include "models/catalog/cookiecuttervariables.h"
#include "models/jinja/engine.h"

namespace waymark {

/// Renders the variables of one Cookiecutter template, in order, with what they became before.
class CookiecutterAsking
{
public:
    CookiecutterAsking(const CookiecutterSettings &settings, const QList<RawVariable> &variables,
                       const Occasion &occasion);

    /// Adds the questions to `questioning`, on its page `page`, and sets its context.
    void run(Questioning &questioning, int page);

private:
    [[nodiscard]] bool isLater(const RawVariable &variable) const;
    [[nodiscard]] AskedQuestion asked(const RawVariable &variable);
    void takeChoice(AskedQuestion &question, const RawVariable &variable);
    void takeValue(AskedQuestion &question, const RawVariable &variable);
    [[nodiscard]] Result<jinja::TaggedValue> rendered(const Value &raw, const QString &name) const;
    [[nodiscard]] Result<jinja::TaggedValue> renderedText(const QString &text,
                                                          const QString &name) const;
    [[nodiscard]] Result<jinja::TaggedValue> renderedList(const List &list,
                                                          const QString &name) const;
    [[nodiscard]] Result<jinja::TaggedValue> renderedMap(const Map &map, const QString &name) const;
    [[nodiscard]] AnswerProblem problemOf(const RawVariable &variable, const Error &error) const;
    [[nodiscard]] jinja::TaggedValue context() const;

    const CookiecutterSettings &m_settings;
    const QList<RawVariable> &m_variables;
    const Occasion &m_occasion;
    const jinja::Environment m_environment;
    mutable quint64 m_spent = 0; ///< Of the steps for all questions.
    jinja::TaggedValue m_values
        = jinja::TaggedValue::fromMap({}).asOrdered(); ///< `cookiecutter` so far.
};

} // namespace waymark
