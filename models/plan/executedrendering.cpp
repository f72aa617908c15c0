#include "models/plan/executedrendering.h"

#include "models/base/textcontext.h"
#include "models/base/utf8.h"
#include "models/plan/planhash.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::Sources;

constexpr TextContext translated("Commands");

/// That all of `content` comes from `sources`.
jinja::Provenance wholly(const QByteArray &content, const QByteArray &templatePath,
                         const Sources &sources)
{
    if (sources.isEmpty() || content.isEmpty())
        return {};
    return {.templates = {displayed(templatePath)},
            .answers = {Sources(), sources},
            .stretches = {{.start = 0, .end = content.size(), .position = {1, 1}, .answers = 1}}};
}

/// Makes one executed rendering.
class Execution
{
public:
    Execution(const Rendering &before, const CommandOutcome &outcome, const SecretMask &mask,
              const QList<RenderedFile> &kept)
        : m_before(before)
        , m_outcome(outcome)
        , m_mask(mask)
    {
        for (const RenderedFile &file : before.files)
            m_files.insert(file.path, &file);
        for (const RenderedFile &file : kept)
            m_kept.insert(file.path, &file);
        // What they find in a file they may write into another, in whatever guise.
        const bool mayKnowSecret
            = std::ranges::any_of(before.commands, &TemplateCommand::dependsOnSecret)
            || std::ranges::any_of(before.files, [this](const RenderedFile &file) {
                   return holdsSecret(file) || m_mask.covers({.data = file.presence.control});
               });
        if (mayKnowSecret)
            m_ofCommands = mask.secretSources();
    }

    ExecutedRendering run()
    {
        Rendering &rendering = m_executed.rendering;
        rendering = m_before;
        rendering.files.clear();
        rendering.undone.removeIf(
            [this](const UndoneAction &action) { return isOneOf(action, m_before.commands); });
        rendering.commands.clear();
        rendering.folders = m_outcome.tree.emptyFolders();
        for (const TemplateFile &file : m_outcome.tree.files())
            take(file);
        for (const RenderedFile *file : std::as_const(m_files))
            remove(*file);
        sort();
        addNotes();
        return std::move(m_executed);
    }

private:
    void take(const TemplateFile &file)
    {
        const RenderedFile *before = m_files.take(file.path);
        const RenderedFile *found = m_kept.value(file.path, before);
        if (before && found->mode == file.mode && found->content == file.content) {
            m_executed.rendering.files += *before;
            return;
        }
        RenderedFile made{.path = file.path, .mode = file.mode, .content = file.content};
        Sources sources = m_ofCommands;
        if (before) {
            made.templatePath = before->templatePath;
            made.presence = before->presence;
            made.yields = before->yields;
            sources = sources.with(before->provenance.all());
        } else if (!m_before.commands.isEmpty()) {
            made.templatePath = m_before.commands.constLast().templatePath;
        }
        made.provenance = wholly(made.content, made.templatePath, sources);
        addChange(before ? ChangeClass::Updated : ChangeClass::New, before, &made);
        m_executed.rendering.leftOut.removeIf(
            [&made](const LeftOutFile &leftOut) { return leftOut.path == made.path; });
        m_executed.rendering.files += std::move(made);
    }

    void remove(const RenderedFile &file)
    {
        addChange(ChangeClass::Deleted, &file, nullptr);
        m_executed.rendering.leftOut
            += {.path = file.path, .templatePath = file.templatePath, .because = file.presence};
        if (file.path == m_executed.rendering.madeRecord)
            m_executed.rendering.madeRecord.clear();
    }

    void addChange(ChangeClass kind, const RenderedFile *before, const RenderedFile *after)
    {
        Change change;
        change.kind = kind;
        change.path = before ? before->path : after->path;
        bool isSecret = false;
        if (before) {
            change.oldMode = before->mode;
            change.oldContent = before->content;
            isSecret = holdsSecret(*before);
        }
        if (after) {
            change.mode = after->mode;
            change.content = after->content;
            isSecret = isSecret || holdsSecret(*after);
        }
        if (isSecret)
            m_executed.secret += change.path;
        m_executed.changes += change;
    }

    [[nodiscard]] bool holdsSecret(const RenderedFile &file) const
    {
        return m_mask.covers(file.provenance.all().with(file.presence))
            || m_mask.isWrittenIn(file.content) || m_mask.isWrittenIn(file.path);
    }

    void sort()
    {
        std::ranges::sort(m_executed.rendering.leftOut, {}, &LeftOutFile::path);
        std::ranges::sort(m_executed.changes, {}, &Change::path);
        std::ranges::sort(m_executed.secret);
    }

    void addNotes()
    {
        if (m_outcome.left)
            m_executed.notes += *m_outcome.left;
        for (const QByteArray &folder : m_outcome.gitFolders)
            m_executed.notes
                += Problem{.severity = Severity::Note,
                           .code = u"hooks.repository"_s,
                           .message = translated("The hooks made the repository “%1”, which is "
                                                 "left out: Waymark commits the service itself.")
                                          .arg(displayed(folder))};
        for (const Problem &problem : m_outcome.tree.problems()) {
            if (problem.code == u"template.link-outside") // the plan has it with its path
                continue;
            const bool isSpecial = problem.code == u"template.special-file";
            m_executed.notes += Problem{
                .severity = Severity::Warning,
                .code = u"hooks.left-out"_s,
                .message = isSpecial
                    ? translated("The hooks made a device, a pipe or a socket, which is left out.")
                    : translated("Something that the hooks made is left out: %1")
                          .arg(problem.message),
                .file = belowService(problem.file)};
        }
    }

    /// Of `file` in the folder in which the commands ran, which is gone.
    [[nodiscard]] QString belowService(const QString &file) const
    {
        const QString folder = m_outcome.folder + u'/';
        return file.startsWith(folder) ? file.sliced(folder.size()) : file;
    }

    const Rendering &m_before;
    const CommandOutcome &m_outcome;
    const SecretMask &m_mask;
    QMap<QByteArray, const RenderedFile *> m_files; // those that are not seen again yet
    QMap<QByteArray, const RenderedFile *> m_kept;
    Sources m_ofCommands; // what everything depends on that the commands wrote
    ExecutedRendering m_executed;
};

} // namespace

ExecutedRendering executedRendering(const Rendering &before, const CommandOutcome &outcome,
                                    const SecretMask &mask, const QList<RenderedFile> &kept)
{
    return Execution(before, outcome, mask, kept).run();
}

QList<RenderedFile> keptFiles(const Plan &plan)
{
    QList<RenderedFile> files;
    for (const PlannedFile &file : plan.files) {
        const Change &change = file.change;
        const SnapshotEntry there = plan.destination.entry(change.path);
        const bool isKnown = !there.content.isEmpty() || there.hash == contentHash({});
        if (change.kind == ChangeClass::Kept && change.oldMode && isKnown)
            files += {.path = change.path, .mode = *change.oldMode, .content = change.oldContent};
    }
    return files;
}

QList<Change> withoutKept(QList<Change> changes, const Plan &plan)
{
    changes.removeIf([&plan](const Change &change) {
        return std::ranges::any_of(plan.files, [&change](const PlannedFile &file) {
            return file.change.kind == ChangeClass::Kept && file.change.path == change.path;
        });
    });
    return changes;
}

} // namespace waymark
