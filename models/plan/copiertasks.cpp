#include "models/plan/copiertasks.h"

#include "models/catalog/copiercasts.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::TaggedValue;

QString text(const char *source)
{
    return QCoreApplication::translate("CopierRenderer", source);
}

/// `word` as a shell reads it as one word: shlex.quote().
QString quoted(QString word)
{
    const bool isPlain = !word.isEmpty() && std::ranges::all_of(word, [](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || u"_@%+=:,./-"_s.contains(c);
    });
    return isPlain ? word : u'\'' + word.replace(u'\'', u"'\"'\"'"_s) + u'\'';
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

    /// Nothing: it would not run with these answers.
    std::optional<UndoneAction> read(qsizetype number)
    {
        if (m_task.kind == CopierTask::Kind::Task && !isWanted())
            return std::nullopt;
        QString command = commandOf(m_task.command);
        const QString folder = rendered(m_task.workingDirectory);
        if (!folder.isEmpty() && folder != u"."_s)
            command = u"cd "_s + quoted(folder) + u" && "_s + command;
        const bool isTask = m_task.kind == CopierTask::Kind::Task;
        const QString name = (isTask ? text("task %1") : text("migration %1")).arg(number);
        const QString reason = isTask
            ? text("Copier would run it in the new service; run it there yourself: %1").arg(command)
            : text("It is for services that move to a newer version: %1").arg(command);
        return UndoneAction{.step = name,
                            .action = isTask ? u"_tasks"_s : u"_migrations"_s,
                            .reason = reason,
                            .place = m_task.place.placed(
                                {.severity = Severity::Note,
                                 .code = u"template.task-not-run"_s,
                                 .message = text("“%1” is not run. %2").arg(name, reason)}),
                            .isExpected = !isTask,
                            .command = command};
    }

private:
    bool isWanted()
    {
        const QString *condition = m_task.when.toText();
        return condition ? copierBool(Value(rendered(*condition))) : copierBool(m_task.when);
    }

    QString commandOf(const Value &command)
    {
        const List *words = command.toList();
        if (!words)
            return rendered(command.textOr());
        QStringList shown;
        for (const Value &word : *words)
            shown += quoted(rendered(pythonText(word)));
        return shown.join(u' ');
    }

    /// What cannot be rendered stays as it is written: it is only shown.
    QString rendered(const QString &source)
    {
        const auto compiled = m_language.compile(source, m_task.place.document.file());
        const auto output = compiled ? jinja::render(*compiled, m_context, m_options)
                                     : std::unexpected(compiled.error());
        return output ? QString::fromUtf8(m_mask.masked(*output)) : source;
    }

    const CopierTask &m_task;
    const jinja::Environment &m_language;
    const TaggedValue &m_context;
    const jinja::RenderOptions &m_options;
    const SecretMask &m_mask;
};

} // namespace

QList<UndoneAction> copierTasks(const CopierSettings &settings, const jinja::Environment &language,
                                TaggedValue context, const jinja::RenderOptions &options,
                                const SecretMask &mask)
{
    QList<UndoneAction> undone;
    context.insert(u"_copier_phase"_s, Value(u"tasks"_s));
    context.insert(u"_copier_operation"_s, Value(u"copy"_s));
    context.insert(u"_stage"_s, Value(u"task"_s));
    for (const QList<CopierTask> *tasks : {&settings.tasks, &settings.migrations}) {
        for (qsizetype i = 0; i < tasks->size(); ++i) {
            TaskReader reader(tasks->at(i), language, context, options, mask);
            if (const auto action = reader.read(i + 1))
                undone += *action;
        }
    }
    return undone;
}

} // namespace waymark
