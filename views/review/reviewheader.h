#pragma once

#include "views/review/reviewpart.h"

#include <QStringList>

class QAction;
class QBoxLayout;
class QComboBox;
class QLabel;
class QToolButton;

namespace waymark {

class ActionButton;
class Badge;
class ElidedLabel;
class ReviewTrail;
class Segments;
class ServiceSession;

/// The head of the page: which service, of which template, the steps before this one, and the way
/// to be rid of it. Without room, the steps are in a list that opens, and the rest is in a menu.
class ReviewHeader final : public ReviewPart
{
    Q_OBJECT

public:
    ReviewHeader(ServiceSession &session, QAction *discard, QWidget *parent = nullptr);

    void refresh();
    void goToStep(int step); ///< From 0; the one in hand and what is no step do nothing.
    [[nodiscard]] QStringList steps() const;
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
    void buildFolded();
    void arrange();

    ServiceSession &m_session;
    QAction *m_discardAction;
    QBoxLayout *m_row;
    QLabel *m_title;
    QLabel *m_slash;
    ElidedLabel *m_name;
    Badge *m_template;
    QStringList m_steps; ///< As they are in the list.
    ReviewTrail *m_trail;
    Segments *m_parts;
    QLabel *m_step;
    QComboBox *m_list; ///< Of steps.
    QToolButton *m_more;
    ActionButton *m_discard;
    bool m_isInTurn = false; ///< Files and commit.
};

} // namespace waymark
