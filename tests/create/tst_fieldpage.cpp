#include "tests/create/createtesting.h"

#include "views/create/fieldpage.h"
#include "views/widgets/mnemonics.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QFocusFrame>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

const QByteArray conditional
    = "    - title: Basics\n"
      "      required: [name]\n"
      "      properties:\n"
      "        name: {type: string, title: Service name, pattern: '^[a-z][a-z0-9-]*$'}\n"
      "        size: {type: string, title: Size, enum: [small, large], default: small}\n"
      "        copies: {type: integer, title: Copies, default: 2}\n"
      "      dependencies:\n"
      "        size:\n"
      "          oneOf:\n"
      "            - properties: {size: {enum: [small]}}\n"
      "            - properties:\n"
      "                size: {enum: [large]}\n"
      "                disk: {type: string, title: Disk}\n"
      "    - title: More\n"
      "      properties:\n"
      "        path: {type: string, title: Path, pattern: '^/'}\n";

} // namespace

class TestFieldPage : public QObject
{
    Q_OBJECT

private:
    Theme m_theme;

    static Qt::Key keyOf(QChar letter) { return Qt::Key(letter.unicode()); }
    static QStringList namesOf(const QList<QWidget *> &controls)
    {
        QStringList names;
        for (const QWidget *control : controls)
            names += control->accessibleName();
        return names;
    }

private Q_SLOTS:
    void rowsStayWhileOneTypes()
    {
        CreateBench bench(conditional);
        bench.begin();
        bench.type(u"Service name"_s, u"orders"_s);
        auto *edit = bench.control<QLineEdit>(u"Service name"_s);
        edit->setCursorPosition(3);
        QTest::keyClicks(edit, u"x"_s);
        QCOMPARE(bench.control<QLineEdit>(u"Service name"_s), edit);
        QVERIFY(edit->hasFocus());
        QCOMPARE(edit->cursorPosition(), 4);
        edit->setSelection(1, 3);
        bench.session.form().set({u"copies"_s}, Value(5));
        QTRY_COMPARE(bench.control<QAbstractSpinBox>(u"Copies"_s)->text(), u"5"_s);
        QCOMPARE(edit->selectedText().size(), 3);
        QVERIFY(edit->hasFocus());
    }

    void fieldsComeAndGoWithAnswers()
    {
        CreateBench bench(conditional);
        bench.begin();
        QVERIFY(!findControl<QLineEdit>(&bench.screen, u"Disk"_s));
        QTest::mouseClick(bench.control<QToolButton>(u"large"_s), Qt::LeftButton);
        QTRY_VERIFY(findControl<QLineEdit>(&bench.screen, u"Disk"_s));
        QTest::mouseClick(bench.control<QToolButton>(u"small"_s), Qt::LeftButton);
        QTRY_VERIFY(!findControl<QLineEdit>(&bench.screen, u"Disk"_s));
    }

    void tabGoesInTheOrderOfReading()
    {
        CreateBench bench(conditional);
        bench.begin();
        bench.session.form().set({u"size"_s}, Value(u"large"_s));
        QTRY_VERIFY(findControl<QLineEdit>(&bench.screen, u"Disk"_s));
        const auto *page = bench.screen.findChild<FieldPage *>();
        QList<QWidget *> expected = page->controls();
        expected.removeIf([](const QWidget *control) {
            return !control->isVisible() || (control->focusPolicy() & Qt::TabFocus) == 0;
        });
        QCOMPARE(namesOf(expected).first(), u"Service name"_s);
        expected.first()->setFocus();
        QList<QWidget *> reached;
        while (page->isAncestorOf(QApplication::focusWidget())) {
            reached += QApplication::focusWidget();
            bench.press(Qt::Key_Tab);
        }
        QCOMPARE(namesOf(reached), namesOf(expected));
        QVERIFY(namesOf(reached).contains(u"large"_s));
    }

