#pragma once

#include <QStringList>
#include <QWidget>

namespace waymark {

/// The keys of an action, beside the button that does the same: assistive tools pass them over, as
/// the button has them.
class ReviewKeys final : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewKeys(QStringList keys, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList m_keys;
};

} // namespace waymark
