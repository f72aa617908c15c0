#include "models/plan/stepaction.h"

#include "models/base/textcontext.h"
#include "models/base/utf8.h"
#include "models/plan/glob.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::Sources;
using jinja::TaggedValue;

constexpr TextContext translated("FileActions");

constexpr InputKey deleteKeys[] = {{u"files", inputs::Texts, true}};
constexpr InputKey renameKeys[] = {{u"files", inputs::Anything, true}};
constexpr InputKey readKeys[] = {{u"paths", inputs::Texts, true}, {u"recursive", inputs::Truth}};

Result<TaggedValue> deleteFiles(const StepRun &run, const ActionInput &input, Workspace &workspace)
{
    const StepFiles files(run, input, workspace);
    const TaggedValue patterns = input.of(u"files"_s);
    for (const TaggedValue &pattern : patterns.list()) {
        const auto path = input.confined(pattern.scalar().textOr(), u"files");
        if (!path)
            return std::unexpected(path.error());
        const auto glob = GlobList::compile({path->isEmpty() ? u"**"_s : QString::fromUtf8(*path)});
        if (!glob)
            return input.wrong(glob.error().problem.message, glob.error().problem.hint, u"files");
        const Sources because = patterns.sources().with(pattern.sources());
        for (const QByteArray &file : workspace.filePaths()) {
            if (const auto goesOn = files.look(1, u"files"); !goesOn)
                return std::unexpected(goesOn.error());
            const auto isMeant = glob->matches(QString::fromUtf8(file));
            if (!isMeant)
                return input.wrong(isMeant.error().problem.message, isMeant.error().problem.hint,
                                   u"files");
            if (*isMeant)
                files.remove(file, because);
            else
                files.dependOn(file, because); // another answer could mean it
        }
    }
    return TaggedValue::undefined();
}

/// One entry of `fs:rename`.
class Renaming
{
public:
    Renaming(const StepFiles &files, const ActionInput &input, const TaggedValue &entry)
        : m_files(files)
        , m_input(input)
        , m_entry(entry)
    {
    }

    Result<> run()
    {
        const QString from = textOf(u"from"_s);
        const QString to = textOf(u"to"_s);
        if (from.isEmpty() || to.isEmpty())
            return wrong(translated("Each of the files to rename needs “from” and “to”."),
                         translated("Write it as “- {from: old/name, to: new/name}”."));
        for (const auto &[text, path] : {std::pair(from, &m_from), std::pair(to, &m_to)}) {
            const auto read = m_input.confined(text, u"files");
            if (!read)
                return std::unexpected(read.error());
            *path = *read;
        }
        if (const auto checked = check(); !checked)
            return checked;
        const Sources sources = m_entry.allSources();
        const TaggedValue *named = m_entry.find(u"from"_s);
        for (const QByteArray &file : m_files.workspace().filePaths())
            m_files.dependOn(file, named->allSources()); // another answer could mean it
        if (isThere(m_to)) {
            m_files.remove(m_to, sources);
            m_files.removeFolder(m_to, sources);
        }
        m_files.move(m_from, m_to, sources);
        return {};
    }

private:
    [[nodiscard]] QString textOf(const QString &key) const
    {
        const TaggedValue *found = m_entry.find(key);
        return found ? found->scalar().textOr() : QString();
    }
    [[nodiscard]] bool isFile(const QByteArray &path) const
    {
        return m_files.workspace().file(path) != nullptr;
    }
    [[nodiscard]] bool isThere(const QByteArray &path) const
    {
        return isFile(path) || m_files.workspace().hasFolder(path);
    }
    [[nodiscard]] std::unexpected<Error> wrong(const QString &message, const QString &hint) const
    {
        return m_input.wrong(message, hint, u"files");
    }

    [[nodiscard]] Result<> check() const
    {
        const QString from = displayed(m_from);
        const QString to = displayed(m_to);
        if (!isThere(m_from))
            return wrong(translated("There is no “%1” to rename.").arg(from),
                         translated("Correct the path, or let an earlier step make it."));
        if (m_from == m_to)
            return wrong(translated("“%1” would be renamed to itself.").arg(from),
                         translated("Give another name, or take the entry out."));
        if (m_to.isEmpty())
            return wrong(translated("Nothing can take the place of the service's own folder."),
                         translated("Give each file a name below it."));
        if (m_to.startsWith(m_from + '/') || m_from.isEmpty())
            return wrong(translated("“%1” cannot be moved into itself.").arg(from),
                         translated("Give a place beside it."));
        const TaggedValue *overwrite = m_entry.find(u"overwrite"_s);
        if (isThere(m_to) && (!overwrite || !isTruthy(*overwrite)))
            return wrong(translated("“%1” is there already.").arg(to),
                         translated("Add “overwrite: true” to put the other in its place."));
        if (m_from.startsWith(m_to + '/')) // it would go with what is overwritten
            return wrong(translated("“%1” cannot take the place of “%2”, the folder that it is in.")
                             .arg(from, to),
                         translated("Rename it to a place beside that folder first."));
        if (isThere(m_to) && isFile(m_from) != isFile(m_to))
            return wrong(
                translated("Of “%1” and “%2”, one is a folder and one a file.").arg(from, to),
                translated("Rename to a name that is free."));
        return {};
    }

