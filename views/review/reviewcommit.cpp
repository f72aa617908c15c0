#include "views/review/reviewcommit.h"

#include "views/review/reviewchecks.h"
#include "views/review/reviewmessage.h"
#include "views/review/reviewplace.h"
#include "views/theme/appearance.h"

#include <QGridLayout>

#include <array>

namespace waymark {
namespace {

constexpr qreal threeColumns = 860;
constexpr qreal twoColumns = 580;
constexpr qreal room = 1100; // for equal columns
constexpr std::array shares = {2, 3, 2}; // else: paths are longer than what stands beside them

} // namespace

ReviewCommit::ReviewCommit(ServiceSession &session, const Ask &ask, QWidget *parent)
    : ReviewPart(parent)
    , m_grid(new QGridLayout(this))
    , m_message(new ReviewMessage(session, this))
    , m_place(new ReviewPlace(session, ask, this))
    , m_checks(new ReviewChecks(session, this))
{
    setAccessibleName(tr("Commit"));
    refresh();
    built();
}

void ReviewCommit::measure()
{
    m_grid->setContentsMargins(px(this, 24), px(this, 12), px(this, 24), px(this, 12));
    m_grid->setHorizontalSpacing(px(this, 32));
    m_grid->setVerticalSpacing(px(this, 24));
    arrange(width());
}

void ReviewCommit::resizeEvent(QResizeEvent *event)
{
    ReviewPart::resizeEvent(event);
    arrange(width());
}

int ReviewCommit::heightIn(int width)
{
    arrange(width);
    const int height = heightForWidth(width);
    return height > 0 ? height : sizeHint().height();
}

void ReviewCommit::arrange(int width)
{
    const int columns = width >= px(this, threeColumns) ? 3 : width >= px(this, twoColumns) ? 2 : 1;
    const bool isEven = width >= px(this, room);
    if (columns == m_columns && isEven == m_isEven)
        return;
    m_columns = columns;
    m_isEven = isEven;
    const QList<QWidget *> parts = {m_message, m_place, m_checks};
    for (qsizetype i = 0; i < parts.size(); ++i) {
        m_grid->removeWidget(parts.at(i));
        m_grid->addWidget(parts.at(i), int(i) / columns, int(i) % columns);
        m_grid->setColumnStretch(int(i), i >= columns ? 0 : isEven ? 1 : shares.at(size_t(i)));
    }
}

void ReviewCommit::refresh()
{
    m_message->refresh();
    m_place->refresh();
    m_checks->refresh();
}

} // namespace waymark
