#include "models/plan/planner.h"

#include "models/base/utf8.h"
#include "models/plan/commitmessage.h"
#include "models/plan/cruftrecord.h"
#include "models/plan/declining.h"
#include "models/plan/fileplanner.h"
#include "models/plan/nameslips.h"
#include "models/plan/pathrules.h"
#include "models/plan/placechecks.h"
#include "models/plan/planhash.h"
#include "models/plan/planmemory.h"
#include "models/plan/presence.h"
#include "models/plan/pushing.h"
#include "models/plan/secretanswers.h"
#include "models/plan/secretfiles.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Planner", source);
}

Change changeTo(const QByteArray &path, FileMode mode, const QByteArray &content)
{
    Change change;
    change.path = path;
    change.mode = mode;
    change.content = content;
    return change;
}

/// Whether `file` is there afterwards, or wants to be.
bool isPlaced(const PlannedFile &file)
{
    return file.change.kind != ChangeClass::NotNeeded && file.change.kind != ChangeClass::Declined;
}

/// Makes one plan.
class Planner
{
public:
    Planner(const PlanRequest &request, const Rendering &rendering,
            const DestinationSnapshot &destination, PlanMemory &memory)
        : m_request(request)
        , m_rendering(rendering)
        , m_destination(destination)
        , m_mask(request.render.form, rendering.shownPaths)
        , m_memory(memory)
        , m_filePlanner(request, destination, m_mask, memory)
        , m_secretFiles(m_mask, request.wishes.acceptedSecrets, request.wishes.commit)
    {
    }

    Plan run()
    {
        takeRequest();
        for (const RenderedFile &file : m_rendering.files)
            addFile(file);
        for (const LeftOutFile &file : m_rendering.leftOut)
            addLeftOut(file);
        for (const QByteArray &folder : m_rendering.folders) {
            if (m_rendering.shownPaths.contains(folder) || m_mask.isWrittenIn(folder))
                m_plan.problems += m_secretFiles.checkFolder(folder, m_plan.shownPath(folder));
        }
        m_plan.problems += m_secretFiles.acceptedInVain();
        addDeviations();
        if (m_request.wishes.record)
            addRecords();
        blockPathsAmongEachOther();
        sortFiles();
        addUnstorable();
        if (m_plan.message.isEmpty())
            m_plan.message = commitMessage(m_plan, calledService());
        m_plan.problems += checkPlace(m_plan) + checkPresence(m_plan);
        if (m_request.wishes.branch.isEmpty())
            m_plan.problems += checkDefaultBranch(m_plan);
        tellOnce(m_plan);
        m_plan.hash = planHash(m_plan, m_memory.hashes());
        return withoutSecrets(std::move(m_plan), m_mask);
    }

private:
    void takeRequest()
    {
        const Form &form = m_request.render.form;
        m_plan.made = m_request.identity;
        m_plan.destination = m_destination;
        m_plan.answers = form.answers();
        m_plan.secrets = secretAnswers(form, m_mask);
        for (const QString &secret : std::as_const(m_plan.secrets))
            m_plan.answers.remove(secret);
        m_plan.seed = m_request.render.seed;
        m_plan.now = m_request.render.now;
        m_plan.folders = m_rendering.folders;
        m_plan.shownPaths = m_rendering.shownPaths;
        for (const UndoneAction &action : m_rendering.undone) {
            if (!action.isExpected)
                m_plan.problems += action.place;
        }
        m_plan.commands = exactHash(m_rendering.commands);
        m_plan.links = m_rendering.links;
        m_plan.texts = m_rendering.texts;
        addTemplateProblems();
        for (Problem &problem : commandProblems(m_rendering)) {
            problem.severity = Severity::Warning; // they run only if that is agreed to
            m_plan.problems += problem;
        }
        for (const AnswerProblem &problem : form.problems())
            m_plan.problems += problem.problem;
        m_plan.problems += m_rendering.problems;
        m_plan.commits = m_request.wishes.commit;
        m_plan.signOff = m_request.wishes.signOff;
        m_plan.message = m_request.wishes.message;
        m_plan.branch = branch();
        m_plan.undone = doneByHand(m_rendering.undone, m_plan);
    }

    void addTemplateProblems()
    {
        const CatalogEntry &entry = m_request.loaded.entry;
        const QString name = entry.id.isEmpty() ? entry.definition.name : entry.id;
        for (Problem problem : entry.definition.problems + m_request.loaded.tree.problems()) {
            problem.message = text("In the template “%1”: %2").arg(name, problem.message);
            m_plan.problems += problem;
        }
    }

