#pragma once

#include "models/items/goldenmeter.h"

#include <QWidget>

class QLabel;
class QMenu;
class QProgressBar;
class QPushButton;

namespace waymark {

class WrapLabel;

/// How much of the golden path is kept, and the ways to what departs from it.
class GoldenCard final : public QWidget
{
    Q_OBJECT

public:
    explicit GoldenCard(QWidget *parent = nullptr);

    void setMeter(const GoldenMeter &meter); ///< Hidden where the template has no golden default.

Q_SIGNALS:
    void fieldWanted(const waymark::AnswerPath &path);

private:
    void open();

    GoldenMeter m_meter;
    QProgressBar *m_bar;
    WrapLabel *m_text;
    QPushButton *m_show;
};

} // namespace waymark
