#pragma once

#include <QWidget>

class QListView;

namespace waymark {

class GoldenCard;
class StepsModel;

/// The steps of making a service, and how much of the golden path is kept.
class StepperPane final : public QWidget
{
    Q_OBJECT

public:
    explicit StepperPane(StepsModel &steps, QWidget *parent = nullptr);

    [[nodiscard]] GoldenCard &card() { return *m_card; }

private:
    void follow();

    StepsModel &m_steps;
    QListView *m_list;
    GoldenCard *m_card;
};

} // namespace waymark
