#include "models/base/textcontext.h"
#include "models/items/safetychecks.h"

#include "models/base/utf8.h"
#include "models/items/counted.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("SafetyChecks");

QString counts(const char *one, const char *many, qsizetype count)
{
    return counted("SafetyChecks", one, many, count);
}

/// What a problem has to do with.
enum class Concern : quint8 { Problem, Secret, Yours, Place };

Concern concernOf(const Problem &problem)
{
    const QString &code = problem.code;
    if (code.startsWith(u"secret."))
        return Concern::Secret;
    if (code == u"destination.differs" || code == u"destination.obstacle")
        return Concern::Yours;
    const bool isPlace = code.startsWith(u"destination.") || code.startsWith(u"write.")
        || code.startsWith(u"git.") || code.startsWith(u"place.");
    return isPlace ? Concern::Place : Concern::Problem;
}

/// A plan's problems by what they have to do with, without those of files that are declined.
class Checker
{
public:
    Checker(const Plan &plan, const QByteArrayList &declined)
        : m_plan(plan)
    {
        for (const Problem &problem : plan.problems)
            take(problem, {});
        for (const PlannedFile &file : plan.files) {
            if (declined.contains(file.change.path))
                continue;
            for (const Problem &problem : file.change.problems)
                take(problem, file.change.path);
        }
    }

    [[nodiscard]] QList<SafetyRow> rows() const
    {
        return {problems(), secrets(), yours(), place()};
    }

private:
    struct Found
    {
        Problem problem;
        QByteArray file;
    };

    void take(const Problem &problem, const QByteArray &file)
    {
        const Concern concern = concernOf(problem);
        if (problem.severity == Severity::Error)
            m_errors[concern] += {problem, file};
        else if (problem.severity == Severity::Warning && concern == Concern::Problem)
            ++m_warnings;
    }

    [[nodiscard]] QList<Found> errors(Concern concern) const { return m_errors.value(concern); }
    [[nodiscard]] QByteArrayList filesOf(Concern concern) const
    {
        QByteArrayList files;
        for (const Found &found : errors(concern)) {
            if (!found.file.isEmpty() && !files.contains(found.file))
                files += found.file;
        }
        return files;
    }
    [[nodiscard]] QString shown(const QByteArrayList &files) const
    {
        QStringList names;
        for (const QByteArray &file : files)
            names += displayed(m_plan.shownPath(file));
        return names.join(u", "_s);
    }

    [[nodiscard]] SafetyRow problems() const
    {
        const QList<Found> found = errors(Concern::Problem);
        if (found.isEmpty())
            return {.key = u"problems"_s,
                    .title = translated("No unresolved problems"),
                    .detail = m_warnings == 0
                        ? QString()
                        : counts("1 warning accepted", "%n warnings accepted", m_warnings)};
        return {.key = u"problems"_s,
                .isPassed = false,
                .title = counts("1 problem to fix", "%n problems to fix", found.size()),
                .detail = found.first().problem.message,
                .fix = SafetyRow::Fix::GoToProblem};
    }

    [[nodiscard]] SafetyRow secrets() const
    {
        const QByteArrayList files = filesOf(Concern::Secret);
        if (!files.isEmpty())
            return {.key = u"secrets"_s,
                    .isPassed = false,
                    .title = counts("1 file would hold a secret", "%n files would hold a secret",
                                    files.size()),
                    .detail = shown(files),
                    .fix = SafetyRow::Fix::LeaveOutSecret,
                    .files = files};
        const auto accepted
            = std::ranges::count(m_plan.files, true, &PlannedFile::isSecretAccepted);
        return {.key = u"secrets"_s,
                .title = translated("No secrets in these files"),
                .detail = accepted == 0
                    ? QString()
                    : counts("1 accepted by you", "%n accepted by you", accepted)};
    }

    [[nodiscard]] SafetyRow yours() const
    {
        const QByteArrayList files = filesOf(Concern::Yours);
        if (!files.isEmpty())
            return {.key = u"yours"_s,
                    .isPassed = false,
                    .title = counts("1 file of yours is in the way",
                                    "%n files of yours are in the way", files.size()),
                    .detail = shown(files),
                    .fix = SafetyRow::Fix::LeaveOutFiles,
                    .files = files};
        const qsizetype kept = m_plan.count(ChangeClass::Kept);
        const qsizetype replaced = m_plan.count(ChangeClass::Updated);
        SafetyRow row{.key = u"yours"_s, .title = translated("Nothing of yours replaced")};
        if (replaced > 0)
            row = {.key = u"yours"_s,
                   .title = translated("Only what you chose is replaced"),
                   .detail = counts("1 file takes the golden text", "%n files take the golden text",
                                    replaced)};
        else if (kept > 0)
            row.detail = counts("1 file stays as it is", "%n files stay as they are", kept);
        return row;
    }

    [[nodiscard]] SafetyRow place() const
    {
        if (const QList<Found> found = errors(Concern::Place); !found.isEmpty()) {
            const Problem &first = found.first().problem;
            using enum SafetyRow::Fix;
            const bool isBranch = first.code.startsWith(u"write.branch");
            return {.key = u"place"_s,
                    .isPassed = false,
                    .title = translated("It cannot be committed there"),
                    .detail = first.message,
                    .fix = isBranch                     ? ChooseBranch
                        : first.code == u"git.identity" ? SetAuthor
                                                        : ChooseDestination};
        }
        return goodPlace();
    }

    [[nodiscard]] SafetyRow goodPlace() const
    {
        SafetyRow row{.key = u"place"_s, .detail = m_plan.destination.path};
        const auto &repository = m_plan.destination.repository;
        if (!m_plan.commits) {
            row.title = translated("Plain files, without a commit");
        } else if (!repository || repository->head.isEmpty()) {
            row.title = translated("In a repository of its own");
        } else if (m_plan.branch != repository->branch) {
            row.title = translated("On a new branch");
            row.detail = translated("%1 stays as it is").arg(repository->branch);
        } else {
            row.title = translated("On %1, in your clone").arg(m_plan.branch);
        }
        return row;
    }

    const Plan &m_plan;
    QMap<Concern, QList<Found>> m_errors;
    int m_warnings = 0;
};

} // namespace

QList<SafetyRow> safetyRows(const Plan &plan, const QByteArrayList &declined)
{
    return Checker(plan, declined).rows();
}

} // namespace waymark
