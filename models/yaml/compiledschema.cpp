#include "models/yaml/compiledschema.h"

#include "models/base/regex.h"

#define VALIJSON_USE_EXCEPTIONS 1
#include "models/yaml/frozenvalue.h"
#include "models/yaml/valueadapter.h"

#include <QCoreApplication>

#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <exception>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

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

} // namespace

struct CompiledSchema::Data
{
    valijson::Schema schema;
};

CompiledSchema::CompiledSchema(std::shared_ptr<const Data> data)
    : m_data(std::move(data))
{
}

Result<CompiledSchema> CompiledSchema::compile(const Value &schema)
{
    const auto data = std::make_shared<Data>();
    try {
        using valijson::SchemaParser;
        SchemaParser parser(isDraft4(schema) ? SchemaParser::kDraft4 : SchemaParser::kDraft7);
        parser.populateSchema(ValueAdapter(schema), data->schema);
    } catch (const std::exception &error) {
        return failure(
            {.code = u"schema.invalid"_s,
             .message = QCoreApplication::translate("JsonSchema", "This is no JSON Schema: %1")
                            .arg(QString::fromUtf8(error.what()))});
    }
    return CompiledSchema(data);
}

std::optional<QList<SchemaFailure>> CompiledSchema::failures(const Value &value) const
{
    valijson::ValidationResults results;
    valijson::ValidatorT<SchemaPattern> validator;
    if (validator.validate(m_data->schema, ValueAdapter(value), &results))
        return {};
    return failuresIn(results);
}

} // namespace waymark
