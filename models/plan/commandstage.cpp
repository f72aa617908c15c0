#include "models/plan/commandstage.h"

#include "models/base/textcontext.h"
#include "models/plan/diskwork.h"

#include <QFile>
#include <QFileInfo>

#include <set>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("Commands");
constexpr auto treeName = "tree";
constexpr auto serviceFolder = "service";
constexpr auto besideFolder = "beside";
constexpr mode_t ownersOnly = 0700;

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
    std::ignore = remove();
}

Result<> CommandStage::remove()
{
    const auto staging = std::exchange(m_staging, std::nullopt);
    return staging ? staging->remove(*m_fileSystem) : Result<>();
}

Result<CommandStage> CommandStage::make(FileSystem &fileSystem, const QString &stateFolder,
                                        const QString &destination)
{
    const auto state = makeFolder(fileSystem, stateFolder);
    if (!state)
        return std::unexpected(state.error());
    Staging::sweep(fileSystem, *state, commandStages);
    auto staging = [&] {
        const StagingTurn turn(*state);
        return Staging::make(fileSystem, *state, commandStages);
    }();
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
