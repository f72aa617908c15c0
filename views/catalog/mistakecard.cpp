#include "views/catalog/mistakecard.h"

#include "models/items/counted.h"
#include "views/theme/appearance.h"
#include "views/theme/controls.h"
#include "views/widgets/codeview.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/highlightingdefinitions.h"
#include "views/widgets/iconlabel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFileInfo>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

CodeLook lookOf(const QWidget *card)
{
    return {.colour = [card](Token token) { return colorOf(card, token); },
            .isMotionReduced = [card] { return durationOf(card, 1) == 0; },
            .definitions = std::make_shared<HighlightingDefinitions>()};
}

} // namespace

MistakeCard::MistakeCard(QWidget *parent)
    : QFrame(parent)
    , m_head(new QHBoxLayout)
    , m_file(new ElidedLabel(TextRole::CodeSmall, Token::Tx, this))
    , m_sign(new IconLabel(u"error"_s, Token::ErrTx, this, 14))
    , m_count(new QLabel(this))
    , m_code(new CodeView(lookOf(this), this))
{
    setSurface(this, Surface::Card);
    setTextRole(m_count, TextRole::HelpStrong);
    setInk(m_count, Token::ErrTx);
    auto *rule = new QFrame(this);
    rule->setFrameShape(QFrame::HLine);
    rule->setFixedHeight(1);
    m_head->addWidget(new IconLabel(u"filecode"_s, Token::Tx2, this, 14));
    m_head->addWidget(m_file, 1);
    m_head->addWidget(m_sign);
    m_head->addWidget(m_count);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addLayout(m_head);
    column->addWidget(rule);
    column->addWidget(m_code);
    connect(m_code, &CodeView::rowsReset, this, &MistakeCard::fit);
    measure();
    hide();
}

void MistakeCard::showLines(const MistakeLines &lines)
{
    if (m_lines == lines)
        return;
    m_lines = lines;
    setVisible(!lines.text.isEmpty());
    if (lines.text.isEmpty())
        return;
    const QString name = QFileInfo(lines.file).fileName();
    m_file->setText(name);
    m_sign->setVisible(lines.errors > 0);
    m_count->setVisible(lines.errors > 0);
    m_count->setText(counted("MistakeCard", "1 error", "%n errors", lines.errors));
    m_code->setAccessibleName(tr("Mistakes in %1").arg(name));
    m_code->open(lines.file, lines.text);
    m_code->setNumbers(lines.numbers);
    m_code->setMarks(lines.marks);
    fit();
}

void MistakeCard::measure()
{
    layout()->setContentsMargins(1, 0, 1, px(this, 6));
    m_head->setContentsMargins(px(this, 12), px(this, 8), px(this, 12), px(this, 8));
    m_head->setSpacing(px(this, 6));
    fit();
}

/// The page scrolls, its parts do not: as high as its lines, and a bar below them.
void MistakeCard::fit()
{
    m_code->setFixedHeight(m_code->codeLayout().contentSize().height() + px(this, 10));
}

void MistakeCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange && layout())
        measure();
}

} // namespace waymark
