#include "tests/theme/componentcards.h"
#include "tests/theme/componentparts.h"
#include "views/theme/icons.h"
#include "views/theme/working.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QMenu>
#include <QRadioButton>
#include <QSpinBox>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace components {
namespace {

QList<QPushButton *> threeButtons(const QString &prefix, QStyle::State state)
{
    return {named(prefix + u"Primary"_s, button(u"Commit"_s, ButtonLook::Primary, state)),
            named(prefix + u"Usual"_s, button(u"Compare"_s, ButtonLook::Usual, state)),
            named(prefix + u"Flat"_s, button(u"Discard"_s, ButtonLook::Flat, state))};
}

QBoxLayout *buttonColumn(const QList<QPushButton *> &buttons, const QString &name, qreal spacing)
{
    QBoxLayout *layout = column(QList<QWidget *>(buttons.begin(), buttons.end()), spacing);
    layout->addWidget(caption(name));
    return layout;
}

QBoxLayout *input(QWidget *editor, const QString &name)
{
    auto *layout = new QVBoxLayout;
    layout->setSpacing(px(nullptr, 4));
    layout->addWidget(editor);
    layout->addWidget(caption(name));
    layout->addStretch();
    return layout;
}

QLayout *mistake()
{
    auto *edit = named(u"mistakeEdit"_s, new StateEdit(u"Orders API"_s, {}));
    setMistake(edit, true);
    auto *layout = new QVBoxLayout;
    layout->setSpacing(px(nullptr, 4));
    layout->addWidget(edit);
    layout->addLayout(line({iconLabel(u"error"_s, Token::ErrTx),
                            label(u"Use small letters and dashes"_s, TextRole::Help, Token::ErrTx)},
                           6));
    layout->addWidget(caption(u"Mistake"_s));
    return layout;
}

QWidget *combo()
{
    auto *combo = named(u"combo"_s, new QComboBox);
    combo->addItems({u"Checkout"_s, u"Payments"_s});
    return combo;
}

QWidget *number()
{
    auto *box = named(u"number"_s, new QSpinBox);
    box->setRange(64, 4096);
    box->setValue(256);
    box->setSuffix(u" MiB"_s);
    return box;
}

QWidget *search()
{
    auto *edit = named(u"search"_s, new QLineEdit);
    edit->setPlaceholderText(u"Filter"_s);
    edit->addAction(icon(u"search"_s, Token::Tx2), QLineEdit::LeadingPosition);
    auto *layout = new QHBoxLayout(edit);
    layout->setContentsMargins(0, 0, px(nullptr, 10), 0);
    layout->setSpacing(px(nullptr, 4));
    layout->addStretch();
    layout->addWidget(keyCap(u"Ctrl"_s, false));
    layout->addWidget(keyCap(u"F"_s, false));
    return edit;
}

} // namespace

QLayout *buttons()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(px(nullptr, 48));
    grid->setVerticalSpacing(px(nullptr, 16));
    grid->addLayout(buttonColumn(threeButtons(u"usual"_s, {}), u"Usual"_s, 8), 0, 0);
    grid->addLayout(
        buttonColumn(threeButtons(u"hover"_s, QStyle::State_MouseOver), u"Pointer over"_s, 8), 0,
        1);
    grid->addLayout(buttonColumn(threeButtons(u"pressed"_s, QStyle::State_Sunken), u"Pressed"_s, 8),
                    0, 2);
    grid->addLayout(buttonColumn(threeButtons(u"focus"_s, {}), u"Focus"_s, 8), 1, 0);
    const auto disabled = threeButtons(u"disabled"_s, {});
    for (QPushButton *button : disabled)
        button->setEnabled(false);
    grid->addLayout(buttonColumn(disabled, u"Not available"_s, 8), 1, 1);
    const QList<QPushButton *> working
        = {named(u"workingPrimary"_s, button(u"Committing"_s, ButtonLook::Primary)),
           named(u"workingUsual"_s, button(u"Fetching"_s, ButtonLook::Usual)),
           named(u"link"_s, button(u"Reset"_s, ButtonLook::Link))};
    setWorking(working.at(0), true);
    setWorking(working.at(1), true);
    working.at(2)->setIcon(icon(u"undo"_s));
    grid->addLayout(buttonColumn(working, u"Working, link"_s, 8), 1, 2);
    grid->setColumnStretch(3, 1);
    return grid;
}

