#pragma once

#include "views/review/reviewpart.h"

#include <QStringList>

class QBoxLayout;
class QToolButton;

namespace waymark {

class FormModel;
class ReviewStep;

/// The steps of a service that is made, joined by lines, each to be visited; the last is the one in
/// hand.
class ReviewTrail final : public ReviewPart
{
    Q_OBJECT

public:
    explicit ReviewTrail(FormModel &form, QWidget *parent = nullptr);

    void refresh();
    [[nodiscard]] int count() const { return m_count; }
    /// Of all steps, the one in hand too.
    [[nodiscard]] QStringList titles() const;
    void goTo(int step); ///< To one before the one in hand.
    /// Whether there is a button for each step.
    [[nodiscard]] bool isWhole() const { return m_count <= int(m_buttons.size()) + 1; }

Q_SIGNALS:
    void stepWanted(int page);

protected:
    void measure() override;

private:
    FormModel &m_form;
    QBoxLayout *m_row;
    QList<QToolButton *>
        m_buttons; ///< As many as a line has room for, so that Tab finds them here.
    QList<QWidget *> m_lines; ///< One behind each button.
    ReviewStep *m_current;
    int m_count = 1;
};

} // namespace waymark
