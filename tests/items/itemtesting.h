#pragma once

#include "models/items/formmodel.h"
#include "tests/plan/smalltemplate.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <functional>

namespace waymark::testing {

/// The model as text: a line for each row as `line` says it, two blanks a level.
inline QString outline(const QAbstractItemModel &model,
                       const std::function<QString(const QModelIndex &)> &line,
                       const QModelIndex &parent = {}, int level = 0)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        text += QString(qsizetype(level) * 2, u' ') + line(index).trimmed() + u'\n';
        text += outline(model, line, index, level + 1);
    }
    return text;
}

/// The same of what is shown.
inline QString outline(const QAbstractItemModel &model)
{
    return outline(model, [](const QModelIndex &index) { return index.data().toString(); });
}

/// The same of what a screen reader says.
inline QString spokenOutline(const QAbstractItemModel &model)
{
    return outline(model, [](const QModelIndex &index) {
        return index.data(Qt::AccessibleTextRole).toString();
    });
}

/// A template that asks what `parameters` (YAML in one line) says.
inline Template asking(const QByteArray &parameters, const QByteArray &sidecar = {})
{
    return SmallTemplate(parameters).sidecar(sidecar).loaded().entry.definition;
}

/// Counts what a model announces.
class Signals
{
public:
    explicit Signals(const QAbstractItemModel &model)
        : m_reset(&model, &QAbstractItemModel::modelReset)
        , m_inserted(&model, &QAbstractItemModel::rowsInserted)
        , m_removed(&model, &QAbstractItemModel::rowsRemoved)
        , m_moved(&model, &QAbstractItemModel::rowsMoved)
        , m_layout(&model, &QAbstractItemModel::layoutChanged)
        , m_changed(&model, &QAbstractItemModel::dataChanged)
    {
    }

    /// "1 inserted, 2 changed"; empty: nothing.
    [[nodiscard]] QString text() const
    {
        QStringList parts;
        const auto add = [&parts](const QSignalSpy &spy, const char *what) {
            if (!spy.isEmpty())
                parts += QString::number(spy.size()) + u' ' + QLatin1StringView(what);
        };
        add(m_reset, "reset");
        add(m_removed, "removed");
        add(m_layout, "layout");
        add(m_moved, "moved");
        add(m_inserted, "inserted");
        add(m_changed, "changed");
        return parts.join(QStringLiteral(", "));
    }

private:
    QSignalSpy m_reset, m_inserted, m_removed, m_moved, m_layout, m_changed;
};

} // namespace waymark::testing
