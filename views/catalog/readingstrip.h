#pragma once

#include <QWidget>

class QAction;
class QLabel;

namespace waymark {

/// Says that templates are being read, how many there are so far, and lets one stop that.
class ReadingStrip final : public QWidget
{
    Q_OBJECT

public:
    /// `stop` is not owned.
    explicit ReadingStrip(QAction *stop, QWidget *parent = nullptr);

    void setCount(int count);

private:
    QWidget *m_spinner;
    QLabel *m_count;
};

} // namespace waymark
