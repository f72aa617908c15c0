#include "views/review/reviewchecks.h"

#include "models/items/reviewsentence.h"
#include "models/items/servicesession.h"
#include "views/review/reviewcheck.h"
#include "views/theme/appearance.h"
#include "views/theme/controls.h"
#include "views/widgets/accessiblerole.h"
#include "views/widgets/iconlabel.h"
#include "views/widgets/wraplabel.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qreal twoColumns = 380;
constexpr int usualChecks = 4;

} // namespace

ReviewChecks::ReviewChecks(ServiceSession &session, QWidget *parent)
    : ReviewPart(parent)
    , m_session(session)
    , m_column(new QVBoxLayout(this))
    , m_grid(new QGridLayout)
    , m_goldenRow(new QHBoxLayout)
    , m_goldenColumn(new QVBoxLayout)
    , m_golden(new QWidget) // behind the checks, also for the Tab key
    , m_summary(new WrapLabel(TextRole::Help, Token::Tx, m_golden))
    , m_showAll(new QPushButton(tr("Show"), m_golden))
    , m_departures(new WrapLabel(TextRole::Help, Token::Tx2, m_golden))
{
    build();
    connect(m_showAll, &QPushButton::clicked, this, [this] {
        m_departures->setVisible(m_departures->isHidden());
        showGolden();
    });
    refresh();
    built();
}

void ReviewChecks::build()
{
    setAccessibleName(tr("Safe to commit"));
    setAccessibleRole(this, QAccessible::List);
    auto *title = new QLabel(tr("Safe to commit"), this);
    setTextRole(title, TextRole::BodyStrong);
    setButtonLook(m_showAll, ButtonLook::Link);
    setControlSize(m_showAll, ControlSize::Inline);
    m_showAll->setAccessibleName(tr("Show what departs from the golden path"));
    m_departures->hide();
    m_goldenRow->addWidget(new IconLabel(u"diamond"_s, Token::Gold, m_golden));
    m_goldenRow->addWidget(m_summary, 1);
    m_goldenRow->addWidget(m_showAll);
    m_goldenColumn->addLayout(m_goldenRow);
    m_goldenColumn->addWidget(m_departures);
    m_golden->setLayout(m_goldenColumn);
    setSurface(m_golden, Surface::Card);
    for (int i = 0; i < usualChecks; ++i)
        addCheck();
    m_column->addWidget(title);
    m_column->addLayout(m_grid);
    m_column->addWidget(m_golden);
    m_column->addStretch();
}

void ReviewChecks::measure()
{
    m_column->setContentsMargins({});
    m_column->setSpacing(px(this, 10));
    m_grid->setHorizontalSpacing(px(this, 16));
    m_grid->setVerticalSpacing(px(this, 8));
    m_goldenRow->setSpacing(px(this, 8));
    m_goldenColumn->setContentsMargins(px(this, 10), px(this, 4), px(this, 6), px(this, 4));
    m_goldenColumn->setSpacing(px(this, 4));
    arrange();
}

void ReviewChecks::resizeEvent(QResizeEvent *event)
{
    ReviewPart::resizeEvent(event);
    arrange();
}

/// A row that tells what is wrong takes the whole width.
void ReviewChecks::arrange()
{
    const auto &rows = m_session.safety().rows();
    const bool isWide
        = width() >= px(this, twoColumns) && std::ranges::all_of(rows, &SafetyRow::isPassed);
    const int columns = isWide ? 2 : 1;
    if (columns == m_columns && m_grid->count() == m_checks.size())
        return;
    m_columns = columns;
    for (qsizetype i = 0; i < m_checks.size(); ++i) {
        m_grid->removeWidget(m_checks.at(i));
        m_grid->addWidget(m_checks.at(i), int(i) / columns, int(i) % columns, Qt::AlignTop);
    }
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, isWide ? 1 : 0);
}

void ReviewChecks::addCheck()
{
    auto *check = new ReviewCheck(this);
    const qsizetype number = m_checks.size();
    connect(check, &ReviewCheck::fixWanted, this, [this, number] {
        const SafetyRow row = m_session.safety().rows().at(number); // it changes meanwhile
        Q_EMIT fixWanted(row);
    });
    connect(check, &ReviewCheck::acceptWanted, this, [this, number] {
        const SafetyRow row = m_session.safety().rows().at(number);
        Q_EMIT acceptWanted(row);
    });
    m_checks += check;
}

void ReviewChecks::refresh()
{
    const SafetyChecks &safety = m_session.safety();
    for (int row = 0; row < m_checks.size(); ++row) {
        m_checks.at(row)->setVisible(row < safety.rowCount());
        if (row < safety.rowCount())
            m_checks.at(row)->showRow(safety.index(row));
    }
    arrange();
    showGolden();
    setEnabled(m_session.state() == ServiceSession::State::Editing);
}

void ReviewChecks::showGolden()
{
    const GoldenMeter &meter = m_session.form().meter();
    const QString summary = goldenSummary(meter);
    m_golden->setVisible(!summary.isEmpty());
    m_summary->setText(summary);
    m_departures->setText(departureLines(meter).join(u'\n'));
    m_showAll->setVisible(!meter.departures.isEmpty());
    m_showAll->setText(m_departures->isHidden() ? tr("Show") : tr("Hide"));
    if (meter.departures.isEmpty())
        m_departures->hide();
}

bool ReviewChecks::takeFocus()
{
    return std::ranges::any_of(std::as_const(m_checks),
                               [](ReviewCheck *check) { return check->takeFocus(); });
}

} // namespace waymark
