#include "models/plan/unstorable.h"
#include "tests/git/gitcommand.h"
#include "tests/plan/planbench.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

/// What a plan tells of files that git would store by what Waymark does not do.
class TestUnstorable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_git.configure(identityText); }

    void attributesThatAreMadeCountBelowTheirFolder()
    {
        QCOMPARE(pathsIn({},
                         {{.path = "deploy/.gitattributes", .content = "*.bin filter=lfs\n"},
                          {.path = "deploy/a.bin"},
                          {.path = "deploy/in/b.bin"},
                          {.path = "deploy/link.bin", .mode = FileMode::Link},
                          {.path = "c.bin"},
                          {.path = "../d.bin"}}),
                 (QByteArrayList{"deploy/a.bin", "deploy/in/b.bin"}));
    }

    void attributesOfTheRepositoryAroundCount()
    {
        const Checkout checkout;
        put(checkout.path(u".gitattributes"_s), "services/** filter=lfs\n*.txt -filter\n");
        checkout.commitAll();
        const auto destination = inspectDestination(checkout.path(u"services/orders"_s));
        VERIFY_RESULT(destination);
        QCOMPARE(pathsIn(*destination, {{.path = "a.bin"}, {.path = "a.txt"}}),
                 QByteArrayList{"a.bin"});
        const auto root = inspectDestination(checkout.path());
        VERIFY_RESULT(root);
        QCOMPARE(pathsIn(*root, {{.path = "a.bin"}}), QByteArrayList());
    }

    void aPlanTellsItOfTheFilesThatACommitWouldHold()
    {
        PlanBench bench(SmallTemplate::asking({"a"})
                            .file("skeleton/new", "x\n")
                            .file("skeleton/same", "x\n")
                            .file("skeleton/other", "x\n"));
        bench.inRepository();
        bench.put("same", "x\n");
        for (const char *path : {"new", "same", ".waymark.yaml"})
            bench.destination.unstorable.insert(
                path, {.code = u"git.filter"_s, .message = u"No."_s, .file = u"in/it"_s});
        const Plan plan = bench.plan();
        QVERIFY(plan.isBlocked());
        for (const PlannedFile &file : plan.files) {
            const QByteArray path = file.change.path;
            const bool isTold = path == "new" || path == ".waymark.yaml";
            QCOMPARE(file.change.problems.size(), isTold ? 1 : 0);
            for (const Problem &problem : file.change.problems)
                QCOMPARE(problem.file, QString::fromUtf8(path));
        }
        bench.request.wishes.commit = false;
        QVERIFY(!bench.plan().isBlocked());
    }

private:
    static QByteArrayList pathsIn(const DestinationSnapshot &destination,
                                  const QList<git::File> &files)
    {
        const auto seen = withUnstorable(destination, files);
        return seen ? seen->unstorable.keys() : QByteArrayList{"it fails"};
    }

    IsolatedGit m_git;
};

QTEST_GUILESS_MAIN(TestUnstorable)
#include "tst_unstorable.moc"
