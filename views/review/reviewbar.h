#pragma once

#include "views/review/reviewpart.h"

#include <QTimer>

class QAction;
class QBoxLayout;
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

protected:
    void measure() override;

private:
    void build();
    [[nodiscard]] bool isWorkingNow() const;
    void showSentence(const ReviewSentence &sentence);

    ServiceSession &m_session;
    QAction *m_commitAction;
    QBoxLayout *m_row;
    ActionButton *m_back;
    WrapLabel *m_sentence;
    ReviewKeys *m_keys;
    ActionButton *m_stop;
    QPushButton *m_commit;
    QString m_progress;
    QTimer m_late; ///< Until then, what is made anew is shown as it was.
};

} // namespace waymark
