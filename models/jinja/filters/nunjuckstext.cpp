#include "models/jinja/filters/nunjucksfamilies.h"

#include "models/jinja/filters/nunjucksarguments.h"
#include "models/jinja/lexer.h"
#include "models/jinja/methods/javascripttext.h"
#include "models/jinja/regexobject.h"

#include <algorithm>
#include <cmath>

namespace waymark::jinja {
namespace {

QString capitalized(const QString &text)
{
    const QString lower = javascript::toLowerCase(text);
    return javascript::toUpperCase(lower.first(qMin<qsizetype>(1, lower.size())))
        + lower.sliced(qMin<qsizetype>(1, lower.size()));
}

Value capitalize(Call &call)
{
    return call.like(capitalized(textOrEmpty(call, 0, "toLowerCase")));
}

Value title(Call &call)
{
    QStringList words = textOrEmpty(call, 0, "split").split(u' ');
    for (QString &word : words)
        word = capitalized(word);
    return call.like(words.join(u' '));
}

Value lower(Call &call)
{
    return javascript::toLowerCase(textOrEmpty(call, 0, "toLowerCase"));
}

Value upper(Call &call)
{
    return javascript::toUpperCase(textOrEmpty(call, 0, "toUpperCase"));
}

/// lib.repeat(' ', count): as many as it takes to reach `count`.
QString spaces(const Call &call, double count)
{
    const double whole = std::isnan(count) || count <= 0 ? 0 : std::ceil(count);
    call.runtime().chargeText(whole > 1e15 ? qsizetype(1e15) : static_cast<qsizetype>(whole));
    return QString(static_cast<qsizetype>(whole), u' ');
}

/// What `.length` gives of a text or an array; NaN for all else.
double lengthOf(const Value &value)
{
    if (value.isText())
        return static_cast<double>(value.text().size());
    return value.isSequence() ? static_cast<double>(value.items().items.size()) : std::nan("");
}

Value center(Call &call)
{
    const bool hasText = call[0].isText() || call.truthy(0) || javascript::isNumber(call[0]);
    const Value value = hasText ? call[0] : Value(QString());
    const double width = numberOr(call, 1, 80);
    if (lengthOf(value) >= width)
        return value;
    const double missing = width - lengthOf(value);
    const QString before = spaces(call, missing / 2 - std::fmod(missing, 2));
    return call.like(before + call.runtime().text(value) + spaces(call, missing / 2));
}

Value indent(Call &call)
{
    const QString text = textOrEmpty(call, 0, "split");
    if (text.isEmpty())
        return QString();
    const QString blanks = spaces(call, numberOr(call, 1, 4));
    call.runtime().chargeText(text.size() + (text.count(u'\n') + 1) * blanks.size());
    QStringList lines = text.split(u'\n');
    for (qsizetype i = call.truthy(2) ? 0 : 1; i < lines.size(); ++i)
        lines[i].prepend(blanks);
    return call.like(lines.join(u'\n'));
}

Value nl2br(Call &call)
{
    if (call[0].isUndefined() || call[0].isNone())
        return QString();
    QString text = onlyText(call, 0, "replace");
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    call.runtime().chargeText(text.size() + text.count(u'\n') * 6);
    return call.like(text.replace(u'\n', QStringLiteral("<br />\n")));
}

/// Behind the tag or comment that starts at `at`, or -1.
qsizetype tagEnd(const QString &text, qsizetype at)
{
    if (QStringView(text).sliced(at).startsWith(u"<!--")) {
        const qsizetype end = text.indexOf(u"-->", at + 4);
        if (end >= 0)
            return end + 3;
    }
    const auto isLetter = [&](qsizetype i) {
        const char16_t c = i < text.size() ? text[i].unicode() | 0x20 : 0;
        return c >= u'a' && c <= u'z';
    };
    const auto isDigit
        = [&](qsizetype i) { return i < text.size() && text[i] >= u'0' && text[i] <= u'9'; };
    qsizetype name = at + 1;
    if (name < text.size() && text[name] == u'/')
        ++name;
    if (!isLetter(name))
        return -1;
    while (isLetter(name) || isDigit(name))
        ++name;
    if (name < text.size() && text[name] == u'_')
        return -1;
    const qsizetype end = text.indexOf(u'>', name);
    return end < 0 ? -1 : end + 1;
}

QString withoutTags(const QString &text)
{
    QString result;
    qsizetype from = 0;
    const qsizetype last = text.lastIndexOf(u'>');
    for (qsizetype at = text.indexOf(u'<'); at >= 0 && at <= last; at = text.indexOf(u'<', at)) {
        const qsizetype end = tagEnd(text, at);
        if (end < 0) {
            ++at;
            continue;
        }
        result += QStringView(text).sliced(from, at - from);
        from = at = end;
    }
    result += QStringView(text).sliced(from);
    return result;
}

/// Each run of `isBlank` as one space.
template<typename Predicate>
QString squashed(const QString &text, Predicate isBlank)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!isBlank(text[i]))
            result += text[i];
        else if (i == 0 || !isBlank(text[i - 1]))
            result += u' ';
    }
    return result;
}

