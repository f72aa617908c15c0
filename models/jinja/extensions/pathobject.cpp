#include "models/jinja/extensions/pathobject.h"

#include "models/jinja/boundmethod.h"
#include "models/jinja/methods/pythonfamilies.h"

namespace waymark::jinja {
namespace {

QString rootOf(const QString &path)
{
    const bool isDoubled = path.startsWith(u"//") && !path.startsWith(u"///");
    return isDoubled            ? QStringLiteral("//")
        : path.startsWith(u'/') ? QStringLiteral("/")
                                : QString();
}

QString lastName(const QString &path)
{
    return path == u"." ? QString() : path.sliced(path.lastIndexOf(u'/') + 1);
}

/// Where the suffix of `name` begins; its end: it has none.
qsizetype suffixStart(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot > 0 && dot < name.size() - 1 ? dot : name.size();
}

QString parentPath(const QString &path)
{
    const QString root = rootOf(path);
    const QString names = path.sliced(root.size());
    const qsizetype slash = names.lastIndexOf(u'/');
    const QString left = root + (slash < 0 ? QString() : names.first(slash));
    return left.isEmpty() ? QStringLiteral(".") : left;
}

Value partsOf(const QString &path)
{
    const QString root = rootOf(path);
    std::vector<Value> parts;
    if (!root.isEmpty())
        parts.emplace_back(root);
    for (const QString &name : path.sliced(root.size()).split(u'/', Qt::SkipEmptyParts)) {
        if (name != u".")
            parts.emplace_back(name);
    }
    return tupleOf(std::move(parts));
}

const QString &self(const Call &call)
{
    return call[0].as<PathObject>()->path();
}

QString textOf(Call &call, const Value &part)
{
    const auto *path = part.as<PathObject>();
    if (!path && !part.isText())
        call.runtime().fail(
            FailureKind::Type,
            QStringLiteral("argument should be a str or an os.PathLike object where __fspath__ "
                           "returns a str, not '%1'")
                .arg(call.runtime().typeName(part)));
    return path ? path->path() : part.text();
}

Value asPosix(Call &call)
{
    return {self(call)};
}

Value isAbsolute(Call &call)
{
    return self(call).startsWith(u'/');
}

Value joinPath(Call &call)
{
    QStringList parts{self(call)};
    for (const Value &part : call.rest())
        parts += textOf(call, part);
    return pathOf(joinedPath(parts));
}

Value withName(Call &call)
{
    return pathOf(joinedPath({parentPath(self(call)), textOf(call, call[1])}));
}

Value withSuffix(Call &call)
{
    const QString name = lastName(self(call));
    return pathOf(joinedPath(
        {parentPath(self(call)), name.first(suffixStart(name)) + textOf(call, call[1])}));
}

Value relativeTo(Call &call)
{
    const QString start = joinedPath({textOf(call, call[1])});
    const QString &path = self(call);
    if (path == start)
        return pathOf({});
    const QString inside = start == u"." ? QString() : start.endsWith(u'/') ? start : start + u'/';
    if (!path.startsWith(inside)) {
        call.runtime().fail(
            FailureKind::Value,
            QStringLiteral("%1 is not in the subpath of %2")
                .arg(call.runtime().repr(Value(path)), call.runtime().repr(Value(start))));
    }
    return pathOf(path.sliced(inside.size()));
}

constexpr FunctionRow methods[] = {
    {u"as_posix", "as_posix(self)", asPosix},
    {u"is_absolute", "is_absolute(self)", isAbsolute},
    {u"joinpath", "joinpath(self, *pathsegments)", joinPath},
    {u"relative_to", "relative_to(self, other)", relativeTo},
    {u"with_name", "with_name(self, name)", withName},
    {u"with_suffix", "with_suffix(self, suffix)", withSuffix},
};

} // namespace

QString PathObject::toText(Runtime &runtime) const
{
    return QStringLiteral("PurePosixPath(%1)").arg(runtime.repr(Value(m_path)));
}

bool PathObject::equals(const Object &other) const
{
    const auto *path = dynamic_cast<const PathObject *>(&other);
    return path && path->m_path == m_path;
}

Value PathObject::attribute(Runtime & /*runtime*/, const QString &name)
{
    const QString last = lastName(m_path);
    if (name == u"name")
        return {last};
    if (name == u"stem")
        return {last.first(suffixStart(last))};
    if (name == u"suffix")
        return {last.sliced(suffixStart(last))};
    if (name == u"parent")
        return pathOf(parentPath(m_path));
    if (name == u"parts")
        return partsOf(m_path);
    if (name == u"root" || name == u"anchor")
        return {rootOf(m_path)};
    if (name == u"drive")
        return {QString()};
    static const FunctionTable table{std::span<const FunctionRow>(methods)};
    const Function *method = table.find(name);
    return method
        ? Value(Reference<Object>(make<BoundMethod>(*method, Value(Reference<Object>(this)))))
        : Value();
}

QString joinedPath(const QStringList &parts)
{
    QStringList names;
    QString root;
    for (const QString &part : parts) {
        if (part.startsWith(u'/')) {
            names.clear();
            root = rootOf(part);
        }
        for (const QString &name : part.split(u'/', Qt::SkipEmptyParts)) {
            if (name != u".")
                names += name;
        }
    }
    const QString path = root + names.join(u'/');
    return path.isEmpty() ? QStringLiteral(".") : path;
}

Value pathOf(const QString &text)
{
    return {Reference<Object>(make<PathObject>(joinedPath({text})))};
}

Value joinedPaths(const Value &left, const Value &right)
{
    const auto *a = left.as<PathObject>();
    const auto *b = right.as<PathObject>();
    if ((!a && !b) || (!a && !left.isText()) || (!b && !right.isText()))
        return {};
    return pathOf(joinedPath({a ? a->path() : left.text(), b ? b->path() : right.text()}));
}

} // namespace waymark::jinja
