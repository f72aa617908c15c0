#include "models/plan/requestcheck.h"

#include "models/plan/undonote.h"
#include "tests/plan/workbench.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

WriteRequest requestOf(const QList<Change> &changes, const QByteArrayList &folders = {})
{
    return {.destination = {}, .changes = changes, .folders = folders, .base = {}};
}

Change of(ChangeClass kind, const QByteArray &path)
{
    Change change = made(path, "1");
    change.kind = kind;
    return change;
}

} // namespace

/// The last look at a request, whoever made it; and which apply an undo is about.
class TestRequestCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatCannotBeWrittenIsRefused_data()
    {
        QTest::addColumn<WriteRequest>("request");
        QTest::addColumn<QString>("code"); // empty: it can
        const auto row = [](const char *name, const WriteRequest &request, const QString &code) {
            QTest::newRow(name) << request << code;
        };
        row("nothing", requestOf({}), u""_s);
        row("the small service", requestOf(service(), {"data"}), u""_s);
        row("up", requestOf({made("../x", "1")}), u"path.parent"_s);
        row("absolute", requestOf({made("/x", "1")}), u"path.absolute"_s);
        row("git's folder", requestOf({made("a/.git/hooks/x", "1")}), u"path.git"_s);
        row("an empty path", requestOf({made("", "1")}), u"path.empty"_s);
        row("a link that leads out", requestOf({made("l", "../x", FileMode::Link)}),
            u"path.link"_s);
        row("an absolute link", requestOf({made("l", "/etc", FileMode::Link)}), u"path.link"_s);
        row("a folder up", requestOf({}, {"../x"}), u"path.parent"_s);
        row("two that differ in case", requestOf({made("a", "1"), made("A", "1")}),
            u"path.collision"_s);
        row("one path twice", requestOf({made("a", "1"), made("a", "1")}), u"path.twice"_s);
        row("a file and a folder", requestOf({made("a", "1")}, {"a"}), u"path.file-and-folder"_s);
        row("below a link", requestOf({made("l", "d", FileMode::Link), made("l/x", "1")}),
            u"path.file-and-folder"_s);
        row("blocked", requestOf({of(ChangeClass::Blocked, "a")}), u"write.blocked"_s);
        row("in conflict", requestOf({of(ChangeClass::Conflict, "a")}), u"write.blocked"_s);
        row("a bad path that is not needed", requestOf({of(ChangeClass::NotNeeded, "../x")}),
            u""_s);
        row("a bad path that is declined", requestOf({of(ChangeClass::Declined, "../x")}), u""_s);
    }

    void whatCannotBeWrittenIsRefused()
    {
        QFETCH(const WriteRequest, request);
        QFETCH(const QString, code);
        const auto checked = checkRequest(request);
        QCOMPARE(checked ? QString() : checked.error().problem.code, code);
        QVERIFY(checked || !checked.error().problem.message.isEmpty());
    }

    void whyAFileIsBlockedIsWhyTheRequestIsRefused()
    {
        Change change = of(ChangeClass::Blocked, "a");
        change.problems = {{.code = u"x.y"_s, .message = u"Because."_s}};
        const auto checked = checkRequest(requestOf({change}));
        QVERIFY(!checked);
        QCOMPARE(checked.error().problem.code, u"x.y"_s);
    }

    void aNoteIsAboutItsServiceAndItsRepository_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("code");
        QTest::newRow("the service") << u"r/a/orders"_s << QString();
        QTest::newRow("a folder of it") << u"r/a/orders/cmd"_s << QString();
        QTest::newRow("the repository") << u"r"_s << QString();
        QTest::newRow("a folder around it") << u"r/a"_s << u"undo.other"_s;
        QTest::newRow("another service") << u"r/a/orders2"_s << u"undo.other"_s;
        QTest::newRow("what is not there") << u"r/a/nosuch"_s << u"undo.nothing"_s;
        QTest::newRow("outside") << u"x"_s << u"undo.other"_s;
    }

    void aNoteIsAboutItsServiceAndItsRepository()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, code);
        const Bench bench;
        QDir().mkpath(bench.path(u"r/a/orders2"_s));
        Journal note;
        note.destination = bench.path(u"r/a/orders"_s);
        note.root = bench.path(u"r"_s);
        const auto codeOf = [&](const std::optional<UndoNote> &found) {
            const auto checked = checkNote(found, bench.path(path));
            return checked ? QString() : checked.error().problem.code;
        };
        QCOMPARE(codeOf(UndoNote{.journal = note, .home = {}}), code);
        QCOMPARE(codeOf({}), u"undo.nothing"_s);
    }

    void aServiceAroundTheNotesIsNotMeant_data()
    {
        QTest::addColumn<QString>("file"); // in the root
        QTest::addColumn<bool>("isRefused");
        QTest::newRow("a record") << u".waymark.yaml"_s << true;
        QTest::newRow("one of Copier") << u".copier-answers.yml"_s << true;
        QTest::newRow("one of Cruft") << u".cruft.json"_s << true;
        QTest::newRow("no service") << u"README.md"_s << false;
    }

    void aServiceAroundTheNotesIsNotMeant()
    {
        QFETCH(const QString, file);
        QFETCH(const bool, isRefused);
        const Bench bench;
        put(bench.path(u"r/"_s + file), "version: 1\n");
        Journal note;
        note.destination = bench.path(u"r/it's/sub"_s);
        note.root = bench.path(u"r"_s);
        const std::optional<UndoNote> found = UndoNote{.journal = note, .home = {}};
        const auto checked = checkNote(found, note.root);
        QCOMPARE(!checked, isRefused);
        if (isRefused) {
            const Problem problem = checked.error().problem;
            QCOMPARE(problem.code, u"undo.other"_s);
            QVERIFY2(problem.message.endsWith(note.destination), qPrintable(problem.message));
            QVERIFY2(problem.hint.endsWith(u"it'\\''s/sub'"), qPrintable(problem.hint));
        }
        QVERIFY(checkNote(found, note.destination).has_value());
        note.destination = note.root; // the service itself
        QVERIFY(checkNote(UndoNote{.journal = note, .home = {}}, note.root).has_value());
    }

    void aNoteIsFoundInItsHome()
    {
        const Bench bench;
        const QString path = bench.path(u"orders"_s);
        QDir().mkdir(path);
        const auto none = findNote(path, bench.state());
        VERIFY_RESULT(none);
        QVERIFY(!none->has_value());
        Journal journal;
        journal.destination = path;
        put(stateHome(bench.state(), path) + u"/undo.json"_s, toJson(journal));
        const auto found = findNote(path, bench.state());
        VERIFY_RESULT(found);
        QCOMPARE((*found)->journal, journal);
        QCOMPARE((*found)->home, stateHome(bench.state(), path));
        gitOutput(bench.work(), "init -q -b main repo");
        journal.destination = bench.path(u"repo/a"_s);
        put(bench.path(u"repo/.git/waymark/undo.json"_s), toJson(journal));
        const auto inRepository = findNote(bench.path(u"repo/a/b"_s), bench.state());
        VERIFY_RESULT(inRepository);
        QCOMPARE((*inRepository)->journal, journal);
        QCOMPARE((*inRepository)->home, bench.path(u"repo/.git/waymark"_s));
    }

    void aNoteThatCannotBeReadIsAnError()
    {
        const Bench bench;
        const QString path = bench.path(u"orders"_s);
        QDir().mkdir(path);
        put(stateHome(bench.state(), path) + u"/undo.json"_s, "{");
        QVERIFY(!findNote(path, bench.state()));
    }

private:
    IsolatedGit m_git;
};

QTEST_GUILESS_MAIN(TestRequestCheck)
#include "tst_requestcheck.moc"
