#include "models/plan/publication.h"

#include "models/git/shellwords.h"
#include "models/plan/inputtexts.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::TaggedValue;

constexpr auto usualBranch = u"master"; // of Backstage's actions

/// The first of the entries `keys` that has text.
QString firstOf(const ActionInput &input, std::initializer_list<QStringView> keys)
{
    for (const QStringView key : keys) {
        if (const QString text = shownText(input, key.toString()); !text.isEmpty())
            return text;
    }
    return {};
}

QString requestPage(const RepositoryName &name, const Publication &publication,
                    const QString &target)
{
    const auto encoded = [](const QString &text) {
        return QString::fromLatin1(QUrl::toPercentEncoding(text, "/"));
    };
    if (name.isGitLab())
        return name.page() + u"/-/merge_requests/new?merge_request%5Bsource_branch%5D="_s
            + encoded(publication.branch);
    const QString range = target.isEmpty()
        ? encoded(publication.branch)
        : encoded(target) + u"..."_s + encoded(publication.branch);
    return name.page() + u"/compare/"_s + range + u"?expand=1"_s;
}

} // namespace

QString RepositoryName::page() const
{
    const QString start = u"https://"_s + host + u'/';
    return start + (owner.isEmpty() ? QString() : owner + u'/')
        + (isOf(u"dev.azure.com") ? u"_git/"_s : QString()) + repository;
}

QString RepositoryName::remote() const
{
    return isOf(u"dev.azure.com") ? page() : page() + u".git"_s;
}

std::optional<RepositoryName> repositoryName(const QString &repoUrl)
{
    const qsizetype mark = repoUrl.indexOf(u'?');
    if (mark <= 0)
        return std::nullopt;
    const QUrlQuery query(repoUrl.sliced(mark + 1));
    const auto of
        = [&query](const QString &key) { return query.queryItemValue(key, QUrl::FullyDecoded); };
    RepositoryName name{.host = repoUrl.first(mark), .owner = {}, .repository = of(u"repo"_s)};
    QStringList owners{of(u"owner"_s), of(u"organization"_s), of(u"workspace"_s)};
    if (name.isOf(u"dev.azure.com") || owners.join(QString()).isEmpty())
        owners += of(u"project"_s);
    owners.removeAll(QString());
    name.owner = owners.join(u'/');
    return name.repository.isEmpty() ? std::nullopt : std::optional(name);
}

bool isRequest(const QString &action)
{
    return action.endsWith(u":pull-request") || action.endsWith(u":merge-request")
        || action.endsWith(u":pr");
}

Publication publicationOf(const ActionInput &input)
{
    const auto name = repositoryName(shownText(input, u"repoUrl"_s));
    const QString named = firstOf(input, {u"repoUrl", u"remoteUrl", u"repoId", u"repository"});
    return {.repository = name ? name->page() : named,
            .branch = firstOf(input, {u"branchName", u"sourceBranch", u"branch", u"defaultBranch"}),
            .title = firstOf(input, {u"title", u"gitCommitMessage", u"commitMessage"}),
            .description = firstOf(input, {u"description"})};
}

void addWayTo(const Publication &publication, const ActionInput &input, UndoneAction &action)
{
    const auto name = repositoryName(shownText(input, u"repoUrl"_s));
    if (!name)
        return;
    const QString remote = git::shellQuoted(name->remote());
    if (!isRequest(input.step().action)) {
        const QString branch
            = publication.branch.isEmpty() ? u"HEAD"_s : u"HEAD:"_s + publication.branch;
        action.commands = {u"git remote add origin "_s + remote,
                           u"git push -u origin "_s + git::shellQuoted(branch)};
        return;
    }
    if (publication.branch.isEmpty())
        return;
    action.commands = {u"git push "_s + remote + u' '
                       + git::shellQuoted(u"HEAD:refs/heads/"_s + publication.branch)};
    if (name->isOf(u"github.com") || name->isGitLab())
        action.links = {requestPage(*name, publication,
                                    firstOf(input, {u"targetBranchName", u"targetBranch"}))};
}

TaggedValue publishedOutput(const ActionInput &input)
{
    const QString &action = input.step().action;
    const TaggedValue repoUrl = input.of(u"repoUrl"_s);
    if (repoUrl.isUndefined() || (action != u"publish:github" && action != u"publish:gitlab"))
        return TaggedValue::undefined();
    const auto name = repositoryName(repoUrl.scalar().textOr());
    if (!name || name->owner.isEmpty()) {
        TaggedValue unknown = TaggedValue::undefined();
        unknown.addSources(repoUrl.allSources().asControl());
        return unknown;
    }
    const bool isGitHub = action == u"publish:github";
    const TaggedValue named = input.of(u"defaultBranch"_s);
    const TaggedValue branch
        = named.isUndefined() ? TaggedValue(QString::fromUtf16(usualBranch)) : named;
    TaggedValue remote{Value(isGitHub ? name->page() + u".git"_s : name->page())};
    remote.addSources(repoUrl.allSources());
    TaggedValue contents{
        Value(name->page() + (isGitHub ? u"/blob/"_s : u"/-/blob/"_s) + branch.scalar().textOr())};
    contents.addSources(repoUrl.allSources().with(branch.allSources()));
    return TaggedValue::fromMap({{u"remoteUrl"_s, remote}, {u"repoContentsUrl"_s, contents}});
}

} // namespace waymark
