#include "tests/review/reviewbench.h"
#include "views/review/reviewtrail.h"
#include "views/theme/appearance.h"
#include "views/theme/controls.h"
#include "views/theme/theme.h"

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSplitter>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

/// How the review looks at all sizes, and how it is heard. Leaves its pictures in the build folder.
class TestReviewLook : public QObject
{
    Q_OBJECT

private:
    IsolatedGit m_git;
    Theme m_theme;
    std::unique_ptr<ReviewBench> m_bench;

    ReviewBench &bench() { return *m_bench; }

    void picture(const QString &name)
    {
        bench().settle();
        QCoreApplication::sendPostedEvents();
        bench().screen->grab().save(QStringLiteral(WAYMARK_PICTURES) + u"/review-"_s + name
                                    + u".png"_s);
    }

    static bool isPart(const QWidget *widget)
    {
        const QWidget *parent = widget->parentWidget();
        return qobject_cast<const QLineEdit *>(parent)
            || qobject_cast<const QAbstractScrollArea *>(parent)
            || widget->objectName().startsWith(u"qt_");
    }

    /// Texts that have less room than they need.
    QStringList cutTexts()
    {
        QStringList cut;
        for (const QWidget *widget : bench().screen->findChildren<QWidget *>()) {
            const auto *label = qobject_cast<const QLabel *>(widget);
            const bool isButton = qobject_cast<const QAbstractButton *>(widget) != nullptr;
            if (!widget->isVisible() || isPart(widget) || (!label && !isButton))
                continue;
            const bool wraps = label && label->wordWrap();
            const int height
                = wraps ? widget->heightForWidth(widget->width()) : widget->sizeHint().height();
            const bool isNarrow = !wraps && widget->width() < widget->sizeHint().width();
            if (widget->height() < height || isNarrow)
                cut += widget->accessibleName() + widget->property("text").toString()
                    + u" %1×%2 of %3×%4"_s.arg(widget->width())
                          .arg(widget->height())
                          .arg(widget->sizeHint().width())
                          .arg(height);
        }
        return cut;
    }

    /// A review of changes in somebody's clone.
    void showChanges()
    {
        const QString folder = bench().clone(
            u"mine"_s,
            {{u"README.md"_s, "# Orders\n\nOrders of the shop.\n\n## Run\n\n    make run\n"}});
        bench().session.form().type({u"memory"_s}, u"512"_s, 0);
        bench().session.form().setReason(u"memory"_s, u"Keeps the price list in memory."_s);
        bench().session.setDestination(folder);
        bench().session.takeGolden({u"README.md"_s});
        bench().session.declineFiles({"Dockerfile"});
        bench().settle();
    }

private Q_SLOTS:
    void init()
    {
        m_git.configure(adasGit);
        m_theme.setSchemeChoice(SchemeChoice::Light);
        m_theme.setTextScale(1);
        m_bench = std::make_unique<ReviewBench>();
        bench().answer(u"orders-api"_s);
    }
    void cleanup() { m_bench.reset(); }

    void itIsAsDrawn_data()
    {
        QTest::addColumn<SchemeChoice>("choice");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<qreal>("textScale");
        // What a window of 1440 × 900 and one of 1024 × 680 leave to a screen.
        QTest::newRow("light") << SchemeChoice::Light << QSize(1384, 834) << 1.0;
        QTest::newRow("dark") << SchemeChoice::Dark << QSize(1384, 834) << 1.0;
        QTest::newRow("small-light") << SchemeChoice::Light << QSize(968, 614) << 1.0;
        QTest::newRow("small-dark") << SchemeChoice::Dark << QSize(968, 614) << 1.0;
        QTest::newRow("200") << SchemeChoice::Light << QSize(1328, 768) << 2.0;
        QTest::newRow("200-small") << SchemeChoice::Dark << QSize(912, 548) << 2.0;
    }

