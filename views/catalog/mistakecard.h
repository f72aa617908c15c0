#pragma once

#include "models/items/mistakelines.h"

#include <QFrame>

class QBoxLayout;
class QLabel;

namespace waymark {

class CodeView;
class ElidedLabel;
class IconLabel;

/// The lines of a broken template that are wrong, as its file has them. Hidden while there are
/// none.
class MistakeCard final : public QFrame
{
    Q_OBJECT

public:
    explicit MistakeCard(QWidget *parent = nullptr);

    void showLines(const MistakeLines &lines);
    [[nodiscard]] CodeView &code() const { return *m_code; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void measure();
    void fit();

    MistakeLines m_lines;
    QBoxLayout *m_head;
    ElidedLabel *m_file;
    IconLabel *m_sign;
    QLabel *m_count;
    CodeView *m_code;
};

} // namespace waymark
