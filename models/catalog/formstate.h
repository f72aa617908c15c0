#pragma once

#include "models/catalog/branches.h"
#include "models/catalog/form.h"
#include "models/catalog/questionnaire.h"

#include <QHash>
#include <QSet>

namespace waymark {

/// One question of a page, with what follows from its answer.
struct FormNode
{
    qsizetype page = 0;
    AskedProperty question = {};
    Parameter parameter = {};
    std::optional<Value> answer = {}; ///< Given, or filled in.
    std::optional<Value> usual = {}; ///< Of a questionnaire: what stands where nothing was given.
    QList<AnswerProblem> problems = {};
};

struct Form::State
{
    explicit State(FormSchema form);

    /// Brings everything in step with `given`, of which only `changed` (nothing: anything) is
    /// different from before.
    void update(const std::optional<QString> &changed);
    /// What stands for `name` now.
    [[nodiscard]] std::optional<Value> standing(const QString &name) const;

    FormSchema schema;
    Value given = Map();
    Value effective = Map();
    QList<FormNode> nodes;
    QHash<QString, QList<qsizetype>> nodesByName; ///< One node, or one on each of several pages.
    QList<AnswerProblem> pageProblems;
    Occasion occasion;
    QSet<QString> hidden; ///< Names that nobody is asked for, but whose answers count.
    jinja::TaggedValue context; ///< Of a questionnaire.

private:
    void ask();
    void decide(const std::optional<QString> &changed);
    [[nodiscard]] bool takeRound(const std::optional<QString> &changed, const Value &before);
    [[nodiscard]] FormNode nodeFor(qsizetype page, const AskedProperty &question) const;
    void refill(FormNode &node) const;
    void setEffective();

    QSet<QString> m_deciding; ///< Names whose answers decide what is asked.
    QList<SchemaPieces> m_parts; ///< What holds for the answers of each page.
};

} // namespace waymark
