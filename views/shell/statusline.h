#pragma once

#include <QStatusBar>

namespace waymark {

class ElidedLabel;
class IconLabel;

/// The row at the bottom of the window: what the catalog is at its start; at its end, where nothing
/// is written yet, and else that nothing leaves this computer.
class StatusLine final : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setCatalog(const QString &text);
    /// What the screen says; empty: nothing.
    void setStatus(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void measure();

    ElidedLabel *m_catalog;
    IconLabel *m_sign;
    ElidedLabel *m_status;
};

} // namespace waymark
