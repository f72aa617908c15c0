#include "models/catalog/formstate.h"

#include "models/catalog/answerchecks.h"
#include "models/catalog/filling.h"
#include "models/catalog/questions.h"

namespace waymark {
namespace {

/// The node among those at `places` in `nodes` that asks just what `wanted` does, or null.
const FormNode *matching(const QList<FormNode> &nodes, const QList<qsizetype> &places,
                         const FormNode &wanted)
{
    for (const qsizetype place : places) {
        const FormNode &node = nodes.at(place);
        if (node.page == wanted.page && node.question == wanted.question)
            return &node;
    }
    return nullptr;
}

} // namespace

Form::State::State(FormSchema form)
    : schema(std::move(form))
{
    for (const FormSchema::Page &page : schema.pages())
        m_deciding.unite(decidingNames(*page.schema));
}

std::optional<Value> Form::State::standing(const QString &name) const
{
    const auto found = nodesByName.constFind(name);
    return found == nodesByName.cend() ? std::nullopt : nodes.at(found->first()).answer;
}

void Form::State::update(const std::optional<QString> &changed)
{
    if (schema.questionnaire())
        return ask();
    if (!changed || m_deciding.contains(*changed)) {
        decide(changed);
        return;
    }
    for (const qsizetype index : nodesByName.value(*changed))
        refill(nodes[index]);
    const std::optional<Value> answer = standing(*changed);
    if (answer && effective.toMap()->contains(*changed))
        effective.toMap()->insert(*changed, *answer);
    else
        setEffective();
}

/// Takes the questions of the questionnaire as they stand now.
void Form::State::ask()
{
    const Map &answered = *given.toMap();
    Questioning now = schema.questionnaire()->ask(answered, occasion);
    nodes.clear();
    nodesByName.clear();
    hidden.clear();
    Map answers;
    for (AskedQuestion &question : now.questions) {
        const QString &name = question.parameter.name;
        const bool isAsked = question.standing == AskedQuestion::Standing::Asked;
        const bool isHidden = question.standing == AskedQuestion::Standing::Hidden;
        if (question.answer && (isAsked || (isHidden && answered.contains(name))))
            answers.insert(name, *question.answer);
        if (isHidden)
            hidden.insert(name);
        if (!isAsked) {
            now.problems += question.problems; // there is no field to show them at
            continue;
        }
        nodesByName[name].append(nodes.size());
        const bool isRequired = question.parameter.required;
        nodes.append({.page = question.page,
                      .question = {.name = name, .pieces = {}, .isRequired = isRequired},
                      .parameter = std::move(question.parameter),
                      .answer = std::move(question.answer),
                      .usual = std::move(question.usual),
                      .problems = std::move(question.problems)});
    }
    pageProblems = std::move(now.problems);
    context = std::move(now.context);
    effective = answers;
}

/// Decides which questions are asked. A default may ask for more, so this goes on until nothing
/// changes. It starts with all that was given, since an answer may itself show which branch is
/// meant.
void Form::State::decide(const std::optional<QString> &changed)
{
    Value before = given;
    for (int round = 0; round < maximumRounds; ++round) {
        const bool isFirst = round == 0;
        const bool hasChanged
            = takeRound(isFirst ? changed : std::optional(QString()), isFirst ? given : before);
        setEffective();
        if (!hasChanged && effective == before)
            return;
        before = effective;
    }
}

/// Whether any question is another than before.
bool Form::State::takeRound(const std::optional<QString> &changed, const Value &before)
{
    const QList<FormNode> old = std::exchange(nodes, {});
    const auto oldByName = std::exchange(nodesByName, {});
    bool hasChanged = false;
    m_parts.clear();
    pageProblems.clear();
    for (qsizetype page = 0; page < schema.pages().size(); ++page) {
        const FormSchema::Page &described = schema.pages().at(page);
        const Resolved resolved = resolve({described.schema.get()}, &before);
        m_parts.append(resolved.parts);
        pageProblems.append(checkPage(described.title, *described.schema, resolved, before));
        for (const AskedProperty &question : resolved.properties) {
            FormNode node = nodeFor(page, question);
            const FormNode *same = matching(old, oldByName.value(question.name), node);
            if (same && changed && *changed != question.name)
                node = *same;
            else
                refill(node);
            hasChanged = hasChanged || !same;
            nodesByName[question.name].append(nodes.size());
            nodes.append(std::move(node));
        }
    }
    return hasChanged || nodes.size() != old.size();
}

FormNode Form::State::nodeFor(qsizetype page, const AskedProperty &question) const
{
    FormNode node{.page = page, .question = question};
    if (schema.optionalNames().contains(question.name))
        node.question.isRequired = false;
    return node;
}

void Form::State::refill(FormNode &node) const
{
    const QString &name = node.question.name;
    const AskedProperty &question = node.question;
    node.answer = filled(question.pieces, given.toMap()->find(name), nullptr, question.isRequired);
    const Value *answer = node.answer ? &*node.answer : nullptr;
    node.parameter = describe(question, {name}, answer);
    node.problems = checkAnswer(subjectOf(node.parameter), question, answer, m_parts.at(node.page));
}

void Form::State::setEffective()
{
    Map answers;
    for (const FormNode &node : nodes) {
        if (node.answer)
            answers.insert(node.question.name, *node.answer);
    }
    effective = answers;
}

} // namespace waymark
