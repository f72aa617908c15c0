#include "models/plan/commitmessage.h"

#include "tests/plan/planbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::SmallTemplate;

class TestCommitMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServiceIsCalledAsAnsweredElseAsItsFolder_data()
    {
        QTest::addColumn<QByteArray>("answers");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("name");
        QTest::newRow("answered") << "{name: orders}"_ba << u"/srv/x"_s << u"orders"_s;
        QTest::newRow("not answered") << "{}"_ba << u"/srv/billing"_s << u"billing"_s;
        QTest::newRow("answered with nothing")
            << "{name: ''}"_ba << u"/srv/billing"_s << u"billing"_s;
        QTest::newRow("answered with no text")
            << "{name: [1]}"_ba << u"/srv/billing"_s << u"billing"_s;
    }

    void aServiceIsCalledAsAnsweredElseAsItsFolder()
    {
        QFETCH(const QByteArray, answers);
        QFETCH(const QString, path);
        QFETCH(const QString, name);
        Plan plan;
        plan.answers = testing::map(answers);
        plan.destination.path = path;
        const LoadedTemplate loaded = SmallTemplate("{properties: {name: {}}}").loaded();
        QCOMPARE(serviceName(plan, loaded.entry.definition.form), name);
    }

    void aMessageSaysWhatWasMadeOfWhat_data()
    {
        QTest::addColumn<QString>("ref");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("message");
        QTest::newRow("with a version")
            << u"v1.2.0"_s << u"orders"_s << u"Create orders from go-service v1.2.0"_s;
        QTest::newRow("without") << u""_s << u"orders"_s << u"Create orders from go-service"_s;
        QTest::newRow("a name of several lines")
            << u""_s << u"a\n b"_s << u"Create a b from go-service"_s;
    }

    void aMessageSaysWhatWasMadeOfWhat()
    {
        QFETCH(const QString, ref);
        QFETCH(const QString, name);
        QFETCH(const QString, message);
        Plan plan;
        plan.made = {.name = u"go-service"_s, .ref = ref};
        QCOMPARE(commitMessage(plan, name), message);
    }

    void deviationsOfAnswersAreInItALineEach()
    {
        Plan plan;
        plan.made.name = u"t"_s;
        plan.deviations = {{.answer = u"memory"_s, .reason = u"large exports,\n  every night\n"_s},
                           {.answer = u"port"_s},
                           {.file = u"README.md"_s, .reason = u"It was there before."_s}};
        QCOMPARE(commitMessage(plan, u"a"_s),
                 u"Create a from t\n\nDepartures from the golden path:\n"
                 "- memory: large exports, every night\n- port: no reason given"_s);
    }

    void aBranchIsCalledAsTheServiceAsFarAsItCanBe_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("branch");
        QTest::newRow("plain") << u"orders"_s << u"add-orders"_s;
        QTest::newRow("capitals and digits") << u"Orders_2-x"_s << u"add-Orders_2-x"_s;
        QTest::newRow("a blank") << u"my orders"_s << u"add-my-orders"_s;
        QTest::newRow("an umlaut") << u"Überweisung"_s << u"add-uberweisung"_s;
        QTest::newRow("dots and slashes") << u"a/../b"_s << u"add-a-b"_s;
        QTest::newRow("a dash first") << u"-x"_s << u"add-x"_s;
        QTest::newRow("dots alone") << u".."_s << u"add-my-folder"_s;
        QTest::newRow("signs alone") << u"@{"_s << u"add-my-folder"_s;
        QTest::newRow("nothing") << u""_s << u"add-my-folder"_s;
    }

    void aBranchIsCalledAsTheServiceAsFarAsItCanBe()
    {
        QFETCH(const QString, name);
        QTEST(branchFor(name, u"/srv/my folder"_s), "branch");
    }

    void aBranchOfAFolderWithoutLettersHasAName()
    {
        QCOMPARE(branchFor(u".."_s, u"/srv/@{"_s), u"add-service"_s);
    }
};

QTEST_APPLESS_MAIN(TestCommitMessage)
#include "tst_commitmessage.moc"
