#pragma once

#include "views/theme/controls.h"

#include <QWidget>

namespace waymark {

/// One line of text that gives way: what does not fit is left out in its middle, and is whole in
/// its tool tip and for assistive tools.
class ElidedLabel final : public QWidget
{
    Q_OBJECT

public:
    explicit ElidedLabel(TextRole role, Token ink = Token::Tx, QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }
    /// Qt::ElideMiddle, where nothing was said.
    void setElideMode(Qt::TextElideMode mode);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] bool isCut() const;
    void showToolTip();

    QString m_text;
    Qt::TextElideMode m_mode = Qt::ElideMiddle;
};

} // namespace waymark