    /// That the commit goes to, always by its name: settings may change until it is made.
    [[nodiscard]] QString branch() const
    {
        if (!m_request.wishes.branch.isEmpty() || !m_plan.commits)
            return m_request.wishes.branch;
        if (m_destination.kind == DestinationKind::RepositoryFolder)
            return branchFor(calledService(), m_destination.path);
        return m_destination.repository ? m_destination.repository->branch
                                        : m_destination.defaultBranch;
    }

    [[nodiscard]] QString calledService() const
    {
        return serviceName(m_plan, m_request.loaded.entry.definition.form);
    }

    void addFile(const RenderedFile &rendered)
    {
        auto [file, isWhole] = m_filePlanner.planned(rendered);
        if (isDeclined(file.change.path))
            decline(file);
        const bool isMeant = file.yields && !isDeclined(file.change.path);
        if (file.change.kind == ChangeClass::Kept && !isMeant)
            m_plan.deviations += deviationOf(file.change.path, text("It was there before."));
        if (file.change.kind == ChangeClass::Declined)
            m_plan.deviations += deviationOf(file.change.path, text("It was not wanted."));
        else if (isWhole && file.dependsOnSecret)
            checkSecret(file);
        m_plan.files += std::move(file);
    }

    [[nodiscard]] bool isDeclined(const QByteArray &path) const
    {
        const QByteArrayList &declined = m_request.wishes.declined;
        return declined.contains(path) || declined.contains(m_plan.shownPath(path));
    }

    void checkSecret(PlannedFile &file)
    {
        const QByteArray &path = file.change.path;
        m_secretFiles.check(file, m_plan.shownPath(path));
        if (file.isSecretAccepted)
            m_plan.deviations += deviationOf(
                path, text("It holds a secret answer, which was accepted for this file."));
    }

    [[nodiscard]] RecordedDeviation deviationOf(const QByteArray &path, const QString &reason) const
    {
        return {.answer = {},
                .file = displayed(m_plan.shownPath(path)),
                .golden = {},
                .value = {},
                .reason = reason,
                .owner = m_request.wishes.owner,
                .since = m_plan.now.toUTC().date(),
                .expires = {}};
    }

    void addLeftOut(const LeftOutFile &leftOut)
    {
        PlannedFile file{.change = {},
                         .templatePath = leftOut.templatePath,
                         .provenance = {},
                         .presence = leftOut.because};
        file.change.path = leftOut.path;
        file.change.kind = ChangeClass::NotNeeded;
        m_plan.files += file;
    }

    void addDeviations()
    {
        QList<RecordedDeviation> ofAnswers;
        for (const AnswerDeviation &deviation : deviationsWithoutSecrets(
                 m_request.loaded.entry.definition, m_request.render.form, m_mask)) {
            ofAnswers += {.answer = deviation.answer,
                          .file = {},
                          .golden = deviation.golden,
                          .value = deviation.value,
                          .reason = m_request.wishes.reasons.value(deviation.answer),
                          .owner = m_request.wishes.owner,
                          .since = m_plan.now.toUTC().date(),
                          .expires = {}};
        }
        m_plan.deviations = ofAnswers + m_plan.deviations;
    }

    /// That of the format's own tool, if there can be one, and ours, for what that cannot hold.
    void addRecords()
    {
        const auto own = m_rendering.ownRecord.isEmpty()
            ? std::nullopt
            : toCruftRecord(m_request.loaded.entry.definition, m_request.render.form, m_plan.made);
        if (own)
            addRecord(m_rendering.ownRecord, *own);
        const bool isRecorded = own || !m_rendering.madeRecord.isEmpty();
        if (!isRecorded || m_rendering.isRandom || !m_plan.deviations.isEmpty())
            addRecord(recordPath.toByteArray(), toRecordFile(record(isRecorded)));
    }

    [[nodiscard]] ServiceRecord record(bool isBeside) const
    {
        return {.made = m_plan.made,
                .answers = m_plan.answers,
                .secrets = m_plan.secrets,
                .seed = m_plan.seed,
                .renderedAt = m_plan.now,
                .deviations = m_plan.deviations,
                .isBeside = isBeside};
    }

    void addRecord(const QByteArray &path, const QByteArray &content)
    {
        PlannedFile file{.change = changeTo(path, FileMode::Regular, content),
                         .templatePath = {},
                         .provenance = {},
                         .presence = {}};
        const auto own = std::ranges::find_if(m_plan.files, [&](const PlannedFile &other) {
            return other.change.path == path && other.change.kind != ChangeClass::NotNeeded;
        });
        if (own != m_plan.files.end() && !isDeclined(own->change.path))
            return blockForRecord(*own);
        if (own != m_plan.files.end())
            return;
        if (hasService(m_destination)) // which is told once
            file.change.kind = ChangeClass::Blocked;
        else
            m_filePlanner.classify(file);
        if (isDeclined(file.change.path) && !hasService(m_destination))
            decline(file); // and nowhere is left to say so
        else if (m_mask.isWrittenIn(content))
            refuseSecretIn(file);
        m_plan.files += file;
    }

