#include "models/jinja/filters/registry.h"

#include "models/jinja/dialects/javascriptjson.h"
#include "models/jinja/filters/nunjucksarguments.h"

#include <QUrl>
#include <QUrlQuery>

namespace waymark::jinja {
namespace {

/// A RepoUrlPicker's value, "github.com?owner=o&repo=r", as a map of what it names.
Reference<DictData> repository(const Call &call)
{
    const QString text = call.text(0);
    const QUrl url(QStringLiteral("https://") + text, QUrl::StrictMode);
    const auto fail = [&](const QString &reason) {
        call.runtime().fail(
            FailureKind::Value,
            QStringLiteral("Invalid repo URL passed to publisher, got %1, %2").arg(text, reason));
    };
    if (!call[0].isText() || !url.isValid() || url.host().isEmpty())
        fail(QStringLiteral("it is no URL"));
    const QUrlQuery query(url);
    const auto value = [&](const QString &name) {
        QString raw = query.queryItemValue(name, QUrl::FullyEncoded);
        return QUrl::fromPercentEncoding(raw.replace(u'+', u' ').toUtf8());
    };
    const QString host
        = url.port() < 0 ? url.host() : QStringLiteral("%1:%2").arg(url.host()).arg(url.port());
    auto result = make<DictData>();
    result->insert(QStringLiteral("host"), Value(host));
    for (const auto &name :
         {QStringLiteral("owner"), QStringLiteral("repo"), QStringLiteral("organization"),
          QStringLiteral("workspace"), QStringLiteral("project")}) {
        if (query.hasQueryItem(name))
            result->insert(name, Value(value(name)));
    }
    const bool needsOwner = !result->find(QStringLiteral("project"))
        && !result->find(QStringLiteral("workspace"))
        && !result->find(QStringLiteral("organization"));
    const QStringList required = needsOwner
        ? QStringList{QStringLiteral("repo"), QStringLiteral("owner")}
        : QStringList{QStringLiteral("repo")};
    for (const QString &name : required) {
        if (!query.hasQueryItem(name) || value(name).isEmpty())
            fail(QStringLiteral("missing %1").arg(name));
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
    const Value *owner = parts->find(QStringLiteral("owner"));
    const QString first = owner ? owner->text() : QStringLiteral("undefined");
    return first + u'/' + parts->find(QStringLiteral("repo"))->text();
}

/// "[kind:][namespace/]name" as a map; what is left out comes from the second argument.
Value parseEntityRef(Call &call)
{
    Runtime &runtime = call.runtime();
    const QString text = call.text(0);
    const auto fallback = [&](const QString &name) -> QString {
        const Value value = javascript::isObject(call[1]) ? runtime.item(call[1], Value(name))
                                                          : Value::undefined();
        return value.isText() ? value.text() : QString();
    };
    QStringView rest = text;
    const auto upTo = [&](QChar separator) {
        const qsizetype at = rest.indexOf(separator);
        const QString part = at < 0 ? QString() : rest.first(at).toString();
        if (at >= 0)
            rest = rest.sliced(at + 1);
        return std::make_pair(at >= 0, part);
    };
    const auto [hasKind, kind] = upTo(u':');
    const auto [hasNamespace, space] = upTo(u'/');
    const bool isBroken = rest.isEmpty() || rest.contains(u':') || rest.contains(u'/')
        || kind.contains(u'/') || space.contains(u':') || (hasKind && kind.isEmpty())
        || (hasNamespace && space.isEmpty());
    if (!call[0].isText() || isBroken) {
        runtime.fail(
            FailureKind::Value,
            QStringLiteral(
                "Entity reference \"%1\" was not on the form [<kind>:][<namespace>/]<name>")
                .arg(text));
    }
    const QString usedKind = hasKind ? kind : fallback(QStringLiteral("defaultKind"));
    if (usedKind.isEmpty()) {
        runtime.fail(
            FailureKind::Value,
            QStringLiteral(
                "Entity reference \"%1\" had missing or empty kind (e.g. did not start with "
                "\"component:\" or similar)")
                .arg(text));
    }
    QString usedSpace = hasNamespace ? space : fallback(QStringLiteral("defaultNamespace"));
    if (usedSpace.isEmpty())
        usedSpace = QStringLiteral("default");
    auto result = make<DictData>();
    result->insert(QStringLiteral("kind"), Value(usedKind));
    result->insert(QStringLiteral("namespace"), Value(usedSpace));
    result->insert(QStringLiteral("name"), Value(rest.toString()));
    return {result};
}

/// lodash's get(): a path with dots and indexes.
Value pick(Call &call)
{
    QString path = call.text(1);
    path.replace(u'[', u'.').remove(u']');
    Value current = call[0];
    for (const QString &part : path.split(u'.', Qt::SkipEmptyParts)) {
        if (current.isUndefined() || current.isNone())
            return Value::undefined();
        current = call.runtime().item(current, Value(part));
    }
    return current;
}

Value jsonify(Call &call)
{
    const auto json = javascript::stringified(call.runtime(), call[0], call[1]);
    return json ? Value(*json) : Value::undefined();
}

constexpr FunctionRow rows[] = {
    {u"parseEntityRef", "parseEntityRef(ref, context)", parseEntityRef},
    {u"parseRepoUrl", "parseRepoUrl(url)", parseRepoUrl},
    {u"pick", "pick(obj, key)", pick, Flow::Items},
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
