#pragma once

#include "models/plan/actioninput.h"
#include "models/plan/rendering.h"

namespace waymark {

/// The repository that a text such as "github.com?owner=acme&repo=orders" names.
struct RepositoryName
{
    QString host;
    QString owner; ///< With GitHub's word; or the project, or the workspace, or both.
    QString repository;

    [[nodiscard]] bool isOf(QStringView name) const { return host == name; }
    [[nodiscard]] bool isGitLab() const { return host.startsWith(u"gitlab"); }
    /// The address of its page.
    [[nodiscard]] QString page() const;
    /// That git clones it from.
    [[nodiscard]] QString remote() const;
};

/// As Backstage's RepoUrlPicker writes it; nothing where no repository is named.
[[nodiscard]] std::optional<RepositoryName> repositoryName(const QString &repoUrl);

/// Whether `action` opens a pull or merge request in a repository that is there.
[[nodiscard]] bool isRequest(const QString &action);

/// Where a step that publishes would put what was made, by its input. Secrets are masked.
[[nodiscard]] Publication publicationOf(const ActionInput &input);

/// The commands of git that bring what was made there, and the page where a request is opened.
void addWayTo(const Publication &publication, const ActionInput &input, UndoneAction &action);

/// What a publishing step would give to the steps behind it, as far as its input tells:
/// `remoteUrl`, `repoContentsUrl`; else undefined.
[[nodiscard]] jinja::TaggedValue publishedOutput(const ActionInput &input);

} // namespace waymark
