#include "models/plan/keeping.h"

#include "tests/plan/workbench.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;
using Fault = CountingFileSystem::Fault;

namespace {

StoredFile stored(const QByteArray &path, const QByteArray &content)
{
    return {.path = path,
            .mode = FileMode::Regular,
            .hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex()};
}

} // namespace

/// What somebody wrote among the files of an apply is kept when that is taken back.
class TestKeeping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench.emplace();
        m_fileSystem.plan(Fault::None, 0);
        put(at(u"root/mine"_s), "x");
        put(at(u"staging/new/README.md"_s), "new");
        put(at(u"staging/new/cmd/main"_s), "1");
        put(at(u"staging/new/cmd/run"_s), "2");
        QDir().mkdir(at(u"home"_s));
    }

    void onlyWhatChangedIsKept_data()
    {
        QTest::addColumn<QString>("what"); // a shell command among the arriving files
        QTest::addColumn<QStringList>("kept");
        QTest::addColumn<QStringList>("named");
        const auto row = [](const char *name, const QString &what, const QStringList &kept) {
            QStringList named = kept; // a folder with all that is in it
            if (named.removeAll(u"cmd/more/"_s) > 0)
                named = {u"cmd/more"_s};
            QTest::newRow(name) << what << kept << named;
        };
        row("nothing", u"true"_s, {});
        row("a changed file", u"echo words > README.md"_s, {u"README.md"_s});
        row("a changed file in a folder", u"echo words > cmd/main"_s, {u"cmd/main"_s});
        row("another mode", u"chmod +x cmd/main"_s, {u"cmd/main"_s});
        row("a file more", u"echo words > cmd/notes"_s, {u"cmd/notes"_s});
        row("a folder more", u"mkdir cmd/more; echo words > cmd/more/a"_s,
            {u"cmd/more/"_s, u"cmd/more/a"_s});
        row("a link in the place of a file", u"ln -sf /etc/hostname README.md"_s, {u"README.md"_s});
        row("a file that is gone", u"rm cmd/run"_s, {});
        row("two", u"echo words > README.md; echo words > cmd/run"_s,
            {u"README.md"_s, u"cmd/run"_s});
    }

    void onlyWhatChangedIsKept()
    {
        QFETCH(const QString, what);
        QFETCH(const QStringList, kept);
        QCOMPARE(runCommand(at(u"staging/new"_s), u"sh"_s, {u"-c"_s, what}).exitCode, 0);
        const auto notes = keepChanged(m_fileSystem, open(u"home"_s), journal(), places());
        VERIFY_RESULT(notes);
        QStringList named;
        for (const Problem &note : *notes)
            named += note.file;
        QStringList found;
        for (const QString &line : m_bench->picture()) {
            const QString inside = line.section(u"/kept-"_s, 1).section(u'/', 1);
            const QString name = inside.section(u' ', 0, 0);
            if (!name.isEmpty() && name != u"cmd/")
                found += name;
        }
        QCOMPARE(found, kept);
        QTEST(named, "named");
        for (const Problem &note : *notes) {
            QCOMPARE(note.severity, Severity::Warning);
            QCOMPARE(note.code, u"write.changed"_s);
            QVERIFY(note.message.contains(at(u"home/kept-"_s)));
            const bool isPlanned
                = note.file == u"README.md" || note.file == u"cmd/main" || note.file == u"cmd/run";
            QCOMPARE(note.message.contains(u"was changed"), isPlanned);
            QCOMPARE(note.message.contains(u"was added"), !isPlanned);
        }
    }

    void aLongListIsCutOff()
    {
        for (int i = 0; i < 13; ++i)
            put(at(u"staging/new/cmd/more%1"_s.arg(i)), "words");
        const auto notes = keepChanged(m_fileSystem, open(u"home"_s), journal(), places());
        VERIFY_RESULT(notes);
        QCOMPARE(notes->size(), 11);
        QVERIFY(notes->last().message.contains(u"3 more"));
    }

    void ofAnUndoItIsKeptToo()
    {
        put(at(u"staging/new/README.md"_s), "words");
        Journal undo = journal();
        undo.action = Journal::Action::Undo;
        const auto notes = keepChanged(m_fileSystem, open(u"home"_s), undo, places());
        VERIFY_RESULT(notes);
        QCOMPARE(notes->size(), 1);
        QVERIFY(!QFileInfo::exists(at(u"staging/new/README.md"_s)));
        QCOMPARE(m_bench->picture().filter(u"README.md words"_s).size(), 1);
    }

    void whatCannotBeKeptStaysWhereItIs_data()
    {
        QTest::addColumn<int>("call");
        QTest::newRow("no folder for it") << 1;
        QTest::newRow("no move") << 2;
    }

    void whatCannotBeKeptStaysWhereItIs()
    {
        QFETCH(const int, call);
        put(at(u"staging/new/README.md"_s), "words");
        m_fileSystem.plan(Fault::Once, call);
        const auto notes = keepChanged(m_fileSystem, open(u"home"_s), journal(), places());
        QVERIFY(!notes);
        QCOMPARE(contentOf(at(u"staging/new/README.md"_s)), "words");
    }

private:
    [[nodiscard]] Journal journal() const
    {
        Journal journal;
        journal.root = at(u"root"_s);
        journal.arrivals = {"README.md", "cmd"};
        journal.files
            = {stored("README.md", "new"), stored("cmd/main", "1"), stored("cmd/run", "2")};
        journal.folders = {"cmd"};
        return journal;
    }
    [[nodiscard]] Places places() const
    {
        QDir().mkpath(at(u"staging/old"_s));
        return {open(u"root"_s), open(u"staging"_s), open(u"staging/new"_s),
                open(u"staging/old"_s)};
    }
    [[nodiscard]] Folder open(const QString &name) const
    {
        auto folder = Folder::open(at(name));
        if (!folder)
            qFatal("%s", qPrintable(folder.error().toString()));
        return std::move(*folder);
    }
    [[nodiscard]] QString at(const QString &path) const { return m_bench->path(path); }

    std::optional<Bench> m_bench;
    CountingFileSystem m_fileSystem;
};

QTEST_GUILESS_MAIN(TestKeeping)
#include "tst_keeping.moc"
