#include "models/git/patch.h"
#include "tests/git/gitcommand.h"
#include "tests/support/tools.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using git::PatchSide;
using testing::Checkout;

namespace {

using Side = std::optional<PatchSide>;

QByteArray manyLines(int count, const QByteArray &changed = {})
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += "line " + QByteArray::number(i) + (i == count / 2 ? changed : QByteArray()) + '\n';
    return text;
}

QByteArray bytes(int count, char seed)
{
    QByteArray all;
    for (int i = 0; i < count; ++i)
        all += static_cast<char>((i * 37 + seed * 11) % 256);
    return all;
}

void place(const Checkout &checkout, const QString &path, const PatchSide &side)
{
    const QString file = checkout.path(path);
    QDir().mkpath(QFileInfo(file).path());
    if (side.mode == FileMode::Link)
        QFile::link(QString::fromUtf8(side.content), file);
    else if (side.mode == FileMode::Executable)
        testing::putExecutable(file, side.content);
    else
        testing::put(file, side.content);
}

/// What stands there, as a side; nothing: nothing does.
Side found(const QString &file)
{
    const QFileInfo info(file);
    if (info.isSymLink())
        return PatchSide{FileMode::Link, info.readSymLink().toUtf8()};
    if (!info.exists())
        return std::nullopt;
    return PatchSide{info.isExecutable() ? FileMode::Executable : FileMode::Regular,
                     testing::contentOf(file)};
}

} // namespace

Q_DECLARE_METATYPE(Side)

class TestPatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (testing::runCommand(QDir::tempPath(), u"git"_s, {u"--version"_s}).exitCode != 0)
            SKIP_FOR_WANT_OF("the git command");
        m_git.configure(testing::identityText);
    }

    void gitAppliesIt_data()
    {
        QTest::addColumn<Side>("before");
        QTest::addColumn<Side>("after");
        const Side none;
        const auto file = [](const QByteArray &content, FileMode mode = FileMode::Regular) {
            return Side(PatchSide{mode, content});
        };
        QTest::newRow("a new file") << none << file("a\nb\n");
        QTest::newRow("a new file without line end") << none << file("a");
        QTest::newRow("a new empty file") << none << file("");
        QTest::newRow("a new program") << none << file("#!/bin/sh\n", FileMode::Executable);
        QTest::newRow("a new empty program") << none << file("", FileMode::Executable);
        QTest::newRow("a new link") << none << file("a/b", FileMode::Link);
        QTest::newRow("a new binary") << none << file(bytes(3000, 1));
        QTest::newRow("a NUL") << none << file("a\0b\n"_ba);
        QTest::newRow("Latin-1") << none << file("gr\xfc\xdf\n");
        QTest::newRow("Windows' line ends") << none << file("a\r\nb\r\n");
        QTest::newRow("lines that look like a patch")
            << none << file("--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\ndiff --git a/x b/x\n");
        QTest::newRow("a changed line") << file(manyLines(100)) << file(manyLines(100, "!"));
        QTest::newRow("all changed") << file("a\nb\n") << file("c\nd\n");
        QTest::newRow("a line end that goes") << file("a\n") << file("a");
        QTest::newRow("a line end that comes") << file("a") << file("a\n");
        QTest::newRow("to nothing in it") << file("a\n") << file("");
        QTest::newRow("from nothing in it") << file("") << file("a\n");
        QTest::newRow("binary to binary") << file(bytes(3000, 1)) << file(bytes(2000, 2));
        QTest::newRow("text to binary") << file("a\n") << file(bytes(300, 3));
        QTest::newRow("binary to text") << file(bytes(300, 3)) << file("a\n");
        QTest::newRow("only the mode") << file("a\n") << file("a\n", FileMode::Executable);
        QTest::newRow("only the mode back") << file("a\n", FileMode::Executable) << file("a\n");
        QTest::newRow("mode and content") << file("a\n") << file("b\n", FileMode::Executable);
        QTest::newRow("a link elsewhere") << file("a", FileMode::Link) << file("b", FileMode::Link);
        QTest::newRow("a file to a link") << file("a\n") << file("b", FileMode::Link);
        QTest::newRow("a link to a file") << file("b", FileMode::Link) << file("a\n");
        QTest::newRow("gone") << file("a\n") << none;
        QTest::newRow("an empty one gone") << file("") << none;
        QTest::newRow("a binary gone") << file(bytes(300, 3)) << none;
        QTest::newRow("a link gone") << file("a", FileMode::Link) << none;
    }

    void gitAppliesIt()
    {
        QFETCH(const Side, before);
        QFETCH(const Side, after);
        const Checkout checkout;
        const QString path = u"d/some file"_s;
        if (before)
            place(checkout, path, *before);
        testing::put(checkout.path(u"other"_s), "x\n");
        checkout.commitAll();
        const auto text = git::patch(path.toUtf8(), before, after);
        VERIFY_RESULT(text);
        testing::put(checkout.path(u"../the.patch"_s), *text);
        const testing::GitRun run = testing::git(checkout.path(), "apply ../the.patch");
        QVERIFY2(run.exitCode == 0, (run.errors + *text).constData());
        const Side now = found(checkout.path(path));
        QCOMPARE(now.has_value(), after.has_value());
        if (after) {
            QCOMPARE(now->content, after->content);
            QCOMPARE(now->mode, after->mode);
        }
        QCOMPARE(testing::contentOf(checkout.path(u"other"_s)), "x\n"_ba);
    }

    void pathsAreQuotedAsGitDoes_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("plain") << "a"_ba;
        QTest::newRow("a blank") << "a b/c d"_ba;
        QTest::newRow("a quote") << "a\"b"_ba;
        QTest::newRow("a backslash") << "a\\b"_ba;
        QTest::newRow("a tab") << "a\tb"_ba;
        QTest::newRow("not ASCII") << "gr\xc3\xbc\xc3\x9f"_ba;
        QTest::newRow("a dash") << "-a"_ba;
        QTest::newRow("signs of a template") << "${{ a }}"_ba;
    }

    void pathsAreQuotedAsGitDoes()
    {
        QFETCH(const QByteArray, path);
        const Checkout checkout;
        checkout.commitAll();
        for (const QByteArray &content : {"a\n"_ba, ""_ba, bytes(100, 1)}) {
            const auto text = git::patch(path, std::nullopt, PatchSide{.content = content});
            VERIFY_RESULT(text);
            testing::put(checkout.path(u"../the.patch"_s), *text);
            const testing::GitRun run = testing::git(checkout.path(), "apply ../the.patch");
            QVERIFY2(run.exitCode == 0, (run.errors + *text).constData());
            const QString file = checkout.path(QString::fromUtf8(path));
            QCOMPARE(testing::contentOf(file), content);
            QVERIFY(QFile::remove(file));
        }
    }

    void whatIsTheSameIsNoPatch()
    {
        const PatchSide side{.content = "a\n"};
        QCOMPARE(git::patch("a", side, side).value_or("?"), QByteArray());
        QCOMPARE(git::patch("a", std::nullopt, std::nullopt).value_or("?"), QByteArray());
    }

    void patchesOfSeveralFilesGoTogether()
    {
        const Checkout checkout;
        testing::put(checkout.path(u"b"_s), "1\n");
        checkout.commitAll();
        QByteArray all = "# a comment before\n";
        all += git::patch("a", std::nullopt, PatchSide{.content = ""}).value_or("?");
        all += "# a comment between\n";
        all += git::patch("b", PatchSide{.content = "1\n"}, PatchSide{.content = "2\n"})
                   .value_or("?");
        all += git::patch("c", std::nullopt, PatchSide{.content = bytes(50, 1)}).value_or("?");
        all += git::patch("d", std::nullopt, PatchSide{.content = "no line end"}).value_or("?");
        all += "# a comment behind\n";
        testing::put(checkout.path(u"../the.patch"_s), all);
        const testing::GitRun run = testing::git(checkout.path(), "apply ../the.patch");
        QVERIFY2(run.exitCode == 0, (run.errors + all).constData());
        QCOMPARE(testing::contentOf(checkout.path(u"a"_s)), ""_ba);
        QCOMPARE(testing::contentOf(checkout.path(u"b"_s)), "2\n"_ba);
        QCOMPARE(testing::contentOf(checkout.path(u"c"_s)), bytes(50, 1));
        QCOMPARE(testing::contentOf(checkout.path(u"d"_s)), "no line end"_ba);
    }

    void aNewFileReadsAsGitWritesIt()
    {
        const auto text = git::patch("d/f", std::nullopt, PatchSide{.content = "a\nb\n"});
        VERIFY_RESULT(text);
        QCOMPARE(
            *text,
            "diff --git a/d/f b/d/f\n"
            "new file mode 100644\n"
            "index "
            "0000000000000000000000000000000000000000..422c2b7ab3b3c668038da977e4e93a5fc623169c\n"
            "--- /dev/null\n"
            "+++ b/d/f\n"
            "@@ -0,0 +1,2 @@\n"
            "+a\n"
            "+b\n"_ba);
    }

private:
    testing::IsolatedGit m_git;
};

QTEST_GUILESS_MAIN(TestPatch)
#include "tst_patch.moc"
