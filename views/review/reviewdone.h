#pragma once

#include "views/review/reviewpart.h"

class QBoxLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace waymark {

class Notice;
class ServiceSession;
class WrapLabel;
struct ReviewActions;

/// What stands there after the service was made, and where to go on. Undo says first what it would
/// take away.
class ReviewDone final : public ReviewPart
{
    Q_OBJECT

public:
    ReviewDone(ServiceSession &session, const ReviewActions &actions, QWidget *parent = nullptr);

    void refresh();
    void showUndo();
    void takeFocus();

    [[nodiscard]] QSize minimumSizeHint() const override { return narrowScrolled(280); }

protected:
    void measure() override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build(const ReviewActions &actions);
    void buildUndo();
    void showNotes();
    void showNext();
    void showUndoPaths();
    void hideUndo();
    void arrange();

    ServiceSession &m_session;
    QBoxLayout *m_column;
    QBoxLayout *m_head;
    QBoxLayout *m_idRow;
    QBoxLayout *m_buttons;
    WrapLabel *m_title;
    WrapLabel *m_sentence;
    QLabel *m_id;
    QPushButton *m_copy;
    Notice *m_notes;
    Notice *m_next;
    QList<QWidget *> m_actionButtons;
    QWidget *m_undo;
    WrapLabel *m_undoText;
    QPlainTextEdit *m_undoPaths;
    QPushButton *m_keep;
    QPushButton *m_takeBack;
};

} // namespace waymark
