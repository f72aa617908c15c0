#include "models/jinja/extensions/registry.h"

#include "models/jinja/extensions/pythonregex.h"
#include "models/jinja/filters/jinja2entities.h"
#include "models/jinja/methods/pythonarguments.h"

#include <unicode/translit.h>

#include <algorithm>
#include <memory>

namespace waymark::jinja {
namespace {

/// The parameters of python-slugify.
struct SlugStyle
{
    bool entities = true;
    bool decimal = true;
    bool hexadecimal = true;
    qint64 maxLength = 0;
    bool wordBoundary = false;
    QString separator = QStringLiteral("-");
    bool saveOrder = false;
    QStringList stopwords = {};
    QString pattern = {};
    bool lowercase = true;
    std::vector<std::pair<QString, QString>> replacements = {};
    bool allowsUnicode = false;
};

/// What stands for the letters of `text` in ASCII.
QString toAscii(const QString &text)
{
    const auto isAscii = [](QChar c) { return c.unicode() < 0x80; };
    if (std::ranges::all_of(text, isAscii))
        return text;
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> transliterator(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, error));
    if (U_FAILURE(error) || !transliterator)
        return text;
    icu::UnicodeString units(text.utf16(), static_cast<int32_t>(text.size()));
    transliterator->transliterate(units);
    QString result(reinterpret_cast<const QChar *>(units.getBuffer()), units.length());
    return result.removeIf([&](QChar c) { return !isAscii(c); });
}

/// Named and numbered character references, as far as the style resolves them.
QString withoutReferences(Runtime &runtime, QString text, const SlugStyle &style)
{
    const std::pair<bool, QString> kinds[] = {
        {style.entities, QStringLiteral("&[A-Za-z0-9]+;")},
        {style.decimal, QStringLiteral("&#[0-9]+;")},
        {style.hexadecimal, QStringLiteral("&#x[0-9a-fA-F]+;")},
    };
    for (const auto &[isOn, pattern] : kinds) {
        if (!isOn)
            continue;
        QString result;
        qsizetype at = 0;
        for (const RegexMatch &match : PythonRegex(runtime, pattern).findAll(text)) {
            const RegexMatch::Span span = match.groups[0];
            result += QStringView(text).sliced(at, span.start - at);
            result += withoutEntities(match.in(text).toString());
            at = span.end;
        }
        text = result += QStringView(text).sliced(at);
    }
    return text;
}

QString stripped(QString text, QStringView separator)
{
    while (!separator.isEmpty() && text.startsWith(separator.front()))
        text.remove(0, 1);
    while (!separator.isEmpty() && text.endsWith(separator.front()))
        text.chop(1);
    return text;
}

/// smart_truncate() of a text whose words stand between dashes.
QString truncated(const QString &slug, const SlugStyle &style)
{
    QString text = stripped(slug, u"-");
    if (text.size() < style.maxLength)
        return text;
    if (!style.wordBoundary)
        return stripped(text.first(style.maxLength), u"-");
    if (!text.contains(u'-'))
        return text.first(style.maxLength);
    QString result;
    for (const QString &word : text.split(u'-', Qt::SkipEmptyParts)) {
        const qsizetype length = result.size() + word.size();
        if (length < style.maxLength) {
            result += word + u'-';
        } else if (length == style.maxLength) {
            result += word;
            break;
        } else if (style.saveOrder) {
            break;
        }
    }
    return stripped(result.isEmpty() ? text.first(style.maxLength) : result, u"-");
}

QString slugOf(Runtime &runtime, QString text, const SlugStyle &style)
{
    const auto replaced = [&](const QString &given, const QString &pattern, const QString &with) {
        return PythonRegex(runtime, pattern).replaced(given, with);
    };
    for (const auto &[old, replacement] : style.replacements)
        text.replace(old, replacement);
    text = replaced(text, QStringLiteral("'+"), QStringLiteral("-"));
    if (!style.allowsUnicode)
        text = toAscii(text);
    text = withoutReferences(runtime, text, style);
    text = text.normalized(style.allowsUnicode ? QString::NormalizationForm_KC
                                               : QString::NormalizationForm_KD);
    if (!style.allowsUnicode)
        text = toAscii(text);
    if (style.lowercase)
        text = text.toLower();
    text.remove(u'\'');
    text = replaced(text, QStringLiteral("(?<=\\d),(?=\\d)"), QString());
    const QString unwanted = !style.pattern.isEmpty() ? style.pattern
        : style.allowsUnicode                         ? QStringLiteral("[\\W_]+")
                                                      : QStringLiteral("[^-a-zA-Z0-9]+");
    text = replaced(text, unwanted, QStringLiteral("-"));
    text = replaced(text, QStringLiteral("-{2,}"), QStringLiteral("-"));
    text = stripped(text, u"-");
    if (!style.stopwords.isEmpty()) {
        QStringList words = text.split(u'-');
        words.removeIf([&](const QString &word) { return style.stopwords.contains(word); });
        text = words.join(u'-');
    }
    for (const auto &[old, replacement] : style.replacements)
        text.replace(old, replacement);
    if (style.maxLength > 0)
        text = truncated(text, style);
    return style.separator == u"-" ? text : text.replace(u'-', style.separator);
}

void readStopwords(Runtime &runtime, const Value &words, SlugStyle &style)
{
    for (const Value &word : runtime.items(words))
        style.stopwords += runtime.text(word);
}

void readReplacements(Runtime &runtime, const Value &pairs, SlugStyle &style)
{
    for (const Value &pair : runtime.items(pairs)) {
        const std::vector<Value> parts = runtime.items(pair);
        if (parts.size() == 2)
            style.replacements.emplace_back(runtime.text(parts[0]), runtime.text(parts[1]));
    }
}

template<bool SlugStyle::*flag>
void readFlag(Runtime &runtime, const Value &value, SlugStyle &style)
{
    style.*flag = runtime.truthy(value);
}

struct Keyword
{
    QStringView name;
    void (*read)(Runtime &runtime, const Value &value, SlugStyle &style);
};

constexpr Keyword keywords[] = {
    {u"entities", readFlag<&SlugStyle::entities>},
    {u"decimal", readFlag<&SlugStyle::decimal>},
    {u"hexadecimal", readFlag<&SlugStyle::hexadecimal>},
    {u"word_boundary", readFlag<&SlugStyle::wordBoundary>},
    {u"save_order", readFlag<&SlugStyle::saveOrder>},
    {u"lowercase", readFlag<&SlugStyle::lowercase>},
    {u"allow_unicode", readFlag<&SlugStyle::allowsUnicode>},
    {u"max_length",
     [](Runtime &runtime, const Value &value, SlugStyle &style) {
         style.maxLength = asIndex(runtime, value);
     }},
    {u"separator",
     [](Runtime &runtime, const Value &value, SlugStyle &style) {
         style.separator = runtime.text(value);
     }},
    {u"regex_pattern",
     [](Runtime &runtime, const Value &value, SlugStyle &style) {
         style.pattern = value.isNone() ? QString() : runtime.text(value);
     }},
    {u"stopwords", readStopwords},
    {u"replacements", readReplacements},
};

/// Reads the keywords of one call.
SlugStyle styleOf(Call &call)
{
    SlugStyle style;
    for (const auto &[name, value] : call.keywords()) {
        const auto *known = std::ranges::find(keywords, QStringView(name), &Keyword::name);
        if (known == std::end(keywords)) {
            call.runtime().fail(
                FailureKind::Type,
                QStringLiteral("slugify() got an unexpected keyword argument '%1'").arg(name));
        }
        known->read(call.runtime(), value, style);
    }
    if (style.lowercase) {
        for (QString &word : style.stopwords)
            word = word.toLower();
    }
    return style;
}

Value slugify(Call &call)
{
    Runtime &runtime = call.runtime();
    if (!call[0].isText()) {
        if (call[0].isUndefined() && runtime.isStrict(call[0]))
            runtime.failUndefined(call[0]);
        runtime.fail(FailureKind::Type,
                     QStringLiteral("decoding to str: need a bytes-like object, %1 found")
                         .arg(runtime.typeName(call[0])));
    }
    runtime.charge(static_cast<quint64>(call[0].text().size()));
    return {slugOf(runtime, call[0].text(), styleOf(call))};
}

constexpr FunctionRow rows[] = {
    {u"slugify", "slugify(value, **kwargs)", slugify},
};

} // namespace

std::span<const FunctionRow> slugifyFilters()
{
    return rows;
}

} // namespace waymark::jinja
