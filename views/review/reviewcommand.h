#pragma once

#include "views/review/reviewpart.h"

class QBoxLayout;
class QLineEdit;

namespace waymark {

class ServiceSession;

/// The command that does the same as the review, to be copied.
class ReviewCommand final : public ReviewPart
{
    Q_OBJECT

public:
    explicit ReviewCommand(ServiceSession &session, QWidget *parent = nullptr);

    void refresh();
    void copy();

    [[nodiscard]] QSize minimumSizeHint() const override { return narrow(280); }

protected:
    void measure() override;

private:
    ServiceSession &m_session;
    QBoxLayout *m_row;
    QLineEdit *m_line;
};

} // namespace waymark
