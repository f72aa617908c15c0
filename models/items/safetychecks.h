#pragma once

#include "models/items/rowmodel.h"
#include "models/plan/plan.h"

namespace waymark {

/// One thing that has to be right before a plan is committed.
struct SafetyRow
{
    /// What mends it.
    enum class Fix : quint8 {
        None,
        GoToProblem,
        LeaveOutSecret, ///< `files` are to be declined.
        LeaveOutFiles, ///< The same, of files that stand in the way of the user's own.
        ChooseDestination,
        ChooseBranch,
        SetAuthor,
    };

    QString key = {};
    bool isPassed = true;
    QString title = {}; ///< "No unresolved problems", or what is wrong.
    QString detail = {};
    Fix fix = Fix::None;
    QByteArrayList files = {};

    friend bool operator==(const SafetyRow &, const SafetyRow &) = default;
};

/// The checks of `plan`: no unresolved problems, no secrets in the files, nothing of the user's
/// replaced, and where it is committed. `declined` files do not count.
[[nodiscard]] QList<SafetyRow> safetyRows(const Plan &plan, const QByteArrayList &declined = {});

/// Four rows that say why it is safe to commit, or what stands in its way.
class SafetyChecks final : public RowModel<SafetyRow>
{
    Q_OBJECT

public:
    /// Qt::DisplayRole is the title.
    enum Role {
        PassedRole = Qt::UserRole, ///< bool
        DetailRole,
        FixRole, ///< int of SafetyRow::Fix
        FixTextRole, ///< What the button says; empty: there is none.
    };

    explicit SafetyChecks(QObject *parent = nullptr);

    void setPlan(const Plan &plan, const QByteArrayList &declined = {});
    [[nodiscard]] bool allPassed() const;

    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
};

} // namespace waymark
