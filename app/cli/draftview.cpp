#include "app/cli/draftview.h"

#include "app/cli/reporter.h"
#include "models/base/valuepath.h"
#include "models/catalog/jsonvalues.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

QString dated(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-dd HH:mm 'UTC'"_s);
}

QString titleOf(const Draft &draft)
{
    return draft.of.title.isEmpty() ? draft.of.id : draft.of.title;
}

/// "saved 2026-11-24 10:00 UTC, open in process 4711"
QString facts(const StoredDraft &stored)
{
    const Draft draft = stored.draft.value_or(Draft());
    QStringList parts = {counted(draft.answers.size(), text("answer"), text("answers")),
                         text("saved %1").arg(dated(draft.saved))};
    if (stored.editor)
        parts += text("open in %1").arg(editorText(*stored.editor));
    return parts.join(u", "_s);
}

/// One fact in a line of its own, where there is one.
void printFact(const QString &name, const QString &value, const Reporter &reporter,
               QTextStream &out)
{
    if (!value.isEmpty())
        out << reporter.dim(name) << ' ' << printableName(value) << '\n';
}

Map editorAsJson(const DraftEditor &editor)
{
    return {{u"process"_s, editor.process},
            {u"host"_s, editor.host},
            {u"since"_s, editor.since.toUTC().toString(Qt::ISODate)}};
}

Map reasonsAsJson(const QMap<QString, QString> &reasons)
{
    Map map;
    for (const auto &[answer, reason] : reasons.asKeyValueRange())
        map.insert(answer, reason);
    return map;
}

} // namespace

QString editorText(const DraftEditor &editor)
{
    const QString process = text("process %1").arg(editor.process);
    return editor.host == DraftEditor::self().host
        ? process
        : text("%1 of %2").arg(process, printableName(editor.host));
}

void printDraft(const StoredDraft &stored, const Reporter &reporter, QTextStream &out)
{
    const Draft draft = stored.draft.value_or(Draft());
    out << reporter.bold(printableName(stored.id)) << "  " << printableName(draft.name) << "  "
        << printableName(titleOf(draft)) << "  " << reporter.dim(u'(' + facts(stored) + u')')
        << '\n';
}

void printDraftWhole(const StoredDraft &stored, const Reporter &reporter, QTextStream &out)
{
    const Draft draft = stored.draft.value_or(Draft());
    out << reporter.bold(printableName(draft.name)) << "  "
        << reporter.dim(u'(' + facts(stored) + u')') << '\n';
    printFact(text("Template:"), titleOf(draft), reporter, out);
    printFact(text("Folder of the template:"), draft.of.folder, reporter, out);
    printFact(text("Destination:"), draft.destination, reporter, out);
    printFact(text("Branch:"), draft.branch, reporter, out);
    for (const Map::Entry &answer : draft.answers)
        out << "  " << printableName(answer.key) << ": " << printableName(plainText(answer.value))
            << '\n';
    for (const auto &[path, texts] : draft.typed.asKeyValueRange())
        out << "  " << printableName(toText(path)) << ": "
            << text("typed “%1”, which cannot be read").arg(printableName(texts.join(u", "_s)))
            << '\n';
    for (const auto &[answer, reason] : draft.reasons.asKeyValueRange())
        out << "  " << text("Why %1:").arg(printableName(answer)) << ' ' << printableName(reason)
            << '\n';
}

Map draftAsJson(const StoredDraft &stored)
{
    const Draft draft = stored.draft.value_or(Draft());
    Map members = {{u"id"_s, stored.id},
                   {u"name"_s, draft.name},
                   {u"template"_s,
                    Map{{u"id"_s, draft.of.id},
                        {u"title"_s, draft.of.title},
                        {u"source"_s, draft.of.source},
                        {u"folder"_s, draft.of.folder}}},
                   {u"answers"_s, draft.answers},
                   {u"reasons"_s, reasonsAsJson(draft.reasons)},
                   {u"destination"_s, draft.destination},
                   {u"saved"_s, draft.saved.toUTC().toString(Qt::ISODate)}};
    if (stored.editor)
        members.insert(u"editor"_s, editorAsJson(*stored.editor));
    return members;
}

} // namespace waymark::cli
