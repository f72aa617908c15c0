#include "models/plan/pathrules.h"

#include "models/base/utf8.h"
#include "models/plan/pathwords.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qsizetype maximumName = 255;
constexpr qsizetype maximumPath = 4096;
constexpr qsizetype maximumDepth = 100;

QString tr(const char *text)
{
    return QCoreApplication::translate("PathRules", text);
}

/// `name` as Windows opens it: without streams, and without blanks and dots at the end.
QStringView opened(QStringView name)
{
    name = name.left(name.indexOf(u':') < 0 ? name.size() : name.indexOf(u':'));
    while (name.endsWith(u' ') || name.endsWith(u'.'))
        name.chop(1);
    return name;
}

bool isGit(const QString &name)
{
    const QString compared = foldedName(name);
    const QStringView base = opened(compared);
    if (base == ".git"_L1)
        return true;
    if (!base.startsWith("git~"_L1) || base.size() == 4)
        return false;
    return std::ranges::all_of(base.mid(4), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isDevice(const QString &name)
{
    QString base = name.left(std::min(name.indexOf(u'.') < 0 ? name.size() : name.indexOf(u'.'),
                                      name.indexOf(u':') < 0 ? name.size() : name.indexOf(u':')));
    base = base.trimmed().toUpper();
    static const QSet<QString> devices
        = {u"CON"_s, u"PRN"_s, u"AUX"_s, u"NUL"_s, u"CONIN$"_s, u"CONOUT$"_s, u"CLOCK$"_s};
    if (devices.contains(base))
        return true;
    const QStringView digits = u"0123456789¹²³";
    return base.size() == 4 && (base.startsWith("COM"_L1) || base.startsWith("LPT"_L1))
        && digits.contains(base.back());
}

bool isForbidden(QChar c)
{
    return c.category() == QChar::Other_Control || c == u'\\' || c == u':';
}

std::optional<Problem> checkEncoding(const QByteArray &path)
{
    const auto text = decodeUtf8(path);
    if (text)
        return {};
    return pathProblem("path.encoding"_L1, path,
                       tr("The path is no UTF-8 from byte %1 on.")
                           .arg(text.error().problem.position.value_or(SourcePosition{}).column),
                       tr("Name the file in UTF-8."));
}

std::optional<Problem> checkName(const QByteArray &path, const QString &name)
{
    if (name == u"."_s || name == u".."_s)
        return pathProblem("path.parent"_L1, path, tr("“%1” in a path leads out of it.").arg(name),
                           tr("Write where the file goes without “.” and “..”."));
    if (isGit(name))
        return pathProblem("path.git"_L1, path,
                           tr("“%1” is git's own folder, on this system or another.")
                               .arg(visiblePath(name.toUtf8())),
                           tr("Give it another name; git keeps its data there."));
    if (isDevice(name))
        return pathProblem(
            "path.device"_L1, path,
            tr("“%1” is the name of a device on Windows.").arg(visiblePath(name.toUtf8())),
            tr("Give it another name, so that the repository can be used everywhere."));
    const auto bad = std::ranges::find_if(name, isForbidden);
    if (bad != name.end())
        return pathProblem(
            "path.character"_L1, path,
            tr("A name cannot hold the character %1.").arg(visiblePath(QString(*bad).toUtf8())),
            tr("Leave it out. Folders are written with “/”, on every system."));
    if (name.endsWith(u' ') || name.endsWith(u'.'))
        return pathProblem("path.end"_L1, path,
                           tr("“%1” ends with a blank or a dot, which Windows drops.").arg(name),
                           tr("Take it off the end of the name."));
    if (name.toUtf8().size() > maximumName)
        return pathProblem("path.long"_L1, path,
                           tr("A name of %1 bytes is too long; %2 are possible.")
                               .arg(name.toUtf8().size())
                               .arg(maximumName),
                           tr("Shorten it."));
    return {};
}

} // namespace

std::optional<Problem> checkPath(const QByteArray &path)
{
    if (path.isEmpty())
        return pathProblem(
            "path.empty"_L1, path, tr("A file has an empty path."),
            tr("The name of the file comes from answers: one of them may be empty."));
    if (path.startsWith('/'))
        return pathProblem("path.absolute"_L1, path, tr("The path is absolute."),
                           tr("Write it from the service's folder on."));
    if (const auto problem = checkEncoding(path))
        return problem;
    if (path.size() > maximumPath)
        return pathProblem("path.long"_L1, path.first(80),
                           tr("A path of %1 bytes is too long; %2 are possible.")
                               .arg(path.size())
                               .arg(maximumPath),
                           tr("Shorten it."));
    const QStringList names = displayed(path).split(u'/');
    if (names.size() > maximumDepth)
        return pathProblem(
            "path.long"_L1, path,
            tr("The path is %1 folders deep; %2 are possible.").arg(names.size()).arg(maximumDepth),
            tr("Make it less deep."));
    for (const QString &name : names) {
        if (name.isEmpty())
            return pathProblem("path.empty"_L1, path, tr("A folder in the path has no name."),
                               tr("Its name comes from answers: one of them may be empty."));
        if (const auto problem = checkName(path, name))
            return problem;
    }
    return {};
}

} // namespace waymark
