#pragma once

#include <QWidget>

class QLabel;
class QTreeView;

namespace waymark {

class ElidedLabel;
class FileTreeModel;

/// The files that will be made, as a tree.
class FileTreePane final : public QWidget
{
    Q_OBJECT

public:
    explicit FileTreePane(FileTreeModel &files, QWidget *parent = nullptr);

    void setService(const QString &name);
    void setCount(const QString &text); ///< "17 files"
    void setLegendShown(bool isShown);
    /// Selects the file, and shows it.
    void setCurrent(const QByteArray &path);
    [[nodiscard]] QTreeView *tree() { return m_tree; }

Q_SIGNALS:
    void fileChosen(const QByteArray &path); ///< By the user.
    void fileOpened(const QByteArray &path); ///< To be read: the focus should go there.

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitRows();
    QWidget *header();
    QWidget *legend();
    void connectTree();
    void open(const QModelIndex &index);

    FileTreeModel &m_files;
    ElidedLabel *m_service;
    QLabel *m_count;
    QTreeView *m_tree;
    QWidget *m_body = nullptr; ///< Around the tree.
    QWidget *m_legend;
    bool m_isFollowing = false; ///< What becomes current is nobody's choice.
};

} // namespace waymark
