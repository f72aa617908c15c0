#include "models/yaml/schemavalidator.h"

#include "models/base/valuepath.h"
#include "models/yaml/compiledschema.h"
#include "models/yaml/schemamessages.h"
#include "models/yaml/schemamover.h"
#include "models/yaml/schemanames.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qsizetype mostProblems = 100;

SourcePosition positionIn(const YamlNode &root, const SchemaProblem &problem)
{
    const qsizetype depth = problem.path.size();
    const YamlNode *around = depth == 0 ? nullptr : root.nodeAt(problem.path.first(depth - 1));
    const YamlNode::Entry *entry = around ? around->entry(problem.path.last()) : nullptr;
    if (entry && problem.isAboutKey)
        return entry->key.position();
    const YamlNode *node = root.nodeAt(problem.path);
    return node ? node->position() : root.position();
}

bool isAround(const SchemaFailure &failure, const SchemaProblem &problem)
{
    const QStringList &path = failure.path;
    return path.size() <= problem.path.size() && problem.path.first(path.size()) == path;
}

} // namespace

struct SchemaValidator::Compiled
{
    Value source;
    CompiledSchema schema;
    SchemaNames names;

    [[nodiscard]] QList<SchemaProblem> problemsOf(const Value &value) const
    {
        const std::optional<QList<SchemaFailure>> said = schema.failures(value);
        if (!said)
            return {};
        const SchemaLookup lookup(source);
        QList<SchemaProblem> problems = names.problems(*said, lookup, value);
        QList<SchemaFailure> failures = essential(*said);
        if (failures.isEmpty()) // valijson says nothing of some keywords
            failures.append({.path = {}, .description = {}, .isEcho = true});
        failures.removeIf([&problems](const SchemaFailure &failure) {
            return failure.isEcho
                && std::ranges::any_of(problems, [&failure](const SchemaProblem &problem) {
                       return isAround(failure, problem);
                   });
        });
        for (const SchemaFailure &failure : std::as_const(failures)) {
            if (problems.size() >= mostProblems)
                break;
            problems.append(explained(failure, lookup, value));
        }
        return problems.first(std::min(problems.size(), mostProblems));
    }
};

SchemaValidator::SchemaValidator(std::shared_ptr<const Compiled> compiled)
    : m_compiled(std::move(compiled))
{
}

Result<SchemaValidator> SchemaValidator::compile(const Value &schema)
{
    if (const Result<> fine = SchemaLookup(schema).check(); !fine)
        return std::unexpected(fine.error());
    const SchemaMover mover(schema);
    const Result<CompiledSchema> compiled = CompiledSchema::compile(mover.schema());
    if (!compiled)
        return std::unexpected(compiled.error());
    const Result<SchemaNames> names = SchemaNames::compile(mover);
    if (!names)
        return std::unexpected(names.error());
    return SchemaValidator(
        std::make_shared<const Compiled>(Compiled{mover.schema(), *compiled, *names}));
}

QList<Problem> SchemaValidator::validate(const YamlDocument &document) const
{
    QList<Problem> problems;
    for (const SchemaProblem &found : m_compiled->problemsOf(document.toValue()))
        problems.append(document.placed(found.problem, positionIn(document.root(), found)));
    std::ranges::stable_sort(problems, {},
                             [](const Problem &problem) { return *problem.position; });
    return problems;
}

QList<Problem> SchemaValidator::validate(const Value &value) const
{
    QList<Problem> problems;
    for (const SchemaProblem &found : m_compiled->problemsOf(value)) {
        Problem problem = found.problem;
        if (!found.path.isEmpty())
            problem.message = pointerOf(found.path) + u": "_s + problem.message;
        problems.append(problem);
    }
    return problems;
}

} // namespace waymark
