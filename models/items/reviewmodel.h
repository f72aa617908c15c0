#pragma once

#include "models/items/linecounter.h"
#include "models/items/rowmodel.h"
#include "models/plan/plan.h"

#include <QSet>

namespace waymark {

/// A file of a plan that is looked over before it is committed, or the heading of a group of them.
struct ReviewRow
{
    QString key = {};
    bool isHeading = false;
    QString title = {}; ///< "Added"; of a file, its name.
    QString detail = {}; ///< "17 files"; of a file, its folder.
    QByteArray path = {};
    ChangeClass change = ChangeClass::New;
    bool isChecked = true;
    bool canBeLeftOut = true;
    LineCounts lines = {};
    int errors = 0;

    friend bool operator==(const ReviewRow &, const ReviewRow &) = default;
};

/// The files that a plan writes, in groups with headings, each with a box: one that is not checked
/// is declined, which the next plan says. What is declined is remembered by path.
class ReviewModel final : public RowModel<ReviewRow>
{
    Q_OBJECT

public:
    /// Qt::DisplayRole is the name, Qt::CheckStateRole the box of a file.
    enum Role {
        IsHeadingRole = Qt::UserRole, ///< bool
        DetailRole,
        PathRole, ///< QByteArray
        ChangeRole, ///< int of ChangeClass
        ChangeTextRole,
        AddedRole, ///< int, lines
        RemovedRole, ///< int
        BinaryRole, ///< bool
        ErrorsRole, ///< int
    };

    explicit ReviewModel(Worker::Executor execute = {}, QObject *parent = nullptr);

    void setPlan(const Plan &plan);
    void setFilter(const QString &text); ///< Words that paths contain.
    [[nodiscard]] const QString &filter() const { return m_filter; }

    /// Files that the user does not want; sorted.
    [[nodiscard]] QByteArrayList declined() const;
    void setDeclined(const QByteArrayList &paths);
    void setAllChecked(bool isChecked); ///< Of the files that the filter shows.

    /// What the box above all files shows; the filter does not matter for this and what follows.
    [[nodiscard]] Qt::CheckState allChecked() const;
    [[nodiscard]] int checkedCount() const;
    [[nodiscard]] int fileCount() const { return int(m_files.size()); }
    [[nodiscard]] LineCounts total() const; ///< Of the checked files.
    /// The next (previous) file, for going through them; invalid: there is none.
    [[nodiscard]] QModelIndex nextFile(const QModelIndex &from, bool backwards = false) const;

    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void declinedChanged(); ///< By the user: a new plan is wanted.

private:
    void show();
    void takeCounts();
    [[nodiscard]] ReviewRow rowOf(const Plan &plan, const PlannedFile &file) const;
    void setChecked(const QByteArrayList &paths, bool isChecked);

    QList<ReviewRow> m_files; ///< By group, then by path.
    QSet<QByteArray> m_declined;
    QString m_filter;
    LineCounter m_counter;
};

} // namespace waymark
