#include "views/review/reviewtrail.h"

#include "models/items/formmodel.h"
#include "views/theme/controls.h"
#include "views/theme/icons.h"
#include "views/theme/shapes.h"
#include "views/widgets/accessiblerole.h"

#include <QBoxLayout>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

/// The step in hand: its number in a circle, and its name.
class CurrentStep final : public QWidget
{
public:
    CurrentStep(int number, QString name, QWidget *parent)
        : QWidget(parent)
        , m_number(number)
        , m_name(std::move(name))
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        setAccessibleRole(this, QAccessible::StaticText);
        setAccessibleName(QCoreApplication::translate("ReviewTrail", "Step %1, %2, current")
                              .arg(number)
                              .arg(m_name));
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics metrics(fontOf(TextRole::BodyStrong));
        return {metrics.horizontalAdvance(m_name) + px(this, 42), px(this, 28)};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Appearance &look = appearanceOf(this);
        const int side = look.px(20);
        paintBox(&painter, rect(),
                 {.fill = look.color(Token::BgSelected), .radius = 6 * look.scale});
        const QRect circle = QStyle::visualRect(
            layoutDirection(), rect(), QRect(look.px(4), (height() - side) / 2, side, side));
        paintBox(&painter, circle, {.fill = look.color(Token::Accent), .radius = side / 2.0});
        painter.setFont(fontOf(TextRole::Badge));
        painter.setPen(look.color(Token::TxOnAccent));
        painter.drawText(circle, Qt::AlignCenter, QString::number(m_number));
        painter.setFont(fontOf(TextRole::BodyStrong));
        painter.setPen(look.color(Token::Tx));
        const QRect words = QStyle::visualRect(layoutDirection(), rect(),
                                               rect().adjusted(look.px(30), 0, -look.px(12), 0));
        painter.drawText(words, Qt::AlignLeading | Qt::AlignVCenter, m_name);
    }

private:
    int m_number;
    QString m_name;
};

QString iconOf(StepState state)
{
    switch (state) {
    case StepState::Done:
        return u"okcircle"_s;
    case StepState::Problems:
        return u"error"_s;
    case StepState::Untouched:
    case StepState::Current:
        break;
    }
    return u"circle"_s;
}

Token inkFor(const QString &iconName)
{
    return iconName == u"okcircle" ? Token::OkTx : iconName == u"error" ? Token::ErrTx : Token::Tx2;
}

/// The number that a form gives the page at `index`, which may not be the first's place in a model:
/// pages without a question are left out there.
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
    refresh();
    built();
}

void ReviewTrail::measure()
{
    m_row->setContentsMargins({});
    m_row->setSpacing(px(this, 4));
}

void ReviewTrail::refresh()
{
    QList<Step> steps;
    for (int row = 0; row < m_form.rowCount({}); ++row) {
        const QModelIndex page = m_form.index(row, 0, {});
        const auto state = StepState(page.data(FormModel::StepStateRole).toInt());
        steps += {
            .page = pageOf(m_form, page), .title = page.data().toString(), .icon = iconOf(state)};
    }
    if (steps != m_steps || m_parts.isEmpty())
        show(steps);
}

void ReviewTrail::show(const QList<Step> &steps)
{
    m_steps = steps;
    qDeleteAll(std::exchange(m_parts, {}));
    for (const Step &step : steps) {
        auto *button = new QToolButton(this);
        button->setText(step.title);
        button->setIcon(icon(step.icon, inkFor(step.icon)));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        setControlSize(button, ControlSize::Compact);
        setInk(button, inkFor(step.icon));
        const int page = step.page;
        connect(button, &QToolButton::clicked, this, [this, page] { Q_EMIT stepWanted(page); });
        m_parts += button;
    }
    m_parts += new CurrentStep(count(), tr("Review and commit"), this);
    for (QWidget *part : std::as_const(m_parts)) {
        m_row->addWidget(part);
        part->setVisible(true);
    }
}

} // namespace waymark
