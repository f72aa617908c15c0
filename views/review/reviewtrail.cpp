#include "views/review/reviewtrail.h"

#include "models/items/formmodel.h"
#include "views/review/reviewstep.h"
#include "views/theme/appearance.h"
#include "views/theme/controls.h"
#include "views/theme/icons.h"

#include <QBoxLayout>
#include <QToolButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr int mostSteps = 9;

struct StepLook
{
    const char16_t *icon;
    Token ink;
};

/// Seen from the review, a page is done where it has no problem, whether somebody was there or its
/// defaults stand.
StepState stateOf(const FormModel &form, const QModelIndex &page)
{
    const auto state = StepState(page.data(FormModel::StepStateRole).toInt());
    const bool isWhole = form.firstProblem(page.data(FormModel::PageRole).toInt()).isEmpty();
    return state != StepState::Problems && isWhole ? StepState::Done : state;
}

StepLook lookOf(StepState state)
{
    switch (state) {
    case StepState::Done:
        return {u"okcircle", Token::OkTx};
    case StepState::Problems:
        return {u"error", Token::ErrTx};
    case StepState::Untouched:
    case StepState::Current:
        break;
    }
    return {u"circle", Token::Tx2};
}

QString spoken(StepState state)
{
    switch (state) {
    case StepState::Done:
        return ReviewTrail::tr("done");
    case StepState::Problems:
        return ReviewTrail::tr("has problems");
    case StepState::Untouched:
    case StepState::Current:
        break;
    }
    return ReviewTrail::tr("not done");
}

/// The number that a form gives the page at `index`, which may not be its row: pages without a
/// question have none.
int pageOf(const FormModel &form, const QModelIndex &index)
{
    const AnswerPath question = form.index(0, 0, index).data(FormModel::PathRole).toStringList();
    const QList<FormPage> pages = form.form().pages();
    const auto found = std::ranges::find_if(pages, [&](const FormPage &page) {
        return std::ranges::find(page.parameters, question, &Parameter::path)
            != page.parameters.end();
    });
    return found == pages.end() ? index.row() : int(found - pages.begin());
}

} // namespace

ReviewTrail::ReviewTrail(FormModel &form, QWidget *parent)
    : ReviewPart(parent)
    , m_form(form)
    , m_row(new QHBoxLayout(this))
{
    setAccessibleName(tr("Steps"));
    for (int step = 0; step < mostSteps; ++step) {
        auto *button = new QToolButton(this);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        setControlSize(button, ControlSize::Compact);
        connect(button, &QToolButton::clicked, this, [this, step] { goTo(step); });
        m_row->addWidget(button);
        m_buttons += button;
        m_lines += ruleIn(this);
        m_row->addWidget(m_lines.last(), 0, Qt::AlignVCenter);
    }
    m_current = new ReviewStep(tr("Review and commit"), this);
    m_row->addWidget(m_current);
    refresh();
    built();
}

QStringList ReviewTrail::titles() const
{
    QStringList titles;
    for (int step = 0; step < m_form.rowCount({}); ++step)
        titles += m_form.index(step, 0, {}).data().toString();
    return titles + QStringList{tr("Review and commit")};
}

void ReviewTrail::goTo(int step)
{
    if (step >= 0 && step < m_form.rowCount({}))
        Q_EMIT stepWanted(pageOf(m_form, m_form.index(step, 0, {})));
}

void ReviewTrail::measure()
{
    m_row->setContentsMargins({});
    m_row->setSpacing(px(this, 4));
    for (QWidget *line : std::as_const(m_lines))
        line->setFixedWidth(px(this, 12));
}

void ReviewTrail::refresh()
{
    const int pages = m_form.rowCount({});
    m_count = pages + 1;
    m_current->setNumber(m_count);
    for (int step = 0; step < mostSteps; ++step) {
        QToolButton *button = m_buttons.at(step);
        button->setVisible(step < pages);
        m_lines.at(step)->setVisible(step < pages);
        if (step >= pages)
            continue;
        const QModelIndex page = m_form.index(step, 0, {});
        const StepState state = stateOf(m_form, page);
        const StepLook look = lookOf(state);
        button->setText(page.data().toString());
        button->setAccessibleDescription(spoken(state));
        button->setIcon(icon(QString::fromUtf16(look.icon), look.ink));
        setInk(button, look.ink);
    }
}

} // namespace waymark