    static void refuseSecretIn(PlannedFile &record)
    {
        record.dependsOnSecret = true;
        record.change.problems += Problem{
            .code = u"secret.written"_s,
            .message = text("The service record would hold the text of a secret answer, and it "
                            "never keeps one."),
            .file = displayed(record.change.path),
            .hint = text("Take the text out of the reason, address or name that holds it, or leave "
                         "the record out with --no-record.")};
    }

    static void blockForRecord(PlannedFile &file)
    {
        file.change.kind = ChangeClass::Blocked;
        file.change.problems
            += Problem{.code = u"record.taken"_s,
                       .message = text("The template makes a file of this name itself (%1), and "
                                       "Waymark keeps the service record there.")
                                      .arg(displayed(file.templatePath)),
                       .file = displayed(file.change.path),
                       .hint = text("Leave the record out with --no-record, or rename the file in "
                                    "the template.")};
    }

    /// Files and those left out come sorted, the record behind them.
    void sortFiles()
    {
        const auto path
            = [](const PlannedFile &file) -> const QByteArray & { return file.change.path; };
        const auto middle = m_plan.files.begin() + m_rendering.files.size();
        const auto end = middle + m_rendering.leftOut.size();
        std::ranges::inplace_merge(m_plan.files.begin(), middle, end, {}, path);
        std::ranges::inplace_merge(m_plan.files.begin(), end, m_plan.files.end(), {}, path);
    }

    /// What the commit would refuse.
    void addUnstorable()
    {
        if (!m_plan.commits || m_destination.unstorable.isEmpty())
            return;
        for (PlannedFile &file : m_plan.files) {
            Change &change = file.change;
            const auto refused = m_destination.unstorable.constFind(change.path);
            if (refused == m_destination.unstorable.cend() || !change.isWritten() || !change.mode)
                continue;
            Problem problem = *refused;
            problem.file = displayed(m_plan.shownPath(change.path));
            change.problems += problem;
        }
    }

    void blockPathsAmongEachOther()
    {
        QByteArrayList paths;
        for (const PlannedFile &file : std::as_const(m_plan.files)) {
            if (isPlaced(file) && !m_memory.checkedPath(file.change.path))
                paths += file.change.path;
        }
        for (const Problem &problem : m_memory.checkedPaths(paths, m_plan.folders)) {
            const auto blocked
                = std::ranges::find_if(m_plan.files, [&problem](const PlannedFile &file) {
                      return isPlaced(file) && displayed(file.change.path) == problem.file;
                  });
            if (blocked == m_plan.files.end()) {
                m_plan.problems += problem;
            } else {
                blocked->change.kind = ChangeClass::Blocked;
                blocked->change.problems += problem;
            }
        }
        for (const QByteArray &folder : std::as_const(m_plan.folders)) {
            if (const auto problem = m_memory.checkedPath(folder))
                m_plan.problems += *problem;
        }
    }

    const PlanRequest &m_request;
    const Rendering &m_rendering;
    const DestinationSnapshot &m_destination;
    const SecretMask m_mask;
    PlanMemory &m_memory;
    const FilePlanner m_filePlanner;
    SecretFiles m_secretFiles;
    Plan m_plan;
};

} // namespace

QByteArrayList pathsToObserve(const Rendering &rendering)
{
    QSet<QByteArray> paths{recordPath.toByteArray()};
    if (!rendering.ownRecord.isEmpty())
        paths.insert(rendering.ownRecord);
    for (const RenderedFile &file : rendering.files) {
        if (!checkPath(file.path))
            paths.insert(file.path);
    }
    QByteArrayList sorted(paths.cbegin(), paths.cend());
    std::ranges::sort(sorted);
    return sorted;
}

Plan makePlan(const PlanRequest &request, const Rendering &rendering,
              const DestinationSnapshot &destination)
{
    PlanMemory memory;
    return makePlan(request, rendering, destination, memory);
}

Plan makePlan(const PlanRequest &request, const Rendering &rendering,
              const DestinationSnapshot &destination, PlanMemory &memory)
{
    memory.begin(request);
    return Planner(request, rendering, destination, memory).run();
}

} // namespace waymark
