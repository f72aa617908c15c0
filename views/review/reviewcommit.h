#pragma once

#include "models/items/safetychecks.h"
#include "views/dialogs/ask.h"
#include "views/review/reviewpart.h"

class QGridLayout;

namespace waymark {

class ReviewChecks;
class ReviewMessage;
class ReviewPlace;
class ServiceSession;

/// All about the commit: message, place and checks beside or below each other.
class ReviewCommit final : public ReviewPart
{
    Q_OBJECT

public:
    ReviewCommit(ServiceSession &session, const Ask &ask, QWidget *parent = nullptr);

    void refresh();
    /// What all of it needs in so much width; its parts are arranged for that.
    [[nodiscard]] int heightIn(int width);
    [[nodiscard]] ReviewMessage &message() { return *m_message; }
    [[nodiscard]] ReviewPlace &place() { return *m_place; }
    [[nodiscard]] ReviewChecks &checks() { return *m_checks; }

    [[nodiscard]] QSize minimumSizeHint() const override { return narrowScrolled(280); }

protected:
    void measure() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange(int width);

    QGridLayout *m_grid;
    ReviewMessage *m_message;
    ReviewPlace *m_place;
    ReviewChecks *m_checks;
    int m_columns = 0;
    bool m_isEven = false; ///< All columns are as wide.
};

} // namespace waymark
