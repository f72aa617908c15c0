#pragma once

#include "models/items/rowmodel.h"
#include "models/plan/plan.h"

namespace waymark {

/// A line of a planned file that holds what is looked for.
struct FoundLine
{
    QString key = {};
    QByteArray path = {};
    QString place = {}; ///< "deploy/base/deployment.yaml:38"
    int line = 1; ///< From 1, as the column.
    int column = 1;
    QString text = {}; ///< Of the line, without the blanks around it.

    friend bool operator==(const FoundLine &, const FoundLine &) = default;
};

/// What was found in all files of a plan. Files that hold a secret are not looked into.
class FileSearchModel final : public RowModel<FoundLine>
{
    Q_OBJECT

public:
    static constexpr int mostLines = 300; ///< More are not listed.

    /// Qt::DisplayRole is the text.
    enum Role {
        PlaceRole = Qt::UserRole,
        FileRole, ///< QByteArray
        LineRole, ///< int
        ColumnRole, ///< int
    };

    explicit FileSearchModel(QObject *parent = nullptr);

    /// Upper and lower case are one; an empty needle finds nothing.
    void find(const QString &needle, const Plan &plan);
    [[nodiscard]] const QString &needle() const { return m_needle; }
    /// "12 lines in 3 files", "No matches", translated; empty: nothing is looked for.
    [[nodiscard]] QString summary() const;

    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    QString m_needle;
};

} // namespace waymark
