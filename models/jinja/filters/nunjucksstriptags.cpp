#include "models/jinja/filters/nunjucksfamilies.h"

#include "models/jinja/filters/nunjucksarguments.h"
#include "models/jinja/lexer.h"
#include "models/jinja/methods/javascripttext.h"

namespace waymark::jinja {
namespace {

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

constexpr FunctionRow rows[] = {
    {u"striptags", "striptags(input, preserveLinebreaks)", striptags},
};

} // namespace

std::span<const FunctionRow> nunjucksStripFilters()
{
    return rows;
}

} // namespace waymark::jinja
