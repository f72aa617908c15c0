#include "models/jinja/filters/registry.h"

#include "models/jinja/dialects/javascriptjson.h"
#include "models/jinja/filters/nunjucksarguments.h"
#include "models/jinja/filters/nunjucksproperties.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace waymark::jinja {
namespace {

/// A SafeString is handed to Backstage's filters as the object that it is.
bool isString(const Value &value)
{
    return value.isText() && !value.isMarkup();
}

/// What the address of a repository has to name, by the kind of host that answers there. Which kind
/// another host is, Backstage's configuration says, which we have not.
QStringList requiredOf(const QString &host, const QUrlQuery &query)
{
    const auto names = [&](QStringView name) { return query.hasQueryItem(name.toString()); };
    QStringList usual{QStringLiteral("repo"), QStringLiteral("owner")};
    if (host == u"github.com")
        return usual;
    if (host == u"bitbucket.org") {
        return {QStringLiteral("workspace"), QStringLiteral("project"), QStringLiteral("repo")};
    }
    if (host == u"dev.azure.com")
        return {QStringLiteral("project"), QStringLiteral("repo")};
    if (host == u"gitlab.com")
        return names(u"project") ? QStringList() : usual;
    const bool hasOther = names(u"project") || names(u"workspace") || names(u"organization");
    return hasOther ? QStringList{QStringLiteral("repo")} : usual;
}

QString withoutSlashes(QStringView text)
{
    while (text.startsWith(u'/'))
        text = text.sliced(1);
    while (text.endsWith(u'/'))
        text.chop(1);
    return text.toString();
}

/// A RepoUrlPicker's value, "github.com?owner=o&repo=r", as a map of what it names.
Reference<DictData> repository(const Call &call)
{
    const QString text = call.text(0);
    const QUrl url(QStringLiteral("https://") + text, QUrl::TolerantMode);
    const auto fail = [&](const QString &reason) {
        call.runtime().fail(
            FailureKind::Value,
            QStringLiteral("Invalid repo URL passed to publisher, got %1, %2").arg(text, reason));
    };
    if (!isString(call[0]) || !url.isValid() || url.host().isEmpty())
        fail(QStringLiteral("it is no URL"));
    const QUrlQuery query(url);
    const auto value = [&](const QString &name) {
        QString raw = query.queryItemValue(name, QUrl::FullyEncoded);
        return QUrl::fromPercentEncoding(raw.replace(u'+', u' ').toUtf8());
    };
    const bool hasPort = url.port(443) != 443; // the one of https: is left out
    const QString host
        = hasPort ? QStringLiteral("%1:%2").arg(url.host()).arg(url.port()) : url.host();
    for (const QString &name : requiredOf(host, query)) {
        if (value(name).isEmpty())
            fail(QStringLiteral("missing %1").arg(name));
    }
    auto result = make<DictData>();
    result->insert(QStringLiteral("host"), Value(host));
    for (const auto &name :
         {QStringLiteral("owner"), QStringLiteral("repo"), QStringLiteral("organization"),
          QStringLiteral("workspace"), QStringLiteral("project")}) {
        if (query.hasQueryItem(name))
            result->insert(name, Value(withoutSlashes(value(name))));
    }
    return result;
}

Value parseRepoUrl(Call &call)
{
    return {repository(call)};
}

Value projectSlug(Call &call)
{
    const auto parts = repository(call);
    const auto part = [&](const QString &name) {
        const Value *value = parts->find(name);
        return value ? value->text() : QStringLiteral("undefined");
    };
    return part(QStringLiteral("owner")) + u'/' + part(QStringLiteral("repo"));
}

/// The parts of an entity's name, as far as they are there.
struct EntityRef
{
    Value kind = Value::undefined();
    Value space = Value::undefined();
    Value name = Value::undefined();
};

/// "[kind:][namespace/]name"; a colon behind the slash belongs to the name.
EntityRef parsedRef(const Call &call, const QString &text)
{
    const qsizetype slash = text.indexOf(u'/');
    const qsizetype firstColon = text.indexOf(u':');
    const qsizetype colon = slash >= 0 && slash < firstColon ? -1 : firstColon;
    EntityRef ref;
    if (colon >= 0)
        ref.kind = text.first(colon);
    if (slash >= 0)
        ref.space = text.sliced(colon + 1, slash - colon - 1);
    ref.name = text.sliced(std::max(colon, slash) + 1);
    const auto isEmpty = [](const Value &part) { return part.isText() && part.text().isEmpty(); };
    if (isEmpty(ref.kind) || isEmpty(ref.space) || isEmpty(ref.name)) {
        call.runtime().fail(
            FailureKind::Value,
            QStringLiteral(
                "Entity reference \"%1\" was not on the form [<kind>:][<namespace>/]<name>")
                .arg(text));
    }
    return ref;
}

Value propertyOr(const Call &call, const Value &value, const QString &name, const Value &fallback)
{
    const Value found
        = isNothing(value) ? Value::undefined() : call.runtime().item(value, Value(name));
    return isNothing(found) ? fallback : found;
}

/// The name of an entity, or a map of its parts, as a map; what is left out comes from the second
/// argument.
Value parseEntityRef(Call &call)
{
    Runtime &runtime = call.runtime();
    if (!call.truthy(0))
        runtime.fail(FailureKind::Value, QStringLiteral("Entity reference must not be empty"));
    const Value kind = propertyOr(call, call[1], QStringLiteral("defaultKind"), Value::undefined());
    Value space = propertyOr(call, call[1], QStringLiteral("defaultNamespace"), Value::undefined());
    if (!runtime.truthy(space))
        space = QStringLiteral("default");
    EntityRef ref;
    if (isString(call[0])) {
        ref = parsedRef(call, call[0].text());
    } else {
        ref.kind = propertyOr(call, call[0], QStringLiteral("kind"), Value::undefined());
        ref.space = propertyOr(call, call[0], QStringLiteral("namespace"), Value::undefined());
        ref.name = propertyOr(call, call[0], QStringLiteral("name"), Value::undefined());
    }
    auto result = make<DictData>();
    const auto add = [&](const QString &name, const Value &part, const Value &fallback) {
        const Value used = isNothing(part) ? fallback : part;
        if (!runtime.truthy(used)) {
            runtime.fail(FailureKind::Value,
                         QStringLiteral("Entity reference \"%1\" had missing or empty %2")
                             .arg(call.text(0), name));
        }
        result->insert(name, used);
    };
    add(QStringLiteral("kind"), ref.kind, kind);
    add(QStringLiteral("namespace"), ref.space, space);
    add(QStringLiteral("name"), ref.name, Value::undefined());
    return {result};
}

/// The keys in a path: between dots, and in brackets, with or without quotes.
QStringList keysIn(QStringView path)
{
    QStringList keys;
    for (qsizetype at = 0; at < path.size();) {
        const bool isBracket = path[at] == u'[';
        const qsizetype start = isBracket ? at + 1 : at;
        qsizetype end = start;
        while (end < path.size()
               && (isBracket ? path[end] != u']' : path[end] != u'.' && path[end] != u'['))
            ++end;
        QStringView key = path.sliced(start, end - start);
        const bool isQuoted = isBracket && key.size() > 1 && key.front() == key.back()
            && (key.front() == u'"' || key.front() == u'\'');
        if (isQuoted)
            key = key.sliced(1, key.size() - 2);
        keys.append(key.toString());
        at = isBracket ? end + 1 : end;
        const bool isDot = at < path.size() && path[at] == u'.';
        if (isDot && at + 1 == path.size())
            keys.append(QString());
        at += isDot ? 1 : 0;
    }
    return keys;
}

/// lodash's get(): a path with dots and indexes, and what there is instead.
Value pick(Call &call)
{
    Runtime &runtime = call.runtime();
    QStringList keys;
    if (call[1].isSequence()) {
        for (const Value &key : call[1].items().items)
            keys.append(runtime.text(key));
    } else if (const QString path = call.text(1);
               !isNothing(call[0]) && javascript::hasOwn(runtime, call[0], path)) {
        keys = {path};
    } else {
        keys = call[1].isText() && !path.isEmpty() ? keysIn(path) : QStringList{path};
    }
    Value current = keys.isEmpty() ? Value::undefined() : call[0];
    for (const QString &key : keys)
        current = isNothing(current) ? Value::undefined() : runtime.item(current, Value(key));
    return current.isUndefined() ? call[2] : current;
}

Value jsonify(Call &call)
{
    const auto json = javascript::stringified(call.runtime(), call[0], call[1]);
    return json ? Value(*json) : Value::undefined();
}

constexpr FunctionRow rows[] = {
    {u"parseEntityRef", "parseEntityRef(ref, context)", parseEntityRef},
    {u"parseRepoUrl", "parseRepoUrl(url)", parseRepoUrl},
    {u"pick", "pick(obj, key, fallback)", pick, Flow::Items},
    {u"projectSlug", "projectSlug(repoUrl)", projectSlug},
};
constexpr FunctionRow compatRows[] = {
    {u"jsonify", "jsonify(obj, spaces)", jsonify},
};

} // namespace

const FunctionTable &backstageFilters()
{
    static const FunctionTable table{std::span<const FunctionRow>(rows)};
    return table;
}

const FunctionTable &backstageCompatFilters()
{
    static const FunctionTable table{std::span<const FunctionRow>(compatRows)};
    return table;
}

} // namespace waymark::jinja
