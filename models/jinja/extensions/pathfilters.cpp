#include "models/jinja/extensions/registry.h"
#include "models/jinja/methods/pythonfamilies.h"

#include <QCoreApplication>

#include <algorithm>

namespace waymark::jinja {
namespace {

QString textOf(Call &call, size_t at)
{
    if (call[at].isUndefined())
        call.runtime().failUndefined(call[at]);
    return call.text(at);
}

/// What would depend on the computer that renders.
[[noreturn]] void refuse(Call &call)
{
    const auto message = QCoreApplication::translate(
        "jinja", "the filter “%1” would read files or the environment, which no template may");
    call.runtime().fail(FailureKind::Security, message.arg(call.function().name));
}

Value refused(Call &call)
{
    refuse(call);
}

Value expandUser(Call &call)
{
    if (textOf(call, 0).startsWith(u'~'))
        refuse(call);
    return call[0];
}

Value expandVariables(Call &call)
{
    if (textOf(call, 0).contains(u'$'))
        refuse(call);
    return call[0];
}

/// posixpath.split()
std::pair<QString, QString> split(const QString &path)
{
    const qsizetype slash = path.lastIndexOf(u'/') + 1;
    QString head = path.first(slash);
    if (std::ranges::any_of(head, [](QChar c) { return c != u'/'; })) {
        while (head.endsWith(u'/'))
            head.chop(1);
    }
    return {head, path.sliced(slash)};
}

Value basename(Call &call)
{
    return {split(textOf(call, 0)).second};
}

Value dirname(Call &call)
{
    return {split(textOf(call, 0)).first};
}

/// Where the extension of `path` begins: behind the dots that its name begins with.
qsizetype extensionStart(const QString &path)
{
    const qsizetype name = path.lastIndexOf(u'/') + 1;
    const qsizetype dot = path.lastIndexOf(u'.');
    for (qsizetype i = name; i < dot; ++i) {
        if (path[i] != u'.')
            return dot;
    }
    return path.size();
}

Value splitExtension(Call &call)
{
    const QString path = textOf(call, 0);
    const qsizetype start = extensionStart(path);
    return tupleOf({Value(path.first(start)), Value(path.sliced(start))});
}

bool isSeparator(QChar c)
{
    return c == u'\\' || c == u'/';
}

/// How much of a Windows path is its drive ("C:") or share ("\\host\share").
qsizetype driveLength(const QString &path)
{
    if (path.size() >= 2 && isSeparator(path[0]) && isSeparator(path[1])
        && (path.size() < 3 || !isSeparator(path[2]))) {
        const auto separator = [&](qsizetype from) {
            while (from < path.size() && !isSeparator(path[from]))
                ++from;
            return from;
        };
        const qsizetype host = separator(2);
        if (host == path.size())
            return 0;
        const qsizetype share = separator(host + 1);
        return share == host + 1 ? 0 : share;
    }
    return path.size() >= 2 && path[1] == u':' ? 2 : 0;
}

/// ntpath.split()
std::pair<QString, QString> splitWindows(const QString &path)
{
    const qsizetype drive = driveLength(path);
    qsizetype at = path.size();
    while (at > drive && !isSeparator(path[at - 1]))
        --at;
    QString head = path.sliced(drive, at - drive);
    const auto isName = [](QChar c) { return !isSeparator(c); };
    if (std::ranges::any_of(head, isName)) {
        while (!head.isEmpty() && isSeparator(head.back()))
            head.chop(1);
    }
    return {path.first(drive) + head, path.sliced(at)};
}

Value windowsBasename(Call &call)
{
    return {splitWindows(textOf(call, 0)).second};
}

Value windowsDirname(Call &call)
{
    return {splitWindows(textOf(call, 0)).first};
}

Value windowsSplitDrive(Call &call)
{
    const QString path = textOf(call, 0);
    const qsizetype drive = driveLength(path);
    return tupleOf({Value(path.first(drive)), Value(path.sliced(drive))});
}

/// The names of a path, with "." and what ".." takes back left out.
QStringList normalNames(const QString &path)
{
    QStringList names;
    const bool isAbsolute = path.startsWith(u'/');
    for (const QString &name : path.split(u'/', Qt::SkipEmptyParts)) {
        if (name == u".")
            continue;
        const bool goesUp = name == u"..";
        if (goesUp && !names.isEmpty() && names.back() != u"..")
            names.removeLast();
        else if (!goesUp || !isAbsolute)
            names += name;
    }
    return names;
}

/// os.path.relpath(): of two paths from one place; where that is matters only for "..".
Value relativePath(Call &call)
{
    const QString path = textOf(call, 0);
    const QString start = call[1].isNone() ? QStringLiteral(".") : textOf(call, 1);
    if (path.isEmpty())
        call.runtime().fail(FailureKind::Value, QStringLiteral("no path specified"));
    const QStringList to = normalNames(path);
    const QStringList from = normalNames(start);
    if (path.startsWith(u'/') != start.startsWith(u'/') || from.startsWith(QStringLiteral("..")))
        refuse(call);
    const auto [differsTo, differsFrom] = std::ranges::mismatch(to, from);
    QStringList names(from.end() - differsFrom, QStringLiteral(".."));
    names += QStringList(differsTo, to.end());
    return {names.isEmpty() ? QStringLiteral(".") : names.join(u'/')};
}

constexpr FunctionRow rows[] = {
    {u"basename", "basename(p)", basename},
    {u"dirname", "dirname(p)", dirname},
    {u"expanduser", "expanduser(path)", expandUser},
    {u"expandvars", "expandvars(path)", expandVariables},
    {u"fileglob", "fileglob(pathname)", refused},
    {u"realpath", "realpath(filename)", refused},
    {u"relpath", "relpath(path, start=None)", relativePath},
    {u"splitext", "splitext(p)", splitExtension},
    {u"win_basename", "basename(p)", windowsBasename},
    {u"win_dirname", "dirname(p)", windowsDirname},
    {u"win_splitdrive", "splitdrive(p)", windowsSplitDrive},
};

} // namespace

std::span<const FunctionRow> pathFilters()
{
    return rows;
}

} // namespace waymark::jinja
