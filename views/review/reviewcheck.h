#pragma once

#include "views/review/reviewpart.h"

class QBoxLayout;
class QModelIndex;
class QPushButton;

namespace waymark {

class IconLabel;
class WrapLabel;

/// One safety check: passed, or what is wrong with a button that mends it.
class ReviewCheck final : public ReviewPart
{
    Q_OBJECT

public:
    explicit ReviewCheck(QWidget *parent = nullptr);

    /// A row of SafetyChecks.
    void showRow(const QModelIndex &row);
    /// To the button that mends it; false: there is none.
    bool takeFocus();

Q_SIGNALS:
    void fixWanted();
    void acceptWanted(); ///< Of secrets: they are to be committed nevertheless.

protected:
    void measure() override;

private:
    QBoxLayout *m_row;
    QBoxLayout *m_words;
    QBoxLayout *m_buttons;
    IconLabel *m_icon;
    WrapLabel *m_title;
    WrapLabel *m_detail;
    QPushButton *m_fix;
    QPushButton *m_accept;
};

} // namespace waymark
