#include "tests/create/createtesting.h"
#include "views/theme/controls.h"

#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

/// Each kind of question is answered through what assistive tools call it.
class TestFieldEditors : public QObject
{
    Q_OBJECT

private:
    Theme m_theme;

private Q_SLOTS:
    void aTextIsTyped()
    {
        CreateBench bench;
        bench.begin();
        bench.type(u"Service name"_s, u"orders"_s);
        QCOMPARE(bench.answer(u"name"_s), Value(u"orders"_s));
    }

    void aTextOfSeveralLinesKeepsThem()
    {
        CreateBench bench;
        bench.begin();
        auto *box = bench.control<QPlainTextEdit>(u"Notes"_s);
        QVERIFY(box);
        box->setFocus();
        QTest::keyClicks(box, u"one"_s);
        QTest::keyClick(box, Qt::Key_Return);
        QTest::keyClicks(box, u"two"_s);
        QCOMPARE(bench.answer(u"notes"_s), Value(u"one\ntwo"_s));
    }

    void aNumberIsTypedAndStepped()
    {
        CreateBench bench;
        bench.begin();
        bench.type(u"Copies"_s, u"5"_s);
        QCOMPARE(bench.answer(u"copies"_s), Value(5));
        bench.press(Qt::Key_Up);
        QCOMPARE(bench.answer(u"copies"_s), Value(6));
        bench.type(u"Share"_s, u"0.25"_s);
        QCOMPARE(bench.answer(u"share"_s), Value(0.25));
        bench.press(Qt::Key_Down);
        bench.press(Qt::Key_Down);
        QCOMPARE(bench.control<QAbstractSpinBox>(u"Share"_s)->text(), u"0"_s);
    }

    void aNumberStandsBesideItsUnit()
    {
        CreateBench bench("    - properties:\n"
                          "        memory: {type: integer, title: Memory, default: 256, "
                          "description: A copy may use it., ui:options: {unit: MiB}}\n"
                          "        copies: {type: integer, title: Copies, default: 2}\n");
        bench.begin();
        const auto *box = bench.control<QAbstractSpinBox>(u"Memory"_s);
        QVERIFY(box);
        const auto *unit = box->findChild<QLabel *>();
        QCOMPARE(unit->text(), u"MiB"_s);
        const auto *edit = box->findChild<QLineEdit *>();
        QTRY_COMPARE(unit->geometry().right(), edit->rect().right());
        QVERIFY(edit->textMargins().right() >= unit->width()); // digits do not run into it
        QVERIFY(box->accessibleDescription().startsWith(u"in MiB, A copy may use it."));
        bench.type(u"Memory"_s, u"512"_s);
        QCOMPARE(bench.answer(u"memory"_s), Value(512));
        QTRY_VERIFY(bench.says(u"Golden default is 256 MiB"_s));
        const auto *copies = bench.control<QAbstractSpinBox>(u"Copies"_s);
        QVERIFY(!copies->findChild<QLabel *>()->isVisible());
    }

    void whatIsTypedStaysUntilTheNumberIsLeft()
    {
        CreateBench bench;
        bench.begin();
        bench.type(u"Copies"_s, u"007"_s);
        auto *box = bench.control<QAbstractSpinBox>(u"Copies"_s);
        bench.session.form().set({u"public"_s}, Value(true));
        QTRY_VERIFY(bench.control<QCheckBox>(u"Public"_s)->isChecked());
        QCOMPARE(box->text(), u"007"_s);
        QCOMPARE(bench.answer(u"copies"_s), Value(7));
        bench.press(Qt::Key_Tab);
        QTRY_COMPARE(box->text(), u"7"_s);
    }

    void whatIsNoNumberStaysBesideItsMessage()
    {
        CreateBench bench;
        bench.begin();
        bench.type(u"Copies"_s, u"many"_s);
        bench.press(Qt::Key_Tab);
        auto *box = bench.control<QAbstractSpinBox>(u"Copies"_s);
        QCOMPARE(box->text(), u"many"_s);
        QCOMPARE(bench.answer(u"copies"_s), Value(2));
        QTRY_VERIFY(hasMistake(box));
        QVERIFY(!box->accessibleDescription().isEmpty());
    }

