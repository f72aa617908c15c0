#pragma once

#include <QWidget>

namespace waymark {

/// What is to be done, in its order: a number and a sentence each.
class HomeSteps final : public QWidget
{
    Q_OBJECT

public:
    explicit HomeSteps(const QStringList &steps, QWidget *parent = nullptr);
};

} // namespace waymark