    void itIsAsDrawn()
    {
        QFETCH(const SchemeChoice, choice);
        QFETCH(const QSize, size);
        QFETCH(const qreal, textScale);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        m_theme.setSchemeChoice(choice);
        m_theme.setTextScale(textScale);
        showChanges();
        bench().show(size);
        bench().screen->run({.kind = CommandEntry::Kind::File, .id = u"README.md"_s});
        picture(name);
        QCOMPARE(cutTexts().join(u'\n'), QString());
        QCOMPARE(bench().screen->size(), size);
        if (auto *part = bench().named<QToolButton>(u"Commit"_s)) { // in turn with the files
            part->click();
            picture(name + u"-commit"_s);
            QCOMPARE(cutTexts().join(u'\n'), QString());
            QVERIFY(bench().named<QLineEdit>(u"Subject of the commit message"_s));
            QVERIFY(!bench().named<QListView>(u"Files that will be written"_s));
        }
    }

    void pathAndAuthorAreWholeInASmallWindow()
    {
        bench().session.setDestination(u"/tmp/waymark-abcdef/work/orders"_s);
        bench().settle();
        bench().show({968, 614});
        const auto *folder = bench().named<QLineEdit>(u"Folder"_s);
        QVERIFY(folder);
        const auto room = [folder] { return folder->width() - 2 * px(folder, 11); };
        QTRY_VERIFY(room() >= folder->fontMetrics().horizontalAdvance(folder->text()));
        const QString author = bench().session.author();
        QVERIFY(!author.isEmpty());
        const auto *label = bench().named<QLabel>(author);
        QVERIFY(label);
        QCOMPARE(label->text(), author);
        QTRY_VERIFY(label->height() >= label->heightForWidth(label->width()));
        picture(u"small-place"_s);
    }

    void theCommandIsInSightInASmallWindow()
    {
        bench().show({968, 614});
        const auto isWhole = [this](const QString &name) {
            const auto *part = bench().named<QWidget>(name);
            return part && part->visibleRegion().boundingRect() == part->rect();
        };
        QTRY_VERIFY(isWhole(u"The same as a command"_s));
        QVERIFY(isWhole(u"Copy the command"_s));
        QVERIFY(isWhole(u"Create and commit"_s));
        QVERIFY(isWhole(u"Body of the commit message"_s));
        bench().session.form().type({u"owner"_s}, {}, 0); // what is wrong takes more room
        bench().settle();
        picture(u"small-blocked"_s);
        QVERIFY(isWhole(u"The same as a command"_s));
        QVERIFY(isWhole(u"Copy the command"_s));
    }

    void aPageThatKeepsItsDefaultsIsDone()
    {
        bench().show({1384, 834});
        const FormModel &form = bench().session.form();
        QVERIFY(form.rowCount() > 1);
        const auto described = [this](const QString &title) {
            const auto *step = bench().named<QToolButton>(title);
            return step ? step->accessibleDescription() : QString();
        };
        for (int page = 0; page < form.rowCount(); ++page)
            QCOMPARE(described(form.index(page, 0, {}).data().toString()), u"done"_s);
        bench().session.form().type({u"name"_s}, {}, 0);
        bench().settle();
        QTRY_VERIFY(described(form.index(0, 0, {}).data().toString()) != u"done");
    }

    void aLineJoinsEachStepToTheNext()
    {
        bench().show({1384, 834});
        const auto *trail = bench().screen->findChild<ReviewTrail *>();
        QVERIFY(trail && trail->isVisible());
        QList<int> places;
        for (const auto *line : trail->findChildren<QFrame *>(Qt::FindDirectChildrenOnly)) {
            if (line->isVisible())
                places += line->x();
        }
        QList<int> ends;
        for (const auto *step : trail->findChildren<QToolButton *>()) {
            if (step->isVisible())
                ends += step->geometry().right();
        }
        QCOMPARE(places.size(), bench().session.form().rowCount());
        QCOMPARE(ends.size(), places.size());
        for (qsizetype i = 0; i < ends.size(); ++i) {
            QCOMPARE_GT(places.at(i), ends.at(i));
            QVERIFY(i == 0 || places.at(i - 1) < ends.at(i));
        }
    }