    void aSwitchSaysYesAndNo()
    {
        CreateBench bench;
        bench.begin();
        auto *box = bench.control<QCheckBox>(u"Public"_s);
        QVERIFY(box);
        QTest::keyClick(box, Qt::Key_Space);
        QCOMPARE(bench.answer(u"public"_s), Value(true));
        QTest::keyClick(box, Qt::Key_Space);
        QCOMPARE(bench.answer(u"public"_s), Value(false));
    }

    void aSegmentIsPressed()
    {
        CreateBench bench;
        bench.begin();
        auto *large = bench.control<QToolButton>(u"Large"_s);
        QVERIFY(large);
        QTest::mouseClick(large, Qt::LeftButton);
        QCOMPARE(bench.answer(u"size"_s), Value(u"large"_s));
        QVERIFY(large->isChecked());
    }

    void shortChoicesStandInOneLine_data()
    {
        QTest::addColumn<QSize>("size");
        // What a window leaves to the screen: of 1440 px, and of 1024.
        QTest::newRow("wide") << QSize(1384, 806);
        QTest::newRow("narrow") << QSize(968, 586);
    }

    void shortChoicesStandInOneLine()
    {
        QFETCH(const QSize, size);
        CreateBench bench;
        bench.beginBuiltIn(u"go-service"_s, size);
        bench.session.form().setCurrentPage(2);
        QTRY_VERIFY(findControl<QToolButton>(&bench.screen, u"Medium, 250m"_s));
        QWidget *group = bench.control<QToolButton>(u"Medium, 250m"_s)->parentWidget();
        QCOMPARE(roleOf(group), QAccessible::Grouping);
        QCOMPARE(spokenName(group), u"CPU per copy"_s);
        const auto segments = group->findChildren<QToolButton *>();
        const auto isOneLine = [&] {
            const bool isLevel = std::ranges::all_of(
                segments, [](const QToolButton *segment) { return segment->y() == 0; });
            return isLevel && segments.last()->geometry().right() + 1 == group->width()
                && group->height() == segments.last()->height();
        };
        QTRY_VERIFY(isOneLine());
        for (const QToolButton *segment : segments)
            QVERIFY(segment->width() >= segment->sizeHint().width());
    }

    void aCardIsChosen()
    {
        CreateBench bench;
        bench.begin();
        bench.session.form().setCurrentPage(1);
        QTRY_VERIFY(findControl<QRadioButton>(&bench.screen, u"Everyone on the internet"_s));
        auto *card = bench.control<QRadioButton>(u"Everyone on the internet"_s);
        QTest::mouseClick(card->parentWidget(), Qt::LeftButton); // its words
        QCOMPARE(bench.answer(u"reach"_s), Value(u"outside"_s));
        QTRY_VERIFY(card->isChecked());
    }

