#pragma once

#include "models/items/safetychecks.h"
#include "views/review/reviewpart.h"

class QBoxLayout;
class QGridLayout;
class QPushButton;

namespace waymark {

class ReviewCheck;
class ServiceSession;
class WrapLabel;

/// Why it is safe to commit, or what stands in its way, and how much of the golden path is kept.
class ReviewChecks final : public ReviewPart
{
    Q_OBJECT

public:
    explicit ReviewChecks(ServiceSession &session, QWidget *parent = nullptr);

    void refresh();
    bool takeFocus(); ///< To the first button that mends something; false: there is none.

Q_SIGNALS:
    void fixWanted(const waymark::SafetyRow &row);
    void acceptWanted(const waymark::SafetyRow &row);

protected:
    void measure() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void addCheck();
    void arrange();
    void showGolden();

    ServiceSession &m_session;
    QBoxLayout *m_column;
    QGridLayout *m_grid;
    QBoxLayout *m_goldenRow;
    QBoxLayout *m_goldenColumn;
    QList<ReviewCheck *> m_checks;
    QWidget *m_golden;
    WrapLabel *m_summary;
    QPushButton *m_showAll;
    WrapLabel *m_departures;
    int m_columns = 0;
};

} // namespace waymark
