#pragma once

#include "models/items/formmodel.h"
#include "models/items/rowmodel.h"

namespace waymark {

/// A step of making a service: a page of its form, or the review behind the last one.
struct StepRow
{
    QString key = {};
    int page = -1; ///< Its number in the form; -1: the review.
    QString title = {};
    QString summary = {};
    StepState state = StepState::Untouched;
    bool isCurrent = false;

    friend bool operator==(const StepRow &, const StepRow &) = default;
};

/// Where somebody is who makes a service, and what going on or back does. Any step may be gone to
/// at any time; only going on stops once at what is wrong on a page.
class StepsModel final : public RowModel<StepRow>
{
    Q_OBJECT

public:
    /// Qt::DisplayRole is the title.
    enum Role {
        NumberRole = Qt::UserRole, ///< int, from 1
        SummaryRole,
        StateRole, ///< int of StepState
        CurrentRole, ///< bool
        IsLastRole, ///< bool
    };

    /// `form` has to live longer.
    explicit StepsModel(FormModel &form, QObject *parent = nullptr);

    void setFileCount(int files); ///< What the review's summary says.

    [[nodiscard]] int current() const; ///< -1: there is no page.
    [[nodiscard]] bool isFirst() const { return current() <= 0; }
    /// "Step 3 of 5"
    [[nodiscard]] QString position() const;
    /// "Continue to Observability", "Review and commit": what goOn() does.
    [[nodiscard]] QString goOnText() const;

    void goTo(
        int row); ///< The review's row wants the review; a row that is not there does nothing.
    void goBy(int steps) { goTo(current() + steps); }
    /// To the next step; where the page has mistakes, first to those, and at the next call on.
    void goOn();
    /// Shows the page of `field`; false: it is not asked.
    bool goToField(const AnswerPath &field);

    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void currentChanged();
    void reviewWanted();
    void mistakeFound(const waymark::AnswerPath &field); ///< There the focus should go.

private:
    void update();

    FormModel &m_form;
    int m_files = 0;
    int m_shown = -1; ///< The page that was current last.
    int m_warned = -1; ///< The page whose mistakes goOn() stopped at.
};

} // namespace waymark
