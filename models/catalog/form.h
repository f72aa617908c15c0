#pragma once

#include "models/catalog/answerproblem.h"
#include "models/catalog/formschema.h"
#include "models/catalog/occasion.h"
#include "models/jinja/taggedvalue.h"

#include <memory>

namespace waymark {

/// One page of a form, with the questions that it asks with the answers so far.
struct FormPage
{
    QString title; ///< Never empty.
    QString description;
    QList<Parameter> parameters; ///< In the order in which they are asked; hidden ones too.
    friend bool operator==(const FormPage &, const FormPage &) = default;
};

/// The questions of a template and the answers given so far: which questions are asked, what stands
/// where nothing was answered, and every problem, always up to date. A change costs what depends on
/// it. A value: copies are independent and cheap.
class Form
{
public:
    Form();
    explicit Form(FormSchema schema, const Map &answers = {});
    Form(const Form &);
    Form(Form &&) noexcept;
    Form &operator=(const Form &);
    Form &operator=(Form &&) noexcept;
    ~Form();

    void setAnswers(const Map &answers); ///< In place of all that was given.
    void setAnswer(const AnswerPath &path, const Value &answer);
    void removeAnswer(const AnswerPath &path); ///< The default stands again.
    /// When and where it is filled in; until then nothing is known of that.
    void setOccasion(const Occasion &occasion);
    [[nodiscard]] const Occasion &occasion() const;

    /// What was given, also for questions that are not asked (any more).
    [[nodiscard]] const Map &given() const;
    /// An answer to every question that is asked and has one: what was given, else the default as
    /// Backstage's form fills it in. In the order of the questions. What a template is rendered
    /// with.
    [[nodiscard]] Map answers() const;
    /// answers(), had nothing been given but what decides which questions are asked. Of a
    /// questionnaire, what each answer would be, were it alone not given.
    [[nodiscard]] Map defaults() const;
    /// What the template's files see, where the form is a questionnaire: each value with the
    /// answers that it comes from. Else null.
    [[nodiscard]] const jinja::TaggedValue &context() const;
    /// Whether something was given at `path`.
    [[nodiscard]] bool isGiven(const AnswerPath &path) const;

    /// What was given by names that are not asked for with these answers, or never.
    [[nodiscard]] QStringList unused() const;

    [[nodiscard]] const FormSchema &schema() const;
    [[nodiscard]] QList<FormPage> pages() const;
    /// The parameters of all pages, without those inside groups and lists.
    [[nodiscard]] QList<Parameter> parameters() const;
    /// The parameter at `path` (numbers of list items may be any), asked now.
    [[nodiscard]] std::optional<Parameter> parameter(const AnswerPath &path) const;

    /// Everything that is wrong, at most one problem a path, in the order of the questions.
    [[nodiscard]] QList<AnswerProblem> problems() const;
    /// Those questions without which nothing can be made and that have no answer (problems() has
    /// them too).
    [[nodiscard]] QList<Parameter> missing() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace waymark