    void arrowsMoveInASegmentedControl()
    {
        CreateBench bench(conditional);
        bench.begin();
        bench.control<QLineEdit>(u"Service name"_s)->setFocus();
        bench.press(Qt::Key_Tab);
        QCOMPARE(bench.focused(), u"small"_s);
        bench.press(Qt::Key_Right);
        QCOMPARE(bench.focused(), u"large"_s);
        QCOMPARE(bench.answer(u"size"_s), Value(u"large"_s));
        const auto hasRing = [&bench] {
            const auto rings = bench.screen.findChildren<QFocusFrame *>();
            return std::ranges::any_of(rings, [](const QFocusFrame *ring) {
                return ring->isVisible() && ring->widget() == QApplication::focusWidget();
            });
        };
        QVERIFY(hasRing());
        QTRY_VERIFY(findControl<QLineEdit>(&bench.screen, u"Disk"_s)); // the page has followed
        QCOMPARE(bench.focused(), u"large"_s);
        QVERIFY(hasRing());
        bench.press(Qt::Key_Tab);
        QVERIFY(bench.focused() != u"small");
        bench.press(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(bench.focused(), u"large"_s);
        bench.press(Qt::Key_Left);
        QCOMPARE(bench.answer(u"size"_s), Value(u"small"_s));
    }

    void altAndALetterGoToAField()
    {
        CreateBench bench(conditional);
        bench.begin();
        QMap<QString, QChar> letters;
        const auto find = [&] {
            letters.clear();
            for (const auto *label :
                 bench.screen.findChild<FieldPage *>()->findChildren<QLabel *>())
                if (label->isVisible() && !mnemonicOf(label->text()).isNull())
                    letters.insert(withoutMnemonic(label->text()), mnemonicOf(label->text()));
            return letters.size();
        };
        QTRY_COMPARE(find(), 3);
        const QChar ofCopies = letters.value(u"Copies"_s);
        bench.press(keyOf(ofCopies), Qt::AltModifier);
        QCOMPARE(bench.focused(), u"Copies"_s);
        bench.press(keyOf(letters.value(u"Size"_s)), Qt::AltModifier);
        QCOMPARE(bench.focused(), u"small"_s);
        bench.session.form().set({u"size"_s}, Value(u"large"_s));
        QTRY_COMPARE(find(), 4);
        const QList<QChar> all = letters.values();
        QCOMPARE(QSet<QChar>(all.cbegin(), all.cend()).size(), 4); // each one its own
        QCOMPARE(letters.value(u"Copies"_s), ofCopies);
        bench.press(keyOf(letters.value(u"Disk"_s)), Qt::AltModifier);
        QCOMPARE(bench.focused(), u"Disk"_s);
    }

    void aLetterOfAFieldChoosesNothing()
    {
        CreateBench bench("    - properties:\n"
                          "        name: {type: string, title: Service name}\n"
                          "        public: {type: boolean, title: Public, default: false}\n"
                          "        size: {type: string, title: Size, enum: [small, large]}\n");
        bench.begin();
        bench.control<QLineEdit>(u"Service name"_s)->setFocus();
        QTRY_VERIFY(bench.says(u"&Public"_s));
        bench.press(Qt::Key_P, Qt::AltModifier);
        QCOMPARE(bench.focused(), u"Public"_s);
        bench.press(Qt::Key_I, Qt::AltModifier); // S is that of the name
        QCOMPARE(bench.focused(), u"small"_s);
        QCOMPARE(bench.answer(u"public"_s), Value(false));
        QCOMPARE(bench.answer(u"size"_s), Value());
    }

    void menusKeepTheirLetters()
    {
        CreateBench bench(conditional);
        QMenuBar bar(&bench.screen);
        bar.addMenu(u"&Service"_s);
        bar.addMenu(u"&Copy"_s);
        bench.begin();
        QTRY_VERIFY(bench.says(u"Service &name"_s));
        QVERIFY(bench.says(u"S&ize"_s));
        QVERIFY(bench.says(u"C&opies"_s));
    }

    void aPressMendsAMistake()
    {
        CreateBench bench(conditional);
        bench.begin();
        bench.type(u"Service name"_s, u"Orders"_s);
        bench.press(Qt::Key_Tab);
        QTRY_VERIFY(findControl<QPushButton>(&bench.screen, u"Use orders"_s));
        bench.control<QPushButton>(u"Use orders"_s)->click();
        QTRY_COMPARE(bench.control<QLineEdit>(u"Service name"_s)->text(), u"orders"_s);
        QTRY_VERIFY(!findControl<QPushButton>(&bench.screen, u"Use orders"_s));
    }

    void aDeviationIsExplainedAndTakenBack()
    {
        CreateBench bench(conditional);
        bench.begin();
        QVERIFY(!findControl<QPushButton>(&bench.screen, u"Reset Size"_s));
        bench.session.form().set({u"size"_s}, Value(u"large"_s));
        QTRY_VERIFY(findControl<QLineEdit>(&bench.screen, u"Why Size is different"_s));
        bench.type(u"Why Size is different"_s, u"Large exports"_s);
        QCOMPARE(bench.session.form().meter().departures.first().reason, u"Large exports"_s);
        bench.control<QPushButton>(u"Reset Size"_s)->click();
        QTRY_VERIFY(!findControl<QPushButton>(&bench.screen, u"Reset Size"_s));
        QCOMPARE(bench.answer(u"size"_s), Value(u"small"_s));
    }

    void undoIsTheWholeForms()
    {
        CreateBench bench(conditional);
        bench.begin();
        bench.type(u"Service name"_s, u"orders"_s);
        bench.press(Qt::Key_Tab);
        bench.session.form().set({u"size"_s}, Value(u"large"_s));
        bench.control<QLineEdit>(u"Service name"_s)->setFocus();
        bench.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(bench.answer(u"size"_s), Value(u"small"_s));
        QCOMPARE(bench.answer(u"name"_s), Value(u"orders"_s));
        bench.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(bench.answer(u"size"_s), Value(u"large"_s));
    }

    void anotherPageHasItsOwnRows()
    {
        CreateBench bench(conditional);
        bench.begin();
        bench.session.form().setCurrentPage(1);
        QTRY_COMPARE(bench.focused(), u"Path"_s);
        QVERIFY(!findControl<QLineEdit>(&bench.screen, u"Service name"_s));
    }
};

QTEST_MAIN(TestFieldPage)
#include "tst_fieldpage.moc"
