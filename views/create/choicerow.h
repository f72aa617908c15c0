#pragma once

#include <QWidget>

class QAbstractButton;

namespace waymark {

class WrapLabel;

/// A radio button or check box with words that wrap; pressing the words is pressing the button.
class ChoiceRow final : public QWidget
{
    Q_OBJECT

public:
    /// Takes `button`, whose words are beside it.
    ChoiceRow(QAbstractButton *button, const QString &title, QWidget *parent = nullptr);

    [[nodiscard]] QAbstractButton *button() const { return m_button; }

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QAbstractButton *m_button;
};

} // namespace waymark
