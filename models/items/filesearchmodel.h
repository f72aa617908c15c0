#pragma once

#include "models/items/filesearch.h"
#include "models/items/rowmodel.h"
#include "models/jobs/worker.h"

namespace waymark {

/// What was found in all files of a plan, off the thread that owns it: the newest search wins. See
/// foundLines().
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

    explicit FileSearchModel(Worker::Executor execute = {}, QObject *parent = nullptr);

    /// Rows and finished() follow; as long as they do not, those of the last search stay.
    void find(const QString &needle, const Plan &plan);
    [[nodiscard]] const QString &needle() const { return m_needle; }
    [[nodiscard]] bool isSearching() const { return m_isSearching; }
    /// "12 lines in 3 files", "No matches", "Searching", translated; empty: nothing is looked for.
    [[nodiscard]] QString summary() const;

    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void finished();

private:
    void take(const QList<FoundLine> &found);

    QString m_needle;
    bool m_isSearching = false;
    Worker m_worker;
};

} // namespace waymark
