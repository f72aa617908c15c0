#include "models/git/configuration.h"
#include "models/git/handles.h"
#include "models/git/library.h"
#include "models/git/opening.h"
#include "models/git/repository.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace waymark::git {
namespace {

/// Whether `folder` or one above it may be a repository: whoever has none needs no libgit2.
bool hasRepositoryAbove(const QString &folder)
{
    const QString real = QFileInfo(folder).canonicalFilePath();
    for (QString at = real, below; at != below; below = at, at = QFileInfo(at).path()) {
        const QDir place(at);
        if (place.exists(u".git"_s) || (place.exists(u"HEAD"_s) && place.exists(u"objects"_s)))
            return true;
    }
    return false;
}

std::optional<QByteArray> configuredBranch()
{
    const auto configuration = Configuration::load(nullptr);
    return configuration ? configuration->bytes("init.defaultBranch") : std::nullopt;
}

bool isValid(const QByteArray &branch)
{
    int valid = 0;
    git_branch_name_is_valid(&valid, branch.constData());
    return valid != 0;
}

} // namespace

QString folderName(const char *path)
{
    QString name = path ? QFile::decodeName(path) : QString();
    if (name.size() > 1 && name.endsWith(u'/'))
        name.chop(1);
    return name;
}

Result<Repository> Repository::openAt(const QString &gitDirectory, const QString &shown)
{
    Library::start();
    Handle handle;
    const int code
        = into(handle, git_repository_open_ext, QFile::encodeName(gitDirectory).constData(),
               GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr);
    if (code < 0)
        return whyNotOpened(shown, code);
    git::Handle<git_config> config;
    if (into(config, git_repository_config, handle.get()) == 0)
        addGlobalConfiguration(config.get(), handle.get());
    return Repository(std::move(handle));
}

Result<Repository> Repository::open(const QString &path)
{
    return openAt(path, path);
}

Result<std::optional<Repository>> Repository::discover(const QString &path)
{
    QString start = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    while (!QFileInfo(start).isDir() && start != QFileInfo(start).path())
        start = QFileInfo(start).path();
    if (!hasRepositoryAbove(start))
        return std::nullopt;
    Library::start();
    Buffer found;
    const int code
        = git_repository_discover(found, QFile::encodeName(start).constData(), false, nullptr);
    if (code == GIT_ENOTFOUND)
        return std::nullopt;
    if (code < 0)
        return whyNotOpened(start, code);
    const QString gitDirectory = folderName(found.bytes().constData());
    const QString shown
        = gitDirectory.endsWith(u"/.git"_s) ? gitDirectory.chopped(5) : gitDirectory;
    auto repository = openAt(gitDirectory, shown);
    if (!repository)
        return std::unexpected(repository.error());
    return std::move(*repository);
}

QByteArray Repository::defaultBranch()
{
    const auto branch = configuredBranch();
    return branch && isValid(*branch) ? *branch : "main"_ba;
}

std::optional<Problem> Repository::doubtfulDefaultBranch()
{
    const auto branch = configuredBranch();
    if (!branch || isValid(*branch))
        return std::nullopt;
    return Problem{
        .severity = Severity::Note,
        .code = u"git.default-branch"_s,
        .message
        = QCoreApplication::translate("Git",
                                      "The branch is “%1”: git's setting init.defaultBranch, “%2”, "
                                      "cannot be the name of a branch.")
              .arg(QString::fromUtf8(defaultBranch()), QString::fromUtf8(*branch)),
        .hint = QCoreApplication::translate(
            "Git", "Correct it: git config --global init.defaultBranch NAME")};
}

QString Repository::templateFolder()
{
    if (qEnvironmentVariableIsSet("GIT_TEMPLATE_DIR"))
        return QFile::decodeName(qgetenv("GIT_TEMPLATE_DIR"));
    const auto configuration = Configuration::load(nullptr);
    return configuration ? configuration->path("init.templateDir") : QString();
}

Result<Repository> Repository::init(const QString &path)
{
    const QByteArray branch = defaultBranch();
    git_repository_init_options options = {};
    git_repository_init_options_init(&options, GIT_REPOSITORY_INIT_OPTIONS_VERSION);
    options.flags
        = GIT_REPOSITORY_INIT_MKDIR | GIT_REPOSITORY_INIT_MKPATH | GIT_REPOSITORY_INIT_NO_REINIT;
    options.initial_head = branch.constData();
    Handle handle;
    if (into(handle, git_repository_init_ext, QFile::encodeName(path).constData(), &options) < 0) {
        auto error
            = lastError(QCoreApplication::translate("Git", "The repository could not be made"));
        error.error().problem.file = path;
        return error;
    }
    return openAt(path, path); // again, for the user's settings as open() reads them
}

} // namespace waymark::git
