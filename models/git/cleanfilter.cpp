#include "models/git/cleanfilter.h"

#include "models/git/configuration.h"
#include "models/git/handles.h"
#include "models/git/library.h"
#include "models/git/repository.h"
#include "models/git/treebuilder.h"

#include <QCoreApplication>
#include <QFile>

#include <git2/sys/mempack.h>
#include <git2/sys/repository.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::git {
namespace {

/// Libgit2 takes attributes from a commit, among other places: one that exists in memory only.
Result<git_oid> writeAttributes(git_odb *database, const QList<File> &planned)
{
    QList<Leaf> leaves;
    for (const File &file : planned) {
        if (file.path != ".gitattributes" && !file.path.endsWith("/.gitattributes"))
            continue;
        const auto blob = writeObject(database, file.content, GIT_OBJECT_BLOB);
        if (!blob)
            return std::unexpected(blob.error());
        leaves += {file.path, GIT_FILEMODE_BLOB, *blob};
    }
    const auto tree = buildTree(leaves, [database](QByteArrayView content) {
        return writeObject(database, content, GIT_OBJECT_TREE);
    });
    if (!tree)
        return std::unexpected(tree.error());
    const QByteArray by = " Waymark <> 0 +0000\n"_ba;
    const auto commit
        = writeObject(database, "tree " + tree->toHex() + "\nauthor" + by + "committer" + by + '\n',
                      GIT_OBJECT_COMMIT);
    return commit ? Result<git_oid>(toOid(*commit)) : std::unexpected(commit.error());
}

std::unexpected<Error> unreadable()
{
    return lastError(
        QCoreApplication::translate("Git", "The attributes of the repository cannot be read"));
}

} // namespace

struct CleanFilter::Data
{
    Handle<git_repository> repository; // its own, for its objects in memory
    git_oid attributes = {};
    std::optional<Configuration> configuration = {};

    /// The text that attribute `name` is set to for `path`, or empty.
    [[nodiscard]] QByteArray attribute(const QByteArray &path, const char *name) const
    {
        git_attr_options options{};
        options.version = GIT_ATTR_OPTIONS_VERSION;
        options.flags = GIT_ATTR_CHECK_FILE_THEN_INDEX | GIT_ATTR_CHECK_INCLUDE_COMMIT;
        options.attr_commit_id = attributes;
        const char *value = nullptr;
        if (git_attr_get_ext(&value, repository.get(), &options, path.constData(), name) < 0
            || git_attr_value(value) != GIT_ATTR_VALUE_STRING)
            return {};
        return value;
    }

    [[nodiscard]] bool isProgram(const QByteArray &filter) const
    {
        const QByteArray key = "filter." + filter;
        return filter == "lfs" || configuration->bytes((key + ".clean").constData())
            || configuration->bytes((key + ".process").constData());
    }
};

CleanFilter::CleanFilter(std::unique_ptr<Data> data)
    : m_data(std::move(data))
{
}

CleanFilter::CleanFilter(CleanFilter &&other) noexcept = default;
CleanFilter &CleanFilter::operator=(CleanFilter &&other) noexcept = default;
CleanFilter::~CleanFilter() = default;

Result<CleanFilter> CleanFilter::of(std::unique_ptr<Data> data, const Repository *repository,
                                    const QList<File> &planned)
{
    Handle<git_odb> database;
    git_odb_backend *memory = nullptr;
    if (into(database, git_repository_odb, data->repository.get()) < 0
        || git_mempack_new(&memory) < 0 || git_odb_add_backend(database.get(), memory, 999) < 0)
        return unreadable(); // the first to be asked, so all that is written stays in it
    const auto attributes = writeAttributes(database.get(), planned);
    if (!attributes)
        return std::unexpected(attributes.error());
    auto configuration = Configuration::load(repository);
    if (!configuration)
        return std::unexpected(configuration.error());
    data->attributes = *attributes;
    data->configuration = std::move(*configuration);
    return CleanFilter(std::move(data));
}

