#include "models/catalog/sourcelist.h"

#include "models/base/closest.h"
#include "models/base/textcontext.h"
#include "models/catalog/openfolder.h"
#include "models/catalog/slug.h"
#include "models/yaml/yaml.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <cerrno>

#include <sys/file.h>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr int fileVersion = 1;
constexpr qint64 longestFile = 1 << 20;

constexpr TextContext translated("Source");

bool isName(const QString &name)
{
    const auto isPart = [](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || u"-_."_s.contains(c);
    };
    return !name.isEmpty() && !name.startsWith(u'.') && name != builtInSourceName
        && std::ranges::all_of(name, isPart);
}

std::unexpected<Error> refused(const QString &code, const QString &message,
                               const QString &hint = {})
{
    return failure({.code = u"source."_s + code, .message = message, .hint = hint});
}

const Source *findBy(const QList<Source> &sources, QString Source::*member, const QString &wanted)
{
    const auto found = std::ranges::find(sources, wanted, member);
    return found == sources.end() ? nullptr : &*found;
}

Result<> checkVersion(const YamlDocument &document)
{
    const YamlNode *version = document.root().find(u"version");
    const Value value = version ? version->toValue() : Value(fileVersion);
    if (value == Value(fileVersion))
        return {};
    return failure(document.placed(
        {.code = u"source.version"_s,
         .message = translated("This list of sources was written by a later Waymark."),
         .hint = translated("Use that one, or move the file away to begin a new list.")},
        version->position()));
}

/// Why `item` cannot be a source beside `sources`; nothing where it can.
QString faultOf(const YamlNode &item, const QList<Source> &sources)
{
    const YamlNode *name = item.find(u"name");
    const YamlNode *folder = item.find(u"folder");
    if (!name || !folder)
        return translated("A source needs a “name” and a “folder”.");
    if (!isName(name->text()))
        return translated("“%1” cannot be the name of a source.").arg(name->text());
    if (!QDir::isAbsolutePath(folder->text()))
        return translated("The folder of a source has to be absolute: “%1”.").arg(folder->text());
    if (findBy(sources, &Source::name, name->text()))
        return translated("Another source is called “%1”.").arg(name->text());
    return {};
}

/// Why `file` could not be made, where the system said so last.
QString reasonOf(const QFileDevice &file)
{
    return file.error() == QFileDevice::NoError ? qt_error_string(errno) : file.errorString();
}

std::unexpected<Error> unwritable(const QString &path, const QString &reason)
{
    return failure(
        {.code = u"source.write"_s,
         .message = translated("The list of sources cannot be written: %1.").arg(reason),
         .file = path,
         .hint = translated("Check that you may write to %1.").arg(QFileInfo(path).path())});
}

} // namespace

Result<SourceList> SourceList::readToChange(const QString &path)
{
    auto lock = std::make_shared<QFile>(path + u".lock"_s);
    if (!QDir().mkpath(QFileInfo(path).path()) || !lock->open(QIODevice::ReadWrite))
        return unwritable(path, reasonOf(*lock));
    // A disk that knows no locks is no reason to refuse.
    if (flock(lock->handle(), LOCK_EX) != 0 && errno == EINTR)
        return unwritable(path, qt_error_string(EINTR));
    auto list = read(path);
    if (list)
        list->m_lock = std::move(lock);
    return list;
}

Result<SourceList> SourceList::read(const QString &path)
{
    SourceList list;
    const QFileInfo info(path);
    if (!info.exists())
        return list;
    const Result<OpenFolder> folder = OpenFolder::open(info.path());
    if (!folder)
        return std::unexpected(folder.error());
    const Result<QByteArray> content
        = folder->file(QFile::encodeName(info.fileName()), longestFile);
    if (!content)
        return std::unexpected(content.error());
    const ParsedYaml parsed = parseYaml(*content, {.file = path});
    list.m_problems = parsed.problems;
    if (parsed.documents.isEmpty())
        return list;
    const YamlDocument &document = parsed.documents.first();
    if (const Result<> isKnown = checkVersion(document); !isKnown)
        return std::unexpected(isKnown.error());
    const YamlNode *sources = document.root().find(u"sources");
    for (const YamlNode &item : sources ? sources->items() : QList<YamlNode>()) {
        const QString fault = faultOf(item, list.m_sources);
        if (fault.isEmpty())
            list.m_sources.append({item.find(u"name")->text(), item.find(u"folder")->text()});
        else
            list.m_problems.append(
                document.placed({.code = u"source.entry"_s, .message = fault}, item.position()));
    }
    return list;
}

Result<> SourceList::write(const QString &path) const
{
    List sources;
    for (const Source &source : m_sources)
        sources.append(Map{{u"name"_s, source.name}, {u"folder"_s, source.folder}});
    const Map content{{u"version"_s, fileVersion}, {u"sources"_s, sources}};
    const QByteArray text
        = "# Where templates come from; kept by \"waymark source\".\n" + toYaml(Value(content));
    QSaveFile file(path);
    const bool isWritten = QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly)
        && file.write(text) == text.size() && file.commit();
    if (!isWritten)
        return unwritable(path, reasonOf(file));
    return {};
}

Result<Source> SourceList::add(const QString &folder, const QString &name)
{
    if (isRepositoryAddress(folder))
        return refused(u"address"_s,
                       translated("Templates cannot be fetched from “%1” here.").arg(folder),
                       translated("Clone the repository, and add the folder of your clone."));
    if (const Result<OpenFolder> readable = OpenFolder::open(folder); !readable)
        return std::unexpected(readable.error());
    const QString place = QFileInfo(folder).canonicalFilePath();
    const QString own = QFileInfo(place).fileName();
    const QString wanted = !name.isEmpty() ? name : isName(own) ? own : slug(own);
    if (wanted.isEmpty())
        return refused(u"name"_s,
                       translated("“%1” has no name that a source could have.").arg(place),
                       translated("Give it one: --name NAME."));
    if (!isName(wanted))
        return refused(u"name"_s, translated("“%1” cannot be the name of a source.").arg(wanted),
                       translated("Use letters, digits, “-”, “_” and “.”; “%1” is taken.")
                           .arg(builtInSourceName));
    if (const Source *other = findBy(m_sources, &Source::folder, place))
        return refused(u"twice"_s,
                       translated("The folder is there already, as “%1”.").arg(other->name),
                       translated("To give it another name, take it out first: waymark source "
                                  "remove %1")
                           .arg(other->name));
    if (const Source *other = findBy(m_sources, &Source::name, wanted))
        return refused(u"twice"_s,
                       translated("Another source is called “%1”: %2.").arg(wanted, other->folder),
                       translated("Give this one a name of its own: --name NAME."));
    m_sources.append({wanted, place});
    return m_sources.last();
}

Result<Source> SourceList::remove(const QString &nameOrFolder)
{
    const QFileInfo info(nameOrFolder);
    const QString place = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
    QStringList names;
    for (qsizetype i = 0; i < m_sources.size(); ++i) {
        if (m_sources.at(i).name == nameOrFolder || m_sources.at(i).folder == place)
            return m_sources.takeAt(i);
        names.append(m_sources.at(i).name);
    }
    if (nameOrFolder == builtInSourceName)
        return refused(u"unknown"_s, translated("The built-in templates cannot be taken out."),
                       translated("“waymark source list” shows the sources that can."));
    const QString meant = didYouMean(nameOrFolder, names);
    return refused(u"unknown"_s, translated("There is no source “%1”.").arg(nameOrFolder),
                   meant.isEmpty() ? translated("“waymark source list” shows them.") : meant);
}

} // namespace waymark
