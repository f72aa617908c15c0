#include "models/jinja/filters/nunjucksfamilies.h"

#include "models/jinja/filters/nunjucksarguments.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace waymark::jinja {
namespace {

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
    Value value = hasText ? call[0] : Value(QString());
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

constexpr FunctionRow rows[] = {
    {u"center", "center(str, width)", center},
    {u"indent", "indent(str, width, indentfirst)", indent, Flow::Lines},
    {u"truncate", "truncate(input, length, killwords, end)", truncate},
};

} // namespace

std::span<const FunctionRow> nunjucksLayoutFilters()
{
    return rows;
}

} // namespace waymark::jinja