QLayout *inputs()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(px(nullptr, 16));
    grid->setVerticalSpacing(px(nullptr, 14));
    auto *disabled = named(u"disabledEdit"_s, new StateEdit(u"orders-api"_s, {}));
    disabled->setEnabled(false);
    grid->addLayout(input(named(u"usualEdit"_s, new StateEdit(u"orders-api"_s, {})), u"Usual"_s), 0,
                    0);
    grid->addLayout(
        input(named(u"hoverEdit"_s, new StateEdit(u"orders-api"_s, QStyle::State_MouseOver)),
              u"Pointer over"_s),
        0, 1);
    grid->addLayout(
        input(named(u"focusEdit"_s, new StateEdit(u"orders-api"_s, QStyle::State_HasFocus)),
              u"Focus"_s),
        1, 0);
    grid->addLayout(mistake(), 1, 1);
    grid->addLayout(input(disabled, u"Not available"_s), 2, 0);
    grid->addLayout(input(combo(), u"Choice"_s), 2, 1);
    grid->addLayout(input(number(), u"Number"_s), 3, 0);
    grid->addLayout(input(search(), u"Search"_s), 3, 1);
    return grid;
}

QLayout *choices()
{
    auto *staging = named(u"checked"_s, new QCheckBox(u"Staging"_s));
    staging->setChecked(true);
    auto *only = named(u"radioOn"_s, new QRadioButton(u"Only Northwind"_s));
    only->setChecked(true);
    auto *alerts = named(u"switchOn"_s, new QCheckBox(u"Alerts"_s));
    alerts->setChecked(true);
    auto *quiet = named(u"switchOff"_s, new QCheckBox(u"Quiet hours"_s));
    for (QCheckBox *box : {alerts, quiet})
        setButtonLook(box, ButtonLook::Switch);
    QList<QToolButton *> segments;
    QHBoxLayout *joined = new QHBoxLayout;
    joined->setSpacing(0);
    for (const QString &text : {u"Small"_s, u"Medium"_s, u"Large"_s}) {
        auto *segment = named(u"segment"_s + text, new QToolButton);
        segment->setText(text);
        segment->setCheckable(true);
        segment->setAutoExclusive(true);
        segment->setChecked(text == u"Medium");
        segments += segment;
        joined->addWidget(segment);
    }
    setSegments(segments);
    auto *owner = named(u"chipOff"_s, new QToolButton);
    owner->setText(u"Owner"_s);
    owner->setMenu(new QMenu(owner));
    owner->setPopupMode(QToolButton::InstantPopup);
    auto *kind = named(u"chipOn"_s, new QToolButton);
    kind->setText(u"Kind: service"_s);
    kind->setCheckable(true);
    kind->setChecked(true);
    for (QToolButton *chip : {owner, kind}) {
        setButtonLook(chip, ButtonLook::Chip);
        setControlSize(chip, ControlSize::Compact);
    }
    auto *layout = new QVBoxLayout;
    layout->setSpacing(px(nullptr, 8));
    layout->addLayout(
        line({staging, named(u"unchecked"_s, new QCheckBox(u"Practice"_s)), only}, 24));
    auto *second = new QRadioButton(u"Everyone"_s);
    second->setAutoExclusive(false);
    layout->addLayout(line({second, alerts, quiet}, 24));
    auto *last = line({owner, kind}, 8);
    last->insertLayout(0, joined);
    last->insertSpacing(1, 4);
    layout->addLayout(last);
    return layout;
}

} // namespace components
