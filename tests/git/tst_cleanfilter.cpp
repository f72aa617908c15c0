#include "models/git/cleanfilter.h"
#include "models/git/index.h"
#include "tests/git/gitcommand.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;
using git::File;

class TestCleanFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_git.configure(identityText); }

    void blobsAreWhatGitAddWouldStore_data()
    {
        QTest::addColumn<QByteArray>("configuration");
        QTest::addColumn<QByteArray>("attributes");
        const QList<std::pair<const char *, QByteArray>> configurations
            = {{"nothing set", ""},
               {"autocrlf true", "[core]\n\tautocrlf = true\n"},
               {"autocrlf input", "[core]\n\tautocrlf = input\n"}};
        const QList<std::pair<const char *, QByteArray>> attributes
            = {{"no attributes", ""},
               {"text auto", "* text=auto\n"},
               {"eol crlf", "* text eol=crlf\n"},
               {"eol lf", "*.txt eol=lf\n"},
               {"binary", "* binary\n"},
               {"crlf by its old name", "* crlf\n"},
               {"ident", "* ident\n"},
               {"not these files", "*.md text\n"}};
        for (const auto &[c, configuration] : configurations) {
            for (const auto &[a, attribute] : attributes)
                QTest::addRow("%s, %s", c, a) << configuration << attribute;
        }
    }

    void blobsAreWhatGitAddWouldStore()
    {
        QFETCH(const QByteArray, configuration);
        QFETCH(const QByteArray, attributes);
        const QList<File> files = {{.path = "in/lf.txt", .content = "a\nb\n"},
                                   {.path = "in/crlf.txt", .content = "a\r\nb\r\n"},
                                   {.path = "in/mixed.txt", .content = "a\r\nb\n"},
                                   {.path = "in/lone-cr.txt", .content = "a\rb\r\n"},
                                   {.path = "in/bytes.txt", .content = QByteArray("a\0\r\n", 4)},
                                   {.path = "in/id.txt", .content = "$Id: 1234 $\r\n"},
                                   {.path = "in/.gitattributes", .content = attributes}};
        m_git.configure(configuration);
        const Checkout checkout;
        const auto repository = git::Repository::open(checkout.path());
        const auto before = git::CleanFilter::create(*repository, files);
        VERIFY_RESULT(before);
        const auto cleaned = before->cleaned(files); // nothing is on the disk yet
        VERIFY_RESULT(cleaned);
        for (const File &file : files)
            put(checkout.path(QString::fromUtf8(file.path)), file.content);
        testing::git(checkout.path(), "add -A");
        QCOMPARE(git::treeId(*cleaned).value_or(git::ObjectId()).toHex(),
                 checkout.run("write-tree"));

        const auto after = git::CleanFilter::create(*repository, {});
        QCOMPARE(after->cleaned(files).value_or(QList<File>()), *cleaned);
        QList<QByteArray> changed;
        for (qsizetype i = 0; i < files.size(); ++i) {
            if (cleaned->at(i) != files.at(i))
                changed += files.at(i).path;
        }
        QCOMPARE(after->changed(files).value_or(QList<QByteArray>()), changed);
    }

    void aCommitOfCleanedBlobsLeavesACleanStatus()
    {
        m_git.configure(QByteArray(identityText) + "[core]\n\tautocrlf = true\n");
        const Checkout checkout;
        const QList<File> files = {{.path = "lf", .content = "a\nb\n"},
                                   {.path = "crlf", .content = "a\r\nb\r\n"},
                                   {.path = "link", .mode = FileMode::Link, .content = "l\r\nf"}};
        const auto repository = git::Repository::open(checkout.path());
        const auto filter = git::CleanFilter::create(*repository, files);
        VERIFY_RESULT(filter);
        const auto cleaned = filter->cleaned(files);
        VERIFY_RESULT(cleaned);
        QCOMPARE(cleaned->at(1).content, "a\nb\n"_ba);
        QCOMPARE(cleaned->at(2), files.at(2));
        put(checkout.path(u"lf"_s), files.at(0).content);
        put(checkout.path(u"crlf"_s), files.at(1).content);
        QVERIFY(QFile::link(u"l\r\nf"_s, checkout.path(u"link"_s)));
        const auto tree = git::writeTree(*repository, *cleaned);
        const git::ObjectId made = checkout.commitTree(*tree);
        VERIFY_RESULT(git::updateReference(*repository, {"refs/heads/main", {}, made, "x"}, ada()));
        VERIFY_RESULT(git::matchIndex(*repository, *tree));
        QCOMPARE(checkout.status(), ""_ba);
        QCOMPARE(checkout.run("update-index --really-refresh"), ""_ba);
        QCOMPARE(checkout.status(), ""_ba);
    }

    void whatIsInTheIndexWithCrlfStaysSo()
    {
        const Checkout checkout;
        put(checkout.path(u"a"_s), "a\r\n");
        checkout.commitAll();
        m_git.configure(QByteArray(identityText) + "[core]\n\tautocrlf = true\n");
        const auto repository = git::Repository::open(checkout.path());
        const auto filter = git::CleanFilter::create(*repository, {});
        QCOMPARE(*filter->cleaned(File{.path = "a", .content = "b\r\n"}), "b\r\n"_ba);
        QCOMPARE(*filter->cleaned(File{.path = "b", .content = "b\r\n"}), "b\n"_ba);
    }

    void filtersThatArePrograms_data()
    {
        QTest::addColumn<QByteArray>("attributes");
        QTest::addColumn<QByteArray>("configuration");
        QTest::addColumn<bool>("refused");
        QTest::newRow("Git LFS") << "*.bin filter=lfs diff=lfs -text\n"_ba << ""_ba << true;
        QTest::newRow("a clean filter")
            << "* filter=mine\n"_ba << "[filter \"mine\"]\n\tclean = false\n"_ba << true;
        QTest::newRow("a process")
            << "* filter=mine\n"_ba << "[filter \"mine\"]\n\tprocess = false\n"_ba << true;
        QTest::newRow("one that nobody configured") << "* filter=mine\n"_ba << ""_ba << false;
        QTest::newRow("of other files") << "*.png filter=lfs\n"_ba << ""_ba << false;
        QTest::newRow("another encoding") << "* working-tree-encoding=UTF-16\n"_ba << ""_ba << true;
        QTest::newRow("its own encoding") << "* working-tree-encoding=utf-8\n"_ba << ""_ba << false;
    }

    void filtersThatArePrograms()
    {
        QFETCH(const QByteArray, attributes);
        QFETCH(const QByteArray, configuration);
        QFETCH(const bool, refused);
        m_git.configure(configuration);
        const Checkout checkout;
        put(checkout.path(u".gitattributes"_s), attributes);
        const auto repository = git::Repository::open(checkout.path());
        const auto filter = git::CleanFilter::create(*repository, {});
        VERIFY_RESULT(filter);
        const auto cleaned = filter->cleaned(File{.path = "a.bin", .content = "x"});
        QCOMPARE(cleaned.has_value(), !refused);
        if (refused) {
            QCOMPARE(cleaned.error().problem.code, u"git.filter"_s);
            QCOMPARE(cleaned.error().problem.file, u"a.bin"_s);
        }
        const File planned{.path = ".gitattributes", .content = attributes};
        const auto before = git::CleanFilter::createForNew({planned});
        VERIFY_RESULT(before);
        QCOMPARE(before->refusal("a.bin"), filter->refusal("a.bin"));
    }

    void ofARepositoryToBeMadeNothingIsRead()
    {
        m_git.configure("[filter \"mine\"]\n\tclean = false\n");
        const QTemporaryDir folder;
        put(folder.filePath(u".gitattributes"_s), "* filter=mine\n");
        put(folder.filePath(u"index"_s), "this is no index\n");
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(folder.path()));
        const auto filter = git::CleanFilter::createForNew(
            {{.path = "in/.gitattributes", .content = "b filter=mine\n"}});
        QVERIFY(QDir::setCurrent(before));
        VERIFY_RESULT(filter);
        QVERIFY(!filter->refusal("a"));
        QVERIFY(!filter->refusal("b"));
        QVERIFY(filter->refusal("in/b"));
        QVERIFY(filter->refusal("in/deeper/b"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden),
                 (QStringList{u".gitattributes"_s, u"index"_s}));
    }

    void attributesOfTheUserCountInARepositoryToBeMade()
    {
        const QTemporaryDir folder;
        put(folder.filePath(u"attributes"_s), "*.bin filter=lfs\n");
        m_git.configure("[core]\n\tattributesFile = "
                        + QFile::encodeName(folder.filePath(u"attributes"_s)) + '\n');
        const auto filter = git::CleanFilter::createForNew({});
        VERIFY_RESULT(filter);
        QVERIFY(filter->refusal("in/a.bin"));
        QVERIFY(!filter->refusal("in/a.txt"));
    }

    void nothingIsWritten()
    {
        const Checkout checkout;
        const auto repository = git::Repository::open(checkout.path());
        const auto filter = git::CleanFilter::create(
            *repository, {{.path = ".gitattributes", .content = "* text\n"}});
        QCOMPARE(*filter->cleaned(File{.path = "a", .content = "a\r\n"}), "a\n"_ba);
        QCOMPARE(checkout.run("count-objects"), "0 objects, 0 kilobytes"_ba);
    }

private:
    IsolatedGit m_git;
};

QTEST_GUILESS_MAIN(TestCleanFilter)
#include "tst_cleanfilter.moc"
