#pragma once

#include "views/review/reviewpart.h"

class QBoxLayout;
class QCheckBox;
class QLabel;
class QLineEdit;
class QListView;
class QModelIndex;

namespace waymark {

class ReviewModel;

/// The files that will be written, each with a box to leave it out, to filter and to walk.
class ReviewFiles final : public ReviewPart
{
    Q_OBJECT

public:
    explicit ReviewFiles(ReviewModel &model, QWidget *parent = nullptr);

    [[nodiscard]] const QByteArray &current() const { return m_current; }
    bool step(bool backwards = false); ///< To the next (previous) file; false: there is none.
    void select(const QByteArray &path);
    void toggle(); ///< The box of the current file.
    void startFilter();
    void takeFocus();
    void refresh(); ///< The model has another plan.
    void setBusy(bool isBusy); ///< To look at only.

Q_SIGNALS:
    void currentChanged(const QByteArray &path);

protected:
    void measure() override;

private:
    void build();
    void connectParts();
    void showHead();
    void holdCurrent();
    void keepCurrent();
    [[nodiscard]] QModelIndex indexOf(const QByteArray &path) const;
    void take(const QModelIndex &index);

    ReviewModel &m_model;
    QBoxLayout *m_head;
    QBoxLayout *m_filterRow;
    QCheckBox *m_all;
    QLabel *m_added;
    QLabel *m_removed;
    QLineEdit *m_filter;
    QListView *m_list;
    QByteArray m_current;
    QByteArray m_kept; ///< To be current again, once the rows are as they should be.
    bool m_isChanging = false; ///< The model is, and what is current then is nobody's choice.
};

} // namespace waymark
