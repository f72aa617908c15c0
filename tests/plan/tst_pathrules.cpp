#include "models/plan/pathrules.h"
#include "tests/support/testing.h"

using namespace Qt::StringLiterals;
using namespace waymark;

class TestPathRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPathThatEverySystemCanHoldIsAllowed_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const char *path : {"README.md",
                                 ".github/workflows/ci.yaml",
                                 ".gitignore",
                                 ".gitattributes",
                                 ".github",
                                 "git",
                                 "a.git",
                                 ".git-hooks/x",
                                 "git~x",
                                 "gît~1",
                                 "docs/über uns.md",
                                 "日本/語.txt",
                                 "a/…/b",
                                 "...a",
                                 ".env",
                                 "con1/aux-file",
                                 "COM",
                                 "COM10",
                                 "LPTX",
                                 "console.log",
                                 "nullable.go",
                                 "@scope/name",
                                 "a+b,c;d=e",
                                 "a~",
                                 "~a",
                                 "with space/x y",
                                 "-rf",
                                 "#x",
                                 "a/b/c/d/e/f/g/h"})
            QTest::newRow(path) << QByteArray(path);
        QTest::newRow("255 bytes") << QByteArray(255, 'a');
    }

    void aPathThatEverySystemCanHoldIsAllowed()
    {
        QFETCH(const QByteArray, path);
        const auto problem = checkPath(path);
        QVERIFY2(!problem, problem ? qPrintable(problem->toString()) : "");
    }

    void aPathThatSomeSystemSeesOtherwiseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const QByteArray &path, const char *code) {
            QTest::newRow(name) << path << QString::fromLatin1(code);
        };
        row("nothing", "", "path.empty");
        row("absolute", "/etc/passwd", "path.absolute");
        row("two slashes", "a//b", "path.empty");
        row("a slash at the end", "a/", "path.empty");
        row("the folder above", "../a", "path.parent");
        row("the folder above, later", "a/../../b", "path.parent");
        row("the same folder", "./a", "path.parent");
        row("a drive", "C:/a", "path.character");
        row("a drive without a folder", "c:a", "path.character");
        row("a share", "\\\\host\\share", "path.character");
        row("up, as Windows writes it", "..\\a", "path.character");
        row("a zero byte", QByteArray("a\0b", 3), "path.character");
        row("a line end", "a\nb", "path.character");
        row("an escape", "a\x1b[31m", "path.character");
        row("delete", "a\x7f", "path.character");
        row("a control character beyond ASCII", "a\xc2\x85", "path.character");
        row("a stream", "a:b", "path.character");
        row("a dot at the end", "a./b", "path.end");
        row("a blank at the end", "a/b ", "path.end");
        row("dots only", "...", "path.end");
        row("Latin-1", "\xfc.txt", "path.encoding");
        row("an overlong slash",
            "a\xc0\xaf"
            "b",
            "path.encoding");
        row("half a surrogate pair", "a\xed\xa0\x80", "path.encoding");
        row("256 bytes", QByteArray(256, 'a'), "path.long");
        row("deep folders", QByteArray("a/").repeated(100) + "a", "path.long");
        row("a long path", QByteArray("abcdefg/").repeated(600) + "a", "path.long");
    }

    void aPathThatSomeSystemSeesOtherwiseIsRefused() { refused(); }

    void whatAnySystemTakesForGitsFolderIsRefused_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("code");
        const auto row = [](const QByteArray &path) {
            QTest::newRow(path.toPercentEncoding("/~:$ ").constData()) << path << u"path.git"_s;
        };
        for (const char *path :
             {".git", ".git/config", "a/.git/hooks/x", ".GIT/x", ".GiT", "git~1", "GIT~1/config",
              "git~27", ".git ", ".git.", ".git . .", ".git...", ".git::$INDEX_ALLOCATION",
              ".git:x", ".git::$INDEX_ALLOCATION/hooks", "git~1.", "GIT~1 ", "git~1::$DATA"})
            row(path);
        for (const char *ignorable :
             {"\u200c", "\u200d", "\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d",
              "\u202e", "\u206a", "\u206b", "\u206c", "\u206d", "\u206e", "\u206f", "\ufeff",
              "\u00ad", "\u200b", "\u2060"}) {
            row(".g" + QByteArray(ignorable) + "it");
            row(QByteArray(ignorable) + ".GIT/x");
            row(".git" + QByteArray(ignorable));
        }
    }

    void whatAnySystemTakesForGitsFolderIsRefused() { refused(); }

    void aDeviceOfWindowsIsRefused_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("code");
        for (const char *path : {"CON", "con", "aux.txt", "a/NUL", "nul.tar.gz", "prn/x", "COM1",
                                 "com9.log", "LPT1", "lpt0", "COM¹", "LPT².txt", "com³", "CONIN$",
                                 "conout$.x", "aux .txt", "CON:x", "CON."})
            QTest::newRow(path) << QByteArray(path) << u"path.device"_s;
    }

    void aDeviceOfWindowsIsRefused() { refused(); }

    void aRefusalSaysWhichPathAndWhatToDo()
    {
        const auto problem = checkPath("a/\x1b]0;x\a/.git");
        QVERIFY(problem);
        QCOMPARE(problem->file, u"a/\\u001b]0;x\\u0007/.git"_s);
        QVERIFY(problem->message.contains(u"\\u001b"_s));
        QVERIFY(!problem->hint.isEmpty());
        QCOMPARE(problem->severity, Severity::Error);
    }

    void pathsThatAreOneOnSomeSystemAreFound_data()
    {
        QTest::addColumn<QByteArrayList>("paths");
        QTest::addColumn<QByteArrayList>("folders");
        QTest::addColumn<QStringList>("found"); // code and file
        const auto row
            = [](const char *name, const QByteArrayList &paths, const QByteArrayList &folders,
                 const QStringList &found) { QTest::newRow(name) << paths << folders << found; };
        row("none", {"a", "b/c", "b/d"}, {"e", "b"}, {});
        row("the same twice", {"a/b", "a/b"}, {}, {u"path.twice a/b"_s});
        row("letter case", {"Readme.md", "README.md"}, {}, {u"path.collision README.md"_s});
        row("letter case beyond ASCII", {"Ä", "ä"}, {}, {u"path.collision ä"_s});
        row("one letter for two", {"straße", "STRASSE"}, {}, {u"path.collision STRASSE"_s});
        row("of a folder", {"Docs/a", "docs/b"}, {}, {u"path.collision docs/b"_s});
        row("of an empty folder", {"Docs/a"}, {"docs"}, {u"path.collision docs"_s});
        row("Unicode form", {"\u00e9", "e\u0301"}, {}, {u"path.collision e\u0301"_s});
        row("a character that HFS+ ignores", {"ab", "a\u200cb"}, {},
            {u"path.collision a\\u200cb"_s});
        row("a file that is a folder", {"a", "a/b"}, {}, {u"path.file-and-folder a/b"_s});
        row("a folder that is a file", {"a/b", "a"}, {}, {u"path.file-and-folder a"_s});
        row("an empty folder that is a file", {"a"}, {"a"}, {u"path.file-and-folder a"_s});
        row("an empty folder that is not empty", {"a/b"}, {"a"}, {});
        row("each one", {"a", "A", "á", "Á"}, {}, {u"path.collision A"_s, u"path.collision Á"_s});
    }

    void pathsThatAreOneOnSomeSystemAreFound()
    {
        QFETCH(const QByteArrayList, paths);
        QFETCH(const QByteArrayList, folders);
        QFETCH(const QStringList, found);
        QStringList got;
        for (const Problem &problem : checkPaths(paths, folders))
            got += problem.code + u' ' + problem.file;
        QCOMPARE(got, found);
    }

    void aLinkMustBeOneThatGitAccepts_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("another file") << "a"_ba << "b/c"_ba << true;
        QTest::newRow("the folder above") << "a/b"_ba << "../c"_ba << true;
        QTest::newRow("its own folder") << "a/b"_ba << "./c"_ba << true;
        QTest::newRow("as far up as there is") << "a/b/c"_ba << "../../d/e"_ba << true;
        QTest::newRow("the folder around all") << "a"_ba << "../b"_ba << false;
        QTest::newRow("further up than there is") << "a/b/c"_ba << "../../../d"_ba << false;
        QTest::newRow("up behind a name, which may be a link") << "a/b"_ba << "c/../d"_ba << false;
        QTest::newRow("absolute") << "a/b"_ba << "/etc/passwd"_ba << false;
        QTest::newRow("absolute on Windows") << "a/b"_ba << "C:/x"_ba << false;
        QTest::newRow("up on Windows") << "a"_ba << "..\\x"_ba << false;
        QTest::newRow("nowhere") << "a"_ba << ""_ba << false;
        QTest::newRow("a zero byte") << "a"_ba << QByteArray("b\0c", 3) << false;
        QTest::newRow("too long") << "a"_ba << QByteArray(4096, 'a') << false;
        QTest::newRow("for .gitmodules") << ".gitmodules"_ba << "x"_ba << false;
        QTest::newRow("for .GitIgnore below") << "a/.GitIgnore"_ba << "x"_ba << false;
        QTest::newRow("for .gitattributes") << ".gitattributes"_ba << "x"_ba << false;
    }

    void aLinkMustBeOneThatGitAccepts()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, target);
        const auto problem = checkLink(path, target);
        QTEST(!problem.has_value(), "accepted");
        QVERIFY(!problem || problem->code == u"path.link"_s);
    }

private:
    static void refused()
    {
        QFETCH(const QByteArray, path);
        const auto problem = checkPath(path);
        QVERIFY(problem);
        QTEST(problem->code, "code");
        QVERIFY(!problem->message.isEmpty());
        QVERIFY(!problem->hint.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestPathRules)
#include "tst_pathrules.moc"