    void anOptionIsChosen()
    {
        CreateBench bench;
        bench.begin();
        bench.session.form().setCurrentPage(1);
        QTRY_VERIFY(findControl<QComboBox>(&bench.screen, u"Region"_s));
        auto *combo = bench.control<QComboBox>(u"Region"_s);
        QCOMPARE(combo->currentIndex(), -1);
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Down);
        QCOMPARE(bench.answer(u"region"_s), Value(u"a"_s));
        QVERIFY(!combo->isEditable());
    }

    void aLongListIsSearchedByTyping()
    {
        CreateBench bench;
        bench.begin();
        bench.session.form().setCurrentPage(1);
        QTRY_VERIFY(findControl<QComboBox>(&bench.screen, u"Zone"_s));
        auto *combo = bench.control<QComboBox>(u"Zone"_s);
        QVERIFY(combo->isEditable());
        combo->setFocus();
        combo->lineEdit()->selectAll();
        QTest::keyClicks(combo->lineEdit(), u"z07"_s);
        QTest::keyClick(combo->lineEdit(), Qt::Key_Return);
        QCOMPARE(bench.answer(u"zone"_s), Value(u"z07"_s));
    }

    void whatIsNoChoiceStaysBesideItsMessage_data()
    {
        QTest::addColumn<QString>("chosen");
        QTest::newRow("with none chosen") << QString();
        QTest::newRow("behind a choice") << u"z07"_s;
    }

    void whatIsNoChoiceStaysBesideItsMessage()
    {
        QFETCH(const QString, chosen);
        CreateBench bench;
        bench.begin();
        bench.session.form().setCurrentPage(1);
        if (!chosen.isEmpty())
            bench.session.form().set({u"zone"_s}, Value(chosen));
        QTRY_VERIFY(findControl<QComboBox>(&bench.screen, u"Zone"_s));
        auto *combo = bench.control<QComboBox>(u"Zone"_s);
        QTRY_COMPARE(combo->currentText(), chosen);
        bench.type(u"Zone"_s, u"z99"_s);
        bench.press(Qt::Key_Tab);
        QTRY_VERIFY(hasMistake(combo));
        QCOMPARE(combo->currentText(), u"z99"_s);
        QVERIFY(combo->accessibleDescription().contains(u"z99"));
        QCOMPARE(bench.answer(u"zone"_s), chosen.isEmpty() ? Value() : Value(chosen));
        combo->lineEdit()->selectAll();
        QTest::keyClicks(combo->lineEdit(), u"z03"_s);
        QTest::keyClick(combo->lineEdit(), Qt::Key_Return);
        QTRY_COMPARE(bench.answer(u"zone"_s), Value(u"z03"_s));
        QTRY_VERIFY(!hasMistake(combo));
        QCOMPARE(combo->currentText(), u"z03"_s);
    }

    void severalAreChosen()
    {
        CreateBench bench;
        bench.begin();
        bench.session.form().setCurrentPage(1);
        QTRY_VERIFY(findControl<QCheckBox>(&bench.screen, u"queue"_s));
        QTest::keyClick(bench.control<QCheckBox>(u"search"_s), Qt::Key_Space);
        QTest::keyClick(bench.control<QCheckBox>(u"cache"_s), Qt::Key_Space);
        QCOMPARE(bench.answer(u"features"_s), Value(QStringList{u"cache"_s, u"search"_s}));
    }

    void eachOfSeveralChoicesIsReachedByTab()
    {
        CreateBench bench;
        bench.begin();
        bench.session.form().setCurrentPage(1);
        QTRY_VERIFY(findControl<QCheckBox>(&bench.screen, u"cache"_s));
        bench.control<QCheckBox>(u"cache"_s)->setFocus(Qt::TabFocusReason);
        bench.press(Qt::Key_Tab);
        QCOMPARE(bench.focused(), u"queue"_s);
        bench.press(Qt::Key_Space);
        bench.press(Qt::Key_Tab);
        QCOMPARE(bench.focused(), u"search"_s);
        bench.press(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(bench.focused(), u"queue"_s);
        QCOMPARE(bench.answer(u"features"_s), Value(QStringList{u"queue"_s}));
    }

    void aDayIsTyped()
    {
        CreateBench bench;
        bench.begin();
        bench.session.form().setCurrentPage(1);
        QTRY_VERIFY(findControl<QLineEdit>(&bench.screen, u"Start"_s));
        bench.type(u"Start"_s, u"2026-12-01"_s);
        QCOMPARE(bench.answer(u"start"_s), Value(u"2026-12-01"_s));
        QVERIFY(bench.control<QToolButton>(u"Choose a day for Start"_s));
    }

    void aListGrowsShrinksAndMoves()
    {
        CreateBench bench;
        bench.begin();
        bench.session.form().setCurrentPage(2);
        QTRY_VERIFY(findControl<QToolButton>(&bench.screen, u"Add an item: Hosts"_s));
        auto *add = bench.control<QToolButton>(u"Add an item: Hosts"_s);
        for (const QString &host : {u"a.org"_s, u"b.org"_s}) {
            add->click();
            QTest::keyClicks(QApplication::focusWidget(), host);
        }
        QCOMPARE(bench.answer(u"hosts"_s), Value(QStringList{u"a.org"_s, u"b.org"_s}));
        QTRY_VERIFY(findControl<QToolButton>(&bench.screen, u"Move up: Hosts, item 2"_s));
        bench.control<QToolButton>(u"Move up: Hosts, item 2"_s)->click();
        QCOMPARE(bench.answer(u"hosts"_s), Value(QStringList{u"b.org"_s, u"a.org"_s}));
        QCOMPARE(bench.focused(), u"Hosts, item 1"_s);
        bench.control<QToolButton>(u"Remove: Hosts, item 1"_s)->click();
        QCOMPARE(bench.answer(u"hosts"_s), Value(QStringList{u"a.org"_s}));
        QCOMPARE(bench.control<QLineEdit>(u"Hosts, item 1"_s)->text(), u"a.org"_s);
    }

    void aMapHasNamesWithTexts()
    {
        CreateBench bench;
        bench.begin();
        bench.session.form().setCurrentPage(2);
        QTRY_VERIFY(findControl<QToolButton>(&bench.screen, u"Add an entry: Labels"_s));
        bench.control<QToolButton>(u"Add an entry: Labels"_s)->click();
        QTRY_VERIFY(findControl<QLineEdit>(&bench.screen, u"Name of Labels, item 1"_s));
        bench.type(u"Name of Labels, item 1"_s, u"team"_s);
        bench.type(u"Text of Labels, item 1"_s, u"checkout"_s);
        QCOMPARE(bench.answer(u"labels"_s), Value(Map{{u"team"_s, Value(u"checkout"_s)}}));
    }

    void aSecretIsMaskedUntilItIsAskedFor()
    {
        CreateBench bench;
        bench.begin();
        bench.session.form().setCurrentPage(2);
        QTRY_VERIFY(findControl<QLineEdit>(&bench.screen, u"Token"_s));
        bench.type(u"Token"_s, u"s3cret"_s);
        auto *edit = bench.control<QLineEdit>(u"Token"_s);
        QCOMPARE(edit->echoMode(), QLineEdit::Password);
        const auto isSaid = [&] {
            const auto labels = bench.screen.findChildren<QLabel *>();
            return std::ranges::any_of(labels, [](const QLabel *label) {
                return label->isVisible() && label->text() == u"s3cret";
            });
        };
        QVERIFY(!isSaid());
        bench.control<QToolButton>(u"Show Token"_s)->click();
        QVERIFY(isSaid());
        QCOMPARE(edit->echoMode(), QLineEdit::Password); // nothing can be copied
    }

    void aFileIsChosen()
    {
        CreateBench bench;
        bench.begin();
        bench.session.form().setCurrentPage(2);
        QTRY_VERIFY(findControl<QToolButton>(&bench.screen, u"Certificate"_s));
        bench.write(u"ca.pem"_s, "----");
        bench.answers.fileToOpen = bench.path(u"ca.pem"_s);
        bench.control<QToolButton>(u"Certificate"_s)->click();
        QCOMPARE(bench.answers.asked, QStringList{u"Choose a file"_s});
        QVERIFY(bench.answer(u"certificate"_s).textOr().contains(u"name=ca.pem"));
        QTRY_VERIFY(findControl<QToolButton>(&bench.screen, u"Take the file of Certificate out"_s));
        bench.control<QToolButton>(u"Take the file of Certificate out"_s)->click();
        QVERIFY(bench.answer(u"certificate"_s).isNull());
    }

    void aGroupHasFieldsOfItsOwn()
    {
        CreateBench bench;
        bench.begin();
        bench.session.form().setCurrentPage(2);
        QTRY_VERIFY(findControl<QLineEdit>(&bench.screen, u"Engine"_s));
        bench.type(u"Engine"_s, u"postgres"_s);
        QCOMPARE(bench.answer(u"database"_s), Value(Map{{u"engine"_s, Value(u"postgres"_s)}}));
    }

    void dataIsTypedAsJson()
    {
        CreateBench bench;
        bench.begin();
        bench.session.form().setCurrentPage(2);
        QTRY_VERIFY(findControl<QPlainTextEdit>(&bench.screen, u"Routes"_s));
        auto *box = bench.control<QPlainTextEdit>(u"Routes"_s);
        box->setFocus();
        box->selectAll();
        box->insertPlainText(u"[{\"path\": \"/\"}]"_s);
        const Value path = Map{{u"path"_s, Value(u"/"_s)}};
        QCOMPARE(bench.answer(u"routes"_s), Value(List{path}));
    }
};

QTEST_MAIN(TestFieldEditors)
#include "tst_fieldeditors.moc"
