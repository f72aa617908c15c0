#include "models/plan/moves.h"

#include "tests/plan/workbench.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;
using Fault = CountingFileSystem::Fault;

namespace {

StoredFile stored(const QByteArray &path, const QByteArray &content,
                  FileMode mode = FileMode::Regular)
{
    return {.path = path,
            .mode = mode,
            .hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex()};
}

QStringList told(const QList<Difference> &differences)
{
    QStringList lines;
    for (const Difference &difference : differences)
        lines += QString::fromUtf8(difference.path);
    lines.sort();
    return lines;
}

} // namespace

/// What moves in and out of a destination, forward and back, and how it differs from what was left.
class TestMoves : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench.emplace();
        m_fileSystem.plan(Fault::None, 0);
    }

    void whatArrivesIsTheOutermostThatIsMissing_data()
    {
        QTest::addColumn<QByteArrayList>("there");
        QTest::addColumn<QByteArrayList>("files");
        QTest::addColumn<QByteArrayList>("folders");
        QTest::addColumn<QByteArrayList>("arrivals");
        const auto row
            = [](const char *name, const QByteArrayList &there, const QByteArrayList &files,
                 const QByteArrayList &folders, const QByteArrayList &arrivals) {
                  QTest::newRow(name) << there << files << folders << arrivals;
              };
        row("a file", {}, {"a"}, {}, {"a"});
        row("a file in a folder", {}, {"d/a"}, {}, {"d"});
        row("two in one folder", {}, {"d/a", "d/b"}, {}, {"d"});
        row("in a folder that is there", {"d/x"}, {"d/a", "d/b"}, {}, {"d/a", "d/b"});
        row("deeper than what is there", {"d/x"}, {"d/e/a", "d/e/f/b"}, {}, {"d/e"});
        row("an empty folder", {}, {}, {"d/e"}, {"d"});
        row("an empty folder that is there", {"d/x"}, {}, {"d"}, {});
        row("git's folder comes last", {}, {"z", ".git/config", "a"}, {}, {"a", "z", ".git"});
        row("nothing", {"a"}, {}, {}, {});
    }

    void whatArrivesIsTheOutermostThatIsMissing()
    {
        QFETCH(const QByteArrayList, there);
        QFETCH(const QByteArrayList, files);
        QFETCH(const QByteArrayList, folders);
        for (const QByteArray &path : there)
            put(at(QString::fromUtf8(path)), "");
        QList<StoredFile> list;
        for (const QByteArray &path : files)
            list += stored(path, "");
        QTEST(arrivalsInto(open(u""_s), list, folders), "arrivals");
    }

    void everyFolderThatFilesAreInIsMade()
    {
        QCOMPARE(
            foldersMade({stored("a/b/c", ""), stored("a/d", ""), stored("e", "")}, {"f/g", "a"}),
            (QByteArrayList{"a", "a/b", "f", "f/g"}));
        QCOMPARE(foldersMade({}, {}), QByteArrayList());
    }

    void movesGoForwardAndBack_data()
    {
        QTest::addColumn<int>("call"); // that fails; 0: none
        QTest::newRow("without a failure") << 0;
        for (int call = 1; call <= 3; ++call)
            QTest::addRow("with a failure at call %d", call) << call;
    }

    void movesGoForwardAndBack()
    {
        QFETCH(const int, call);
        prepareMoves();
        const Journal journal = movedJournal();
        const QStringList before = filesAt(u"root"_s);
        const auto places = placesOf(m_fileSystem, journal);
        VERIFY_RESULT(places);
        QVERIFY(places->has_value());
        m_fileSystem.plan(call == 0 ? Fault::None : Fault::Once, call);
        const auto moved = moveForward(m_fileSystem, **places, journal);
        QCOMPARE(moved.has_value(), call == 0);
        const QStringList after{u"README.md"_s, u"cmd"_s, u"kept"_s};
        if (moved)
            QCOMPARE(filesAt(u"root"_s), after);
        m_fileSystem.plan(Fault::None, 0);
        VERIFY_RESULT(moveForward(m_fileSystem, **places, journal)); // goes on where it stopped
        QCOMPARE(filesAt(u"root"_s), after);
        QCOMPARE(contentOf(at(u"root/README.md"_s)), "new");
        VERIFY_RESULT(moveBack(m_fileSystem, **places, journal));
        QCOMPARE(filesAt(u"root"_s), before);
        QCOMPARE(contentOf(at(u"root/README.md"_s)), "old");
        VERIFY_RESULT(moveBack(m_fileSystem, **places, journal)); // back is back
        QCOMPARE(filesAt(u"root"_s), before);
    }

    void movesBackGoOnWhereTheyStopped_data()
    {
        QTest::addColumn<int>("call");
        for (int call = 1; call <= 3; ++call)
            QTest::addRow("at call %d", call) << call;
    }

    void movesBackGoOnWhereTheyStopped()
    {
        QFETCH(const int, call);
        prepareMoves();
        const Journal journal = movedJournal();
        const QStringList before = filesAt(u"root"_s);
        const auto places = placesOf(m_fileSystem, journal);
        VERIFY_RESULT(places);
        VERIFY_RESULT(moveForward(m_fileSystem, **places, journal));
        m_fileSystem.plan(Fault::Once, call);
        QVERIFY(!moveBack(m_fileSystem, **places, journal));
        m_fileSystem.plan(Fault::None, 0);
        VERIFY_RESULT(moveBack(m_fileSystem, **places, journal));
        QCOMPARE(filesAt(u"root"_s), before);
        QCOMPARE(contentOf(at(u"root/README.md"_s)), "old");
    }

    void anotherFolderInThePlaceOfTheRootIsNoPlace()
    {
        prepareMoves();
        Journal journal = movedJournal();
        QVERIFY(QDir().rename(at(u"root"_s), at(u"moved"_s)));
        const auto gone = placesOf(m_fileSystem, journal);
        VERIFY_RESULT(gone);
        QVERIFY(!gone->has_value());
        QVERIFY(QDir().mkdir(at(u"root"_s)));
        const auto other = placesOf(m_fileSystem, journal);
        VERIFY_RESULT(other);
        QVERIFY(!other->has_value());
        journal.root = at(u"moved"_s);
        journal.staging = at(u"nosuch"_s);
        QVERIFY(!placesOf(m_fileSystem, journal)); // what was prepared is lost
    }

    void whatIsDifferentIsNamed_data()
    {
        QTest::addColumn<QString>("what"); // a shell command
        QTest::addColumn<QByteArrayList>("units");
        QTest::addColumn<QStringList>("different");
        const auto row = [](const char *name, const QString &what, const QStringList &different,
                            const QByteArrayList &units = {""}) {
            QTest::newRow(name) << what << units << different;
        };
        row("nothing", u"true"_s, {});
        row("a changed file", u"echo x > a"_s, {u"a"_s});
        row("a changed file elsewhere", u"echo x > a"_s, {}, {"d"});
        row("a changed mode", u"chmod +x a"_s, {u"a"_s});
        row("an executable file that is none now", u"chmod -x d/run"_s, {u"d/run"_s});
        row("a link that leads elsewhere", u"ln -sfn x d/l"_s, {u"d/l"_s});
        row("a file in the place of a link", u"rm d/l; printf ../a > d/l"_s, {u"d/l"_s});
        row("a missing file", u"rm d/run"_s, {u"d/run"_s});
        row("a missing file elsewhere", u"rm d/run"_s, {}, {"a"});
        row("a missing folder", u"rmdir e"_s, {u"e"_s});
        row("a missing folder with files", u"rm -r d"_s, {u"d"_s, u"d/l"_s, u"d/run"_s});
        row("a file more", u"touch d/x"_s, {u"d/x"_s});
        row("a folder more", u"mkdir d/x; touch d/x/y"_s, {u"d/x"_s});
        row("a file more elsewhere", u"touch x"_s, {}, {"d"});
        row("a folder in the place of a file", u"rm a; mkdir a"_s, {u"a"_s});
        row("a file in the place of a folder", u"rmdir e; touch e"_s, {u"e"_s, u"e"_s});
        row("git's folder is not looked at", u"mkdir .git; touch .git/x"_s, {});
        row("several", u"echo x > a; touch x; rm d/l"_s, {u"a"_s, u"d/l"_s, u"x"_s});
    }

    void whatIsDifferentIsNamed()
    {
        QFETCH(const QString, what);
        QFETCH(const QByteArrayList, units);
        QFETCH(const QStringList, different);
        put(at(u"a"_s), "1");
        putExecutable(at(u"d/run"_s), "#!");
        QFile::link(u"../a"_s, at(u"d/l"_s));
        QDir().mkdir(at(u"e"_s));
        QCOMPARE(runCommand(m_bench->work(), u"sh"_s, {u"-c"_s, what}).exitCode, 0);
        const auto found
            = differences(open(u""_s), units,
                          {stored("a", "1"), stored("d/run", "#!", FileMode::Executable),
                           stored("d/l", "../a", FileMode::Link)},
                          {"d", "e"});
        VERIFY_RESULT(found);
        QCOMPARE(told(*found), different);
        for (const Difference &difference : *found)
            QVERIFY(!difference.message.isEmpty());
    }

