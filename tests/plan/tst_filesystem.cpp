#include "models/plan/filesystem.h"

#include "models/plan/folder.h"
#include "tests/plan/workbench.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

/// The calls that change something: what they refuse, and that they follow no link.
class TestFileSystem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench.emplace();
        auto folder = Folder::open(m_bench->work());
        VERIFY_RESULT(folder);
        m_folder.emplace(std::move(*folder));
        put(at(u"file"_s), "1");
        put(at(u"other/x"_s), "2");
        QDir().mkdir(at(u"empty"_s));
        QFile::link(u"file"_s, at(u"link"_s));
        QFile::link(u"nosuch"_s, at(u"dead"_s));
        QFile::link(u"other"_s, at(u"way"_s));
    }

    void aFileIsMadeOnlyWhereNothingIs_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("error"); // 0: it is made
        QTest::newRow("nothing") << "new"_ba << 0;
        QTest::newRow("a file") << "file"_ba << EEXIST;
        QTest::newRow("a folder") << "empty"_ba << EEXIST;
        QTest::newRow("a link to a file") << "link"_ba << EEXIST;
        QTest::newRow("a link to nowhere") << "dead"_ba << EEXIST;
        QTest::newRow("in a missing folder") << "nosuch/x"_ba << ENOENT;
    }

    void aFileIsMadeOnlyWhereNothingIs()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const int, error);
        errno = 0;
        const Descriptor file(m_fileSystem.createFile(number(), name.constData(), 0666));
        QCOMPARE(file.isOpen() ? 0 : errno, error);
        QCOMPARE(contentOf(at(u"file"_s)), "1");
        QVERIFY(!QFileInfo::exists(at(u"nosuch"_s)));
        if (!file.isOpen())
            return;
        QVERIFY((fcntl(file.number(), F_GETFD) & FD_CLOEXEC) != 0);
        QCOMPARE(m_fileSystem.write(file.number(), "abc", 3), 3);
        QCOMPARE(m_fileSystem.sync(file.number()), 0);
        QCOMPARE(contentOf(at(u"new"_s)), "abc");
    }

    void aFileIsAsOpenToOthersAsTheUserAllows()
    {
        const mode_t before = umask(027);
        const Descriptor file(m_fileSystem.createFile(number(), "new", 0666));
        const Descriptor program(m_fileSystem.createFile(number(), "run", 0777));
        const int made = m_fileSystem.makeFolder(number(), "folder");
        umask(before);
        QVERIFY(file.isOpen() && program.isOpen() && made == 0);
        QCOMPARE(modeOf(u"new"_s), 0640U);
        QCOMPARE(modeOf(u"run"_s), 0750U);
        QCOMPARE(modeOf(u"folder"_s), 0750U);
    }

    void aFolderIsMadeOnlyWhereNothingIs_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("error");
        QTest::newRow("nothing") << "new"_ba << 0;
        QTest::newRow("a file") << "file"_ba << EEXIST;
        QTest::newRow("a folder") << "empty"_ba << EEXIST;
        QTest::newRow("a link to nowhere") << "dead"_ba << EEXIST;
    }

    void aFolderIsMadeOnlyWhereNothingIs()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const int, error);
        errno = 0;
        const int result = m_fileSystem.makeFolder(number(), name.constData());
        QCOMPARE(result == 0 ? 0 : errno, error);
    }

    void aMoveReplacesNothing_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<int>("error");
        QTest::newRow("a file to a free name") << "file"_ba << "new"_ba << 0;
        QTest::newRow("a folder to a free name") << "other"_ba << "new"_ba << 0;
        QTest::newRow("a link to a free name") << "link"_ba << "new"_ba << 0;
        QTest::newRow("a file over a file") << "other/x"_ba << "file"_ba << EEXIST;
        QTest::newRow("a folder over an empty one") << "other"_ba << "empty"_ba << EEXIST;
        QTest::newRow("a file over a link to nowhere") << "file"_ba << "dead"_ba << EEXIST;
        QTest::newRow("nothing") << "nosuch"_ba << "new"_ba << ENOENT;
    }

    void aMoveReplacesNothing()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        QFETCH(const int, error);
        const QStringList before = m_bench->picture();
        errno = 0;
        const int result = m_fileSystem.move(number(), from.constData(), number(), to.constData());
        QCOMPARE(result == 0 ? 0 : errno, error);
        QCOMPARE(m_bench->picture() == before, error != 0);
        QCOMPARE(m_folder->contains("new"), error == 0);
    }

    void aReplacementTakesTheFilesPlace()
    {
        const auto identity = m_folder->identityOf("file");
        QCOMPARE(m_fileSystem.replace(number(), "file", number(), "link"), 0);
        QCOMPARE(m_folder->identityOf("link"), identity); // not what it pointed to
        QVERIFY(!m_folder->contains("file"));
        QCOMPARE(m_fileSystem.replace(number(), "nosuch", number(), "link"), -1);
        QCOMPARE(errno, ENOENT);
        QCOMPARE(m_fileSystem.replace(number(), "link", number(), "empty"), -1);
        QVERIFY(m_folder->contains("link"));
    }

    void aRemovalTakesTheLinkAndNotWhatItPointsTo()
    {
        QCOMPARE(m_fileSystem.removeFile(number(), "link"), 0);
        QCOMPARE(m_fileSystem.removeFile(number(), "way"), 0);
        QCOMPARE(contentOf(at(u"file"_s)), "1");
        QCOMPARE(contentOf(at(u"other/x"_s)), "2");
        QCOMPARE(m_fileSystem.removeFile(number(), "empty"), -1);
        QVERIFY(m_folder->contains("empty"));
    }

    void onlyAnEmptyFolderIsRemoved()
    {
        QCOMPARE(m_fileSystem.removeFolder(number(), "empty"), 0);
        QCOMPARE(m_fileSystem.removeFolder(number(), "other"), -1);
        QVERIFY(errno == ENOTEMPTY || errno == EEXIST);
        QCOMPARE(m_fileSystem.removeFolder(number(), "file"), -1);
        QCOMPARE(errno, ENOTDIR);
        QCOMPARE(m_fileSystem.removeFolder(number(), "way"), -1);
        QVERIFY(m_folder->contains("other/x"));
    }

    void aLinkPointsWhereItIsTold()
    {
        QCOMPARE(m_fileSystem.makeLink("../a/b", number(), "new"), 0);
        QCOMPARE(m_folder->entry("new")->content, "../a/b"_ba);
        QCOMPARE(m_fileSystem.makeLink("x", number(), "file"), -1);
        QCOMPARE(errno, EEXIST);
    }

    void aStepOfGitsIsNoWorkOfItsOwn()
    {
        QCOMPARE(m_fileSystem.step("objects"), 0);
        QCOMPARE(m_fileSystem.syncAll(number()), 0);
    }

private:
    [[nodiscard]] QString at(const QString &path) const { return m_bench->path(path); }
    [[nodiscard]] int number() const { return m_folder->descriptor(); }
    [[nodiscard]] mode_t modeOf(const QString &name) const
    {
        struct stat info = {};
        if (stat(QFile::encodeName(at(name)).constData(), &info) != 0)
            qFatal("no %s", qPrintable(name));
        return info.st_mode & 0777U;
    }

    std::optional<Bench> m_bench;
    std::optional<Folder> m_folder;
    FileSystem m_fileSystem;
};

QTEST_GUILESS_MAIN(TestFileSystem)
#include "tst_filesystem.moc"
