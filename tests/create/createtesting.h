#pragma once

#include "models/items/servicesession.h"
#include "tests/create/kinds.h"
#include "tests/jobs/heldexecutor.h"
#include "tests/support/adasgit.h"
#include "tests/support/isolatedgit.h"
#include "tests/support/windows.h"
#include "views/create/createscreen.h"
#include "views/theme/theme.h"

#include <QLabel>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <algorithm>

namespace waymark::testing {

/// What the screen asked for, and what is answered.
struct Answers
{
    QString fileToOpen = {};
    QString fileToSave = {};
    bool confirms = false;
    QStringList asked = {};
};

/// A session on a template with a question of each kind, its plans made at once, and the screen.
class CreateBench
{
public:
    explicit CreateBench(const QByteArray &pages = allKinds())
    {
        git.configure(adasGit);
        writeTemplate(m_folder.path(), pages);
    }

    /// Opens the template and shows the screen.
    void begin(QSize size = {1440, 900}) { show(entry(QStringLiteral("all")), size); }
    /// The same with a template of the source tree.
    void beginBuiltIn(const QString &name, QSize size = {1440, 900})
    {
        const Source source{.name = QStringLiteral("built-in"),
                            .folder = QStringLiteral(WAYMARK_SOURCE_DIR "/templates"),
                            .kind = Source::Kind::BuiltIn};
        const auto found = readTemplateFolder(source.folder + u'/' + name, {source});
        if (!found)
            qFatal("%s", qPrintable(found.error().toString()));
        show(*found, size);
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] CatalogEntry entry(const QString &name) const
    {
        const auto found = readTemplateFolder(path(name));
        if (!found)
            qFatal("%s", qPrintable(found.error().toString()));
        return *found;
    }
    void write(const QString &name, const QByteArray &text) const { writeFile(path(name), text); }

    template<typename Widget>
    [[nodiscard]] Widget *control(const QString &name) const
    {
        auto *found = findControl<Widget>(&screen, name);
        if (!found)
            qWarning("no control is called %s", qPrintable(name));
        return found;
    }
    /// Types into the control of this name, in place of what is there.
    void type(const QString &name, const QString &text) const
    {
        auto *widget = control<QWidget>(name);
        QVERIFY(widget);
        widget->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(widget->hasFocus());
        QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(widget, text);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget *focus = QApplication::focusWidget();
        QVERIFY(focus);
        QTest::keyClick(focus, key, modifiers);
    }
    [[nodiscard]] Value answer(const QString &name) const
    {
        return const_cast<ServiceSession &>(session).form().form().answers().value(name);
    }
    /// Whether a label that is shown has these words.
    [[nodiscard]] bool says(const QString &words) const
    {
        const auto labels = screen.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    }
    /// Where the focus is: the name that assistive tools say.
    [[nodiscard]] static QString focused()
    {
        const QWidget *focus = QApplication::focusWidget();
        return focus ? focus->accessibleName() : QString();
    }

    IsolatedGit git; ///< That knows Ada.
    Answers answers;

private:
    void show(const CatalogEntry &entry, QSize size)
    {
        session.setDestinationParent(path(QStringLiteral("work")));
        session.open(entry);
        screen.resize(size);
        screen.show();
        screen.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&screen));
    }
    [[nodiscard]] SessionSurroundings surroundings() const
    {
        return {.stateFolder = path(QStringLiteral("state")),
                .owner = QStringLiteral("Ada <ada@example.org>"),
                .clock = [] { return QDateTime({2026, 11, 24}, {10, 0}, QTimeZone::UTC); },
                .seed = [] { return QByteArray("9f2c"); },
                .ticks = [] { return qint64(0); },
                .execute = HeldExecutor::immediate()};
    }
    [[nodiscard]] Ask ask()
    {
        const auto answer = [this](auto Answers::*which) {
            return [=, this](QWidget *, const QString &title, const QString &, const QString &) {
                answers.asked += title;
                return answers.*which;
            };
        };
        return {.folder = {},
                .fileToOpen = answer(&Answers::fileToOpen),
                .fileToSave = answer(&Answers::fileToSave),
                .confirm = answer(&Answers::confirms)};
    }

    QTemporaryDir m_folder;

public:
    ServiceSession session{surroundings()};
    CreateScreen screen{session, ask()};
};

} // namespace waymark::testing
