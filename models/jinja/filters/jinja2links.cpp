#include "models/jinja/filters/jinja2families.h"
#include "models/jinja/filters/jinja2support.h"
#include "models/jinja/filters/jinja2urlize.h"
#include "models/jinja/methods/pythonarguments.h"

namespace waymark::jinja {
namespace {

/// jinja2.utils.url_quote().
QString quoted(Runtime &runtime, const Value &value, bool isForQuery)
{
    const QByteArray bytes = runtime.text(value).toUtf8();
    runtime.chargeText(bytes.size() * 3);
    QByteArray quoted = bytes.toPercentEncoding(isForQuery ? "" : "/");
    if (isForQuery)
        quoted.replace("%20", "+");
    return QString::fromLatin1(quoted);
}

/// "key=value" of one pair of those that urlencode goes through.
QString quotedPair(Runtime &runtime, const Value &pair)
{
    if (!runtime.isIterable(pair)) {
        const auto message = QStringLiteral("cannot unpack non-iterable %1 object");
        runtime.fail(FailureKind::Type, message.arg(runtime.typeName(pair)));
    }
    const std::vector<Value> parts = runtime.items(pair);
    if (parts.size() > 2)
        runtime.fail(FailureKind::Value, QStringLiteral("too many values to unpack (expected 2)"));
    if (parts.size() < 2) {
        const auto message = QStringLiteral("not enough values to unpack (expected 2, got %1)");
        runtime.fail(FailureKind::Value, message.arg(parts.size()));
    }
    return quoted(runtime, parts[0], true) + u'=' + quoted(runtime, parts[1], true);
}

Value urlEncode(Call &call)
{
    Runtime &runtime = call.runtime();
    const Value &value = call[0];
    if (value.isText() || (!runtime.isIterable(value) && !value.isUndefined()))
        return {quoted(runtime, value, false)};
    QStringList pairs;
    if (value.is(Value::Type::Dict)) {
        for (const DictData::Entry &entry : value.dict().entries())
            pairs += quoted(runtime, entry.key, true) + u'=' + quoted(runtime, entry.value, true);
    } else {
        for (const Value &pair : runtime.items(value))
            pairs += quotedPair(runtime, pair);
    }
    return {pairs.join(u'&')};
}

/// The words of the attribute rel, sorted, with those of the policy.
QString relation(Runtime &runtime, const Value &given, bool isNotFollowed)
{
    QStringList words = {QStringLiteral("noopener")};
    if (runtime.truthy(given)) {
        if (!given.isText())
            failAttribute(runtime, given, QStringLiteral("split"));
        words += given.text().simplified().split(u' ', Qt::SkipEmptyParts);
    }
    if (isNotFollowed)
        words += QStringLiteral("nofollow");
    words.sort();
    words.removeDuplicates();
    return words.join(u' ');
}

bool isSchemePrefix(const QString &scheme)
{
    qsizetype name = 0;
    while (name < scheme.size()
           && (scheme[name].isLetterOrNumber() || QStringView(u"_.+-").contains(scheme[name])))
        ++name;
    const QStringView rest = QStringView(scheme).sliced(name);
    return name >= 2 && (rest == u":" || rest == u":/" || rest == u"://");
}

/// Prefixes that are links beside those of the web.
QStringList extraSchemes(Runtime &runtime, const Value &value)
{
    QStringList schemes;
    if (value.isNone())
        return schemes;
    for (const Value &scheme : runtime.items(value)) {
        if (!scheme.isText() || !isSchemePrefix(scheme.text())) {
            const auto message = QStringLiteral("%1 is not a valid URI scheme prefix.");
            runtime.fail(FailureKind::Runtime, message.arg(runtime.repr(scheme)));
        }
        schemes += scheme.text();
    }
    return schemes;
}

Value urlize(Call &call)
{
    Runtime &runtime = call.runtime();
    LinkOptions options;
    options.relation = relation(runtime, call[4], call.truthy(2));
    if (!call[3].isNone())
        options.target = call.text(3);
    options.longestText = call[1];
    options.schemes = extraSchemes(runtime, call[5]);
    const QString text = withLinks(runtime, runtime.escaped(call[0]).text(), options);
    return runtime.autoescapes() ? Value::markup(text) : Value(text);
}

constexpr FunctionRow rows[] = {
    {u"urlencode", "do_urlencode(value)", urlEncode},
    {u"urlize",
     "do_urlize(&env, value, trim_url_limit=None, nofollow=False, target=None, rel=None, "
     "extra_schemes=None)",
     urlize},
};

} // namespace

std::span<const FunctionRow> jinja2LinkFilters()
{
    return rows;
}

} // namespace waymark::jinja