/// Without the spaces at either end of every line.
QString withoutOuterSpaces(const QString &text)
{
    const auto endsLine = [&](qsizetype i) {
        return i < 0 || i >= text.size() || QStringView(u"\n\r\u2028\u2029").contains(text[i]);
    };
    QString result;
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i;
        while (end < text.size() && text[end] == u' ')
            ++end;
        if (end > i && !endsLine(i - 1) && !endsLine(end))
            result += QStringView(text).sliced(i, end - i);
        if (end < text.size())
            result += text[end];
        i = end + 1;
    }
    return result;
}

Value striptags(Call &call)
{
    const QString text = javascript::trimmed(withoutTags(textOrEmpty(call, 0, "replace")));
    if (!call.truthy(1))
        return call.like(squashed(text, isJavaScriptSpace));
    const auto isSpace = [](QChar c) { return c == u' '; };
    QString kept = squashed(withoutOuterSpaces(text), isSpace);
    kept.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    while (kept.contains(QStringLiteral("\n\n\n")))
        kept.replace(QStringLiteral("\n\n\n"), QStringLiteral("\n\n"));
    return call.like(kept);
}

Value trim(Call &call)
{
    return call.like(javascript::trimmed(onlyText(call, 0, "replace")));
}

Value truncate(Call &call)
{
    const double length = numberOr(call, 1, 255);
    if (call[0].isSequence() && lengthOf(call[0]) <= length)
        return call[0];
    const QString text = textOrEmpty(call, 0, "lastIndexOf");
    if (static_cast<double>(text.size()) <= length)
        return call[0].isText() ? call[0] : Value(text);
    const auto most
        = std::isnan(length) ? qsizetype(0) : static_cast<qsizetype>(std::max(length, 0.0));
    qsizetype cut = most;
    if (!call.truthy(2)) {
        const qsizetype space = text.lastIndexOf(u' ', std::isnan(length) ? text.size() : most);
        cut = space < 0 ? most : space;
    }
    const bool hasEnd = !call[3].isUndefined() && !call[3].isNone();
    return call.like(text.first(qMin(cut, text.size()))
                     + (hasEnd ? call.text(3) : QStringLiteral("...")));
}

Value wordcount(Call &call)
{
    const QString text = textOrEmpty(call, 0, "match");
    const auto isWord
        = [](QChar c) { return c == u'_' || (c.unicode() < 0x80 && c.isLetterOrNumber()); };
    qint64 words = 0;
    for (qsizetype i = 0; i < text.size(); ++i)
        words += isWord(text[i]) && (i == 0 || !isWord(text[i - 1])) ? 1 : 0;
    return words > 0 ? Value(words) : Value::none();
}

