#include "models/git/describe.h"

#include "models/git/handles.h"
#include "models/git/repository.h"

#include <QFileInfo>

namespace waymark::git {
namespace {

struct FreeDescription
{
    void operator()(git_describe_result *p) const noexcept { git_describe_result_free(p); }
};

} // namespace

std::optional<Description> describeCheckout(const QString &folder)
{
    const QString top = QFileInfo(folder).canonicalFilePath();
    if (!QFileInfo::exists(top + QStringLiteral("/.git")))
        return std::nullopt;
    const auto repository = Repository::open(top);
    if (!repository || repository->isBare()
        || QFileInfo(repository->workTree()).canonicalFilePath() != top)
        return std::nullopt;
    const auto head = repository->head();
    if (!head || !head->commit)
        return std::nullopt;
    const git_oid oid = toOid(*head->commit);
    Handle<git_object> commit;
    if (into(commit, git_object_lookup, repository->handle(), &oid, GIT_OBJECT_COMMIT) < 0)
        return std::nullopt;
    git_describe_options options;
    git_describe_options_init(&options, GIT_DESCRIBE_OPTIONS_VERSION);
    options.describe_strategy = GIT_DESCRIBE_TAGS;
    options.show_commit_oid_as_fallback = 1;
    std::unique_ptr<git_describe_result, FreeDescription> result;
    if (into(result, git_describe_commit, commit.get(), &options) < 0)
        return std::nullopt;
    git_describe_format_options format;
    git_describe_format_options_init(&format, GIT_DESCRIBE_FORMAT_OPTIONS_VERSION);
    Buffer text;
    if (git_describe_format(text, result.get(), &format) < 0)
        return std::nullopt;
    return Description{QString::fromUtf8(text.bytes()), *head->commit};
}

} // namespace waymark::git
