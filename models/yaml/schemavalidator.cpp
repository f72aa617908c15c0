#include "models/yaml/schemavalidator.h"

#include "models/base/regex.h"
#include "models/yaml/schemamessages.h"

#define VALIJSON_USE_EXCEPTIONS 1
#include "models/yaml/frozenvalue.h"
#include "models/yaml/valueadapter.h"

#include <QCoreApplication>

#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <algorithm>
#include <exception>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qsizetype mostProblems = 100;

/// Patterns by our own engine, which cannot run away; the compiler of the schema has tried each.
class SchemaPattern
{
public:
    explicit SchemaPattern(const std::string &pattern)
        : m_regex(Regex::compile(QString::fromStdString(pattern), RegexSyntax::JsonSchema))
    {
    }
    static bool search(const std::string &text, const SchemaPattern &pattern)
    {
        if (!pattern.m_regex)
            return false;
        const auto match = pattern.m_regex->match(QString::fromStdString(text));
        return match && match->has_value();
    }

private:
    Result<Regex> m_regex;
};

bool isDraft4(const Value &schema)
{
    const Map *map = schema.toMap();
    return map && map->value(u"$schema").textOr().contains("draft-04"_L1);
}

QList<SchemaFailure> failuresIn(valijson::ValidationResults &results)
{
    QList<SchemaFailure> failures;
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
        SchemaFailure failure{.path = {}, .description = QString::fromStdString(error.description)};
        for (size_t i = 1; i < error.context.size(); ++i) // the first one stands for the document
            failure.path.append(QString::fromStdString(error.context[i]).sliced(1).chopped(1));
        failures.append(failure);
    }
    return failures;
}

QString pointerOf(const QStringList &path)
{
    QString pointer;
    for (const QString &step : path)
        pointer += pointerStep(step);
    return pointer;
}

SourcePosition positionIn(const YamlNode &root, const SchemaProblem &problem)
{
    const qsizetype depth = problem.path.size();
    const YamlNode *around
        = depth == 0 ? nullptr : root.nodeAt(pointerOf(problem.path.first(depth - 1)));
    const YamlNode::Entry *entry = around ? around->entry(problem.path.last()) : nullptr;
    if (entry && problem.isAboutKey)
        return entry->key.position();
    const YamlNode *node = root.nodeAt(pointerOf(problem.path));
    return node ? node->position() : root.position();
}

} // namespace

struct SchemaValidator::Compiled
{
    Value source;
    valijson::Schema schema;

    [[nodiscard]] QList<SchemaProblem> problemsOf(const Value &value) const
    {
        valijson::ValidationResults results;
        valijson::ValidatorT<SchemaPattern> validator;
        if (validator.validate(schema, ValueAdapter(value), &results))
            return {};
        QList<SchemaFailure> failures = essential(failuresIn(results));
        if (failures.isEmpty())
            failures.append(SchemaFailure()); // valijson says nothing of some keywords
        failures = failures.first(std::min(failures.size(), mostProblems));
        const SchemaLookup lookup(source);
        QList<SchemaProblem> problems;
        for (const SchemaFailure &failure : std::as_const(failures))
            problems.append(explained(failure, lookup, value));
        return problems;
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
    const auto compiled = std::make_shared<Compiled>();
    compiled->source = schema;
    try {
        using valijson::SchemaParser;
        SchemaParser parser(isDraft4(schema) ? SchemaParser::kDraft4 : SchemaParser::kDraft7);
        parser.populateSchema(ValueAdapter(compiled->source), compiled->schema);
    } catch (const std::exception &error) {
        return failure(
            {.code = u"schema.invalid"_s,
             .message = QCoreApplication::translate("JsonSchema", "This is no JSON Schema: %1")
                            .arg(QString::fromUtf8(error.what()))});
    }
    return SchemaValidator(compiled);
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
