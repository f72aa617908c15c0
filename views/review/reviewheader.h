#pragma once

#include "views/review/reviewpart.h"

class QAction;
class QBoxLayout;
class QLabel;

namespace waymark {

class ActionButton;
class Badge;
class ElidedLabel;
class ReviewTrail;
class Segments;
class ServiceSession;

/// The head of the page: which service, of which template, the steps before this one, and the way
/// to be rid of it.
class ReviewHeader final : public ReviewPart
{
    Q_OBJECT

public:
    ReviewHeader(ServiceSession &session, QAction *discard, QWidget *parent = nullptr);

    void refresh();
    /// In a small window, files and commit are shown in turn.
    void setInTurn(bool isInTurn);
    void showCommit(bool isCommit);

    [[nodiscard]] QSize minimumSizeHint() const override { return narrow(240); }

Q_SIGNALS:
    void stepWanted(int page);
    void partWanted(bool isCommit);

protected:
    void measure() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void arrange();

    ServiceSession &m_session;
    const QAction *m_discardAction;
    QBoxLayout *m_row;
    QLabel *m_title;
    QLabel *m_slash;
    ElidedLabel *m_name;
    Badge *m_template;
    QLabel *m_step;
    ReviewTrail *m_trail;
    Segments *m_parts;
    ActionButton *m_discard;
};

} // namespace waymark
