#pragma once

#include <QWidget>

namespace waymark {

/// The drawing of an empty state: a waymark beside its trail, or what is searched and not found.
class EmptyDrawing final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyDrawing(const QString &iconName, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_iconName;
};

} // namespace waymark
