#include "tests/create/createtesting.h"

#include "views/create/fieldpage.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
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
        QVERIFY(!named<QLineEdit>(bench.screen, u"Disk"_s));
        QTest::mouseClick(bench.control<QToolButton>(u"large"_s), Qt::LeftButton);
        QTRY_VERIFY(named<QLineEdit>(bench.screen, u"Disk"_s));
        QTest::mouseClick(bench.control<QToolButton>(u"small"_s), Qt::LeftButton);
        QTRY_VERIFY(!named<QLineEdit>(bench.screen, u"Disk"_s));
    }

    void tabGoesInTheOrderOfReading()
    {
        CreateBench bench(conditional);
        bench.begin();
        bench.session.form().set({u"size"_s}, Value(u"large"_s));
        QTRY_VERIFY(named<QLineEdit>(bench.screen, u"Disk"_s));
        const auto *page = bench.screen.findChild<FieldPage *>();
        QList<QWidget *> expected = page->controls();
        expected.removeIf([](const QWidget *control) {
            return !control->isVisible() || (control->focusPolicy() & Qt::TabFocus) == 0;
        });
        QCOMPARE(namesOf(expected).first(), u"Service name"_s);
        expected.first()->setFocus();
        QSet<const QWidget *> reached;
        int above = 0; // where the row before begins
        while (page->isAncestorOf(QApplication::focusWidget())) {
            const QWidget *control = QApplication::focusWidget();
            const int top = control->mapTo(page, QPoint()).y();
            QVERIFY2(top + control->height() > above, qPrintable(control->accessibleName()));
            above = top;
            reached += control;
            bench.press(Qt::Key_Tab);
        }
        QVERIFY(reached.contains(expected.last()));
        QVERIFY(!page->isAncestorOf(QApplication::focusWidget()));
    }

    void aPressMendsAMistake()
    {
        CreateBench bench(conditional);
        bench.begin();
        bench.type(u"Service name"_s, u"Orders"_s);
        bench.press(Qt::Key_Tab);
        QTRY_VERIFY(named<QPushButton>(bench.screen, u"Use orders"_s));
        bench.control<QPushButton>(u"Use orders"_s)->click();
        QTRY_COMPARE(bench.control<QLineEdit>(u"Service name"_s)->text(), u"orders"_s);
        QTRY_VERIFY(!named<QPushButton>(bench.screen, u"Use orders"_s));
    }

    void aDeviationIsExplainedAndTakenBack()
    {
        CreateBench bench(conditional);
        bench.begin();
        QVERIFY(!named<QPushButton>(bench.screen, u"Reset Size"_s));
        bench.session.form().set({u"size"_s}, Value(u"large"_s));
        QTRY_VERIFY(named<QLineEdit>(bench.screen, u"Why Size is different"_s));
        bench.type(u"Why Size is different"_s, u"Large exports"_s);
        QCOMPARE(bench.session.form().meter().departures.first().reason, u"Large exports"_s);
        bench.control<QPushButton>(u"Reset Size"_s)->click();
        QTRY_VERIFY(!named<QPushButton>(bench.screen, u"Reset Size"_s));
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
        QVERIFY(!named<QLineEdit>(bench.screen, u"Service name"_s));
    }
};

QTEST_MAIN(TestFieldPage)
#include "tst_fieldpage.moc"
