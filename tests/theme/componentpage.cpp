#include "tests/theme/componentpage.h"

#include "tests/theme/componentparts.h"
#include "views/theme/icons.h"
#include "views/theme/shapes.h"
#include "views/theme/working.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFocusFrame>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QProgressBar>
#include <QRadioButton>
#include <QSpinBox>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace components {
namespace {

QBoxLayout *line(const QList<QWidget *> &widgets, qreal spacing = 8)
{
    auto *layout = new QHBoxLayout;
    layout->setSpacing(px(nullptr, spacing));
    for (QWidget *widget : widgets)
        layout->addWidget(widget);
    layout->addStretch();
    return layout;
}

QBoxLayout *column(const QList<QWidget *> &widgets, qreal spacing = 4)
{
    auto *layout = new QVBoxLayout;
    layout->setSpacing(px(nullptr, spacing));
    for (QWidget *widget : widgets)
        layout->addWidget(widget, 0, Qt::AlignLeft);
    return layout;
}

QWidget *caption(const QString &text)
{
    return label(text, TextRole::Help, Token::Tx3);
}

template<typename Widget>
Widget *named(const QString &name, Widget *widget)
{
    widget->setObjectName(name);
    return widget;
}

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

// ---- buttons

QPushButton *button(const QString &text, ButtonLook look, QStyle::State state = {})
{
    auto *button = new StateButton(text, state);
    setButtonLook(button, look);
    setControlSize(button, ControlSize::Compact);
    return button;
}

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

QList<QPushButton *> focusButtons()
{
    const auto buttons = threeButtons(u"focus"_s, {});
    return buttons;
}

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
    grid->addLayout(buttonColumn(focusButtons(), u"Focus"_s, 8), 1, 0);
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

// ---- inputs

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

// ---- tokens

QLayout *tokens()
{
    const QList<std::pair<QString, Token>> shown = {
        {u"Window"_s, Token::BgWindow},       {u"Page"_s, Token::BgPage},
        {u"Surface"_s, Token::BgSurface},     {u"Subtle"_s, Token::BgSubtle},
        {u"Hover"_s, Token::BgHover},         {u"Selected"_s, Token::BgSelected},
        {u"Accent"_s, Token::Accent},         {u"Gold"_s, Token::Gold},
        {u"Gold soft"_s, Token::GoldSoft},    {u"Added"_s, Token::AddSoft},
        {u"Modified"_s, Token::ModSoft},      {u"Deleted"_s, Token::DelSoft},
        {u"Conflict"_s, Token::ConSoft},      {u"Warning"_s, Token::WarnSoft},
        {u"Linked line"_s, Token::CodeFocus}, {u"Control line"_s, Token::LineControl},
    };
    auto *grid = new QGridLayout;
    grid->setVerticalSpacing(px(nullptr, 4));
    for (int i = 0; i < shown.size(); ++i) {
        const auto &[name, token] = shown.at(i);
        QBoxLayout *words = column({label(name, TextRole::BodyMedium, Token::Tx),
                                    label(tokenName(token), TextRole::CodeSmall, Token::Tx2)},
                                   0);
        auto *row = line({swatch(token)}, 10);
        row->insertLayout(1, words);
        grid->addLayout(row, i / 2, i % 2);
    }
    return grid;
}

// ---- rows

QLayout *rows()
{
    auto *list = named(u"rows"_s, new QListWidget);
    list->setFrameShape(QFrame::NoFrame);
    list->setSpacing(0);
    list->setItemDelegate(new RowDelegate(list));
    list->setAccessibleName(u"Files"_s);
    list->viewport()->setAutoFillBackground(false);
    list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const QList<std::pair<QString, QStyle::State>> states = {
        {u"Usual"_s, QStyle::State_Active},
        {u"Pointer over"_s, QStyle::State_Active | QStyle::State_MouseOver},
        {u"Selected"_s, QStyle::State_Active | QStyle::State_Selected},
        {u"Selected, pane not active"_s, QStyle::State_Selected},
        {u"Focus"_s, QStyle::State_Active | QStyle::State_HasFocus},
    };
    for (const auto &[note, state] : states) {
        auto *item = new QListWidgetItem(u"deployment.yaml"_s, list);
        item->setData(RowDelegate::StateRole, int(state));
        item->setData(RowDelegate::NoteRole, note);
    }
    list->setFixedHeight(px(nullptr, 32) * int(states.size()));
    auto *layout = new QVBoxLayout;
    layout->addWidget(list);
    return layout;
}

// ---- badges

QLayout *states()
{
    struct State
    {
        QString icon;
        Token token;
        QString text;
    };
    const QList<State> all = {
        {u"okcircle"_s, Token::OkTx, u"Passed, done"_s},
        {u"warn"_s, Token::WarnTx, u"Warning"_s},
        {u"error"_s, Token::ErrTx, u"Error"_s},
        {u"info"_s, Token::AccentTx, u"Information"_s},
        {u"circle"_s, Token::ConTx, u"Open decision"_s},
        {u"half"_s, Token::ConTx, u"Partly decided"_s},
        {u"diamond"_s, Token::Gold, u"Golden"_s},
        {u"diamondo"_s, Token::Tx2, u"Deviates"_s},
        {u"diamondd"_s, Token::Tx3, u"Off the path"_s},
        {u"dashcircle"_s, Token::Tx3, u"Not started"_s},
        {u"flag"_s, Token::GoldTx, u"You are here"_s},
        {u"clock"_s, Token::Tx3, u"Waiting"_s},
    };
    auto *grid = new QGridLayout;
    grid->setVerticalSpacing(px(nullptr, 10));
    for (int i = 0; i < all.size(); ++i)
        grid->addLayout(line({iconLabel(all.at(i).icon, all.at(i).token, 18),
                              label(all.at(i).text, TextRole::Body, Token::Tx)},
                             6),
                        i / 4, i % 4);
    return grid;
}

QLayout *badges()
{
    auto *layout = new QVBoxLayout;
    layout->setSpacing(px(nullptr, 8));
    layout->addLayout(
        line({named(u"golden"_s, badge({BadgeKind::Golden, u"Golden default"_s, u"diamond"_s})),
              badge({BadgeKind::Changed, u"Changed from golden"_s, u"diamondo"_s}),
              badge({BadgeKind::Golden, u"Recommended"_s, u"diamond"_s})}));
    layout->addLayout(line({badge({BadgeKind::Plain, u"Experimental"_s, u"flask"_s}),
                            badge({BadgeKind::Warning, u"Deprecated"_s, u"warn"_s}),
                            badge({BadgeKind::Warning, u"Needed"_s}),
                            badge({BadgeKind::Linked, u"3 lines from Memory per copy"_s})}));
    layout->addLayout(line(
        {badge({BadgeKind::Source, u"go.mod:3"_s, u"scan"_s}),
         badge({BadgeKind::Plain, u"Estimate"_s}), badge({BadgeKind::Linked, u"3"_s, u"left"_s}),
         badge({BadgeKind::Count, u"5"_s}), badge({BadgeKind::Error, u"1"_s, u"error"_s})}));
    const auto mark = [](FileMark kind, const QString &text) {
        auto *pair = new QWidget;
        auto *row = line({fileMark(kind), label(text, TextRole::Body, Token::Tx)}, 6);
        row->setContentsMargins(0, 0, px(nullptr, 8), 0);
        pair->setLayout(row);
        return pair;
    };
    layout->addLayout(
        line({mark(FileMark::Added, u"Added"_s), mark(FileMark::Modified, u"Modified"_s),
              mark(FileMark::Deleted, u"Deleted"_s), mark(FileMark::Conflict, u"Conflict"_s),
              mark(FileMark::NotNeeded, u"Not needed"_s)},
             0));
    layout->addLayout(states());
    return layout;
}

// ---- type

QLayout *type()
{
    struct Sample
    {
        TextRole role;
        QString text;
        QString size;
    };
    const QList<Sample> samples = {
        {TextRole::PageTitle, u"Page title"_s, u"20 / 28, 600"_s},
        {TextRole::SectionTitle, u"Section title"_s, u"15 / 20, 600"_s},
        {TextRole::Body, u"Body and labels"_s, u"13 / 18, 400"_s},
        {TextRole::Help, u"Help and meta"_s, u"12 / 16, 400"_s},
        {TextRole::Badge, u"Badge, smallest"_s, u"11 / 16, 600"_s},
        {TextRole::Code, u"replicas: 3 # mono"_s, u"12 / 19, 400"_s},
    };
    auto *grid = new QGridLayout;
    grid->setVerticalSpacing(px(nullptr, 14));
    for (int i = 0; i < samples.size(); ++i) {
        const Sample &sample = samples.at(i);
        grid->addWidget(label(sample.text, sample.role, Token::Tx), i, 0);
        grid->addWidget(caption(sample.size), i, 1, Qt::AlignRight);
    }
    return grid;
}

// ---- choices

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

// ---- notices

QWidget *notice()
{
    auto *notice = named(u"notice"_s, new QWidget);
    setSurface(notice, Surface::Warning);
    auto *row = new QHBoxLayout(notice);
    const int margin = px(nullptr, 12);
    row->setContentsMargins(margin, margin, margin, margin);
    row->setSpacing(px(nullptr, 10));
    row->addWidget(iconLabel(u"warn"_s, Token::WarnTx), 0, Qt::AlignTop);
    row->addLayout(column({label(u"6 copies need 3 GiB, the Checkout quota is 2 GiB"_s,
                                 TextRole::BodyMedium, Token::Tx),
                           label(u"Lower the highest copies or ask Platform Runtime for more."_s,
                                 TextRole::Help, Token::Tx2)},
                          0));
    row->addStretch();
    return notice;
}

QWidget *toolTip()
{
    auto *words = label(u"Update to 3.4.0"_s, TextRole::Help, Token::TxTooltip);
    auto *row = line({words, keyCap(u"Ctrl Shift U"_s, true)}, 8);
    auto *tip = new Painted(
        [=](const Appearance &) { return row->sizeHint(); },
        [](QPainter *painter, const QRect &rect, const Appearance &look) {
            paintBox(painter, rect,
                     {.fill = look.color(Token::BgTooltip), .radius = 6 * look.scale});
        });
    row->setContentsMargins(px(nullptr, 10), px(nullptr, 6), px(nullptr, 10), px(nullptr, 6));
    tip->setLayout(row);
    return tip;
}

QWidget *toast()
{
    auto *toast = named(u"toast"_s, new QWidget);
    setSurface(toast, Surface::Raised);
    auto *show = button(u"Show"_s, ButtonLook::Link);
    auto *close = new QToolButton;
    close->setIcon(icon(u"x"_s, Token::Tx2));
    close->setAccessibleName(u"Close"_s);
    for (QAbstractButton *inner : QList<QAbstractButton *>{show, close})
        setControlSize(inner, ControlSize::Inline);
    auto *row = line({iconLabel(u"okcircle"_s, Token::OkTx),
                      label(u"Pull request opened"_s, TextRole::Body, Token::Tx), show, close},
                     8);
    row->setContentsMargins(px(nullptr, 12), px(nullptr, 5), px(nullptr, 8), px(nullptr, 5));
    toast->setLayout(row);
    return toast;
}

/// A place around what floats, for its shadow.
class Floor final : public QWidget
{
public:
    explicit Floor(QWidget *floating)
    {
        auto *layout = new QHBoxLayout(this);
        layout->addWidget(floating);
        const int air = px(nullptr, 12);
        layout->setContentsMargins(air, air, air, air);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintShadow(&painter, layout()->itemAt(0)->geometry(), px(this, 8), appearanceOf(this));
    }
};

QLayout *notices()
{
    auto *layout = new QVBoxLayout;
    layout->setSpacing(px(nullptr, 8));
    layout->addLayout(line({toolTip(), new Floor(toast())}, 8));
    layout->addWidget(notice());
    return layout;
}

// ---- progress

QWidget *bar(const QString &name, int value, int all, Token tone)
{
    auto *bar = named(name, new QProgressBar);
    bar->setRange(0, all);
    bar->setValue(value);
    setTone(bar, tone);
    return bar;
}

QLayout *progress()
{
    auto *rings
        = line({ring(1, Token::OkFill), label(u"7 of 7"_s, TextRole::Body, Token::Tx),
                ring(5.0 / 7, Token::AccentTx), label(u"5 of 7"_s, TextRole::Body, Token::Tx),
                ring(2.0 / 7, Token::WarnTx), label(u"2 of 7"_s, TextRole::Body, Token::Tx)});
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(px(nullptr, 16));
    grid->setVerticalSpacing(px(nullptr, 6));
    grid->addWidget(bar(u"decided"_s, 7, 12, Token::AccentTx), 0, 0);
    grid->addWidget(bar(u"kept"_s, 13, 14, Token::Gold), 0, 1);
    grid->addWidget(label(u"7 of 12 decisions made"_s, TextRole::Help, Token::Tx2), 1, 0);
    grid->addWidget(label(u"13 of 14 defaults kept"_s, TextRole::Help, Token::Tx2), 1, 1);
    auto *layout = new QVBoxLayout;
    layout->setSpacing(px(nullptr, 12));
    layout->addLayout(rings);
    layout->addLayout(grid);
    return layout;
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
