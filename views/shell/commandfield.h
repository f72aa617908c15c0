#pragma once

#include <QAbstractButton>
#include <QStringList>

namespace waymark {

/// Looks like the field that one searches with, and is the button which opens the palette.
class CommandField final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit CommandField(const QStringList &keys, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QStringList m_keys;
};

} // namespace waymark
