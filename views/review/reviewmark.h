#pragma once

#include "models/plan/change.h"
#include "views/theme/badges.h"

#include <QWidget>

namespace waymark {

/// The tile of a file in a list of changes.
[[nodiscard]] FileMark fileMarkOf(ChangeClass change);

/// That tile in a layout; it is called by what happens to the file.
class ReviewMark final : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewMark(QWidget *parent = nullptr);

    void setChange(ChangeClass change);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ChangeClass m_change = ChangeClass::New;
};

} // namespace waymark