Value escape(Call &call)
{
    if (call[0].isMarkup())
        return call[0];
    const bool isNothing = call[0].isUndefined() || call[0].isNone();
    return Value::markup(isNothing ? QString() : javascript::escape(call.text(0)));
}

Value forceescape(Call &call)
{
    const bool isNothing = call[0].isUndefined() || call[0].isNone();
    return Value::markup(isNothing ? QString() : javascript::escape(call.text(0)));
}

Value safe(Call &call)
{
    if (call[0].isMarkup())
        return call[0];
    const bool isNothing = call[0].isUndefined() || call[0].isNone();
    return Value::markup(isNothing ? QString() : call.text(0));
}

Value string(Call &call)
{
    if (call[0].isUndefined() || call[0].isNone()) {
        call.runtime().fail(
            FailureKind::Type,
            QStringLiteral("Cannot read properties of %1 (reading 'toString')").arg(call.text(0)));
    }
    return call[0].isText() ? call[0] : Value(call.text(0));
}

/// replace() for texts, up to `most` times (all: -1).
QString replaced(const Call &call, const QString &text, const QString &old,
                 const QString &replacement, double most)
{
    QString result;
    qsizetype from = 0;
    double count = 0;
    qsizetype at = text.indexOf(old);
    while (at >= 0 && (most == -1 || count < most)) {
        call.runtime().chargeText(result.size() + at - from + replacement.size());
        result += QStringView(text).sliced(from, at - from);
        result += replacement;
        from = at + old.size();
        ++count;
        at = text.indexOf(old, from);
    }
    result += QStringView(text).sliced(from);
    return result;
}

Value replace(Call &call)
{
    Runtime &runtime = call.runtime();
    if (const auto *regex = call[1].as<RegexObject>())
        return javascript::replaced(runtime, onlyText(call, 0, "replace"), *regex, call.text(2));
    const bool isText = call[1].isText() && !call[1].isMarkup();
    if (!isText && !javascript::isNumber(call[1]))
        return call[0];
    const QString old = call.text(1);
    if (!call[0].isText() && !javascript::isNumber(call[0]))
        return call[0];
    const QString text = call.text(0);
    const QString replacement = call.text(2);
    if (old.isEmpty()) {
        runtime.chargeText((text.size() + 1) * (replacement.size() + 1));
        const QString inner = text.isEmpty()
            ? QString()
            : text.split(QString()).sliced(1, text.size()).join(replacement);
        return call.like(replacement + inner + replacement);
    }
    const double most = call[3].isUndefined() ? -1 : javascript::toNumber(runtime, call[3]);
    if (most == 0 || !text.contains(old))
        return call[0].isText() ? call[0] : Value(text);
    return call.like(replaced(call, text, old, replacement, most));
}

constexpr FunctionRow rows[] = {
    {u"capitalize", "capitalize(str)", capitalize, Flow::Characters},
    {u"center", "center(str, width)", center},
    {u"e", "escape(str)", escape},
    {u"escape", "escape(str)", escape},
    {u"forceescape", "forceescape(str)", forceescape},
    {u"indent", "indent(str, width, indentfirst)", indent, Flow::Lines},
    {u"lower", "lower(str)", lower, Flow::Characters},
    {u"nl2br", "nl2br(str)", nl2br, Flow::Lines},
    {u"replace", "replace(str, old, new, maxCount)", replace, Flow::Lines},
    {u"safe", "safe(str)", safe, Flow::Characters},
    {u"string", "string(obj)", string, Flow::Characters},
    {u"striptags", "striptags(input, preserveLinebreaks)", striptags},
    {u"title", "title(str)", title, Flow::Characters},
    {u"trim", "trim(str)", trim, Flow::Lines},
    {u"truncate", "truncate(input, length, killwords, end)", truncate},
    {u"upper", "upper(str)", upper, Flow::Characters},
    {u"wordcount", "wordcount(str)", wordcount},
};

} // namespace

std::span<const FunctionRow> nunjucksTextFilters()
{
    return rows;
}

} // namespace waymark::jinja
