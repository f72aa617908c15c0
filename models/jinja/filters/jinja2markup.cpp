#include "models/jinja/filters/jinja2markup.h"

#include "models/jinja/dialect.h"
#include "models/jinja/filters/jinja2entities.h"
#include "models/jinja/filters/jinja2families.h"
#include "models/jinja/filters/jinja2support.h"
#include "models/jinja/methods/pythoncharacters.h"
#include "models/jinja/textbuilder.h"

#include <algorithm>

namespace waymark::jinja {
namespace {

/// Without what stands from `start` to the next `end`, also where that comes about by a removal.
QString withoutStretches(Runtime &runtime, QString text, QStringView start, QStringView end)
{
    qsizetype at = 0;
    for (;;) {
        const qsizetype first = text.indexOf(start, at);
        const qsizetype last = first < 0 ? -1 : text.indexOf(end, first);
        if (last < 0)
            return text;
        runtime.chargeText(text.size());
        text.remove(first, last + end.size() - first);
        at = std::max<qsizetype>(0, first - start.size() + 1);
    }
}

Value escape(Call &call)
{
    return call.runtime().escaped(call[0]);
}

Value forceEscape(Call &call)
{
    return Value::markup(call.runtime().dialect().escape(call.text(0)));
}

Value safe(Call &call)
{
    const Value text = softText(call.runtime(), call[0]);
    Value markup = Value::markup(text.text());
    markup.setTags(text.tags());
    return markup;
}

Value stripTags(Call &call)
{
    return {withoutTags(call.runtime(), call.text(0))};
}

/// Whether an attribute's name would end at `c`.
bool endsName(QChar c)
{
    return c == u'/' || c == u'>' || c == u'=' || c == u' ' || (c >= u'\t' && c <= u'\r');
}

[[noreturn]] void failNoString(Runtime &runtime, const Value &value)
{
    const auto message = QStringLiteral("expected string or bytes-like object, got '%1'");
    runtime.fail(FailureKind::Type, message.arg(runtime.typeName(value)));
}

Value xmlAttributes(Call &call)
{
    Runtime &runtime = call.runtime();
    if (!call[0].is(Value::Type::Dict))
        failAttribute(runtime, call[0], QStringLiteral("items"));
    TextBuilder out(runtime);
    for (const DictData::Entry &entry : call[0].dict().entries()) {
        if (entry.value.isNone() || entry.value.isUndefined())
            continue;
        if (!entry.key.isText())
            failNoString(runtime, entry.key);
        if (std::ranges::any_of(entry.key.text(), endsName)) {
            const auto message = QStringLiteral("Invalid character in attribute name: %1");
            runtime.fail(FailureKind::Value, message.arg(runtime.repr(entry.key)));
        }
        if (out.size() > 0 || call.truthy(1))
            out.append(QStringLiteral(" "));
        out.append(runtime.escaped(entry.key));
        out.append(QStringLiteral("=\""));
        out.append(runtime.escaped(entry.value));
        out.append(QStringLiteral("\""));
    }
    return runtime.tagged(out.take(runtime.autoescapes()), runtime.shallowTags(call[0]));
}

constexpr FunctionRow rows[] = {
    {u"e", "escape(s)", escape, Flow::Own},
    {u"escape", "escape(s)", escape, Flow::Own},
    {u"forceescape", "do_forceescape(value)", forceEscape, Flow::Lines},
    {u"safe", "do_mark_safe(value)", safe, Flow::Own},
    {u"striptags", "do_striptags(value)", stripTags},
    {u"xmlattr", "do_xmlattr(&env, d, autospace=True)", xmlAttributes, Flow::Own},
};

} // namespace

QString withoutTags(Runtime &runtime, const QString &text)
{
    runtime.chargeText(text.size());
    const QString bare
        = withoutStretches(runtime, withoutStretches(runtime, text, u"<!--", u"-->"), u"<", u">");
    QString collapsed;
    bool isBehindBlank = false;
    for (const char32_t c : CodePoints(bare)) {
        const bool isBlank = isPythonSpace(c);
        if (!isBlank && isBehindBlank && !collapsed.isEmpty())
            collapsed += u' ';
        if (!isBlank)
            collapsed += codePointText(c);
        isBehindBlank = isBlank;
    }
    return withoutEntities(collapsed);
}

std::span<const FunctionRow> jinja2MarkupFilters()
{
    return rows;
}

} // namespace waymark::jinja
