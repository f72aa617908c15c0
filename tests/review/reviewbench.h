#pragma once

#include "models/items/servicesession.h"
#include "models/plan/templateidentity.h"
#include "tests/git/gitcommand.h"
#include "tests/plan/builtintemplates.h"
#include "tests/plan/workbench.h"
#include "tests/review/switchedexecutor.h"
#include "tests/support/adasgit.h"
#include "tests/support/isolatedgit.h"
#include "tests/support/windows.h"
#include "views/review/reviewscreen.h"

#include <QAbstractButton>
#include <QApplication>
#include <QTest>

#include <memory>

namespace waymark::testing {

/// A review of a service made from the built-in template, in folders of its own.
class ReviewBench
{
public:
    explicit ReviewBench(const QString &templateName = QStringLiteral("go-service"))
        : session({.stateFolder = bench.state(),
                   .owner = QStringLiteral("Ada Lovelace <ada@example.org>"),
                   .clock = [] { return QDateTime({2026, 11, 24}, {10, 0}, QTimeZone::UTC); },
                   .seed = [] { return QByteArray("9f2c"); },
                   .ticks = [] { return qint64(0); },
                   .execute = executor.executor()})
    {
        session.setDestinationParent(bench.work());
        session.open(builtIn(templateName).entry);
        waitFor([this] { return session.state() == ServiceSession::State::Editing; });
    }

    /// With two answers, the service can be made.
    void answer(const QString &name = QStringLiteral("orders"),
                const QString &owner = QStringLiteral("checkout"))
    {
        session.form().type({QStringLiteral("name")}, name, 0);
        session.form().type({QStringLiteral("owner")}, owner, 0);
        settle();
    }

    void settle()
    {
        waitFor([this] { return session.isPreviewCurrent(); });
    }

    ReviewScreen &show(QSize size = {1384, 782})
    {
        if (!screen)
            screen = std::make_unique<ReviewScreen>(session, ask());
        screen->resize(size);
        showActive(screen.get());
        return *screen;
    }

    static void waitFor(const std::function<bool()> &condition)
    {
        if (!QTest::qWaitFor(condition, 20000))
            qWarning("It takes too long.");
    }

    /// The shown widget that assistive tools call so; null: there is none.
    template<typename Widget>
    [[nodiscard]] Widget *named(const QString &name) const
    {
        return findNamed<Widget>(screen.get(), name);
    }
    [[nodiscard]] QAction *action(const QString &name) const
    {
        return screen->findChild<QAction *>(QStringLiteral("review") + name);
    }
    void press(const QString &name) const { action(name)->trigger(); }
    void click(const QString &button) const
    {
        QAbstractButton *found = nullptr;
        waitFor([&] { return (found = named<QAbstractButton>(button)) != nullptr; });
        if (!found)
            qFatal("no button %s", qPrintable(button));
        found->click();
    }
    /// What the shown texts of `parent` say.
    [[nodiscard]] QString words(const QWidget *parent = nullptr) const
    {
        QStringList all;
        for (const QWidget *widget :
             (parent ? parent : screen.get())->findChildren<const QWidget *>()) {
            const QString text = widget->property("text").toString();
            if (widget->isVisible())
                all += text.isEmpty() ? widget->accessibleName() : text;
        }
        return all.join(u'\n');
    }

    Ask ask()
    {
        return {.folder =
                    [this](QWidget *, const QString &title, const QString &) {
                        asked += title;
                        return chosen;
                    },
                .fileToOpen = {},
                .fileToSave = {},
                .confirm =
                    [this](QWidget *, const QString &title, const QString &, const QString &) {
                        asked += title;
                        return isConfirmed;
                    }};
    }

    /// A repository with these files in a commit.
    [[nodiscard]] QString clone(const QString &name,
                                const QList<std::pair<QString, QByteArray>> &files)
    {
        const QString folder = bench.path(name);
        QDir().mkpath(folder);
        gitOutput(folder, "init -q -b main");
        for (const auto &[path, content] : files)
            put(folder + u'/' + path, content);
        gitOutput(folder, "add -A");
        gitOutput(folder, "commit -q -m Begin");
        return folder;
    }
    Bench bench;
    SwitchedExecutor executor;
    QStringList asked;
    QString chosen;
    bool isConfirmed = false;
    ServiceSession session;
    std::unique_ptr<ReviewScreen> screen;
};

} // namespace waymark::testing
