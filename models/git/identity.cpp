#include "models/git/identity.h"

#include "models/git/gitprogram.h"
#include "models/git/handles.h"
#include "models/git/readcommit.h"
#include "models/git/repository.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace waymark::git {
namespace {

std::unexpected<Error> unknownIdentity(const QString &reason)
{
    return failure(identityProblem(reason));
}

/// The line of git's complaint that gives the reason, which stands behind its advice.
QString reasonOf(const QByteArray &errors)
{
    const QString text = QString::fromUtf8(errors).trimmed();
    QString reason = text.sliced(text.lastIndexOf(u'\n') + 1);
    if (reason.startsWith(u"fatal: "))
        reason.remove(0, 7);
    return reason;
}

/// What libgit2 knows, where there is no git to ask.
Result<Identity> libraryIdentity(const Repository &repository)
{
    git_signature *rawAuthor = nullptr;
    git_signature *rawCommitter = nullptr;
    const int code = git_signature_default_from_env(&rawAuthor, &rawCommitter, repository.handle());
    const Handle<git_signature> author(rawAuthor);
    const Handle<git_signature> committer(rawCommitter);
    if (code < 0)
        return unknownIdentity(
            lastError(QCoreApplication::translate("Git", "The configuration has none"))
                .error()
                .problem.message);
    return Identity{toPerson(*author), toPerson(*committer)};
}

/// `repository` may be null.
Result<Person> askGit(const Repository *repository, const QString &variable)
{
    const QStringList place
        = repository ? QStringList{u"--git-dir="_s + repository->gitDir()} : QStringList();
    const ProgramCall call{.program = u"git"_s,
                           .arguments = place + QStringList{u"var"_s, variable}};
    const auto answer = repository ? runForGit(*repository, call) : runForGit(call);
    if (!answer)
        return std::unexpected(answer.error());
    if (answer->exitCode != 0)
        return unknownIdentity(reasonOf(answer->errorOutput));
    const auto person = Person::parse(answer->output.trimmed());
    if (!person)
        return unknownIdentity(QString::fromUtf8(answer->output.trimmed()));
    return *person;
}

} // namespace

Problem identityProblem(const QString &reason)
{
    return {.code = u"git.identity"_s,
            .message
            = QCoreApplication::translate("Git", "git does not know whom a commit is by: %1")
                  .arg(reason),
            .hint = QCoreApplication::translate(
                "Git",
                "Tell it with: git config --global user.name \"Your Name\" && "
                "git config --global user.email you@example.org")};
}

Result<Identity> identity(const Repository &repository)
{
    const auto author = askGit(&repository, u"GIT_AUTHOR_IDENT"_s);
    if (!author && author.error().problem.code == u"process.not-found")
        return libraryIdentity(repository);
    if (!author)
        return std::unexpected(author.error());
    const auto committer = askGit(&repository, u"GIT_COMMITTER_IDENT"_s);
    if (!committer)
        return std::unexpected(committer.error());
    return Identity{*author, *committer};
}

std::optional<Problem> missingIdentity(const Repository *repository)
{
    auto doubt = doubtfulIdentity(repository);
    if (!doubt || doubt->code != u"git.identity")
        return {};
    for (const QString &variable : {u"GIT_AUTHOR_IDENT"_s, u"GIT_COMMITTER_IDENT"_s}) {
        const auto person = askGit(repository, variable);
        const QString code = person ? QString() : person.error().problem.code;
        if (code == u"git.identity")
            return person.error().problem;
        if (code == u"process.not-found") {
            doubt->severity = Severity::Error; // libgit2 guesses nobody
            return doubt;
        }
    }
    return {};
}

} // namespace waymark::git
