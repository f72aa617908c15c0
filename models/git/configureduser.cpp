#include "models/git/configuration.h"
#include "models/git/identity.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace waymark::git {
namespace {

/// Whether environment or configuration have the `part` ("name", "email") of whom a commit is by in
/// `role` ("author", "committer"), by the rules of git-commit(1).
bool hasPart(const Configuration &configuration, const QByteArray &role, const QByteArray &part)
{
    const QByteArray variable = "GIT_" + role.toUpper() + '_' + part.toUpper();
    return !qgetenv(variable.constData()).isEmpty()
        || !configuration.text((role + '.' + part).constData()).isEmpty()
        || !configuration.text(("user." + part).constData()).isEmpty()
        || (part == "email" && !qgetenv("EMAIL").isEmpty());
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

std::optional<Problem> doubtfulIdentity(const Repository *repository)
{
    const auto configuration = Configuration::load(repository);
    if (!configuration)
        return configuration.error().problem;
    const bool dependsOnPlace = configuration->has("^includeif\\..*");
    const auto hasAll = [&](const QByteArray &role) {
        return hasPart(*configuration, role, "name") && hasPart(*configuration, role, "email");
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