Result<CleanFilter> CleanFilter::create(const Repository &repository, const QList<File> &planned)
{
    const QString place = repository.isBare() ? repository.gitDir() : repository.workTree();
    auto data = std::make_unique<Data>();
    if (into(data->repository, git_repository_open_ext, QFile::encodeName(place).constData(),
             GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr)
        < 0)
        return unreadable();
    Handle<git_config> config;
    if (into(config, git_repository_config, data->repository.get()) == 0)
        addGlobalConfiguration(config.get(), data->repository.get());
    return of(std::move(data), &repository, planned);
}

Result<CleanFilter> CleanFilter::createForNew(const QList<File> &planned)
{
    Library::start();
    auto data = std::make_unique<Data>();
    Handle<git_odb> database;
    Handle<git_index> index; // else one named "index" in the current folder would be its own
    Handle<git_config> config;
    if (into(data->repository, git_repository_new) < 0 || into(database, git_odb_new) < 0
        || into(index, git_index_new) < 0 || into(config, git_config_open_default) < 0)
        return unreadable();
    addGlobalConfiguration(config.get(), nullptr);
    git_repository *made = data->repository.get();
    if (git_repository_set_odb(made, database.get()) < 0
        || git_repository_set_index(made, index.get()) < 0
        || git_repository_set_config(made, config.get()) < 0)
        return unreadable();
    return of(std::move(data), nullptr, planned);
}

std::optional<Problem> CleanFilter::refusal(const QByteArray &path) const
{
    const auto unable = [&](const QString &what) {
        return Problem{
            .code = u"git.filter"_s,
            .message = what,
            .file = QString::fromUtf8(path),
            .hint = QCoreApplication::translate(
                "Git",
                "Create it with --no-commit and commit it with git, or change .gitattributes.")};
    };
    const QByteArray filter = m_data->attribute(path, "filter");
    if (!filter.isEmpty() && m_data->isProgram(filter))
        return unable(QCoreApplication::translate("Git",
                                                  "The repository stores this file by the filter "
                                                  "program “%1”, which Waymark does not run.")
                          .arg(QString::fromUtf8(filter)));
    const QByteArray encoding = m_data->attribute(path, "working-tree-encoding");
    if (!encoding.isEmpty() && encoding.compare("UTF-8", Qt::CaseInsensitive) != 0)
        return unable(QCoreApplication::translate("Git",
                                                  "The repository stores this file in another "
                                                  "encoding than %1, which Waymark does not do.")
                          .arg(QString::fromUtf8(encoding)));
    return std::nullopt;
}

Result<QByteArray> CleanFilter::cleaned(const File &file) const
{
    if (file.mode == FileMode::Link)
        return file.content;
    if (const auto problem = refusal(file.path))
        return failure(*problem);
    git_filter_options options{};
    options.version = GIT_FILTER_OPTIONS_VERSION;
    options.flags = GIT_FILTER_ALLOW_UNSAFE | GIT_FILTER_ATTRIBUTES_FROM_COMMIT;
    options.attr_commit_id = m_data->attributes;
    Handle<git_filter_list> filters;
    Buffer stored;
    if (into(filters, git_filter_list_load_ext, m_data->repository.get(), nullptr,
             file.path.constData(), GIT_FILTER_TO_ODB, &options)
            < 0
        || git_filter_list_apply_to_buffer(stored, filters.get(), file.content.constData(),
                                           file.content.size())
            < 0)
        return lastError(
            QCoreApplication::translate("Git", "The line ends of a file could not be changed"));
    return filters ? stored.bytes() : file.content;
}

Result<QList<QByteArray>> CleanFilter::changed(const QList<File> &files) const
{
    QList<QByteArray> paths;
    for (const File &file : files) {
        const auto content = cleaned(file);
        if (!content)
            return std::unexpected(content.error());
        if (*content != file.content)
            paths += file.path;
    }
    return paths;
}

Result<QList<File>> CleanFilter::cleaned(const QList<File> &files) const
{
    QList<File> stored;
    stored.reserve(files.size());
    for (const File &file : files) {
        auto content = cleaned(file);
        if (!content)
            return std::unexpected(content.error());
        stored += {file.path, file.mode, std::move(*content)};
    }
    return stored;
}

} // namespace waymark::git
