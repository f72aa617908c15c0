#include "models/yaml/yamltypes.h"

#include "models/base/utf8.h"
#include "models/yaml/yamlnumbers.h"

#include <QByteArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

bool isOneOf(QStringView text, std::initializer_list<QLatin1StringView> words)
{
    return std::ranges::any_of(words, [text](QLatin1StringView word) { return word == text; });
}

std::optional<bool> booleanOf(QStringView text, YamlSchema schema)
{
    if (isOneOf(text, {"true"_L1, "True"_L1, "TRUE"_L1}))
        return true;
    if (isOneOf(text, {"false"_L1, "False"_L1, "FALSE"_L1}))
        return false;
    if (schema == YamlSchema::Core)
        return {};
    if (isOneOf(text, {"yes"_L1, "Yes"_L1, "YES"_L1, "on"_L1, "On"_L1, "ON"_L1}))
        return true;
    if (isOneOf(text, {"no"_L1, "No"_L1, "NO"_L1, "off"_L1, "Off"_L1, "OFF"_L1}))
        return false;
    return {};
}

constexpr qsizetype longestNumber = 4300; // Python's sys.int_info.default_max_str_digits
constexpr qsizetype longestWord = 5; // "false"

/// What is written as a word: null, a truth value or the merge key.
std::optional<TypedScalar> typedWord(const QString &text, YamlSchema schema)
{
    if (isOneOf(text, {"~"_L1, "null"_L1, "Null"_L1, "NULL"_L1}))
        return TypedScalar{{}, yamltag::null()};
    if (text == "<<"_L1)
        return TypedScalar{text, yamltag::merge()};
    if (const std::optional<bool> boolean = booleanOf(text, schema))
        return TypedScalar{*boolean, yamltag::boolean()};
    return {};
}

std::optional<Value> textOfBinary(const QString &text)
{
    const QByteArray encoded = text.toLatin1().simplified().replace(' ', "");
    const auto decoded
        = QByteArray::fromBase64Encoding(encoded, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return {};
    const Result<QString> utf8 = decodeUtf8(*decoded);
    return utf8 ? std::optional<Value>(*utf8) : std::nullopt;
}

} // namespace

TypedScalar typedScalar(const QString &text, YamlSchema schema)
{
    if (text.isEmpty())
        return {{}, yamltag::null()};
    const QChar first = text.front();
    if (text.size() <= longestWord && u"~<nNtTfFyYoO"_s.contains(first)) {
        if (const std::optional<TypedScalar> word = typedWord(text, schema))
            return *word;
    }
    const bool mayBeNumber
        = (first >= u'0' && first <= u'9') || first == u'-' || first == u'+' || first == u'.';
    if (!mayBeNumber || text.size() > longestNumber)
        return {text, yamltag::text()};
    const bool isCore = schema == YamlSchema::Core;
    if (const std::optional<Value> integer = integerOf(text, schema))
        return {*integer, yamltag::integer()};
    if (const std::optional<Value> number = floatOf(text, schema))
        return {*number, yamltag::floating()};
    if (!isCore && isTimestamp(text))
        return {text, yamltag::timestamp()};
    return {text, yamltag::text()};
}

std::optional<Value> taggedScalar(const QString &text, QStringView tag, bool isPlain,
                                  YamlSchema schema)
{
    if (tag == yamltag::text() || tag == yamltag::timestamp())
        return text;
    if (tag == yamltag::binary())
        return textOfBinary(text);
    const TypedScalar typed = typedScalar(text, schema);
    if (tag == yamltag::null() || tag == yamltag::boolean() || tag == yamltag::integer())
        return typed.tag == tag ? std::optional(typed.value) : std::nullopt;
    if (tag == yamltag::floating()) {
        if (const Integer *integer = typed.value.toInteger())
            return integer->toDouble();
        return typed.tag == tag ? typed.value : floatOf(text, YamlSchema::Core);
    }
    return isPlain ? typed.value : Value(text);
}

} // namespace waymark
