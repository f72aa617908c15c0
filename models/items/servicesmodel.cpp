#include "models/items/servicesmodel.h"

#include <QVariant>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qsizetype mostKept = 8;

} // namespace

ServicesModel::ServicesModel(QObject *parent)
    : RowModel(parent)
{
}

void ServicesModel::setServices(const QList<ServiceRow> &services)
{
    QList<ServiceRow> rows;
    QStringList folders;
    for (const ServiceRow &service : services) {
        if (service.key.isEmpty() || folders.contains(service.key) || rows.size() >= mostKept)
            continue;
        folders += service.key;
        rows += service;
    }
    setRows(rows);
}

void ServicesModel::add(const ServiceRow &service)
{
    setServices(QList<ServiceRow>{service} + rows());
}

QVariant ServicesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ServiceRow &row = rows().at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case Qt::AccessibleTextRole:
        return QString(row.name + u", "_s + row.templateTitle);
    case Qt::ToolTipRole:
    case FolderRole:
        return row.key;
    case TemplateRole:
        return row.templateTitle;
    case MadeRole:
        return row.made;
    default:
        return {};
    }
}

QHash<int, QByteArray> ServicesModel::roleNames() const
{
    auto names = RowModel::roleNames();
    names.insert({{FolderRole, "folder"}, {TemplateRole, "template"}, {MadeRole, "made"}});
    return names;
}

} // namespace waymark
