#include "models/items/templatefacts.h"

#include "tests/items/itemtesting.h"
#include "tests/jobs/heldexecutor.h"
#include "tests/support/exampletemplate.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

class TestTemplateFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theyTellWhatIsAskedAndMade()
    {
        const ExampleTemplate place;
        place.write(u"docs/map.png"_s, "png");
        TemplateFacts facts(HeldExecutor::immediate());
        QCOMPARE(facts.filesText(), QString());
        facts.show(place.entry());
        QCOMPARE(facts.filesText(), u"2 files"_s);
        QCOMPARE(facts.filesNote(), QString());
        QCOMPARE(facts.questionsText(), u"1 needed, 3 can stay as they are"_s);
        QCOMPARE(outline(facts.files()), u"deploy/base\n  service.yaml\nbig.txt\nREADME.md\n"_s);
        QCOMPARE(facts.questions().rowCount(), 5);
        QVERIFY(!facts.problem());
        QVERIFY(facts.hasPictures());
        QCOMPARE(facts.picture(u"docs/map.png"_s), QByteArray("png"));
        QCOMPARE(facts.picture(u"../docs/map.png"_s), QByteArray());
    }

    void whereDefaultsFailTheNamesAreThoseOfTheTemplate()
    {
        const ExampleTemplate place;
        place.write(u"template.yaml"_s, place.yaml("./missing"));
        TemplateFacts facts(HeldExecutor::immediate());
        facts.show(place.entry());
        QVERIFY(facts.problem());
        QVERIFY(facts.filesNote().startsWith(u"Names as the template has them"));
        QVERIFY(outline(facts.files()).contains(u"skeleton"));
    }

    void ofABrokenTemplateTheyHaveTheFaultyFile()
    {
        const ExampleTemplate place;
        place.write(u"template.yaml"_s,
                    "apiVersion: scaffolder.backstage.io/v1beta3\n"
                    "kind: Template\nmetadata: {name: small}\n"
                    "spec: {type: service}\n");
        TemplateFacts facts(HeldExecutor::immediate());
        facts.show(place.entry());
        QVERIFY(facts.faulty().contains(place.folder() + u"/template.yaml"_s));
        facts.clear();
        QVERIFY(facts.faulty().isEmpty());
    }

    void anotherTemplateTakesThePlaceAtOnce()
    {
        HeldExecutor held;
        const ExampleTemplate first(u"first"_s);
        const ExampleTemplate second(u"second"_s);
        TemplateFacts facts(held.executor());
        facts.show(first.entry());
        held.runFirst();
        QCOMPARE(facts.filesText(), u"2 files"_s);
        facts.show(second.entry());
        QVERIFY(facts.isReading());
        QCOMPARE(facts.filesText(), QString());
        QCOMPARE(facts.files().rowCount(), 0);
        held.runFirst();
        QCOMPARE(facts.filesText(), u"2 files"_s);
    }

    void theSameTemplateStaysUntilThereIsSomethingNewer()
    {
        HeldExecutor held;
        const ExampleTemplate place;
        TemplateFacts facts(held.executor());
        facts.show(place.entry());
        held.runFirst();
        place.write(u"skeleton/more.txt"_s, "more\n");
        facts.show(place.entry());
        QCOMPARE(facts.filesText(), u"2 files"_s);
        held.runFirst();
        QCOMPARE(facts.filesText(), u"3 files"_s);
    }

    void whatIsClearedIsNotFilledLater()
    {
        HeldExecutor held;
        const ExampleTemplate place;
        TemplateFacts facts(held.executor());
        facts.show(place.entry());
        facts.clear();
        held.runFirst();
        QCOMPARE(facts.filesText(), QString());
        QCOMPARE(facts.questions().rowCount(), 0);
    }
};

QTEST_MAIN(TestTemplateFacts)
#include "tst_templatefacts.moc"
