#include "views/create/goldencard.h"

#include "models/items/counted.h"
#include "views/create/parts.h"
#include "views/theme/controls.h"
#include "views/widgets/iconlabel.h"
#include "views/widgets/mnemonics.h"
#include "views/widgets/wraplabel.h"

#include <QBoxLayout>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {

GoldenCard::GoldenCard(QWidget *parent)
    : QWidget(parent)
    , m_bar(new QProgressBar(this))
    , m_text(new WrapLabel(TextRole::Help, Token::Tx2, this))
    , m_show(new QPushButton(this))
{
    setSurface(this, Surface::Card);
    setTone(m_bar, Token::Gold);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Golden defaults kept"));
    setButtonLook(m_show, ButtonLook::Link);
    setControlSize(m_show, ControlSize::Inline);
    QBoxLayout *column = columnOf(this, {12, 10, 12, 10}, 4);
    auto *head = new QHBoxLayout;
    head->addWidget(new IconLabel(u"diamond"_s, Token::Gold, this));
    head->addWidget(new WrapLabel(tr("On the golden path"), TextRole::BodyStrong, Token::Tx, this),
                    1);
    column->addLayout(head);
    column->addWidget(m_bar);
    column->addWidget(m_text);
    column->addWidget(m_show, 0, Qt::AlignLeft);
    connect(m_show, &QPushButton::clicked, this, &GoldenCard::open);
    setMeter({});
}

void GoldenCard::setMeter(const GoldenMeter &meter)
{
    m_meter = meter;
    setVisible(meter.total > 0);
    m_bar->setRange(0, std::max(1, meter.total));
    m_bar->setValue(meter.kept);
    m_text->setText(meter.text() + u'.');
    m_show->setVisible(!meter.departures.isEmpty());
    m_show->setText(
        counted("GoldenCard", "Show 1 deviation", "Show %n deviations", meter.departures.size()));
    m_show->setAccessibleName(m_show->text());
}

/// The one there is, or a menu of several.
void GoldenCard::open()
{
    if (m_meter.departures.size() == 1) {
        Q_EMIT fieldWanted({m_meter.departures.first().name});
        return;
    }
    QMenu menu(this);
    for (const GoldenDeparture &each : std::as_const(m_meter.departures)) {
        const AnswerPath path = {each.name};
        menu.addAction(literally(each.title), this, [this, path] { Q_EMIT fieldWanted(path); });
    }
    menu.exec(m_show->mapToGlobal(QPoint(0, m_show->height())));
}

} // namespace waymark
