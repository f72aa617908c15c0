#include "models/plan/copiertasks.h"

#include "models/base/shellquoting.h"
#include "models/catalog/copiercasts.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::TaggedValue;

QString text(const char *source)
{
    return QCoreApplication::translate("CopierRenderer", source);
}

/// `command` as it is run in `folder`.
QString inFolder(const QString &command, const QString &folder)
{
    const bool isService = folder.isEmpty() || folder == u"."_s;
    return isService ? command : u"cd "_s + shlexQuoted(folder) + u" && "_s + command;
}

/// Renders the texts of one task.
class TaskReader
{
public:
    TaskReader(const CopierTask &task, const jinja::Environment &language,
               const TaggedValue &context, const jinja::RenderOptions &options,
               const SecretMask &mask)
        : m_task(task)
        , m_language(language)
        , m_context(context)
        , m_options(options)
        , m_mask(mask)
    {
    }

    /// Adds it to `rendering`, unless it would not run with these answers.
    void read(qsizetype number, Rendering &rendering)
    {
        const bool isTask = m_task.kind == CopierTask::Kind::Task;
        if (isTask && !isWanted())
            return;
        const QString command = readCommand();
        const Text folder = rendered(m_task.workingDirectory);
        const QString shown = inFolder(command, folder.shown);
        const QString name = (isTask ? text("task %1") : text("migration %1")).arg(number);
        rendering.undone += undone(name, shown);
        if (!isTask)
            return;
        m_command.name = name;
        m_command.templatePath
            = QFile::encodeName(QFileInfo(m_task.place.document.file()).fileName());
        m_command.workingDirectory = folder.exact;
        m_command.environment = {{u"STAGE"_s, u"task"_s}, {u"COPIER_OPERATION"_s, u"copy"_s}};
        rendering.commands += m_command;
        if (m_task.command.toList() && m_command.dependsOnSecret)
            rendering.problems += m_task.place.placed(
                {.severity = Severity::Warning,
                 .code = u"template.secret-argument"_s,
                 .message = text("“%1” hands a secret answer to a program as an argument: while "
                                 "it runs, everyone on this machine can read that.")
                                .arg(name),
                 .hint = text("Let the task hand it over in a file, or on standard input.")});
    }

private:
    struct Text
    {
        QString exact;
        QString shown; ///< Without secrets.
    };

    UndoneAction undone(const QString &name, const QString &command) const
    {
        const bool isTask = m_task.kind == CopierTask::Kind::Task;
        const QString reason = isTask
            ? text("Copier would run it in the new service; it runs only if you agree to that: %1")
                  .arg(command)
            : text("It is for services that move to a newer version: %1").arg(command);
        return {.step = name,
                .action = isTask ? u"_tasks"_s : u"_migrations"_s,
                .reason = reason,
                .place
                = m_task.place.placed({.severity = Severity::Note,
                                       .code = u"template.task-not-run"_s,
                                       .message = text("“%1” is not run. %2").arg(name, reason)}),
                .isExpected = !isTask,
                .command = command,
                .isRunnable = isTask};
    }

    bool isWanted()
    {
        const QString *condition = m_task.when.toText();
        return condition ? copierBool(Value(rendered(*condition).exact)) : copierBool(m_task.when);
    }

    /// As it is shown: a text is for the shell, a list is a program with its arguments.
    QString readCommand()
    {
        const List *words = m_task.command.toList();
        if (!words) {
            const Text line = rendered(m_task.command.textOr());
            m_command.words = {u"/bin/sh"_s, u"-c"_s, line.exact};
            return line.shown;
        }
        QStringList shown;
        for (const Value &word : *words) {
            const Text part = rendered(pythonText(word));
            m_command.words += part.exact;
            shown += shlexQuoted(part.shown);
        }
        return shown.join(u' ');
    }

    Text rendered(const QString &source)
    {
        const auto compiled = m_language.compile(source, m_task.place.document.file());
        const auto output = compiled ? jinja::render(*compiled, m_context, m_options)
                                     : std::unexpected(compiled.error());
        if (!output) {
            m_command.problem = m_task.place.placed(output.error().problem);
            return {source, source};
        }
        m_command.dependsOnSecret = m_command.dependsOnSecret
            || m_mask.covers(output->provenance.all()) || m_mask.isWrittenIn(output->bytes);
        return {QString::fromUtf8(output->bytes), QString::fromUtf8(m_mask.masked(*output))};
    }

    const CopierTask &m_task;
    const jinja::Environment &m_language;
    const TaggedValue &m_context;
    const jinja::RenderOptions &m_options;
    const SecretMask &m_mask;
    TemplateCommand m_command;
};

} // namespace

QString copierTaskText(const CopierTask &task)
{
    QString command = task.command.textOr();
    if (const List *words = task.command.toList()) {
        QStringList shown;
        for (const Value &word : *words)
            shown += shlexQuoted(pythonText(word));
        command = shown.join(u' ');
    }
    command = inFolder(command, task.workingDirectory);
    const bool *always = task.when.toBool();
    return always && *always ? command : text("%1 (when: %2)").arg(command, pythonText(task.when));
}

void addCopierTasks(const CopierSettings &settings, const jinja::Environment &language,
                    TaggedValue context, const jinja::RenderOptions &options,
                    const SecretMask &mask, Rendering &rendering)
{
    context.insert(u"_copier_phase"_s, Value(u"tasks"_s));
    context.insert(u"_copier_operation"_s, Value(u"copy"_s));
    context.insert(u"_stage"_s, Value(u"task"_s));
    for (const QList<CopierTask> *tasks : {&settings.tasks, &settings.migrations}) {
        for (qsizetype i = 0; i < tasks->size(); ++i)
            TaskReader(tasks->at(i), language, context, options, mask).read(i + 1, rendering);
    }
}

} // namespace waymark
