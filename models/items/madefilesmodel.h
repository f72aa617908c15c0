#pragma once

#include "models/items/filetreemodel.h"

#include <QByteArrayList>

namespace waymark {

/// The files that a template makes, as a folder tree: folders first, each by name. A folder that
/// holds only folders is written in front of them.
class MadeFilesModel final : public TreeRowModel<FileTreeRow>
{
    Q_OBJECT

public:
    /// Qt::DisplayRole is the label.
    enum Role {
        PathRole = Qt::UserRole, ///< QByteArray
        IsFolderRole, ///< bool
        OtherAnswersRole, ///< bool: it is made only for other answers than the defaults.
        NoteRole, ///< What is said of it beside its name.
    };

    explicit MadeFilesModel(QObject *parent = nullptr);

    /// `others` are those that other answers could bring.
    void setFiles(const QByteArrayList &files, const QByteArrayList &others);

    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
};

} // namespace waymark
