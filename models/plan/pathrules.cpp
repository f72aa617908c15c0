#include "models/plan/pathrules.h"

#include "models/base/utf8.h"

#include <QCoreApplication>
#include <QHash>
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

/// `path` with what cannot be seen written out.
QString visible(const QByteArray &path)
{
    QString result;
    const QString text = displayed(path);
    for (const QChar c : text) {
        const bool seen
            = c.category() != QChar::Other_Control && c.category() != QChar::Other_Format;
        result += seen ? QString(c) : u"\\u%1"_s.arg(int(c.unicode()), 4, 16, QChar(u'0'));
    }
    return result;
}

Problem refusal(QLatin1StringView code, const QByteArray &path, const QString &message,
                const QString &hint = {})
{
    return {.code = code, .message = message, .file = visible(path), .hint = hint};
}

/// `name` as HFS+ and NTFS compare it: without what they do not look at, in one case and form.
QString folded(const QString &name)
{
    QString seen;
    for (const QChar c : name) {
        if (c.category() != QChar::Other_Format)
            seen += c;
    }
    // Upper case first: the folding of Qt leaves ß, which APFS takes for ss.
    const QString upper = seen.normalized(QString::NormalizationForm_C).toUpper();
    return upper.toCaseFolded().normalized(QString::NormalizationForm_C);
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
    const QString compared = folded(name);
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
    return refusal("path.encoding"_L1, path,
                   tr("The path is no UTF-8 from byte %1 on.")
                       .arg(text.error().problem.position.value_or(SourcePosition{}).column),
                   tr("Name the file in UTF-8."));
}

std::optional<Problem> checkName(const QByteArray &path, const QString &name)
{
    if (name == u"."_s || name == u".."_s)
        return refusal("path.parent"_L1, path, tr("“%1” in a path leads out of it.").arg(name),
                       tr("Write where the file goes without “.” and “..”."));
    if (isGit(name))
        return refusal(
            "path.git"_L1, path,
            tr("“%1” is git's own folder, on this system or another.").arg(visible(name.toUtf8())),
            tr("Give it another name; git keeps its data there."));
    if (isDevice(name))
        return refusal("path.device"_L1, path,
                       tr("“%1” is the name of a device on Windows.").arg(visible(name.toUtf8())),
                       tr("Give it another name, so that the repository can be used everywhere."));
    const auto bad = std::ranges::find_if(name, isForbidden);
    if (bad != name.end())
        return refusal(
            "path.character"_L1, path,
            tr("A name cannot hold the character %1.").arg(visible(QString(*bad).toUtf8())),
            tr("Leave it out. Folders are written with “/”, on every system."));
    if (name.endsWith(u' ') || name.endsWith(u'.'))
        return refusal("path.end"_L1, path,
                       tr("“%1” ends with a blank or a dot, which Windows drops.").arg(name),
                       tr("Take it off the end of the name."));
    if (name.toUtf8().size() > maximumName)
        return refusal("path.long"_L1, path,
                       tr("A name of %1 bytes is too long; %2 are possible.")
                           .arg(name.toUtf8().size())
                           .arg(maximumName),
                       tr("Shorten it."));
    return {};
}

/// What is known of the paths so far, by how the least exact system compares them.
class Names
{
public:
    QList<Problem> add(const QByteArray &path, bool isFolder);

private:
    enum class Kind : quint8 { File, Folder };
    struct Known
    {
        QByteArray path;
        Kind kind;
    };
    std::optional<Problem> addOne(const QByteArray &path, const QByteArray &whole, Kind kind);

    QHash<QString, Known> m_known;
};

QList<Problem> Names::add(const QByteArray &path, bool isFolder)
{
    for (qsizetype slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        if (const auto problem = addOne(path.first(slash), path, Kind::Folder))
            return {*problem};
    }
    const auto problem = addOne(path, path, isFolder ? Kind::Folder : Kind::File);
    return problem ? QList<Problem>{*problem} : QList<Problem>();
}

std::optional<Problem> Names::addOne(const QByteArray &path, const QByteArray &whole, Kind kind)
{
    const QString key = comparedPath(path);
    const auto known = m_known.constFind(key);
    if (known == m_known.cend()) {
        m_known.insert(key, {path, kind});
        return {};
    }
    if (known->path != path)
        return refusal("path.collision"_L1, whole,
                       tr("“%1” and “%2” are the same name on some systems.")
                           .arg(visible(path), visible(known->path)),
                       tr("They differ in letter case or Unicode form only: rename one."));
    if (known->kind != kind)
        return refusal("path.file-and-folder"_L1, whole,
                       tr("“%1” would be both a file and a folder.").arg(visible(path)),
                       tr("Rename one of them."));
    if (kind == Kind::File)
        return refusal("path.twice"_L1, whole, tr("Two files have this path."),
                       tr("Rename one, or make only one of them."));
    return {};
}

} // namespace

std::optional<Problem> checkPath(const QByteArray &path)
{
    if (path.isEmpty())
        return refusal("path.empty"_L1, path, tr("A file has an empty path."),
                       tr("The name of the file comes from answers: one of them may be empty."));
    if (path.startsWith('/'))
        return refusal("path.absolute"_L1, path, tr("The path is absolute."),
                       tr("Write it from the service's folder on."));
    if (const auto problem = checkEncoding(path))
        return problem;
    if (path.size() > maximumPath)
        return refusal("path.long"_L1, path.first(80),
                       tr("A path of %1 bytes is too long; %2 are possible.")
                           .arg(path.size())
                           .arg(maximumPath),
                       tr("Shorten it."));
    const QStringList names = displayed(path).split(u'/');
    if (names.size() > maximumDepth)
        return refusal(
            "path.long"_L1, path,
            tr("The path is %1 folders deep; %2 are possible.").arg(names.size()).arg(maximumDepth),
            tr("Make it less deep."));
    for (const QString &name : names) {
        if (name.isEmpty())
            return refusal("path.empty"_L1, path, tr("A folder in the path has no name."),
                           tr("Its name comes from answers: one of them may be empty."));
        if (const auto problem = checkName(path, name))
            return problem;
    }
    return {};
}

std::optional<Problem> checkLink(const QByteArray &path, const QByteArray &target)
{
    static constexpr std::array readByGit
        = {".gitmodules"_L1, ".gitattributes"_L1, ".gitignore"_L1, ".mailmap"_L1};
    const QString name = folded(displayed(path.mid(path.lastIndexOf('/') + 1)));
    if (std::ranges::find(readByGit, name) != readByGit.end())
        return refusal("path.link"_L1, path,
                       tr("Git does not accept a link in place of this file."),
                       tr("Make it a file."));
    if (target.isEmpty() || target.contains('\0') || target.size() >= maximumPath)
        return refusal("path.link"_L1, path, tr("The link points to nothing that can be a path."),
                       tr("A link's text is a path of 1 to %1 bytes.").arg(maximumPath - 1));
    return {};
}

QString comparedPath(const QByteArray &path)
{
    return folded(displayed(path));
}

QList<Problem> checkPaths(const QByteArrayList &paths, const QByteArrayList &folders)
{
    QList<Problem> problems;
    Names names;
    for (const QByteArray &path : paths)
        problems += names.add(path, false);
    for (const QByteArray &path : folders)
        problems += names.add(path, true);
    return problems;
}

} // namespace waymark
