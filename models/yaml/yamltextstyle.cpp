#include "models/yaml/yamltextstyle.h"

#include "models/yaml/yamltypes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

/// Whether a reader of YAML takes `unit` as it is, and a person sees it.
bool isPrintable(char16_t unit)
{
    const bool isOdd = unit == 0x2028 || unit == 0x2029 || unit == 0xFEFF || unit >= 0xFFFE;
    return (unit >= 0x20 && unit < 0x7F) || (unit >= 0xA0 && !isOdd);
}

bool isPrintableText(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return isPrintable(c.unicode()); });
}

/// YAML 1.1's single letters for truth values too: PyYAML does not know them, other readers do.
bool staysText(const QString &text)
{
    const auto isText
        = [&text](YamlSchema schema) { return typedScalar(text, schema).tag == yamltag::text(); };
    const bool isLetter = text.size() == 1 && u"yYnN="_s.contains(text);
    return !isLetter && isText(YamlSchema::Core) && isText(YamlSchema::Yaml11);
}

bool isPlainSafe(const QString &text, YamlPlace place)
{
    const QChar first = text.front();
    if (first == u' ' || text.back() == u' ' || text.back() == u':')
        return false;
    const bool isItem = first == u'-' && (text.size() == 1 || text.at(1) == u' ');
    if (isItem || u",[]{}#&*!|>'\"%@`?:"_s.contains(first))
        return false;
    if (text.startsWith("---"_L1) || text.startsWith("..."_L1))
        return false;
    if (text.contains(": "_L1) || text.contains(" #"_L1))
        return false;
    const auto endsFlow
        = [](QChar c) { return u",[]{}?"_s.contains(c); }; // PyYAML ends plain text at ?, too
    const bool isSafeInFlow = std::ranges::none_of(text, endsFlow) && first != u'-';
    return place == YamlPlace::Block || (isSafeInFlow && !text.contains(u':'));
}

QByteArray escaped(char16_t unit)
{
    switch (unit) {
    case u'\n':
        return "\\n";
    case u'\t':
        return "\\t";
    case u'\r':
        return "\\r";
    case u'"':
        return "\\\"";
    case u'\\':
        return "\\\\";
    default:
        break;
    }
    const QByteArray hex = QByteArray::number(unit, 16).toUpper();
    return unit < 0x100 ? "\\x" + hex.rightJustified(2, '0') : "\\u" + hex.rightJustified(4, '0');
}

QByteArray doubleQuoted(const QString &text)
{
    QByteArray quoted = "\"";
    qsizetype start = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text.at(i).unicode();
        if (isPrintable(unit) && unit != u'"' && unit != u'\\')
            continue;
        quoted += QStringView(text).sliced(start, i - start).toUtf8() + escaped(unit);
        start = i + 1;
    }
    return quoted + QStringView(text).sliced(start).toUtf8() + '"';
}

} // namespace

QByteArray yamlText(const QString &text, YamlPlace place)
{
    if (text.isEmpty())
        return "\"\"";
    if (!isPrintableText(text))
        return doubleQuoted(text);
    if (staysText(text) && isPlainSafe(text, place))
        return text.toUtf8();
    if (!text.contains(u'"') && !text.contains(u'\\'))
        return doubleQuoted(text);
    return '\'' + text.toUtf8().replace('\'', "''") + '\'';
}

bool isLiteralText(const QString &text)
{
    const auto fits = [](QChar c) { return c == u'\n' || c == u'\t' || isPrintable(c.unicode()); };
    const bool hasInk = std::ranges::any_of(text, [](QChar c) { return !c.isSpace(); });
    return text.contains(u'\n') && hasInk && std::ranges::all_of(text, fits);
}

QByteArray literalSign(const QString &text, int indent)
{
    QByteArray sign = "|";
    if (text.startsWith(u' ') || text.startsWith(u'\n') || text.startsWith(u'\t'))
        sign += QByteArray::number(indent);
    if (!text.endsWith(u'\n'))
        sign += '-';
    else if (text.endsWith("\n\n"_L1))
        sign += '+';
    return sign;
}

} // namespace waymark
