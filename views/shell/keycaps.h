#pragma once

#include <QKeySequence>
#include <QStringList>
#include <QWidget>

namespace waymark {

/// What stands on the keys that `keys` asks for, one text a key: "Ctrl", "K".
[[nodiscard]] QStringList keyCaps(const QKeySequence &keys);

/// Keys in a row, as they are painted in lists too.
class KeyCaps final : public QWidget
{
    Q_OBJECT

public:
    explicit KeyCaps(const QStringList &caps, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList m_caps;
};

} // namespace waymark
