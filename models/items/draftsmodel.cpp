#include "models/items/draftsmodel.h"

#include "models/base/textcontext.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("DraftsModel");

QString editorText(const DraftEditor &editor, const DraftEditor &self)
{
    return editor.host == self.host ? translated("process %1").arg(editor.process) : editor.host;
}

DraftRow rowOf(const StoredDraft &stored, const DraftEditor &self)
{
    const Draft draft = stored.draft.value_or(Draft());
    DraftRow row{.key = stored.id,
                 .name = draft.name.isEmpty() ? stored.id : draft.name,
                 .templateTitle = draft.of.title.isEmpty() ? draft.of.id : draft.of.title,
                 .saved = draft.saved,
                 .answers = int(draft.answers.size()),
                 .editor = {},
                 .problem = stored.problem ? stored.problem->message : QString()};
    row.isOpenElsewhere = stored.editor
        && (stored.editor->process != self.process || stored.editor->host != self.host);
    if (row.isOpenElsewhere)
        row.editor = editorText(*stored.editor, self);
    return row;
}

QString spoken(const DraftRow &row)
{
    QStringList parts = {row.name, row.templateTitle};
    if (row.isOpenElsewhere)
        parts += translated("open in %1").arg(row.editor);
    parts += row.problem;
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace

DraftsModel::DraftsModel(QObject *parent)
    : RowModel(parent)
{
}

void DraftsModel::setDrafts(const QList<StoredDraft> &drafts, const DraftEditor &self)
{
    QList<DraftRow> rows;
    for (const StoredDraft &stored : drafts)
        rows += rowOf(stored, self);
    setRows(rows);
}

QVariant DraftsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DraftRow &row = rows().at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case Qt::AccessibleTextRole:
        return spoken(row);
    case IdRole:
        return row.key;
    case TemplateRole:
        return row.templateTitle;
    case SavedRole:
        return row.saved;
    case AnswersRole:
        return row.answers;
    case OpenElsewhereRole:
        return row.isOpenElsewhere;
    case EditorRole:
        return row.editor;
    case ProblemRole:
        return row.problem;
    default:
        return {};
    }
}

QHash<int, QByteArray> DraftsModel::roleNames() const
{
    auto names = RowModel::roleNames();
    names.insert({{IdRole, "id"},
                  {TemplateRole, "template"},
                  {SavedRole, "saved"},
                  {AnswersRole, "answers"},
                  {OpenElsewhereRole, "openElsewhere"},
                  {EditorRole, "editor"},
                  {ProblemRole, "problem"}});
    return names;
}

} // namespace waymark
