#pragma once

#include <QWidget>

namespace waymark {

/// The step in hand: its number in a circle, and its name.
class ReviewStep final : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewStep(QString name, QWidget *parent = nullptr);

    void setNumber(int number);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_number = 1;
    QString m_name;
};

} // namespace waymark