    const StepFiles &m_files;
    const ActionInput &m_input;
    const TaggedValue &m_entry;
    QByteArray m_from;
    QByteArray m_to;
};

Result<TaggedValue> renameFiles(const StepRun &run, const ActionInput &input, Workspace &workspace)
{
    const TaggedValue entries = input.of(u"files"_s);
    if (!entries.isList())
        return input.wrong(translated("“files” has to be a list of what to rename."),
                           translated("Write it as “- {from: old/name, to: new/name}”."), u"files");
    const StepFiles files(run, input, workspace);
    for (const TaggedValue &entry : entries.list()) {
        const qsizetype known = workspace.filePaths().size(); // a folder may hold any of them
        if (const auto goesOn = files.look(1 + known, u"files"); !goesOn)
            return std::unexpected(goesOn.error());
        if (const auto renamed = Renaming(files, input, entry).run(); !renamed)
            return std::unexpected(renamed.error());
    }
    return TaggedValue::undefined();
}

/// What is in a folder, as Node's readdir lists it: by name, and of the folders in it the last one
/// first.
class Listing
{
public:
    explicit Listing(const Workspace &workspace)
        : m_files(workspace.filePaths())
        , m_folders(workspace.folderPaths())
    {
    }

    /// `look` is asked for each folder, with how many paths are looked at.
    Result<> read(const QByteArray &top, bool isRecursive,
                  const std::function<Result<>(qsizetype)> &look)
    {
        QByteArrayList left{top};
        while (!left.isEmpty()) {
            if (const auto goesOn = look(m_files.size() + m_folders.size()); !goesOn)
                return goesOn;
            const QByteArray folder = left.takeLast();
            readOne(folder, m_files, files);
            const qsizetype before = folders.size();
            readOne(folder, m_folders, folders);
            for (qsizetype i = before; isRecursive && i < folders.size(); ++i)
                left += folders.at(i).find(u"path"_s)->scalar().textOr().toUtf8();
        }
        return {};
    }

    TaggedValue::List files;
    TaggedValue::List folders;

private:
    static void readOne(const QByteArray &folder, const QByteArrayList &paths,
                        TaggedValue::List &found)
    {
        const QByteArray prefix = folder.isEmpty() ? QByteArray() : folder + '/';
        for (const QByteArray &path : paths) {
            if (!path.startsWith(prefix) || path.indexOf('/', prefix.size()) >= 0)
                continue;
            const QString name = displayed(path);
            found += TaggedValue::fromMap(
                {{u"name"_s, Value(displayed(path.sliced(prefix.size())))},
                 {u"path"_s, Value(name)},
                 {u"fullPath"_s, Value(QString::fromLatin1(workspacePath) + u'/' + name)}});
        }
    }

    QByteArrayList m_files;
    QByteArrayList m_folders;
};

Result<TaggedValue> readFolders(const StepRun &run, const ActionInput &input, Workspace &workspace)
{
    const StepFiles files(run, input, workspace);
    const auto look = [&files](qsizetype paths) { return files.look(paths, u"paths"); };
    Listing listing(workspace);
    Sources sources = input.all().allSources();
    for (const QString &text : input.textsOf(u"paths"_s)) {
        const auto path = input.confined(text, u"paths");
        if (!path)
            return std::unexpected(path.error());
        if (!workspace.hasFolder(*path))
            return input.wrong(translated("There is no folder “%1” to list.").arg(displayed(*path)),
                               translated("Correct the path, or let an earlier step make it."),
                               u"paths");
        if (const auto read = listing.read(*path, input.isOn(u"recursive"_s), look); !read)
            return std::unexpected(read.error());
    }
    for (const QByteArray &path : workspace.filePaths())
        sources = sources.with(workspace.file(path)->presence);
    const Sources shape = sources.asControl();
    return TaggedValue::fromMap({{u"files"_s, TaggedValue::fromList(listing.files, shape)},
                                 {u"folders"_s, TaggedValue::fromList(listing.folders, shape)}});
}

constexpr StepAction actions[] = {{u"fs:delete", deleteKeys, deleteFiles},
                                  {u"fs:rename", renameKeys, renameFiles},
                                  {u"fs:readdir", readKeys, readFolders}};

} // namespace

std::span<const StepAction> fileSystemActions()
{
    return actions;
}

} // namespace waymark