    void withoutRoomForThemTheStepsAreInAList_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<qreal>("textScale");
        QTest::newRow("small") << QSize(968, 614) << 1.0;
        QTest::newRow("200") << QSize(1328, 768) << 2.0;
    }

    void withoutRoomForThemTheStepsAreInAList()
    {
        QFETCH(const QSize, size);
        QFETCH(const qreal, textScale);
        m_theme.setTextScale(textScale);
        bench().show(size);
        QCOMPARE(bench().screen->size(), size);
        const auto *trail = bench().screen->findChild<ReviewTrail *>();
        QVERIFY(trail && !trail->isVisible());
        auto *list = findControl<QComboBox>(bench().screen.get(), u"Step"_s);
        QVERIFY(list);
        QCOMPARE(list->count(), bench().session.form().rowCount() + 1);
        QCOMPARE(list->currentText(), u"Review and commit"_s);
        const QSignalSpy back(bench().screen.get(), &ReviewScreen::backWanted);
        Q_EMIT list->activated(list->count() - 1);
        QCOMPARE(back.size(), 0);
        Q_EMIT list->activated(1);
        QCOMPARE(back.size(), 1);
        QCOMPARE(bench().session.form().currentPage(), 1);
        QCOMPARE(list->currentText(), u"Review and commit"_s);
        auto *more = bench().named<QToolButton>(u"More"_s);
        QVERIFY(more && more->menu()->actions().contains(bench().action(u"Discard"_s)));
        bench().show({1384, 834});
        m_theme.setTextScale(1);
        QTRY_VERIFY(trail->isVisible());
        QVERIFY(!list->isVisible() && !more->isVisible());
    }

    void aStepIsGoneToByItsNumber()
    {
        bench().show({1384, 834});
        const QSignalSpy back(bench().screen.get(), &ReviewScreen::backWanted);
        auto *files = bench().named<QListView>(u"Files that will be written"_s);
        files->setFocus();
        QTRY_VERIFY(files->hasFocus());
        QTest::keyClick(files, Qt::Key_3, Qt::AltModifier);
        QCOMPARE(back.size(), 1);
        QCOMPARE(bench().session.form().currentPage(), 2);
        QTest::keyClick(files, Qt::Key_5, Qt::AltModifier);
        QCOMPARE(back.size(), 1); // that is this one
    }

    void aChangedMessageIsWholeInASmallWindow()
    {
        bench().show({968, 614});
        auto *subject = bench().named<QLineEdit>(u"Subject of the commit message"_s);
        subject->setFocus();
        QTest::keyClicks(subject, u"Begin: "_s);
        const auto isWhole = [this](const QString &name) {
            const auto *part = bench().named<QWidget>(name);
            return part && part->visibleRegion().boundingRect() == part->rect();
        };
        QTRY_VERIFY(isWhole(u"Reset the message to the usual one"_s));
        QVERIFY(isWhole(u"Body of the commit message"_s));
        QCOMPARE(cutTexts().join(u'\n'), QString());
        picture(u"small-changed"_s);
    }

    void theCommitTakesNoMoreThanItNeeds()
    {
        bench().show({1384, 834});
        const auto *splitter = bench().screen->findChild<QSplitter *>();
        QVERIFY(splitter && splitter->orientation() == Qt::Vertical);
        QTRY_COMPARE_GT(splitter->sizes().first(), 430);
        bench().settle();
        const QList<int> first = splitter->sizes();
        bench().screen->hide();
        showActive(bench().screen.get());
        QTRY_COMPARE(splitter->sizes(), first);
        QCOMPARE(cutTexts().join(u'\n'), QString());
    }

    void discardIsInTheMenuAlsoWhereItHasNoButton()
    {
        bench().show({1384, 834});
        QVERIFY(bench().named<QAbstractButton>(u"Discard"_s));
        bench().show({400, 600});
        QTRY_VERIFY(!bench().named<QAbstractButton>(u"Discard"_s));
        QList<QAction *> all;
        for (const auto &[title, actions] : bench().screen->menus())
            all += actions;
        QVERIFY(all.contains(bench().action(u"Discard"_s)));
        QVERIFY(bench().action(u"Discard"_s)->isEnabled());
    }

    void whatIsWrongIsSeen()
    {
        m_git.configure("[user]\n\tuseConfigOnly = true\n");
        bench().session.lookAgain();
        bench().session.form().type({u"owner"_s}, {}, 0);
        bench().settle();
        bench().show({1384, 834});
        picture(u"blocked"_s);
        QCOMPARE(cutTexts().join(u'\n'), QString());
        bench().click(u"Say who you are…"_s);
        picture(u"author"_s);
        QCOMPARE(cutTexts().join(u'\n'), QString());
    }

    void whatWasMadeIsSeen()
    {
        bench().show({1384, 834});
        bench().press(u"Commit"_s);
        QTRY_COMPARE(bench().session.state(), ServiceSession::State::Applied);
        picture(u"done"_s);
        QVERIFY(!bench().named<QAbstractButton>(u"Discard"_s));
        QVERIFY(!bench().action(u"Discard"_s)->isVisible());
        bench().press(u"Undo"_s);
        picture(u"undo"_s);
        QCOMPARE(cutTexts().join(u'\n'), QString());
        m_theme.setTextScale(2);
        picture(u"undo-200"_s);
        QCOMPARE(cutTexts().join(u'\n'), QString());
    }

    void aWindowFollowsTheSizeOfText()
    {
        bench().show({1384, 834});
        m_theme.setTextScale(1.5);
        picture(u"150"_s);
        QTRY_COMPARE(cutTexts().join(u'\n'), QString());
        m_theme.setTextScale(1);
        picture(u"back"_s);
        QTRY_COMPARE(cutTexts().join(u'\n'), QString());
    }

    void everythingThatTakesTheFocusHasANameAndARole()
    {
        showChanges();
        bench().show();
        QStringList nameless;
        for (QWidget *widget : bench().screen->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || isPart(widget))
                continue;
            QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(widget);
            if (!heard || heard->text(QAccessible::Name).isEmpty()
                || heard->role() == QAccessible::NoRole)
                nameless += QLatin1StringView(widget->metaObject()->className()) + u' '
                    + widget->objectName();
        }
        QCOMPARE(nameless.join(u", "_s), QString());
        for (const QWidget *pane : bench().screen->panes())
            QVERIFY(!pane->accessibleName().isEmpty());
    }

    void filesAreHeardWithWhatHappensToThem()
    {
        showChanges();
        bench().show();
        auto *list = bench().named<QListView>(u"Files that will be written"_s);
        bench().screen->run({.kind = CommandEntry::Kind::File, .id = u"README.md"_s});
        const QString said = list->currentIndex().data(Qt::AccessibleTextRole).toString();
        QVERIFY2(said.startsWith(u"README.md, modified, "), qPrintable(said));
        QVERIFY(said.contains(u"lines added"));
    }

    void tabGoesInReadingOrder()
    {
        bench().show();
        bench().named<QListView>(u"Files that will be written"_s)->setFocus();
        QStringList order;
        for (int step = 0; step < 60; ++step) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            const QString name = spokenName(QApplication::focusWidget());
            if (order.contains(name))
                break;
            order += name;
        }
        qsizetype last = -1;
        for (const QString &name :
             {u"Content of the file"_s, u"Subject of the commit message"_s,
              u"Body of the commit message"_s, u"Folder"_s, u"Choose the folder"_s, u"Commit it"_s,
              u"Sign off"_s, u"Branch"_s, u"Change the author"_s, u"The same as a command"_s,
              u"Copy the command"_s, u"Back"_s, u"Create and commit"_s}) {
            const qsizetype at = order.indexOf(name);
            QVERIFY2(at > last, qPrintable(name + u" in "_s + order.join(u", "_s)));
            last = at;
        }
    }
};

QTEST_MAIN(TestReviewLook)
#include "tst_reviewlook.moc"
