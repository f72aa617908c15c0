#pragma once

#include "models/items/rowmodel.h"
#include "models/plan/draftstore.h"

namespace waymark {

/// What is shown of one draft.
struct DraftRow
{
    QString key = {}; ///< Its id in the store.
    QString name = {};
    QString templateTitle = {};
    QDateTime saved = {}; ///< UTC.
    int answers = 0; ///< How many were given.
    bool isOpenElsewhere = false; ///< In another process; `editor` says where.
    QString editor = {};
    QString problem = {}; ///< Why it cannot be read; empty: it can.

    friend bool operator==(const DraftRow &, const DraftRow &) = default;
};

/// The drafts of services that are not made yet, the latest first.
class DraftsModel final : public RowModel<DraftRow>
{
    Q_OBJECT

public:
    /// Qt::DisplayRole is the name.
    enum Role {
        IdRole = Qt::UserRole,
        TemplateRole,
        SavedRole, ///< QDateTime
        AnswersRole, ///< int
        OpenElsewhereRole, ///< bool
        EditorRole, ///< "process 4711", "build-host"
        ProblemRole,
    };

    explicit DraftsModel(QObject *parent = nullptr);

    /// `self` has what it has open itself.
    void setDrafts(const QList<StoredDraft> &drafts, const DraftEditor &self);

    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
};

} // namespace waymark
