#include "models/yaml/javascriptyaml.h"

#include "models/base/javascriptdata.h"
#include "models/yaml/javascriptyamltext.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qsizetype longestKey = 1024; // in front of a colon on its line

QString numberText(double number)
{
    if (std::isnan(number))
        return u".nan"_s;
    if (std::isinf(number))
        return number < 0 ? u"-.inf"_s : u".inf"_s;
    return std::signbit(number) && number == 0 ? u"-0"_s
                                               : QString::fromLatin1(javaScriptNumber(number));
}

bool isCollection(const Value &value)
{
    return value.toList() || value.toMap();
}

bool isEmptyCollection(const Value &value)
{
    return (value.toList() && value.toList()->isEmpty())
        || (value.toMap() && value.toMap()->isEmpty());
}

/// Writes a tree; what is written starts where the cursor is, its other lines behind an indent.
class Writer
{
public:
    explicit Writer(const JavaScriptYaml &options)
        : m_options(options)
        , m_step(options.indent, u' ')
    {
    }

    [[nodiscard]] QString written(const Value &value, const JavaScriptYamlPlace &place) const
    {
        if (!isCollection(value))
            return scalar(value, place);
        return place.isInFlow ? flow(value, place) : block(value, place);
    }

private:
    [[nodiscard]] QString scalar(const Value &value, const JavaScriptYamlPlace &place) const
    {
        if (const QString *text = value.toText())
            return javaScriptYamlText(*text, place, m_options);
        if (const bool *truth = value.toBool())
            return *truth ? m_options.trueStr : m_options.falseStr;
        if (const Integer *number = value.toInteger())
            return QString::fromLatin1(javaScriptNumber(*number));
        if (const double *number = value.toFloat())
            return numberText(*number);
        return m_options.nullStr;
    }

    [[nodiscard]] QString block(const Value &value, const JavaScriptYamlPlace &place) const
    {
        QStringList lines;
        if (const List *list = value.toList()) {
            for (const Value &item : *list)
                lines += u"- "_s + written(item, {.indent = place.indent + u"  "_s});
        } else {
            for (const Map::Entry &entry : inJavaScriptOrder(*value.toMap()))
                lines += pair(entry, place);
        }
        if (lines.isEmpty())
            return value.toList() ? u"[]"_s : u"{}"_s;
        return lines.join(u'\n' + place.indent);
    }

    [[nodiscard]] QString flow(const Value &value, const JavaScriptYamlPlace &place) const
    {
        const JavaScriptYamlPlace inside{.indent = place.indent + m_step, .isInFlow = true};
        QStringList parts;
        if (const List *list = value.toList()) {
            JavaScriptYamlPlace ofItem = inside;
            ofItem.indent = place.indent + u"  "_s + m_step;
            for (const Value &item : *list)
                parts += written(item, ofItem);
        } else {
            for (const Map::Entry &entry : inJavaScriptOrder(*value.toMap()))
                parts += pair(entry, inside);
        }
        const QString open = value.toList() ? u"["_s : u"{"_s;
        const QString close = value.toList() ? u"]"_s : u"}"_s;
        if (parts.isEmpty())
            return open + close;
        const QString padding = m_options.flowCollectionPadding ? u" "_s : QString();
        const QString line = parts.join(u", ");
        const qsizetype size = line.size() + parts.size() + 3; // as if each ended with a comma
        const bool needsLines
            = line.contains(u'\n') || (m_options.lineWidth > 0 && size > m_options.lineWidth);
        if (!needsLines)
            return open + padding + line + padding + close;
        const QString lineStart = u'\n' + m_step + place.indent;
        return open + lineStart + parts.join(u',' + lineStart) + u'\n' + place.indent + close;
    }

    [[nodiscard]] QString pair(const Map::Entry &entry, const JavaScriptYamlPlace &place) const
    {
        JavaScriptYamlPlace inside{.indent = place.indent + m_step, .isInFlow = place.isInFlow};
        JavaScriptYamlPlace ofKey = inside;
        ofKey.isKey = true;
        QString key = javaScriptYamlText(entry.key, ofKey, m_options);
        const bool isLong = !place.isInFlow && key.size() > longestKey;
        key = isLong ? u"? "_s + key + u'\n' + place.indent + u':' : key + u':';
        if (!isCollection(entry.value) && !isLong)
            inside.column = key.size() + 1;
        if (entry.value.toList() && !m_options.indentSeq && m_step.size() >= 2 && !place.isInFlow
            && !isLong)
            inside.indent.remove(0, 2);
        const QString value = written(entry.value, inside);
        const bool isOwnLine = !isLong && isCollection(entry.value)
            && (value.contains(u'\n') || (!place.isInFlow && !staysOnLine(entry.value)));
        if (isOwnLine)
            return key + u'\n' + inside.indent + value;
        return value.isEmpty() || value.startsWith(u'\n') ? key + value : key + u' ' + value;
    }

    [[nodiscard]] bool staysOnLine(const Value &collection) const
    {
        return isEmptyCollection(collection)
            && m_options.collectionStyle != JavaScriptYaml::Collections::Block;
    }

    const JavaScriptYaml &m_options;
    const QString m_step;
};

} // namespace

QByteArray toJavaScriptYaml(const Value &value, const JavaScriptYaml &options)
{
    const JavaScriptYamlPlace place{.isInFlow
                                    = options.collectionStyle == JavaScriptYaml::Collections::Flow};
    const QString body = Writer(options).written(value, place);
    const bool isBlockText = body.startsWith(u'|') || body.startsWith(u'>');
    const QString start = !options.directives ? QString() : isBlockText ? u"--- "_s : u"---\n"_s;
    return (start + body + u'\n').toUtf8();
}

} // namespace waymark
