#include "tests/theme/componentpage.h"

#include "tests/theme/componentcards.h"
#include "tests/theme/componentparts.h"

#include <QFocusFrame>
#include <QGridLayout>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace components {
namespace {

QWidget *card(const QString &title, QLayout *content)
{
    auto *card = new QWidget;
    setSurface(card, Surface::Panel);
    auto *layout = new QVBoxLayout(card);
    const int margin = px(nullptr, 16);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(px(nullptr, 10));
    layout->addWidget(label(title, TextRole::BodyStrong, Token::Tx));
    layout->addLayout(content);
    layout->addStretch();
    return card;
}

} // namespace

ComponentPage::ComponentPage(const QString &subtitle)
{
    setSurface(this, Surface::Window);
    auto *grid = new QGridLayout(this);
    const int margin = px(nullptr, 28);
    grid->setContentsMargins(margin, px(nullptr, 16), margin, px(nullptr, 20));
    grid->setSpacing(px(nullptr, 12));
    grid->addLayout(line({label(u"Components and states"_s, TextRole::PageTitle, Token::Tx),
                          label(subtitle, TextRole::Body, Token::Tx2)},
                         12),
                    0, 0, 1, 3);
    grid->addWidget(card(u"Buttons"_s, buttons()), 1, 0);
    grid->addWidget(card(u"Inputs"_s, inputs()), 1, 1);
    grid->addWidget(card(u"Colour tokens"_s, tokens()), 1, 2);
    grid->addWidget(card(u"List and tree rows"_s, rows()), 2, 0);
    grid->addWidget(card(u"Badges and file states"_s, badges()), 2, 1);
    grid->addWidget(card(u"Type"_s, type()), 2, 2);
    grid->addWidget(card(u"Choices"_s, choices()), 3, 0);
    grid->addWidget(card(u"Notices and tool tips"_s, notices()), 3, 1);
    grid->addWidget(card(u"Progress"_s, progress()), 3, 2);
    grid->setColumnStretch(0, 44);
    grid->setColumnStretch(1, 50);
    grid->setColumnStretch(2, 42);
    grid->setRowStretch(2, 1);
    for (const QString &name :
         {u"focusPrimary"_s, u"focusUsual"_s, u"focusFlat"_s, u"focusEdit"_s}) {
        auto *frame = new QFocusFrame(this);
        frame->setWidget(findChild<QWidget *>(name));
    }
}

} // namespace components
