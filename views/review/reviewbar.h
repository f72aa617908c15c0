#pragma once

#include "views/review/reviewpart.h"

#include <QTimer>

class QAction;
class QGridLayout;
class QPushButton;

namespace waymark {

class ActionButton;
class ReviewKeys;
class ServiceSession;
class WrapLabel;
struct ReviewSentence;

/// The foot of the review: the way back, what will happen, and the one button that makes it happen,
/// which shows how far it is while it works.
class ReviewBar final : public ReviewPart
{
    Q_OBJECT

public:
    ReviewBar(ServiceSession &session, QAction *back, QAction *commit, QAction *stop,
              QWidget *parent = nullptr);

    void refresh();
    void setProgress(const QString &text);

    [[nodiscard]] QSize minimumSizeHint() const override { return narrow(320); }

protected:
    void measure() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void arrange();
    [[nodiscard]] bool isWorkingNow() const;
    void showSentence(const ReviewSentence &sentence);

    ServiceSession &m_session;
    QAction *m_commitAction;
    QGridLayout *m_grid;
    ActionButton *m_back;
    WrapLabel *m_sentence;
    ReviewKeys *m_keys;
    ActionButton *m_stop;
    QPushButton *m_commit;
    bool m_isNarrow = false;
    QString m_progress;
    QTimer m_late; ///< Until then, what is made anew is shown as it was.
};

} // namespace waymark
