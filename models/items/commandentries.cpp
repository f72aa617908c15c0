#include "models/items/commandentries.h"

#include "models/base/utf8.h"
#include "models/base/valuepath.h"
#include "models/items/formmodel.h"
#include "models/plan/folder.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

void addFields(QList<CommandEntry> &entries, const FormModel &form, const QModelIndex &parent,
               const QString &page)
{
    for (int row = 0; row < form.rowCount(parent); ++row) {
        const QModelIndex index = form.index(row, 0, parent);
        const QStringList path = index.data(FormModel::PathRole).toStringList();
        entries += {.kind = CommandEntry::Kind::Field,
                    .id = pointerOf(path),
                    .title = index.data().toString(),
                    .detail = page,
                    .keywords = path.join(u' ')};
        addFields(entries, form, index, page);
    }
}

} // namespace

QList<CommandEntry> templateEntries(const CatalogModel &catalog)
{
    QList<CommandEntry> entries;
    for (const CatalogRow &row : catalog.rows()) {
        if (row.isBroken)
            continue;
        entries += {.kind = CommandEntry::Kind::Template,
                    .id = row.id,
                    .title = row.title,
                    .detail = row.version.isEmpty() ? row.owner : row.version,
                    .keywords = row.name + u' ' + row.tags.join(u' ')};
    }
    return entries;
}

QList<CommandEntry> fieldEntries(const FormModel &form)
{
    QList<CommandEntry> entries;
    for (int row = 0; row < form.rowCount(); ++row) {
        const QModelIndex page = form.index(row, 0);
        addFields(entries, form, page, page.data().toString());
    }
    return entries;
}

QList<CommandEntry> fileEntries(const Plan &plan)
{
    QList<CommandEntry> entries;
    for (const PlannedFile &file : plan.files) {
        if (file.change.kind == ChangeClass::NotNeeded)
            continue;
        const QByteArray shown = plan.shownPath(file.change.path);
        entries += {.kind = CommandEntry::Kind::File,
                    .id = QString::fromLatin1(file.change.path),
                    .title = displayed(nameOf(shown)),
                    .detail = displayed(parentOf(shown))};
    }
    return entries;
}

} // namespace waymark
