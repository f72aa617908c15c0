#include "models/plan/draftstore.h"
#include "models/plan/filesystem.h"
#include "tests/support/clirunner.h"
#include "tests/support/schemas.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

/// A command line with drafts.
class DraftRunner
{
public:
    DraftRunner()
        : m_store(m_fileSystem, runner.path(u"data/drafts"_s))
    {
    }

    void keep(const QString &name, const Map &answers = {})
    {
        Draft draft;
        draft.name = name;
        draft.of = {.id = u"go-service"_s,
                    .title = u"Go HTTP service"_s,
                    .source = u"built-in"_s,
                    .folder = u"/templates/go-service"_s};
        draft.answers = answers;
        draft.typed.insert(AnswerPath{u"port"_s}, QStringList{u"80x"_s});
        draft.reasons = {{u"memory"_s, u"Large exports."_s}};
        draft.destination = u"/work/"_s + name;
        draft.saved = QDateTime({2026, 11, 24}, {10, m_saved++}, QTimeZone::UTC);
        const auto lock = m_store.begin(name);
        if (!lock || !m_store.save(*lock, draft))
            qFatal("the draft is not kept");
    }
    [[nodiscard]] Result<DraftLock> open(const QString &id) const { return m_store.open(id); }
    [[nodiscard]] QStringList ids() const
    {
        QStringList ids;
        for (const StoredDraft &stored : m_store.list().value_or(QList<StoredDraft>()))
            ids += stored.id;
        return ids;
    }
    [[nodiscard]] CliRunner::Outcome draft(const QString &words)
    {
        return runner.run(QStringList{u"draft"_s} + words.split(u' '));
    }

    CliRunner runner;

private:
    FileSystem m_fileSystem;
    DraftStore m_store;
    int m_saved = 0;
};

} // namespace

class TestDrafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void draftsAreListedTheLatestFirst()
    {
        DraftRunner drafts;
        const auto none = drafts.draft(u"list"_s);
        QCOMPARE(none.code, 0);
        QCOMPARE(none.out, "");
        QVERIFY2(none.err.startsWith("There are no drafts."), none.err.constData());
        drafts.keep(u"orders"_s, {{u"name"_s, u"orders"_s}, {u"memory"_s, 512}});
        drafts.keep(u"bills"_s);
        const auto listed = drafts.draft(u"list"_s);
        QCOMPARE(listed.code, 0);
        QCOMPARE(listed.out,
                 "bills  bills  Go HTTP service  (0 answers, saved 2026-11-24 10:01 UTC)\n"
                 "orders  orders  Go HTTP service  (2 answers, saved 2026-11-24 10:00 UTC)\n");
    }

    void oneIsShownWhole()
    {
        DraftRunner drafts;
        drafts.keep(u"Orders API"_s, {{u"name"_s, u"orders"_s}, {u"hosts"_s, List{u"a"_s}}});
        for (const QStringList &words :
             {QStringList{u"orders-api"_s}, QStringList{u"Orders API"_s}}) {
            const auto shown = drafts.runner.run(QStringList{u"draft"_s, u"show"_s} + words);
            QCOMPARE(shown.code, 0);
            QCOMPARE(shown.out,
                     "Orders API  (2 answers, saved 2026-11-24 10:00 UTC)\n"
                     "Template: Go HTTP service\n"
                     "Folder of the template: /templates/go-service\n"
                     "Destination: /work/Orders API\n"
                     "  name: orders\n"
                     "  hosts: [\"a\"]\n"
                     "  port: typed “80x”, which cannot be read\n"
                     "  Why memory: Large exports.\n");
        }
    }

    void oneIsRemoved()
    {
        DraftRunner drafts;
        drafts.keep(u"orders"_s);
        drafts.keep(u"bills"_s);
        const auto removed = drafts.draft(u"remove orders"_s);
        QCOMPARE(removed.code, 0);
        QCOMPARE(removed.err, "Removed the draft “orders”.\n");
        QCOMPARE(drafts.ids(), QStringList{u"bills"_s});
        QCOMPARE(drafts.draft(u"remove orders"_s).code, 2);
    }

    void whatIsOpenElsewhereStays()
    {
        DraftRunner drafts;
        drafts.keep(u"orders"_s);
        const auto lock = drafts.open(u"orders"_s);
        QVERIFY(lock);
        const auto listed = drafts.draft(u"list"_s);
        QVERIFY2(listed.out.contains("open in process "), listed.out.constData());
        const auto removed = drafts.draft(u"remove orders"_s);
        QCOMPARE(removed.code, 3);
        QVERIFY(!removed.err.isEmpty());
        QCOMPARE(drafts.ids(), QStringList{u"orders"_s});
    }

    void whatIsNotThereIsRefusedWithAWayOut_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("a name that is misspelt")
            << u"show odrers"_s << QByteArray("Did you mean “orders”?");
        QTest::newRow("nothing like it")
            << u"remove zzz"_s << QByteArray("“waymark draft list” shows them.");
        QTest::newRow("no name") << u"show"_s
                                 << QByteArray("Which draft?\nWrite: waymark draft show DRAFT.");
        QTest::newRow("no name to remove")
            << u"remove"_s << QByteArray("Write: waymark draft remove DRAFT.");
        QTest::newRow("an action that is misspelt")
            << u"lst"_s << QByteArray("Did you mean “list”?");
        QTest::newRow("one to list") << u"list orders"_s << QByteArray("all drafts are listed");
    }

    void whatIsNotThereIsRefusedWithAWayOut()
    {
        QFETCH(const QString, words);
        QFETCH(const QByteArray, said);
        DraftRunner drafts;
        drafts.keep(u"orders"_s);
        const auto outcome = drafts.draft(words);
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains(said), outcome.err.constData());
        QCOMPARE(drafts.ids(), QStringList{u"orders"_s});
    }

    void severalOfOneNameAreTakenByTheirIds()
    {
        DraftRunner drafts;
        drafts.keep(u"Orders!"_s);
        drafts.keep(u"Orders!"_s);
        const auto outcome = drafts.draft(u"remove Orders!"_s);
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains("Name one of these: orders-2, orders"),
                 outcome.err.constData());
        QCOMPARE(drafts.draft(u"remove orders-2"_s).code, 0);
        QCOMPARE(drafts.ids(), QStringList{u"orders"_s});
    }

    void whatCannotBeReadIsSaidBesideTheOthers()
    {
        DraftRunner drafts;
        drafts.keep(u"orders"_s);
        drafts.keep(u"broken"_s);
        drafts.runner.write(u"data/drafts/broken.json"_s, "{");
        const auto listed = drafts.draft(u"list"_s);
        QCOMPARE(listed.code, 0);
        QVERIFY(listed.out.startsWith("orders  "));
        QVERIFY(!listed.out.contains("broken"));
        QVERIFY2(listed.err.contains("This draft cannot be read"), listed.err.constData());
        const QByteArray way = "Remove it with: waymark draft remove broken\n";
        QVERIFY2(listed.err.contains(way), listed.err.constData());
        const auto shown = drafts.draft(u"show broken"_s);
        QCOMPARE(shown.code, 3);
        QVERIFY2(shown.err.contains(way), shown.err.constData());
        const auto removed = drafts.draft(u"remove broken"_s);
        QCOMPARE(removed.code, 0);
        QCOMPARE(removed.err, "Removed the draft “broken”.\n");
        QCOMPARE(drafts.ids(), QStringList{u"orders"_s});
    }

    void whatCannotBeReadAndIsOpenElsewhereStays()
    {
        DraftRunner drafts;
        drafts.keep(u"orders"_s);
        const auto lock = drafts.open(u"orders"_s);
        QVERIFY(lock);
        drafts.runner.write(u"data/drafts/orders.json"_s, "{");
        const auto removed = drafts.draft(u"remove orders"_s);
        QCOMPARE(removed.code, 3);
        QVERIFY2(removed.err.contains("open in another Waymark"), removed.err.constData());
        QCOMPARE(drafts.ids(), QStringList{u"orders"_s});
    }

    void documentsAreAsTheirSchemaSays_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("code");
        QTest::addColumn<qsizetype>("count");
        QTest::newRow("list") << u"list --json"_s << 0 << qsizetype(2);
        QTest::newRow("show") << u"show bills --json"_s << 0 << qsizetype(1);
        QTest::newRow("remove") << u"remove bills --json"_s << 0 << qsizetype(1);
        QTest::newRow("refused") << u"show nothing --json"_s << 2 << qsizetype(0);
    }

    void documentsAreAsTheirSchemaSays()
    {
        QFETCH(const QString, words);
        QFETCH(const qsizetype, count);
        DraftRunner drafts;
        drafts.keep(u"orders"_s, {{u"name"_s, u"orders"_s}});
        drafts.keep(u"bills"_s);
        const auto lock = drafts.open(u"orders"_s);
        const auto outcome = drafts.draft(words);
        QTEST(outcome.code, "code");
        QCOMPARE(complaints(outcome.out, u"drafts"_s), QString());
        QCOMPARE(outcome.out.count("\"destination\""), count);
        QCOMPARE(outcome.out.contains("\"process\""), outcome.out.contains("\"orders\""));
    }
};

QTEST_GUILESS_MAIN(TestDrafts)
#include "tst_drafts.moc"
