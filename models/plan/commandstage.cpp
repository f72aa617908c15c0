#include "models/plan/commandstage.h"

#include "models/base/textcontext.h"
#include "models/plan/diskwork.h"

#include <QFile>
#include <QFileInfo>

#include <set>

#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("Commands");
constexpr auto prefix = "commands";
constexpr auto treeName = "tree";
constexpr auto serviceFolder = "service";
constexpr auto besideFolder = "beside";
constexpr mode_t ownersOnly = 0700;
constexpr int deepest = 200; // folders inside folders that are made removable

/// What crashes left; what another process uses stays.
void removeAbandoned(FileSystem &fileSystem, const Folder &state)
{
    const auto names = Staging::namesIn(state, prefix);
    for (const QByteArray &name : names ? *names : QByteArrayList())
        std::ignore = Staging::removeNamed(fileSystem, state, name);
}

/// Lets the folders in `folder` be emptied, whatever was made of their modes.
void openUp(FileSystem &fileSystem, const Folder &folder, int depth = 0)
{
    const auto names = folder.names();
    for (const QByteArray &name : names &&depth < deepest ? *names : QByteArrayList()) {
        struct stat info = {};
        const int number = folder.descriptor();
        if (fstatat(number, name.constData(), &info, AT_SYMLINK_NOFOLLOW) != 0
            || !S_ISDIR(info.st_mode))
            continue;
        if ((info.st_mode & ownersOnly) != ownersOnly)
            std::ignore = fileSystem.changeMode(number, name.constData(), ownersOnly);
        const auto inner = folder.find(name);
        if (inner && *inner)
            openUp(fileSystem, **inner, depth + 1);
    }
}

/// Every folder of `tree`, the outermost among them.
std::set<QByteArray> foldersOf(const TemplateTree &tree)
{
    std::set<QByteArray> folders{QByteArray()};
    const auto addAround = [&folders](QByteArray path) {
        while (!path.isEmpty() && folders.insert(path).second)
            path = parentOf(path);
    };
    for (const TemplateFile &file : tree.files())
        addAround(parentOf(file.path));
    for (const QByteArray &folder : tree.emptyFolders())
        addAround(folder);
    return folders;
}

} // namespace

CommandStage::CommandStage(FileSystem &fileSystem, Staging staging, Folder folder, QByteArray name)
    : m_fileSystem(&fileSystem)
    , m_staging(std::move(staging))
    , m_folder(std::move(folder))
    , m_name(std::move(name))
{
}

CommandStage::CommandStage(CommandStage &&other) noexcept
    : m_fileSystem(other.m_fileSystem)
    , m_staging(std::exchange(other.m_staging, std::nullopt))
    , m_folder(std::move(other.m_folder))
    , m_name(std::move(other.m_name))
{
}

CommandStage::~CommandStage()
{
    if (!m_staging)
        return;
    openUp(*m_fileSystem, m_folder);
    std::ignore = m_staging->remove(*m_fileSystem);
}

Result<CommandStage> CommandStage::make(FileSystem &fileSystem, const QString &stateFolder,
                                        const QString &destination)
{
    const auto state = makeFolder(fileSystem, stateFolder);
    if (!state)
        return std::unexpected(state.error());
    removeAbandoned(fileSystem, *state);
    auto staging = Staging::make(fileSystem, *state, prefix);
    if (!staging)
        return std::unexpected(staging.error());
    QByteArray name = QFile::encodeName(QFileInfo(destination).fileName());
    if (name.isEmpty())
        name = serviceFolder;
    const bool isPrivate
        = fileSystem.changeMode(state->descriptor(), staging->name().constData(), ownersOnly) == 0;
    auto folder = isPrivate ? makeFolders(fileSystem, staging->folder(), treeName)
                            : systemFailure(translated("The folder could not be kept from others."),
                                            staging->folder().path());
    const auto service = folder
        ? makeFolders(fileSystem, *folder, QByteArray(serviceFolder) + '/' + name)
        : std::unexpected(folder.error());
    const auto beside = service ? makeFolders(fileSystem, *folder, besideFolder)
                                : std::unexpected(service.error());
    if (!beside) {
        std::ignore = staging->remove(fileSystem);
        return std::unexpected(beside.error());
    }
    return CommandStage(fileSystem, std::move(*staging), std::move(*folder), std::move(name));
}

QString CommandStage::service() const
{
    return m_folder.path() + u'/' + QLatin1StringView(serviceFolder) + u'/'
        + QFile::decodeName(m_name);
}

QString CommandStage::beside(const QString &name) const
{
    return m_folder.path() + u'/' + QLatin1StringView(besideFolder) + u'/' + name;
}

Result<> CommandStage::putFiles(const Rendering &rendering) const
{
    const auto service = Folder::open(this->service());
    if (!service)
        return std::unexpected(service.error());
    for (const RenderedFile &file : rendering.files) {
        const auto folder = service->find(parentOf(file.path));
        if (!folder)
            return std::unexpected(folder.error());
        const auto removed
            = *folder ? removeFile(*m_fileSystem, **folder, nameOf(file.path)) : Result<>();
        const auto written = removed
            ? writeFile(*m_fileSystem, *service, file.path, file.mode, file.content)
            : removed;
        if (!written)
            return written;
    }
    for (const QByteArray &folder : rendering.folders) {
        if (const auto made = makeFolders(*m_fileSystem, *service, folder); !made)
            return std::unexpected(made.error());
    }
    return {};
}

Result<> CommandStage::putBeside(const QByteArray &path, FileMode mode,
                                 const QByteArray &content) const
{
    return writeFile(*m_fileSystem, m_folder, joined(besideFolder, path), mode, content);
}

Result<TemplateTree> CommandStage::contents() const
{
    return TemplateTree::read(m_folder.path(), joined(serviceFolder, m_name));
}

Result<QByteArrayList> CommandStage::gitFolders(const TemplateTree &tree) const
{
    const auto service = m_folder.find(joined(serviceFolder, m_name));
    if (!service)
        return std::unexpected(service.error());
    QByteArrayList found;
    for (const QByteArray &folder : foldersOf(tree)) {
        const QByteArray path = joined(folder, ".git");
        if (*service && (*service)->contains(path))
            found += path;
    }
    return found;
}

} // namespace waymark
