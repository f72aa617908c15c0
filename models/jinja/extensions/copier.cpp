#include "models/jinja/extensions/pathobject.h"
#include "models/jinja/extensions/registry.h"
#include "models/jinja/extensions/strftime.h"
#include "models/jinja/methods/pythonfamilies.h"

#include <QCryptographicHash>

namespace waymark::jinja {
namespace {

/// str(pathlib.PureWindowsPath(*parts)): a rooted part begins anew, "." and doubled slashes go.
QString joinedWindowsPath(const QStringList &parts)
{
    QString drive;
    QString root;
    QStringList names;
    for (QString part : parts) {
        part.replace(u'/', u'\\');
        const bool hasDrive = part.size() > 1 && part[1] == u':';
        const QString ownDrive = hasDrive ? part.first(2) : QString();
        const QString rest = part.sliced(ownDrive.size());
        const bool isRooted = rest.startsWith(u'\\');
        if (isRooted || (hasDrive && ownDrive.compare(drive, Qt::CaseInsensitive) != 0)) {
            names.clear();
            root = isRooted ? QStringLiteral("\\") : QString();
        }
        if (hasDrive)
            drive = ownDrive;
        for (const QString &name : rest.split(u'\\', Qt::SkipEmptyParts)) {
            if (name != u".")
                names += name;
        }
    }
    const QString path = drive + root + names.join(u'\\');
    return path.isEmpty() ? QStringLiteral(".") : path;
}

/// Copier's pathjoin().
Value pathJoin(Call &call)
{
    QStringList parts;
    for (const Value &part : call.rest()) {
        const auto *path = part.as<PathObject>();
        if (!path && !part.isText()) {
            call.runtime().fail(
                FailureKind::Type,
                QStringLiteral("argument should be a str or an os.PathLike object where "
                               "__fspath__ returns a str, not '%1'")
                    .arg(call.runtime().typeName(part)));
        }
        parts += path ? path->path() : part.text();
    }
    QString mode = QStringLiteral("posix");
    for (const NamedArgument &keyword : call.keywords()) {
        if (keyword.name != u"mode") {
            call.runtime().fail(FailureKind::Type,
                                QStringLiteral("_pathjoin() got an unexpected keyword argument %1")
                                    .arg(call.runtime().repr(Value(keyword.name))));
        }
        mode = call.runtime().text(keyword.value);
    }
    if (mode == u"posix" || mode == u"native")
        return {joinedPath(parts)};
    if (mode != u"windows")
        call.runtime().fail(FailureKind::Key, call.runtime().repr(Value(mode)));
    return {joinedWindowsPath(parts)};
}

/// Copier's now(), the time in UTC.
Value utcNow(Call &call)
{
    return datetimeOf(call.runtime().now().toUTC());
}

/// Copier's make_secret(), of the render's own random numbers.
Value makeSecret(Call &call)
{
    constexpr int length = 48;
    QByteArray bytes;
    for (int i = 0; i < length; ++i)
        bytes += static_cast<char>(call.runtime().random(256));
    return {
        QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha512).toHex())};
}

constexpr FunctionRow rows[] = {
    {u"pathjoin", "_pathjoin(*path, **keywords)", pathJoin},
    {u"now", "_now()", utcNow},
    {u"make_secret", "_make_secret()", makeSecret},
};

} // namespace

std::span<const FunctionRow> copierFunctions()
{
    return rows;
}

} // namespace waymark::jinja
