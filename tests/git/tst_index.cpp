#include "models/git/index.h"
#include "tests/git/gitcommand.h"

#include <filesystem>
#include <fstream>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;
using git::File;

namespace {

void place(const QString &root, const QList<File> &files)
{
    for (const File &file : files) {
        const QString path = root + u'/' + QFile::decodeName(file.path);
        QDir().mkpath(QFileInfo(path).path());
        if (file.mode == FileMode::Link)
            QFile::link(QFile::decodeName(file.content), path);
        else if (file.mode == FileMode::Executable)
            putExecutable(path, file.content);
        else // by bytes: Qt takes file names for UTF-8
            std::ofstream((QFile::encodeName(root) + '/' + file.path).constData(), std::ios::binary)
                .write(file.content.constData(), file.content.size());
    }
}

} // namespace

class TestIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_git.configure(identityText); }

    void statusIsCleanBehindACommit_data()
    {
        QTest::addColumn<QList<File>>("files");
        const auto row = [](const char *name, const QByteArray &path) {
            QTest::newRow(name) << QList<File>{{.path = path, .content = "text\n"}};
        };
        row("plain", "a/b.txt");
        row("a blank", " a / b ");
        row("UTF-8", "größe/日本語/😀");
        row("a newline", "a\nb/c\nd");
        row("a tab and a quote", "a\t\"b\"\\c");
        row("what git takes for a pattern", "*[a]?!x");
        row("what git takes for magic", ":(top)a");
        row("like an option", "--help");
        row("no UTF-8", "latin-\xE4");
        row("long", QByteArray(200, 'n') + '/' + QByteArray(200, 'm'));
        QTest::newRow("sorted by git's own rule") << QList<File>{{.path = "a.c", .content = "1"},
                                                                 {.path = "a/c", .content = "2"},
                                                                 {.path = "a0", .content = "3"}};
        QTest::newRow("modes and odd contents")
            << QList<File>{{.path = "run", .mode = FileMode::Executable, .content = "#!/bin/sh\n"},
                           {.path = "link", .mode = FileMode::Link, .content = "run"},
                           {.path = "nowhere", .mode = FileMode::Link, .content = "../../nowhere"},
                           {.path = "empty"},
                           {.path = "bytes", .content = QByteArray("\0\r\n\xFF\r", 5)},
                           {.path = ".gitignore", .content = "*\n"}};
    }

    void statusIsCleanBehindACommit()
    {
        QFETCH(const QList<File>, files);
        const Checkout checkout;
        const auto repository = git::Repository::open(checkout.path());
        const auto tree = git::writeTree(*repository, files);
        VERIFY_RESULT(tree);
        place(checkout.path(), files);
        const git::ObjectId made = checkout.commitTree(*tree);
        VERIFY_RESULT(git::updateReference(*repository, {"refs/heads/main", {}, made, "x"}, ada()));
        VERIFY_RESULT(git::matchIndex(*repository, *tree));
        QCOMPARE(checkout.status(), ""_ba);
        QCOMPARE(checkout.fsck(), ""_ba);
        QCOMPARE(checkout.id("HEAD^{tree}"), *tree);
        QCOMPARE(*git::treeOfIndex(*repository), *tree);
        std::filesystem::remove_all(QFile::encodeName(checkout.path()).toStdString()); // Qt cannot
    }

    void onlyWhatDiffersShows()
    {
        const Checkout checkout;
        const QList<File> files = {{.path = "same", .content = "1"},
                                   {.path = "other", .content = "1"},
                                   {.path = "missing", .content = "1"}};
        const auto repository = git::Repository::open(checkout.path());
        const auto tree = git::writeTree(*repository, files);
        place(checkout.path(), files);
        put(checkout.path(u"other"_s), "2");
        QVERIFY(QFile::remove(checkout.path(u"missing"_s)));
        VERIFY_RESULT(git::matchIndex(*repository, *tree));
        QCOMPARE(*git::treeOfIndex(*repository), *tree);
        QCOMPARE(checkout.run("diff-files --name-status"), "D\tmissing\nM\tother"_ba);
    }

    void whatStaysKeepsItsStatDataAndWhatGoesIsGone()
    {
        const Checkout checkout;
        put(checkout.path(u"stays"_s), "1");
        put(checkout.path(u"goes"_s), "1");
        checkout.commitAll();
        const QByteArray before = checkout.run("ls-files --debug stays");
        const auto repository = git::Repository::open(checkout.path());
        const auto blob = git::writeBlob(*repository, "new");
        const auto tree = git::updateTree(*repository, checkout.id("HEAD^{tree}"),
                                          {{.path = "in/new", .id = *blob}}, {"goes"});
        place(checkout.path(), {{.path = "in/new", .content = "new"}});
        VERIFY_RESULT(git::matchIndex(*repository, *tree));
        QCOMPARE(checkout.run("ls-files --debug stays"), before);
        QCOMPARE(*git::indexedPaths(*repository), (QList<QByteArray>{"in/new", "stays"}));
        QCOMPARE(checkout.run("diff-files --name-status"), ""_ba);
        VERIFY_RESULT(git::matchIndex(*repository, git::emptyTree()));
        QCOMPARE(*git::indexedPaths(*repository), QList<QByteArray>());
    }

    void whatGitWasToldOfAFileStays()
    {
        const Checkout checkout;
        put(checkout.path(u"hidden"_s), "1");
        checkout.commitAll();
        checkout.run("update-index --skip-worktree hidden");
        put(checkout.path(u"hidden"_s), "mine alone");
        const auto repository = git::Repository::open(checkout.path());
        const auto blob = git::writeBlob(*repository, "new");
        const auto tree = git::updateTree(*repository, checkout.id("HEAD^{tree}"),
                                          {{.path = "new", .id = *blob}});
        put(checkout.path(u"new"_s), "new");
        VERIFY_RESULT(git::matchIndex(*repository, *tree));
        QCOMPARE(checkout.status(), "A  new"_ba);
        QCOMPARE(checkout.run("ls-files -v"), "S hidden\nH new"_ba);
    }

    void aFileAndAFolderChangePlaces()
    {
        const Checkout checkout;
        put(checkout.path(u"a"_s), "1");
        put(checkout.path(u"b/c"_s), "1");
        checkout.commitAll();
        const QList<File> files = {{.path = "a/x", .content = "2"}, {.path = "b", .content = "2"}};
        const auto repository = git::Repository::open(checkout.path());
        const auto tree = git::writeTree(*repository, files);
        QVERIFY(QFile::remove(checkout.path(u"a"_s)));
        QVERIFY(QDir(checkout.path(u"b"_s)).removeRecursively());
        place(checkout.path(), files);
        VERIFY_RESULT(git::matchIndex(*repository, *tree));
        QCOMPARE(*git::treeOfIndex(*repository), *tree);
        QCOMPARE(checkout.run("diff-files --name-status"), ""_ba);
    }

    void aLinkedWorktreeWithADetachedHeadTakesACommit()
    {
        const Checkout checkout;
        put(checkout.path(u"a"_s), "1");
        checkout.commitAll();
        checkout.run("worktree add -q --detach ../linked");
        const QString linked = QFileInfo(checkout.path()).path() + u"/linked"_s;
        const auto repository = git::Repository::open(linked);
        VERIFY_RESULT(repository);
        const git::ObjectId parent = checkout.id("HEAD");
        const auto blob = git::writeBlob(*repository, "new");
        const auto tree = git::updateTree(*repository, checkout.id("HEAD^{tree}"),
                                          {{.path = "new", .id = *blob}});
        const auto made = git::createCommit(
            *repository,
            {.tree = *tree, .parents = {parent}, .message = "x", .identity = {ada(), ada()}}, {});
        VERIFY_RESULT(made);
        put(linked + u"/new"_s, "new");
        VERIFY_RESULT(
            git::updateReference(*repository, {"HEAD", parent, made->id, "waymark: x"}, ada()));
        VERIFY_RESULT(git::matchIndex(*repository, *tree));
        QCOMPARE(gitOutput(linked, "status --porcelain"), ""_ba);
        QCOMPARE(gitOutput(linked, "rev-parse HEAD"), made->id.toHex());
        QCOMPARE(checkout.id("HEAD"), parent);
        QCOMPARE(checkout.status(), ""_ba);
        QCOMPARE(checkout.fsck(), ""_ba);
    }

    void aLockedIndexIsNotWritten()
    {
        const Checkout checkout;
        put(checkout.path(u".git/index.lock"_s), "");
        const auto repository = git::Repository::open(checkout.path());
        const auto matched = git::matchIndex(*repository, git::emptyTree());
        QVERIFY(!matched);
        QCOMPARE(matched.error().problem.code, u"git.failed"_s);
        QVERIFY(QFile::exists(checkout.path(u".git/index.lock"_s)));
    }

    void anIndexForHooksSeesAnotherWorkTree()
    {
        const Checkout checkout;
        put(checkout.path(u"own"_s), "1");
        checkout.commitAll();
        const QByteArray before = contentOf(checkout.path(u".git/index"_s));
        const QTemporaryDir staged;
        const QList<File> files
            = {{.path = "own", .content = "1"}, {.path = "staged", .content = "2"}};
        place(staged.path(), files);
        const auto repository = git::Repository::open(checkout.path());
        const auto tree = git::writeTree(*repository, files);
        const QString index = checkout.path(u".git/waymark-index"_s);
        VERIFY_RESULT(git::writeIndexFile(*repository, *tree, index, staged.path()));
        QCOMPARE(*git::treeOfIndexFile(*repository, index), *tree);
        QCOMPARE(contentOf(checkout.path(u".git/index"_s)), before);
        QCOMPARE(repository->workTree(), checkout.path());
        qputenv("GIT_INDEX_FILE", QFile::encodeName(index));
        const auto status = testing::git(
            checkout.path(), "--work-tree=" + staged.path().toUtf8() + " diff-files --name-status");
        qunsetenv("GIT_INDEX_FILE");
        QCOMPARE(status.output, ""_ba);
        QCOMPARE(status.exitCode, 0);
    }

    void anIndexFileOfTheOwnWorkTree()
    {
        const Checkout checkout;
        place(checkout.path(), {{.path = "a", .content = "1"}});
        const auto repository = git::Repository::open(checkout.path());
        const auto tree = git::writeTree(*repository, {{.path = "a", .content = "1"}});
        const QString index = checkout.path(u".git/waymark-index"_s);
        VERIFY_RESULT(git::writeIndexFile(*repository, *tree, index, checkout.path()));
        QVERIFY(!QFile::exists(repository->indexFile()));
        QCOMPARE(*git::treeOfIndexFile(*repository, index), *tree);
    }

private:
    IsolatedGit m_git;
};

QTEST_GUILESS_MAIN(TestIndex)
#include "tst_index.moc"
