#include "models/jinja/filters/nunjucksfamilies.h"

#include "models/jinja/filters/nunjucksarguments.h"
#include "models/jinja/methods/javascripttext.h"

namespace waymark::jinja {
namespace {

Value trim(Call &call)
{
    return call.like(javascript::trimmed(onlyText(call, 0, "replace")));
}

Value wordcount(Call &call)
{
    const QString text = call.truthy(0) ? textOrEmpty(call, 0, "match") : QString();
    const auto isWord
        = [](QChar c) { return c == u'_' || (c.unicode() < 0x80 && c.isLetterOrNumber()); };
    qint64 words = 0;
    for (qsizetype i = 0; i < text.size(); ++i)
        words += isWord(text[i]) && (i == 0 || !isWord(text[i - 1])) ? 1 : 0;
    return words > 0 ? Value(words) : Value::none();
}

Value forceescape(Call &call)
{
    const bool isNothing = call[0].isUndefined() || call[0].isNone();
    const QString text = isNothing ? QString() : call.text(0);
    return Value::markup(call.runtime().options().backstage
                             ? javascript::escapeWithoutBackslash(text)
                             : javascript::escape(text));
}

Value escape(Call &call)
{
    return call[0].isMarkup() ? call[0] : forceescape(call);
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

constexpr FunctionRow rows[] = {
    {u"e", "escape(str)", escape},
    {u"escape", "escape(str)", escape},
    {u"forceescape", "forceescape(str)", forceescape},
    {u"safe", "safe(str)", safe, Flow::Characters},
    {u"string", "string(obj)", string, Flow::Characters},
    {u"trim", "trim(str)", trim, Flow::Lines},
    {u"wordcount", "wordcount(str)", wordcount},
};

} // namespace

std::span<const FunctionRow> nunjucksTextFilters()
{
    return rows;
}

} // namespace waymark::jinja
