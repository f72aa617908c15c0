#pragma once

#include "models/items/commandmodel.h"
#include "tests/support/windows.h"
#include "views/shell/mainwindow.h"
#include "views/theme/theme.h"
#include "views/widgets/screen.h"

#include <QAction>
#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace waymark::testing {

/// A screen with two panes, a field in each, an action in the Edit menu and one in its own.
class PlainScreen final : public Screen
{
public:
    explicit PlainScreen(const QString &name)
        : m_name(name)
        , fix(new QAction(QStringLiteral("&Fix it"), this))
        , turn(new QAction(QStringLiteral("&Turn around"), this))
    {
        fix->setObjectName(name + QStringLiteral("Fix"));
        fix->setShortcut(QKeyCombination(Qt::AltModifier, Qt::Key_Return));
        turn->setObjectName(name + QStringLiteral("Turn"));
        auto *row = new QHBoxLayout(this);
        for (const QString &side : {QStringLiteral("left"), QStringLiteral("right")}) {
            auto *pane = new QWidget(this);
            pane->setAccessibleName(name + u' ' + side);
            auto *column = new QVBoxLayout(pane);
            auto *edit = new QLineEdit(pane);
            edit->setAccessibleName(name + u' ' + side + QStringLiteral(" field"));
            column->addWidget(edit);
            column->addStretch();
            row->addWidget(pane);
            m_panes += pane;
            edits += edit;
        }
    }

    [[nodiscard]] QList<std::pair<QString, QList<QAction *>>> menus() const override
    {
        return {{QStringLiteral("&Edit"), {fix}}, {QStringLiteral("&Service"), {turn}}};
    }
    [[nodiscard]] QList<QWidget *> panes() const override { return m_panes; }
    [[nodiscard]] QString status() const override { return said; }
    [[nodiscard]] QByteArray layoutState() const override { return layoutOf; }
    void restoreLayout(const QByteArray &state) override { layoutOf = state; }
    [[nodiscard]] bool prefersRail() const override { return isFocusWork; }
    [[nodiscard]] QList<CommandEntry> commands() const override
    {
        return {{.kind = CommandEntry::Kind::Field,
                 .id = QStringLiteral("/memory"),
                 .title = QStringLiteral("Memory per copy"),
                 .detail = QStringLiteral("Infrastructure")}};
    }
    void run(const CommandEntry &entry) override { ran += entry.id; }
    void enter() override
    {
        ++entered;
        edits.first()->setFocus(Qt::OtherFocusReason);
    }

private:
    QString m_name;
    QList<QWidget *> m_panes;

public:
    QAction *fix;
    QAction *turn;
    QList<QLineEdit *> edits;
    QString said;
    QByteArray layoutOf;
    QStringList ran;
    bool isFocusWork = false;
    int entered = 0;
};

/// A window with the screens "home", "catalog", "create" and, under the last, "review".
class Shell
{
public:
    Shell()
        : window(theme, commands)
    {
        add(QStringLiteral("home"), QStringLiteral("&Home"), Qt::Key_1);
        add(QStringLiteral("catalog"), QStringLiteral("&Catalog"), Qt::Key_2);
        add(QStringLiteral("create"), QStringLiteral("C&reate"), Qt::Key_3);
        auto *review = new PlainScreen(QStringLiteral("review"));
        screens.insert(QStringLiteral("review"), review);
        window.addScreen({.id = QStringLiteral("review"),
                          .text = QStringLiteral("Re&view"),
                          .under = QStringLiteral("create")},
                         review);
    }

    void show()
    {
        window.resize(1440, 900);
        showActive(&window);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &window, key, modifiers);
    }
    [[nodiscard]] PlainScreen &screen(const QString &id) { return *screens.value(id); }

    Theme theme;
    CommandModel commands;
    MainWindow window;
    QMap<QString, PlainScreen *> screens;

private:
    void add(const QString &id, const QString &text, Qt::Key key)
    {
        auto *screen = new PlainScreen(id);
        screens.insert(id, screen);
        window.addScreen(
            {.id = id, .text = text, .icon = id, .keys = QKeyCombination(Qt::ControlModifier, key)},
            screen);
    }
};

} // namespace waymark::testing