private:
    /// A root with README.md and "kept", and what is to arrive: another README.md and cmd/main.
    void prepareMoves() const
    {
        put(at(u"root/README.md"_s), "old");
        put(at(u"root/kept"_s), "mine");
        put(at(u"staging/new/README.md"_s), "new");
        put(at(u"staging/new/cmd/main"_s), "1");
    }
    [[nodiscard]] Journal movedJournal() const
    {
        Journal journal;
        journal.root = at(u"root"_s);
        journal.identity = open(u"root"_s).identity();
        journal.staging = at(u"staging"_s);
        journal.departures = {"README.md"};
        journal.arrivals = {"README.md", "cmd"};
        return journal;
    }
    [[nodiscard]] QStringList filesAt(const QString &folder) const
    {
        return QDir(at(folder)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name);
    }
    [[nodiscard]] QString at(const QString &path) const
    {
        return path.isEmpty() ? m_bench->work() : m_bench->path(path);
    }
    [[nodiscard]] Folder open(const QString &path) const
    {
        auto folder = Folder::open(at(path));
        if (!folder)
            qFatal("%s", qPrintable(folder.error().toString()));
        return std::move(*folder);
    }

    std::optional<Bench> m_bench;
    CountingFileSystem m_fileSystem;
};

QTEST_GUILESS_MAIN(TestMoves)
#include "tst_moves.moc"
