#include "tests/git/gitcommand.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;
using git::File;
using git::TreeEntry;

namespace {

const QList<File> files = {
    {.path = "b/run.sh", .mode = FileMode::Executable, .content = "#!/bin/sh\n"},
    {.path = "a", .content = "a\n"},
    {.path = "a-b", .content = ""},
    {.path = "a.b/c/d", .content = QByteArray("\0\xFF", 2)},
    {.path = "link", .mode = FileMode::Link, .content = "a.b/c"},
    {.path = "näme with\nnewline", .content = "odd\n"},
};

} // namespace

class TestGitTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_git.configure(identityText); }

    void anIdIsFortyDigits()
    {
        const QByteArray hex = "0123456789abcdef0123456789ABCDEF01234567"_ba;
        const auto id = git::ObjectId::parse(hex);
        QVERIFY(id && !id->isNull());
        QCOMPARE(id->toHex(), hex.toLower());
        for (const QByteArray &bad : {""_ba, hex.chopped(1), hex + '0',
                                      QByteArray(hex).replace('0', 'g'), hex.chopped(1) + ' '})
            QVERIFY(!git::ObjectId::parse(bad));
        QVERIFY(git::ObjectId().isNull());
    }

    void idsAreGits()
    {
        const Checkout checkout;
        for (const File &file : files) {
            const QString path = checkout.path(QString::fromUtf8(file.path));
            if (file.mode == FileMode::Link)
                QVERIFY(QFile::link(QString::fromUtf8(file.content), path));
            else if (file.mode == FileMode::Executable)
                putExecutable(path, file.content);
            else
                put(path, file.content);
        }
        checkout.commitAll();
        const auto id = git::treeId(files);
        VERIFY_RESULT(id);
        QCOMPARE(*id, checkout.id("HEAD^{tree}"));
        QCOMPARE(git::blobId("a\n"), checkout.id("HEAD:a"));

        const auto repository = git::Repository::open(checkout.path());
        VERIFY_RESULT(repository);
        const auto read = git::readTree(*repository, *id);
        VERIFY_RESULT(read);
        QCOMPARE(git::treeId(*read).value_or(git::ObjectId()), *id);
        QVERIFY(std::ranges::is_sorted(*read, {}, &TreeEntry::path));
        QCOMPARE(read->size(), files.size());
        for (const File &file : files) {
            const auto entry = std::ranges::find(*read, file.path, &TreeEntry::path);
            QVERIFY(entry != read->end());
            QCOMPARE(entry->mode, file.mode);
            QCOMPARE(git::readBlob(*repository, entry->id).value_or("unreadable"), file.content);
        }
    }

    void theEmptyTreeIsWellKnown()
    {
        QCOMPARE(git::emptyTree().toHex(), "4b825dc642cb6eb9a060e54bf8d69288fbee4904"_ba);
        QCOMPARE(git::treeId(QList<File>()).value_or(git::ObjectId()), git::emptyTree());
    }

    void writingGivesTheSameIdAndNothingBroken()
    {
        const Checkout checkout;
        const auto repository = git::Repository::open(checkout.path());
        VERIFY_RESULT(repository);
        const git::Durable durable; // as an apply has it
        const auto id = git::writeTree(*repository, files);
        VERIFY_RESULT(id);
        QCOMPARE(*id, *git::treeId(files));
        QCOMPARE(checkout.run("cat-file -t " + id->toHex()), "tree"_ba);
        QCOMPARE(checkout.fsck(), ""_ba);
    }

    void whatNoTreeCanHoldIsAnError_data()
    {
        QTest::addColumn<QList<QByteArray>>("paths");
        QTest::newRow("nothing") << QList<QByteArray>{""};
        QTest::newRow("from the root") << QList<QByteArray>{"/a"};
        QTest::newRow("upwards") << QList<QByteArray>{"a/../b"};
        QTest::newRow("here") << QList<QByteArray>{"./a"};
        QTest::newRow("a folder's slash") << QList<QByteArray>{"a/"};
        QTest::newRow("git's own") << QList<QByteArray>{"a/.GIT/config"};
        QTest::newRow("a NUL byte") << QList<QByteArray>{QByteArray("a\0b", 3)};
        QTest::newRow("twice") << QList<QByteArray>{"a", "b", "a"};
        QTest::newRow("a file and a folder") << QList<QByteArray>{"a", "a-b", "a/b"};
    }

    void whatNoTreeCanHoldIsAnError()
    {
        QFETCH(const QList<QByteArray>, paths);
        QList<File> bad;
        for (const QByteArray &path : paths)
            bad += {.path = path};
        const auto id = git::treeId(bad);
        QVERIFY(!id);
        QCOMPARE(id.error().problem.code, u"git.path"_s);
        const Checkout checkout;
        QVERIFY(!git::writeTree(*git::Repository::open(checkout.path()), bad));
        QCOMPARE(checkout.run("count-objects"), "0 objects, 0 kilobytes"_ba);
    }

    void aSubtreeIsFound()
    {
        const Checkout checkout;
        const auto repository = git::Repository::open(checkout.path());
        const auto service = git::writeTree(*repository, {{.path = "main.go", .content = "m"}});
        const auto whole = git::writeTree(*repository,
                                          {{.path = "README", .content = "r"},
                                           {.path = "services/orders/main.go", .content = "m"}});
        VERIFY_RESULT(service);
        VERIFY_RESULT(whole);
        QCOMPARE(*git::subtree(*repository, *whole, "services/orders"), *service);
        QCOMPARE(*git::subtree(*repository, *whole, ""), *whole);
        QCOMPARE(*git::subtree(*repository, *whole, "README"), std::nullopt);
        QCOMPARE(*git::subtree(*repository, *whole, "services/none"), std::nullopt);
    }

    void entriesAreAddedReplacedAndRemoved()
    {
        const Checkout checkout;
        const auto repository = git::Repository::open(checkout.path());
        const auto base = git::writeTree(*repository,
                                         {{.path = "a", .content = "1"},
                                          {.path = "d/e/f", .content = "2"},
                                          {.path = "d/g", .content = "3"}});
        const auto blob = git::writeBlob(*repository, "new");
        VERIFY_RESULT(base);
        VERIFY_RESULT(blob);
        const auto updated
            = git::updateTree(*repository, *base,
                              {{.path = "a/now/folder", .mode = FileMode::Executable, .id = *blob},
                               {.path = "d/g", .id = *blob}},
                              {"a", "d/e/f", "not/there", "d/e/f/neither"});
        VERIFY_RESULT(updated);
        QCOMPARE(*updated,
                 *git::treeId(QList<File>{
                     {.path = "a/now/folder", .mode = FileMode::Executable, .content = "new"},
                     {.path = "d/g", .content = "new"}}));
        QVERIFY(!git::updateTree(*repository, *base, {{.path = "a/b", .id = *blob}}));
        QVERIFY(!git::updateTree(*repository, *base, {{.path = "d", .id = *blob}}));
        QCOMPARE(*git::updateTree(*repository, *base, {}, {"a", "d/e/f", "d/g"}), git::emptyTree());
        QCOMPARE(checkout.fsck(), ""_ba);
    }

    void aSubmoduleStaysOne()
    {
        const Checkout checkout;
        checkout.commitAll();
        checkout.run("update-index --add --cacheinfo 160000," + checkout.id("HEAD").toHex()
                     + ",libs/one");
        checkout.run("commit -q -m submodule");
        const auto repository = git::Repository::open(checkout.path());
        const auto read = git::readTree(*repository, checkout.id("HEAD^{tree}"));
        VERIFY_RESULT(read);
        QCOMPARE(read->size(), 1);
        QCOMPARE(read->front().kind, TreeEntry::Kind::Submodule);
        QCOMPARE(*git::writeTree(*repository, *read), checkout.id("HEAD^{tree}"));
    }

private:
    IsolatedGit m_git;
};

QTEST_GUILESS_MAIN(TestGitTree)
#include "tst_gittree.moc"
