#include "models/plan/commandstage.h"
#include "models/plan/filesystem.h"
#include "models/plan/writer.h"
#include "tests/plan/commandbench.h"
#include "tests/plan/countingfilesystem.h"

#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

Rendering twoFiles()
{
    Rendering rendering;
    rendering.files = {{.path = "a", .content = "a"},
                       {.path = "sub/link", .mode = FileMode::Link, .content = "../a"},
                       {.path = "sub/run", .mode = FileMode::Executable, .content = "r"}};
    rendering.folders = {"empty/inside"};
    return rendering;
}

QStringList inFolder(const QString &path)
{
    return QDir(path).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

void putText(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("%s cannot be written", qPrintable(path));
}

} // namespace

class TestCommandStage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatIsPutInComesOut()
    {
        const auto stage = CommandStage::make(m_fileSystem, state(), u"/srv/orders"_s);
        VERIFY_RESULT(stage);
        QCOMPARE(QFileInfo(stage->service()).fileName(), u"orders"_s);
        VERIFY_RESULT(stage->putFiles(twoFiles()));
        const auto tree = stage->contents();
        VERIFY_RESULT(tree);
        QCOMPARE(CommandBench::picture(*tree),
                 (QStringList{u"a=a"_s, u"sub/link>../a"_s, u"sub/run*r"_s, u"empty/inside/"_s}));
    }

    void filesTakeThePlaceOfThoseThatAreThere()
    {
        const auto stage = CommandStage::make(m_fileSystem, state(), u"/srv/orders"_s);
        VERIFY_RESULT(stage);
        putText(stage->service() + u"/a"_s, "before");
        QVERIFY(QDir().mkpath(stage->service() + u"/sub"_s));
        putText(stage->service() + u"/sub/kept"_s, "k");
        VERIFY_RESULT(stage->putFiles(twoFiles()));
        const auto tree = stage->contents();
        VERIFY_RESULT(tree);
        QCOMPARE(tree->find("a")->content, "a"_ba);
        QVERIFY(tree->find("sub/kept"));
    }

    void noLinkIsWrittenThrough()
    {
        const auto stage = CommandStage::make(m_fileSystem, state(), u"/srv/orders"_s);
        VERIFY_RESULT(stage);
        QVERIFY(QFile::link(m_folder->path(), stage->service() + u"/sub"_s));
        QVERIFY(!stage->putFiles(twoFiles()));
        QCOMPARE(inFolder(m_folder->path()), QStringList{u"state"_s});
    }

    void whatLiesBesideIsNoPartOfIt()
    {
        const auto stage = CommandStage::make(m_fileSystem, state(), u"/srv/orders"_s);
        VERIFY_RESULT(stage);
        VERIFY_RESULT(stage->putBeside("scripts/x.sh", FileMode::Executable, "x"));
        QVERIFY(QFileInfo(stage->beside(u"scripts/x.sh"_s)).isExecutable());
        const auto tree = stage->contents();
        VERIFY_RESULT(tree);
        QVERIFY(tree->files().isEmpty());
    }

    void onlyItsOwnerMayLookIn()
    {
        const auto stage = CommandStage::make(m_fileSystem, state(), u"/srv/orders"_s);
        VERIFY_RESULT(stage);
        const QStringList names = inFolder(state());
        QCOMPARE(names.size(), 1);
        struct stat info = {};
        const QString path = state() + u'/' + names.first();
        QCOMPARE(::stat(QFile::encodeName(path).constData(), &info), 0);
        QCOMPARE(info.st_mode & 0777, mode_t(0700));
    }

    void itIsGoneWithItsOwner()
    {
        {
            auto stage = CommandStage::make(m_fileSystem, state(), u"/srv/orders"_s);
            VERIFY_RESULT(stage);
            VERIFY_RESULT(stage->putFiles(twoFiles()));
            const QString closed = stage->service() + u"/closed"_s;
            QVERIFY(QDir().mkpath(closed + u"/in"_s));
            QVERIFY(QFile::setPermissions(closed, {}));
            const CommandStage moved = std::move(*stage);
            QCOMPARE(inFolder(state()).size(), 1);
        }
        QCOMPARE(inFolder(state()), QStringList());
    }

    void whatACrashLeftGoesWithTheNext()
    {
        QCOMPARE(inChild([this] {
                     const auto stage = CommandStage::make(m_fileSystem, state(), u"/srv/orders"_s);
                     _exit(stage && stage->putFiles(twoFiles()) ? 5 : 6);
                 }) >> 8,
                 5);
        QCOMPARE(inFolder(state()).size(), 1);
        {
            const auto first = CommandStage::make(m_fileSystem, state(), u"/srv/orders"_s);
            VERIFY_RESULT(first);
            const auto second = CommandStage::make(m_fileSystem, state(), u"/srv/billing"_s);
            VERIFY_RESULT(second);
            QCOMPARE(inFolder(state()).size(), 2); // two at once are fine
        }
        QCOMPARE(inFolder(state()), QStringList());
    }

    void whatACrashLeftGoesWithARecovery()
    {
        QCOMPARE(inChild([this] {
                     const auto stage = CommandStage::make(m_fileSystem, state(), u"/srv/orders"_s);
                     _exit(stage && stage->putFiles(twoFiles()) ? 5 : 6);
                 }) >> 8,
                 5);
        QCOMPARE(inFolder(state()).size(), 1);
        const auto recovered
            = Writer(m_fileSystem, state()).recover(m_folder->filePath(u"orders"_s));
        VERIFY_RESULT(recovered);
        QCOMPARE(recovered->what, Recovery::Nothing);
        QCOMPARE(inFolder(state()), QStringList());
        Writer(m_fileSystem, m_folder->filePath(u"none"_s)).sweep();
        QVERIFY(!QFileInfo::exists(m_folder->filePath(u"none"_s)));
    }

    void itCanBeRemovedEarlier()
    {
        auto stage = CommandStage::make(m_fileSystem, state(), u"/srv/orders"_s);
        VERIFY_RESULT(stage);
        VERIFY_RESULT(stage->remove());
        QCOMPARE(inFolder(state()), QStringList());
        VERIFY_RESULT(stage->remove()); // gone is gone
    }

    void aFailureLeavesNothing()
    {
        QVERIFY(QDir().mkpath(state()));
        CountingFileSystem counting;
        for (int call = 1; call <= 7; ++call) { // as many as make it
            counting.plan(CountingFileSystem::Fault::Once, call);
            QVERIFY(!CommandStage::make(counting, state(), u"/srv/orders"_s));
            QCOMPARE(inFolder(state()), QStringList());
        }
    }

    void gitFoldersAreFoundWhereverTheyAre()
    {
        const auto stage = CommandStage::make(m_fileSystem, state(), u"/srv/orders"_s);
        VERIFY_RESULT(stage);
        VERIFY_RESULT(stage->putFiles(twoFiles()));
        QVERIFY(QDir().mkpath(stage->service() + u"/.git/objects"_s));
        QVERIFY(QDir().mkpath(stage->service() + u"/only/.git"_s));
        putText(stage->service() + u"/sub/.git"_s, "gitdir: x");
        const auto tree = stage->contents();
        VERIFY_RESULT(tree);
        const auto found = stage->gitFolders(*tree);
        VERIFY_RESULT(found);
        QCOMPARE(*found, (QByteArrayList{".git", "only/.git", "sub/.git"}));
        QVERIFY(tree->emptyFolders().contains("only"));
    }

private:
    [[nodiscard]] QString state() const { return m_folder->filePath(u"state"_s); }

    FileSystem m_fileSystem;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_APPLESS_MAIN(TestCommandStage)
#include "tst_commandstage.moc"
