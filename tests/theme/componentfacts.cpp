#include "tests/theme/componentcards.h"
#include "tests/theme/componentparts.h"

#include <QGridLayout>
#include <QListWidget>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace components {
namespace {

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

} // namespace

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

} // namespace components
