#pragma once

#include <QModelIndex>
#include <QWidget>

class QLabel;
class QToolButton;

namespace waymark {

class IconLabel;
class KeyHint;
class LineList;
class ProblemsModel;

/// What is wrong with answers, template and files; one line where there is nothing, or no room.
class ProblemsPane final : public QWidget
{
    Q_OBJECT

public:
    ProblemsPane(ProblemsModel &problems, QAction *next, QWidget *parent = nullptr);

    /// Folded, it is one line until it is opened.
    void setFolding(bool folds);
    void setOpen(bool isOpen);
    [[nodiscard]] bool isOpen() const;
    /// As high as its rows need, but for many of them.
    [[nodiscard]] int wantedHeight() const;
    /// Selects the next one, or the one before: invalid where there is none.
    QModelIndex go(bool isBackwards);
    [[nodiscard]] QModelIndex current() const;
    [[nodiscard]] LineList &list() { return *m_list; }

Q_SIGNALS:
    void followed(const QModelIndex &problem);
    void openChanged();

protected:
    bool event(QEvent *event) override;

private:
    QWidget *header(QAction *next);
    void refresh();
    void fit();

    ProblemsModel &m_problems;
    IconLabel *m_errorIcon;
    QLabel *m_errors;
    IconLabel *m_warningIcon;
    QLabel *m_warnings;
    QLabel *m_none;
    QToolButton *m_next = nullptr;
    KeyHint *m_keys = nullptr;
    QToolButton *m_fold = nullptr;
    LineList *m_list = nullptr;
    bool m_folds = false;
    bool m_isOpen = false; ///< While it folds.
};

} // namespace waymark
