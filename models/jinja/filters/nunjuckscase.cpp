#include "models/jinja/filters/nunjucksfamilies.h"

#include "models/jinja/filters/nunjucksarguments.h"
#include "models/jinja/methods/javascripttext.h"

#include <QStringList>

namespace waymark::jinja {
namespace {

QString capitalized(const QString &text)
{
    QString lower = javascript::toLowerCase(text);
    if (!lower.isEmpty() && lower.front() < QChar(0x80)) { // ASCII: one unit becomes one
        lower[0] = lower.front().toUpper();
        return lower;
    }
    return javascript::toUpperCase(lower.first(qMin<qsizetype>(1, lower.size())))
        + lower.sliced(qMin<qsizetype>(1, lower.size()));
}

Value capitalize(Call &call)
{
    return call.like(capitalized(textOrEmpty(call, 0, "toLowerCase")));
}

Value title(Call &call)
{
    const QString text = textOrEmpty(call, 0, "split");
    if (!text.contains(u' '))
        return call.like(capitalized(text));
    QStringList words = text.split(u' ');
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

constexpr FunctionRow rows[] = {
    {u"capitalize", "capitalize(str)", capitalize, Flow::Characters},
    {u"lower", "lower(str)", lower, Flow::Characters},
    {u"title", "title(str)", title, Flow::Characters},
    {u"upper", "upper(str)", upper, Flow::Characters},
};

} // namespace

std::span<const FunctionRow> nunjucksCaseFilters()
{
    return rows;
}

} // namespace waymark::jinja
