#pragma once

#include <QStatusBar>

namespace waymark {

class ElidedLabel;

/// The row at the bottom of the window: what is true of the screen at its start, what is always
/// true at its end.
class StatusLine final : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setStatus(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void measure();

    ElidedLabel *m_status;
    ElidedLabel *m_promise;
};

} // namespace waymark
