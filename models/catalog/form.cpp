#include "models/catalog/form.h"

#include "models/catalog/answerchecks.h"
#include "models/catalog/filling.h"
#include "models/catalog/formstate.h"
#include "models/catalog/questions.h"

#include <QSet>

#include <algorithm>

namespace waymark {

Form::Form()
    : Form(FormSchema())
{
}

Form::Form(FormSchema schema, const Map &answers)
    : m_state(std::make_unique<State>(std::move(schema)))
{
    setAnswers(answers);
}

Form::Form(const Form &other)
    : m_state(std::make_unique<State>(*other.m_state))
{
}

Form &Form::operator=(const Form &other)
{
    if (this != &other)
        *m_state = *other.m_state;
    return *this;
}

Form::Form(Form &&) noexcept = default;
Form &Form::operator=(Form &&) noexcept = default;
Form::~Form() = default;

void Form::setAnswers(const Map &answers)
{
    m_state->given = answers;
    m_state->update({});
}

void Form::setAnswer(const AnswerPath &path, const Value &answer)
{
    if (path.isEmpty())
        return;
    const QString &name = path.first();
    const Value *before = m_state->given.toMap()->find(name);
    const AnswerPath inner = path.sliced(1);
    // What is changed inside a default keeps the rest of it.
    const std::optional<Value> standing = before ? std::optional(*before) : m_state->standing(name);
    m_state->given.toMap()->insert(
        name, inner.isEmpty() ? answer : withValueAt(standing.value_or(Map()), inner, answer));
    m_state->update(name);
}

void Form::removeAnswer(const AnswerPath &path)
{
    if (path.isEmpty())
        return;
    m_state->given = withoutValueAt(m_state->given, path);
    m_state->update(path.first());
}

void Form::setOccasion(const Occasion &occasion)
{
    const bool isSame = m_state->occasion == occasion;
    m_state->occasion = occasion;
    if (!isSame && m_state->schema.questionnaire())
        m_state->update({});
}

const Occasion &Form::occasion() const
{
    return m_state->occasion;
}

const jinja::TaggedValue &Form::context() const
{
    return m_state->context;
}

const Map &Form::given() const
{
    return *m_state->given.toMap();
}

Map Form::answers() const
{
    return *m_state->effective.toMap();
}

Map Form::defaults() const
{
    Map defaults;
    for (const FormNode &node : m_state->nodes) {
        const std::optional<Value> value = m_state->schema.questionnaire()
            ? node.usual
            : filled(node.question.pieces, nullptr, nullptr, node.question.isRequired);
        if (value)
            defaults.insert(node.question.name, *value);
    }
    return defaults;
}

bool Form::isGiven(const AnswerPath &path) const
{
    return valueAt(m_state->given, path) != nullptr;
}

QStringList Form::unused() const
{
    QStringList names;
    for (const Map::Entry &entry : *m_state->given.toMap()) {
        if (!m_state->nodesByName.contains(entry.key) && !m_state->hidden.contains(entry.key))
            names.append(entry.key);
    }
    return names;
}

const FormSchema &Form::schema() const
{
    return m_state->schema;
}

QList<FormPage> Form::pages() const
{
    QList<FormPage> pages;
    for (const FormSchema::Page &page : m_state->schema.pages())
        pages.append({page.title, page.description, {}});
    if (const auto &questionnaire = m_state->schema.questionnaire()) {
        for (const Questionnaire::Page &page : questionnaire->pages())
            pages.append({page.title, page.description, {}});
    }
    for (const FormNode &node : m_state->nodes)
        pages[node.page].parameters.append(node.parameter);
    return pages;
}

QList<Parameter> Form::parameters() const
{
    QList<Parameter> parameters;
    for (const FormNode &node : m_state->nodes) {
        if (m_state->nodesByName.value(node.question.name).first() == parameters.size())
            parameters.append(node.parameter);
    }
    return parameters;
}

std::optional<Parameter> Form::parameter(const AnswerPath &path) const
{
    const auto nodes = m_state->nodesByName.value(path.value(0));
    if (nodes.isEmpty())
        return {};
    Parameter found = m_state->nodes.at(nodes.first()).parameter;
    for (qsizetype i = 1; i < path.size(); ++i) {
        const QList<Parameter> inner = found.items.isEmpty() ? found.members : found.items;
        const auto named
            = [&](const Parameter &each) { return each.name == path.at(i) || each.name.isEmpty(); };
        const auto next = std::ranges::find_if(inner, named);
        if (next == inner.end())
            return {};
        found = *next;
        found.path = path.first(i + 1);
    }
    return found;
}

QList<AnswerProblem> Form::problems() const
{
    QList<AnswerProblem> problems;
    QSet<AnswerPath> told;
    const auto tell = [&](const QList<AnswerProblem> &more) {
        for (const AnswerProblem &problem : more) {
            if (!problem.path.isEmpty() && told.contains(problem.path))
                continue;
            told.insert(problem.path);
            problems.append(problem);
        }
    };
    for (const FormNode &node : m_state->nodes)
        tell(node.problems);
    tell(m_state->pageProblems);
    return problems;
}

QList<Parameter> Form::missing() const
{
    QList<Parameter> missing;
    for (const FormNode &node : m_state->nodes) {
        for (const AnswerProblem &problem : node.problems) {
            if (problem.problem.code != u"answer.missing")
                continue;
            if (const std::optional<Parameter> parameter = this->parameter(problem.path))
                missing.append(*parameter);
        }
    }
    return missing;
}

} // namespace waymark
