#include "models/git/configuration.h"
#include "models/git/identity.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::git {
namespace {

/// The `part` ("name", "email") of whom a commit is by in `role` ("author", "committer"), by the
/// rules of git-commit(1); empty where neither environment nor configuration have it.
QString partOf(const Configuration &configuration, const QByteArray &role, const QByteArray &part)
{
    const QByteArray variable = "GIT_" + role.toUpper() + '_' + part.toUpper();
    const QString places[] = {qEnvironmentVariable(variable.constData()),
                              configuration.text((role + '.' + part).constData()),
                              configuration.text(("user." + part).constData()),
                              part == "email" ? qEnvironmentVariable("EMAIL") : QString()};
    const auto found
        = std::ranges::find_if(places, [](const QString &text) { return !text.isEmpty(); });
    return found == std::end(places) ? QString() : *found;
}

} // namespace

std::optional<Person> configuredUser(const Repository *repository)
{
    const auto configuration = Configuration::load(repository);
    if (!configuration)
        return {};
    const QString name = configuration->text("user.name");
    const QString email = configuration->text("user.email");
    if (name.isEmpty() || email.isEmpty())
        return {};
    return Person{.name = name, .email = email};
}

std::optional<Person> expectedAuthor(const Repository *repository)
{
    const auto configuration = Configuration::load(repository);
    if (!configuration)
        return {};
    const Person author{.name = partOf(*configuration, "author", "name"),
                        .email = partOf(*configuration, "author", "email")};
    return author.name.isEmpty() || author.email.isEmpty() ? std::nullopt : std::optional(author);
}

std::optional<Problem> doubtfulIdentity(const Repository *repository)
{
    const auto configuration = Configuration::load(repository);
    if (!configuration)
        return configuration.error().problem;
    const bool dependsOnPlace = configuration->has("^includeif\\..*");
    const auto hasAll = [&](const QByteArray &role) {
        return !partOf(*configuration, role, "name").isEmpty()
            && !partOf(*configuration, role, "email").isEmpty();
    };
    if (dependsOnPlace || (hasAll("author") && hasAll("committer")))
        return {};
    Problem problem = identityProblem(
        QCoreApplication::translate("Git", "no name and address of yours are configured"));
    if (!configuration->flag("user.useConfigOnly"))
        problem.severity = Severity::Warning; // it may guess them
    return problem;
}

} // namespace waymark::git
