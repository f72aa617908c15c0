#pragma once

#include "views/review/reviewpart.h"

class QBoxLayout;

namespace waymark {

class FormModel;

/// The steps of a service that is made, in a line, each to be visited; the last is the one in hand.
class ReviewTrail final : public ReviewPart
{
    Q_OBJECT

public:
    explicit ReviewTrail(FormModel &form, QWidget *parent = nullptr);

    void refresh();
    [[nodiscard]] int count() const { return int(m_steps.size()) + 1; }

Q_SIGNALS:
    void stepWanted(int page);

protected:
    void measure() override;

private:
    /// What is shown of a page.
    struct Step
    {
        int page = 0;
        QString title = {};
        QString icon = {};
        friend bool operator==(const Step &, const Step &) = default;
    };

    void show(const QList<Step> &steps);

    FormModel &m_form;
    QBoxLayout *m_row;
    QList<Step> m_steps;
    QList<QWidget *> m_parts;
};

} // namespace waymark
