#include "models/items/stepsmodel.h"
#include "tests/items/itemtesting.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

const QByteArray questions
    = "[{title: Basics, required: [name], properties: {name: {type: string, title: Name}}},"
      " {title: Size, properties: {copies: {type: integer, title: Copies, maximum: 9}}},"
      " {title: Hidden, properties: {secret: {type: string, ui:widget: hidden}}},"
      " {title: Reach, properties: {path: {type: string, title: Path}}}]";

} // namespace

class TestStepsModel : public QObject
{
    Q_OBJECT

private:
    FormModel m_form;

private Q_SLOTS:
    void init() { m_form.setTemplate(asking(questions)); }

    void thePagesAndTheReviewAreTheSteps()
    {
        StepsModel steps(m_form);
        const QAbstractItemModelTester tester(&steps);
        steps.setFileCount(17);
        QCOMPARE(spokenOutline(steps),
                 u"Basics, 1 answer needed\nSize\nReach\nReview and commit, 17 files\n"_s);
        QCOMPARE(steps.position(), u"Step 1 of 4"_s);
        QCOMPARE(steps.goOnText(), u"Continue to Size"_s);
        QVERIFY(steps.isFirst());
        QVERIFY(steps.index(3).data(StepsModel::IsLastRole).toBool());
    }

    void goingOnStopsOnceAtMistakes()
    {
        StepsModel steps(m_form);
        QSignalSpy mistakes(&steps, &StepsModel::mistakeFound);
        steps.goOn();
        QCOMPARE(mistakes.size(), 1);
        QCOMPARE(mistakes.first().first().toStringList(), QStringList{u"name"_s});
        QCOMPARE(steps.current(), 0);
        QCOMPARE(m_form.problems(true).size(), 1); // it is told now
        steps.goOn();
        QCOMPARE(steps.current(), 1);
        steps.goBy(-1);
        steps.goOn();
        QCOMPARE(mistakes.size(), 2); // who comes back is told again
    }

    void aPageWithoutMistakesIsLeftAtOnce()
    {
        StepsModel steps(m_form);
        const QSignalSpy changes(&steps, &StepsModel::currentChanged);
        m_form.type({u"name"_s}, u"orders"_s, 0);
        steps.goOn();
        QCOMPARE(steps.current(), 1);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(StepState(steps.index(0).data(StepsModel::StateRole).toInt()), StepState::Done);
    }

    void pagesThatAskNothingAreNoSteps()
    {
        StepsModel steps(m_form);
        steps.goTo(1);
        steps.goOn();
        QCOMPARE(m_form.currentPage(), 3);
        QCOMPARE(steps.goOnText(), u"Review and commit"_s);
    }

    void theReviewIsWanted()
    {
        StepsModel steps(m_form);
        const QSignalSpy reviews(&steps, &StepsModel::reviewWanted);
        steps.goTo(3);
        QCOMPARE(reviews.size(), 1);
        QCOMPARE(steps.current(), 0);
        steps.goTo(4);
        steps.goTo(-1);
        QCOMPARE(steps.current(), 0);
    }

    void aFieldsPageIsFound()
    {
        StepsModel steps(m_form);
        QVERIFY(steps.goToField({u"path"_s}));
        QCOMPARE(steps.current(), 2);
        QVERIFY(!steps.goToField({u"nothing"_s}));
        QCOMPARE(steps.current(), 2);
    }

    void anEmptyFormHasNoSteps()
    {
        FormModel form;
        const StepsModel steps(form);
        QCOMPARE(steps.rowCount(), 0);
        QCOMPARE(steps.current(), -1);
    }

    void aFirstPageWithoutQuestionsIsPassedOver()
    {
        m_form.setTemplate(
            asking("[{title: None, properties: {a: {type: string, ui:widget: hidden}}},"
                   " {title: Some, properties: {b: {type: string}}}]"));
        const StepsModel steps(m_form);
        QCOMPARE(steps.current(), 0);
        QCOMPARE(m_form.currentPage(), 1);
    }
};

QTEST_MAIN(TestStepsModel)
#include "tst_stepsmodel.moc"
