#include "models/catalog/copiercasts.h"

#include "models/base/json.h"
#include "models/jinja/engine.h"
#include "models/yaml/yaml.h"
#include "models/yaml/yamltypes.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

std::unexpected<Error> wrong(const QString &message)
{
    return failure({.code = u"answer.type"_s, .message = message});
}

/// The digits of a number as Python reads them: blanks around it go, and so does one "_" between
/// two digits; nothing where another stands there.
std::optional<QString> plainDigits(const QString &text)
{
    QString plain;
    const QString trimmed = text.trimmed();
    for (qsizetype i = 0; i < trimmed.size(); ++i) {
        const QChar c = trimmed[i];
        if (c != u'_') {
            plain += c;
            continue;
        }
        const bool isBetween = i > 0 && i + 1 < trimmed.size() && trimmed[i - 1].isDigit()
            && trimmed[i + 1].isDigit();
        if (!isBetween)
            return std::nullopt;
    }
    return plain;
}

/// float(text)
std::optional<double> pythonFloat(const QString &text)
{
    const auto plain = plainDigits(text);
    if (!plain || plain->isEmpty())
        return std::nullopt;
    QString word = plain->toLower();
    const bool isNegative = word.startsWith(u'-');
    if (isNegative || word.startsWith(u'+'))
        word.removeFirst();
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (word == u"inf" || word == u"infinity")
        return isNegative ? -infinity : infinity;
    if (word == u"nan")
        return std::numeric_limits<double>::quiet_NaN();
    const bool isNumber = std::ranges::all_of(
        word, [](QChar c) { return (c >= u'0' && c <= u'9') || u".e+-"_s.contains(c); });
    bool good = false;
    const double number = word.toDouble(&good);
    if (!isNumber || (!good && !std::isinf(number)))
        return std::nullopt;
    return isNegative ? -number : number;
}

/// float(value); nothing: a TypeError or ValueError.
std::optional<double> numberOf(const Value &value)
{
    if (const bool *truth = value.toBool())
        return *truth ? 1 : 0;
    if (const Integer *integer = value.toInteger())
        return integer->toDouble();
    if (const double *number = value.toFloat())
        return *number;
    const QString *text = value.toText();
    return text ? pythonFloat(*text) : std::nullopt;
}

Result<Value> asInteger(const Value &value)
{
    if (value.toInteger())
        return value;
    if (const bool *truth = value.toBool())
        return Value(*truth ? 1 : 0);
    if (const double *number = value.toFloat()) {
        if (const auto cut = Integer::truncated(*number))
            return Value(*cut);
        return wrong(u"cannot convert float %1 to integer"_s.arg(pythonText(value)));
    }
    const QString *text = value.toText();
    if (!text)
        return wrong(u"it has to be a whole number, not %1"_s.arg(pythonRepr(value)));
    const auto plain = plainDigits(*text);
    const auto number = plain ? Integer::parse(plain->toUtf8()) : std::nullopt;
    if (!number)
        return wrong(u"invalid literal for int() with base 10: %1"_s.arg(pythonRepr(value)));
    return Value(*number);
}

Result<Value> asFloat(const Value &value)
{
    if (const auto number = numberOf(value))
        return Value(*number);
    if (value.toText())
        return wrong(u"could not convert string to float: %1"_s.arg(pythonRepr(value)));
    return wrong(u"it has to be a number, not %1"_s.arg(pythonRepr(value)));
}

Result<Value> asText(const Value &value)
{
    if (value.toText())
        return value;
    if (value.toBool() || value.toInteger() || value.toFloat())
        return Value(pythonText(value));
    return wrong(u"Could not convert %1 to string"_s.arg(pythonText(value)));
}

/// What a scalar of a list is as it is written, quotes apart.
Value writtenItem(const YamlNode &node)
{
    if (node.isScalar())
        return node.text();
    return QString::fromUtf8(toJson(node.toValue()));
}

} // namespace

bool copierBool(const Value &value)
{
    if (const auto number = numberOf(value))
        return *number != 0;
    if (const QString *text = value.toText()) {
        const QString word = text->trimmed().toLower();
        static const QStringList no{u""_s,    u"n"_s, u"no"_s,   u"f"_s,   u"false"_s,
                                    u"off"_s, u"~"_s, u"null"_s, u"none"_s};
        return !no.contains(word);
    }
    if (const List *list = value.toList())
        return !list->isEmpty();
    const Map *map = value.toMap();
    return map && !map->isEmpty();
}

Result<Value> copierCast(const QString &type, const Value &value)
{
    const bool takesNothing = type == u"json" || type == u"yaml";
    if (value.isNull() && !takesNothing)
        return wrong(u"there is no answer"_s);
    if (type == u"bool")
        return Value(copierBool(value));
    if (type == u"int")
        return asInteger(value);
    if (type == u"float")
        return asFloat(value);
    if (type == u"str")
        return asText(value);
    if (type == u"path")
        return Value(pythonText(value));
    const QString *text = value.toText();
    if (!text)
        return value; // it is data already
    return type == u"json" ? parseJson(text->toUtf8()) : copierYaml(*text);
}

Result<Value> copierYaml(const QString &text)
{
    return parseYamlValue(text.toUtf8(),
                          {.schema = YamlSchema::Yaml11, .duplicateKeys = Severity::Warning});
}

Result<List> copierYamlList(const QString &text)
{
    const auto document = parseYamlDocument(
        text.toUtf8(), {.schema = YamlSchema::Yaml11, .duplicateKeys = Severity::Warning});
    if (!document)
        return std::unexpected(document.error());
    if (!document->root().isList())
        return wrong(u"Not a YAML list: %1"_s.arg(pythonRepr(text)));
    List items;
    for (const YamlNode &item : document->root().items())
        items += writtenItem(item);
    return items;
}

bool pythonEqual(const Value &a, const Value &b)
{
    const auto isNumber
        = [](const Value &value) { return value.toBool() || value.toInteger() || value.toFloat(); };
    if (isNumber(a) && isNumber(b)) {
        if (a.toInteger() && b.toInteger())
            return *a.toInteger() == *b.toInteger();
        return *numberOf(a) == *numberOf(b);
    }
    if (const List *list = a.toList(); list && b.toList())
        return std::ranges::equal(*list, *b.toList(), pythonEqual);
    if (const Map *map = a.toMap(); map && b.toMap()) {
        return map->size() == b.toMap()->size()
            && std::ranges::all_of(*map, [&](const Map::Entry &entry) {
                   const Value *other = b.toMap()->find(entry.key);
                   return other && pythonEqual(entry.value, *other);
               });
    }
    return a == b;
}

namespace {

QString printed(const jinja::Template &how, const Value &value)
{
    const auto rendered
        = jinja::render(how, jinja::TaggedValue::fromMap({{u"v"_s, value}}), {.provenance = false});
    return rendered ? QString::fromUtf8(rendered->bytes) : QString();
}

jinja::Template printing(const QString &text)
{
    jinja::Options options;
    options.keepTrailingNewline = true;
    return *jinja::Environment(options).compile(text, {});
}

} // namespace

QString pythonText(const Value &value)
{
    if (const QString *text = value.toText())
        return *text;
    static const jinja::Template how = printing(u"{{ v }}"_s);
    return printed(how, value);
}

QString pythonRepr(const Value &value)
{
    static const jinja::Template how = printing(u"{{ '%r'|format(v) }}"_s);
    return printed(how, value);
}

} // namespace waymark
