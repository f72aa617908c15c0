#pragma once

#include "models/items/treerowmodel.h"
#include "models/plan/plan.h"

#include <QMap>

namespace waymark {

/// A file of a plan, or a folder, with the sums of what is below it.
struct FileTreeRow
{
    QByteArray path = {}; ///< Of a folder, without a slash behind it.
    bool isFolder = false;
    QString label = {}; ///< "deployment.yaml", "deploy/base".
    ChangeClass change = ChangeClass::New; ///< Of a folder, what happens to all that is in it.
    bool isAlike = true; ///< False: different things happen to what is in the folder.
    int errors = 0;
    int warnings = 0;
    int linked = 0; ///< Lines from the field that has the focus.
    QString linkedTitle = {}; ///< What that field is called.
    bool isCurrent = true; ///< False: it shows an earlier answer, or could not be rendered.
    bool isFinal = true; ///< False: something stands in for an answer that is missing.

    friend bool operator==(const FileTreeRow &, const FileTreeRow &) = default;
};

/// The files of a plan as a folder tree: folders first, each by name. A folder that holds only
/// folders is written in front of them ("deploy/base"). Selection and expansion outlive a new plan.
class FileTreeModel final : public TreeRowModel<FileTreeRow>
{
    Q_OBJECT

public:
    /// Qt::DisplayRole is the label.
    enum Role {
        PathRole = Qt::UserRole, ///< QByteArray
        IsFolderRole, ///< bool
        ChangeRole, ///< int of ChangeClass; of a folder, nothing where its files differ.
        ChangeTextRole, ///< "added", translated; empty where ChangeRole is nothing.
        NotNeededRole, ///< bool: struck through.
        ErrorsRole, ///< int
        WarningsRole, ///< int
        LinkedRole, ///< int
        LinkedTextRole, ///< "3 lines from Memory per copy"; empty: none.
        NotCurrentRole, ///< bool
        NotFinalRole, ///< bool
    };

    explicit FileTreeModel(QObject *parent = nullptr);

    void setPlan(const Plan &plan);
    /// Lines in each file that come from the field called `title`.
    void setLinked(const QMap<QByteArray, int> &counts, const QString &title);
    /// Files that do not show the answers as they are, and those for which some are missing.
    void setUnsettled(const QSet<QByteArray> &notCurrent, const QSet<QByteArray> &notFinal);

    [[nodiscard]] QModelIndex indexOfFile(const QByteArray &path) const;
    /// The files as they stand below each other, for going from one to the next.
    [[nodiscard]] QByteArrayList filesInOrder() const;

    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    void show();

    QList<FileTreeRow> m_files; ///< Without links and sums.
    QMap<QByteArray, int> m_linked;
    QString m_linkedTitle;
    QSet<QByteArray> m_notCurrent;
    QSet<QByteArray> m_notFinal;
};

/// What becomes of a file, in a person's words: "added", "not needed with these answers".
[[nodiscard]] QString changeText(ChangeClass change);

} // namespace waymark
