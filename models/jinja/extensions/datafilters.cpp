#include "models/base/json.h"
#include "models/jinja/conversion.h"
#include "models/jinja/extensions/pyyaml.h"
#include "models/jinja/extensions/registry.h"
#include "models/jinja/generator.h"
#include "models/jinja/interpreter.h"
#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythonjson.h"
#include "models/yaml/yaml.h"

namespace waymark::jinja {
namespace {

[[noreturn]] void failKeyword(const Call &call, const QString &name)
{
    call.runtime().fail(FailureKind::Type,
                        QStringLiteral("%1() got an unexpected keyword argument '%2'")
                            .arg(call.function().pythonName, name));
}

/// The text that is read, charged for what it may become.
QByteArray source(Call &call)
{
    const QByteArray text = call.text(0).toUtf8();
    constexpr quint64 mostOfOne = 2 * sizeof(Value); // of what one character makes
    auto &interpreter = static_cast<Interpreter &>(call.runtime());
    interpreter.charge(static_cast<quint64>(text.size()));
    interpreter.chargeBytes(static_cast<quint64>(text.size()) * mostOfOne);
    return text;
}

Value fromData(Call &call, const waymark::Value &data)
{
    return fromTagged(call.runtime(), TaggedValue(data));
}

// JSON.

Value fromJson(Call &call)
{
    const Runtime &runtime = call.runtime();
    if (!call[0].isText()) {
        runtime.fail(FailureKind::Type,
                     QStringLiteral("the JSON object must be str, bytes or bytearray, not %1")
                         .arg(runtime.typeName(call[0])));
    }
    const auto data = parseJson(source(call));
    if (!data) {
        const Problem &problem = data.error().problem;
        const SourcePosition at = problem.position.value_or(SourcePosition());
        runtime.fail(FailureKind::Value,
                     QStringLiteral("%1: line %2 column %3")
                         .arg(problem.message)
                         .arg(at.line)
                         .arg(at.column));
    }
    return fromData(call, *data);
}

void setSeparators(Call &call, JsonStyle &style, const Value &given)
{
    if (given.isNone())
        return;
    const std::vector<Value> parts = call.runtime().items(given);
    if (parts.size() != 2)
        call.runtime().fail(
            FailureKind::Value,
            QStringLiteral("not enough values to unpack (expected 2, got %1)").arg(parts.size()));
    style.comma = call.runtime().text(parts[0]);
    style.colon = call.runtime().text(parts[1]);
}

/// json.dumps() with the keywords of the call.
Value toJson(Call &call, JsonStyle style)
{
    Runtime &runtime = call.runtime();
    for (const auto &[name, value] : call.keywords()) {
        if (name == u"indent" && value.isText())
            style.indent = value.text();
        else if (name == u"indent")
            style.indent
                = value.isNone() ? std::nullopt : std::optional(jsonIndent(runtime, value));
        else if (name == u"sort_keys")
            style.sortsKeys = runtime.truthy(value);
        else if (name == u"ensure_ascii")
            style.isAscii = runtime.truthy(value);
        else if (name == u"separators")
            setSeparators(call, style, value);
        else if (name != u"skipkeys" && name != u"check_circular" && name != u"allow_nan"
                 && name != u"default" && name != u"cls")
            failKeyword(call, name);
    }
    return {pythonJson(runtime, call[0], style)};
}

Value plainJson(Call &call)
{
    return toJson(call, {});
}

Value niceJson(Call &call)
{
    return toJson(call, {.indent = QString(4, u' '), .sortsKeys = true});
}

// YAML, as PyYAML reads and writes it.

YamlOptions yamlOptions()
{
    return {.schema = YamlSchema::Yaml11, .duplicateKeys = Severity::Note};
}

[[noreturn]] void failYaml(Call &call, const Problem &problem)
{
    const SourcePosition at = problem.position.value_or(SourcePosition());
    call.runtime().fail(
        FailureKind::Value,
        QStringLiteral("%1: line %2, column %3").arg(problem.message).arg(at.line).arg(at.column));
}

Value fromYaml(Call &call)
{
    const auto data = parseYamlValue(source(call), yamlOptions());
    if (!data)
        failYaml(call, data.error().problem);
    return fromData(call, *data);
}

/// What is no text is handed on.
Value ansibleFromYaml(Call &call)
{
    return call[0].isText() ? fromYaml(call) : call[0];
}

Value fromYamlAll(Call &call)
{
    if (!call[0].isText())
        return call[0];
    const ParsedYaml parsed = parseYaml(source(call), yamlOptions());
    if (const Problem *problem = parsed.firstError())
        failYaml(call, *problem);
    std::vector<Value> documents;
    for (const YamlDocument &document : parsed.documents)
        documents.push_back(fromData(call, document.toValue()));
    return generator(
        [documents = std::move(documents), at = size_t(0)](Runtime & /*runtime*/) mutable -> Value {
            return at < documents.size() ? documents[at++] : Value();
        });
}

PyYamlStyle::Flow flowOf(Runtime &runtime, const Value &value)
{
    return value.isNone()       ? PyYamlStyle::Flow::Leaves
        : runtime.truthy(value) ? PyYamlStyle::Flow::Always
                                : PyYamlStyle::Flow::Never;
}

qint64 widthOf(Runtime &runtime, const Value &value)
{
    constexpr qint64 endless = std::numeric_limits<qint64>::max() / 2;
    if (value.isNone())
        return 80;
    if (value.is(Value::Type::Float))
        return value.real() > 1e9 ? endless : static_cast<qint64>(value.real());
    return value.is(Value::Type::BigInt) ? endless : asIndex(runtime, value);
}

/// yaml.dump() with the keywords of the call.
Value toYaml(Call &call, PyYamlStyle style)
{
    Runtime &runtime = call.runtime();
    for (const auto &[name, value] : call.keywords()) {
        if (name == u"indent") {
            const qint64 indent = value.isNone() ? 2 : asIndex(runtime, value);
            style.indent = indent > 1 && indent < 10 ? static_cast<int>(indent) : 2;
        } else if (name == u"width") {
            style.width = widthOf(runtime, value);
        } else if (name == u"default_flow_style") {
            style.flow = flowOf(runtime, value);
        } else if (name == u"sort_keys") {
            style.sortsKeys = runtime.truthy(value);
        } else if (name == u"allow_unicode") {
            style.allowsUnicode = runtime.truthy(value);
        } else if (name == u"explicit_start") {
            style.startsExplicitly = runtime.truthy(value);
        } else if (name == u"explicit_end") {
            style.endsExplicitly = runtime.truthy(value);
        } else if (name == u"default_style" && value.isText() && value.text().size() == 1) {
            style.quote = value.text().front();
        } else if (name != u"default_style" && name != u"encoding") {
            failKeyword(call, name);
        }
    }
    return {pyYaml(runtime, call[0], style)};
}

Value ansibleYaml(Call &call)
{
    return toYaml(call, {.allowsUnicode = true, .flow = PyYamlStyle::Flow::Leaves});
}

Value copierYaml(Call &call)
{
    return toYaml(call, {.allowsUnicode = true});
}

Value niceYaml(Call &call)
{
    return toYaml(call, {.indent = 4, .allowsUnicode = true});
}

constexpr FunctionRow rows[] = {
    {u"from_json", "loads(s, **kwargs)", fromJson},
    {u"from_yaml_all", "from_yaml_all(data)", fromYamlAll},
    {u"to_json", "to_json(a, **kwargs)", plainJson},
    {u"to_nice_json", "to_nice_json(a, **kwargs)", niceJson},
    {u"to_nice_yaml", "to_nice_yaml(a, **kwargs)", niceYaml},
};
constexpr FunctionRow ansibleRows[] = {
    {u"from_yaml", "from_yaml(data)", ansibleFromYaml},
    {u"to_yaml", "to_yaml(a, **kwargs)", ansibleYaml},
};
constexpr FunctionRow copierRows[] = {
    {u"from_yaml", "do_from_yaml(value)", fromYaml},
    {u"to_yaml", "do_to_yaml(value, **kwargs)", copierYaml},
};

} // namespace

std::span<const FunctionRow> dataFilters()
{
    return rows;
}
std::span<const FunctionRow> ansibleDataFilters()
{
    return ansibleRows;
}
std::span<const FunctionRow> copierDataFilters()
{
    return copierRows;
}

} // namespace waymark::jinja
