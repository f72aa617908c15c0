#include "models/plan/secretfiles.h"

#include "models/base/utf8.h"
#include "models/git/shellwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Planner", source);
}

} // namespace

SecretFiles::SecretFiles(const SecretMask &mask, const QByteArrayList &accepted, bool commits)
    : m_mask(mask)
    , m_accepted(accepted)
    , m_commits(commits)
{
}

bool SecretFiles::isAccepted(const QByteArray &path, const QByteArray &shownPath)
{
    bool found = false;
    for (const QByteArray &accepted : m_accepted) {
        if (accepted != path && accepted != shownPath)
            continue;
        found = true;
        m_used += accepted;
    }
    return found;
}

void SecretFiles::check(PlannedFile &file, const QByteArray &shownPath)
{
    const bool isInName = m_mask.covers(file.presence) || m_mask.isWrittenIn(file.change.path);
    file.isSecretAccepted = isAccepted(file.change.path, shownPath) && (m_commits || isInName);
    Problem problem{.code = u"secret.written"_s, .file = displayed(file.change.path)};
    if (file.isSecretAccepted || (!m_commits && !isInName))
        problem.severity = Severity::Warning;
    if (isInName)
        problem.message = text("The file's name would hold a secret answer as plain text, in git's "
                               "history and in the notes that “waymark undo” needs.");
    else if (m_commits)
        problem.message = text("The file would hold a secret answer as plain text, and a commit "
                               "keeps it for ever.");
    else
        problem.message = text("The file holds a secret answer as plain text.");
    if (file.isSecretAccepted)
        problem.hint = text("You accepted that for this file.");
    else if (problem.severity == Severity::Warning)
        problem.hint = text("Keep it out of the commit that you will make.");
    else
        problem.hint
            = text("Let the template read the secret where the service runs, from its "
                   "environment or a vault. Or accept it for this file: --accept-secret %1")
                  .arg(git::shellQuoted(displayed(shownPath)));
    file.change.problems += problem;
}

Problem SecretFiles::checkFolder(const QByteArray &path, const QByteArray &shownPath)
{
    Problem problem{.code = u"secret.written"_s,
                    .message
                    = text("The folder's name would hold a secret answer as plain text, in "
                           "the notes that “waymark undo” needs."),
                    .file = displayed(path)};
    if (isAccepted(path, shownPath)) {
        problem.severity = Severity::Warning;
        problem.hint = text("You accepted that for this folder.");
    } else {
        problem.hint = text("Let the template name it by another answer. Or accept it for this "
                            "folder: --accept-secret %1")
                           .arg(git::shellQuoted(displayed(shownPath)));
    }
    return problem;
}

QList<Problem> SecretFiles::acceptedInVain() const
{
    QList<Problem> problems;
    for (const QByteArray &path : m_accepted) {
        if (m_used.contains(path))
            continue;
        problems += Problem{
            .severity = Severity::Warning,
            .code = u"secret.accepted-in-vain"_s,
            .message = text("No file or folder of this name holds a secret answer, so there is "
                            "nothing to accept: %1")
                           .arg(displayed(path)),
            .hint = text("Name the file as the plan does.")};
    }
    return problems;
}

Plan withoutSecrets(Plan plan, const SecretMask &mask)
{
    for (Problem &problem : plan.problems)
        problem = mask.masked(problem);
    for (PlannedFile &file : plan.files) {
        for (Problem &problem : file.change.problems)
            problem = mask.masked(problem);
    }
    for (UndoneAction &action : plan.undone) {
        action.place = mask.masked(action.place);
        action.command = mask.inMessage(action.command);
    }
    return plan;
}

} // namespace waymark
