#include "models/plan/planner.h"

#include "models/base/utf8.h"
#include "models/catalog/slug.h"
#include "models/plan/checks.h"
#include "models/plan/pathrules.h"
#include "models/plan/planhash.h"
#include "models/plan/secretmask.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Planner", source);
}

/// Files of a fresh clone that may differ from the template's: both are asked for, one is kept.
bool mayBeKept(const QByteArray &path)
{
    constexpr std::array names = {"README.md", "LICENSE", ".gitignore"};
    return std::ranges::any_of(names, [&path](const char *name) { return path == name; });
}

Change changeTo(const QByteArray &path, FileMode mode, const QByteArray &content)
{
    Change change;
    change.path = path;
    change.mode = mode;
    change.content = content;
    return change;
}

/// `name` as a part of a branch's name.
QString inBranchName(const QString &name)
{
    const auto isPlain = [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-' || c == u'_');
    };
    return std::ranges::all_of(name, isPlain) ? name : slug(name);
}

/// Makes one plan.
class Planner
{
public:
    Planner(const PlanRequest &request, const Rendering &rendering,
            const DestinationSnapshot &destination)
        : m_request(request)
        , m_rendering(rendering)
        , m_destination(destination)
    {
    }

    Plan run()
    {
        takeRequest();
        for (const RenderedFile &file : m_rendering.files)
            addFile(file);
        for (const LeftOutFile &file : m_rendering.leftOut)
            addLeftOut(file);
        addDeviations();
        if (m_request.wishes.record)
            addRecord();
        blockPathsAmongEachOther();
        std::ranges::sort(m_plan.files, {},
                          [](const PlannedFile &file) { return file.change.path; });
        writeMessage();
        m_plan.hash = planHash(m_plan);
        return withoutSecrets(std::move(m_plan), m_request.render.form);
    }

private:
    void takeRequest()
    {
        const Form &form = m_request.render.form;
        const FormSchema &schema = m_request.loaded.entry.definition.form;
        m_plan.made = m_request.identity;
        m_plan.destination = m_destination;
        m_plan.answers = form.answers();
        for (const QString &secret : schema.secretNames()) {
            if (m_plan.answers.remove(secret))
                m_plan.secrets += secret;
        }
        m_plan.seed = m_request.render.seed;
        m_plan.now = m_request.render.now;
        m_plan.folders = m_rendering.folders;
        m_plan.undone = m_rendering.undone;
        for (const UndoneAction &action : m_rendering.undone) {
            if (!action.isExpected)
                m_plan.problems += action.place;
        }
        m_plan.links = m_rendering.links;
        m_plan.texts = m_rendering.texts;
        addTemplateProblems();
        for (const AnswerProblem &problem : form.problems())
            m_plan.problems += problem.problem;
        m_plan.problems += m_rendering.problems;
        m_plan.commits = m_request.wishes.commit;
        m_plan.signOff = m_request.wishes.signOff;
        m_plan.branch = m_request.wishes.branch;
        if (m_plan.branch.isEmpty() && m_destination.kind == DestinationKind::RepositoryFolder)
            m_plan.branch = u"add-"_s + inBranchName(serviceName());
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

    /// What the service is called: the answer to the template's name, else the folder's name.
    [[nodiscard]] QString serviceName() const
    {
        const QString asked = m_request.loaded.entry.definition.form.serviceName();
        const QString answer = m_plan.answers.value(asked).textOr();
        return answer.isEmpty()
            ? m_destination.path.sliced(m_destination.path.lastIndexOf(u'/') + 1)
            : answer;
    }

    [[nodiscard]] bool usesSecret(const jinja::Sources &sources) const
    {
        return std::ranges::any_of(m_plan.secrets, [&sources](const QString &secret) {
            return sources.data.contains(secret);
        });
    }

    void addFile(const RenderedFile &rendered)
    {
        PlannedFile file{.change = changeTo(rendered.path, rendered.mode, rendered.content),
                         .templatePath = rendered.templatePath,
                         .provenance = rendered.provenance,
                         .presence = rendered.presence,
                         .dependsOnSecret
                         = usesSecret(rendered.provenance.all().with(rendered.presence))};
        file.change.problems = rendered.problems;
        blockPath(file.change);
        if (!file.change.problems.isEmpty()) {
            file.change.kind = ChangeClass::Blocked;
            m_plan.files += file;
            return;
        }
        if (!file.dependsOnSecret)
            file.rendered = {rendered.mode, rendered.content};
        classify(file);
        if (file.change.kind != ChangeClass::Kept)
            checkFile(file);
        m_plan.files += file;
    }

    static void blockPath(Change &change)
    {
        if (const auto problem = checkPath(change.path))
            change.problems += *problem;
        else if (change.mode == FileMode::Link) {
            if (const auto linkProblem = checkLink(change.path, change.content))
                change.problems += *linkProblem;
        }
    }

    void checkFile(PlannedFile &file) const
    {
        Change &change = file.change;
        const QList<Problem> problems = change.mode == FileMode::Link
            ? QList<Problem>()
            : checkContent(change.path, change.content,
                           m_request.loaded.entry.definition.problemSeverity());
        for (const Problem &problem : problems)
            change.problems += withAnswers(file.dependsOnSecret ? withoutContent(problem) : problem,
                                           change.content, file.provenance);
        if (file.dependsOnSecret && !m_plan.commits) {
            change.problems
                += Problem{.severity = Severity::Warning,
                           .code = u"secret.written"_s,
                           .message = text("The file holds a secret answer as plain text."),
                           .file = displayed(change.path),
                           .hint = text("Keep it out of the commit that you will make.")};
        } else if (file.dependsOnSecret) {
            change.problems
                += Problem{.code = u"secret.written"_s,
                           .message = usesSecret(file.presence)
                               ? text("The file's name would hold a secret answer as plain text, "
                                      "and a commit keeps it for ever.")
                               : text("The file would hold a secret answer as plain text, and a "
                                      "commit keeps it for ever."),
                           .file = displayed(change.path),
                           .hint = text("Let the template read the secret where the service runs, "
                                        "from its environment or a vault.")};
        }
    }

    /// What tells of a file that nobody is to see.
    static Problem withoutContent(Problem problem)
    {
        problem.message = text("The file is not well-formed here. What stands there is not shown, "
                               "since the file holds a secret answer.");
        problem.excerpt.clear();
        problem.hint.clear();
        return problem;
    }

    /// What becomes of the path, by what stands at it.
    void classify(PlannedFile &file)
    {
        Change &change = file.change;
        const SnapshotEntry there = m_destination.entry(change.path);
        change.oldMode = there.mode;
        change.oldContent = there.content;
        if (there.obstacle) {
            change.kind = ChangeClass::Blocked;
            change.problems += *there.obstacle;
        } else if (there.type == SnapshotEntry::Type::Absent) {
            change.kind = ChangeClass::New;
        } else if (there.mode == change.mode && there.hash == contentHash(change.content)) {
            change.kind = ChangeClass::Unchanged;
        } else if (!mayBeKept(change.path)) {
            change.kind = ChangeClass::Blocked;
            change.problems
                += Problem{.code = u"destination.differs"_s,
                           .message = text("The destination has another file of this name; a new "
                                           "service changes no file that is "
                                           "there."),
                           .file = displayed(change.path),
                           .hint = text("Take an empty folder, or move the file away.")};
        } else if (m_request.wishes.golden.contains(QString::fromUtf8(change.path))) {
            change.kind = ChangeClass::Updated;
        } else {
            keep(file);
        }
    }

    void keep(PlannedFile &file)
    {
        Change &change = file.change;
        m_plan.deviations += {.answer = {},
                              .file = QString::fromUtf8(change.path),
                              .golden = {},
                              .value = {},
                              .reason = text("It was there before."),
                              .owner = m_request.wishes.owner,
                              .since = m_plan.now.toUTC().date(),
                              .expires = {}};
        change.kind = ChangeClass::Kept;
        change.mode = change.oldMode;
        change.content = change.oldContent;
        file.provenance = {};
        file.dependsOnSecret = false;
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
        for (const AnswerDeviation &deviation :
             deviations(m_request.loaded.entry.definition, m_request.render.form)) {
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

    void addRecord()
    {
        const ServiceRecord record{.made = m_plan.made,
                                   .answers = m_plan.answers,
                                   .secrets = m_plan.secrets,
                                   .seed = m_plan.seed,
                                   .renderedAt = m_plan.now,
                                   .deviations = m_plan.deviations};
        PlannedFile file{
            .change = changeTo(recordPath.toByteArray(), FileMode::Regular, toRecordFile(record)),
            .templatePath = {},
            .provenance = {},
            .presence = {}};
        classify(file);
        m_plan.files += file;
    }

    void blockPathsAmongEachOther()
    {
        QByteArrayList paths;
        for (const PlannedFile &file : std::as_const(m_plan.files)) {
            if (file.change.kind != ChangeClass::NotNeeded && !checkPath(file.change.path))
                paths += file.change.path;
        }
        for (const Problem &problem : checkPaths(paths, m_plan.folders)) {
            const auto blocked
                = std::ranges::find_if(m_plan.files, [&problem](const PlannedFile &file) {
                      return file.change.kind != ChangeClass::NotNeeded
                          && displayed(file.change.path) == problem.file;
                  });
            if (blocked == m_plan.files.end()) {
                m_plan.problems += problem;
            } else {
                blocked->change.kind = ChangeClass::Blocked;
                blocked->change.problems += problem;
            }
        }
        for (const QByteArray &folder : std::as_const(m_plan.folders)) {
            if (const auto problem = checkPath(folder))
                m_plan.problems += *problem;
        }
    }

    void writeMessage()
    {
        m_plan.message = m_request.wishes.message;
        if (!m_plan.message.isEmpty())
            return;
        m_plan.message = u"Create "_s + serviceName().simplified() + u" from "_s + m_plan.made.name;
        if (!m_plan.made.ref.isEmpty())
            m_plan.message += u' ' + m_plan.made.ref;
        QString body;
        for (const RecordedDeviation &deviation : std::as_const(m_plan.deviations)) {
            if (!deviation.reason.isEmpty() && !deviation.answer.isEmpty())
                body += u"\n- "_s + deviation.answer + u": "_s + deviation.reason;
        }
        if (!body.isEmpty())
            m_plan.message += u"\n\nDepartures from the golden path:"_s + body;
    }

    const PlanRequest &m_request;
    const Rendering &m_rendering;
    const DestinationSnapshot &m_destination;
    Plan m_plan;
};

} // namespace

QByteArrayList pathsToObserve(const Rendering &rendering)
{
    QSet<QByteArray> paths{recordPath.toByteArray()};
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
    return Planner(request, rendering, destination).run();
}

} // namespace waymark
