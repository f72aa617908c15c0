#include "models/base/json.h"
#include "models/plan/commandstage.h"
#include "models/plan/consent.h"
#include "models/plan/filesystem.h"
#include "models/plan/treeplaces.h"
#include "tests/plan/countingfilesystem.h"
#include "tests/support/testing.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <memory>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::CountingFileSystem;

namespace {

Rendering renderingOf(const QList<RenderedFile> &files, const QByteArrayList &folders = {})
{
    Rendering rendering;
    rendering.files = files;
    rendering.folders = folders;
    return rendering;
}

UndoneAction commandAt(const QString &step, const QString &action, const QString &command)
{
    return {.step = step, .action = action, .command = command, .isRunnable = true};
}

TemplateFile linkTo(const QByteArray &path, const QByteArray &target)
{
    return {.path = path, .mode = FileMode::Link, .content = target};
}

/// "name/" of a folder, "name" of a file, "name?" of neither, with "@" before that of a link.
QByteArrayList entriesIn(const TreePlaces &places, const QByteArray &folder)
{
    QByteArrayList lines;
    for (const TreePlaces::Entry &entry : places.entries(folder)) {
        const QByteArray sign = entry.kind == TreePlaces::Kind::Folder ? "/"
            : entry.kind == TreePlaces::Kind::File                     ? ""
                                                                       : "?";
        lines += (entry.isLink ? "@" : "") + entry.name + sign;
    }
    return lines;
}

} // namespace

/// Where commands run, what was agreed to, and what stands in a template's folders, at their edges.
class TestStageEdges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void theServicesFolderIsCalledAsItsDestination_data()
    {
        QTest::addColumn<QString>("destination");
        QTest::addColumn<QString>("name");
        QTest::newRow("usual") << u"/srv/orders"_s << u"orders"_s;
        QTest::newRow("with blanks and dots") << u"/srv/my orders.v2"_s << u"my orders.v2"_s;
        QTest::newRow("in other letters")
            << u"/srv/bestellungen-für-käse"_s << u"bestellungen-für-käse"_s;
        QTest::newRow("hidden") << u"/srv/.orders"_s << u".orders"_s;
        QTest::newRow("the root has no name") << u"/"_s << u"service"_s;
        QTest::newRow("nor has none") << QString() << u"service"_s;
    }

    void theServicesFolderIsCalledAsItsDestination()
    {
        QFETCH(const QString, destination);
        const auto stage = CommandStage::make(m_fileSystem, state(), destination);
        VERIFY_RESULT(stage);
        QTEST(QDir(stage->service()).dirName(), "name");
        QVERIFY(QFileInfo(stage->service()).isDir());
        QVERIFY(!stage->beside(u"x"_s).startsWith(stage->service()));
    }

    void filesAreNotPutWhereSomethingElseStands_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("isPut");
        QTest::newRow("where nothing is") << "new/f"_ba << true;
        QTest::newRow("where a file is") << "file"_ba << true;
        QTest::newRow("where a link is") << "link"_ba << true;
        QTest::newRow("where a folder is") << "folder"_ba << false;
        QTest::newRow("below a file") << "file/f"_ba << false;
        QTest::newRow("below a link") << "link/f"_ba << false;
    }

    void filesAreNotPutWhereSomethingElseStands()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const bool, isPut);
        const auto stage = CommandStage::make(m_fileSystem, state(), u"/srv/orders"_s);
        VERIFY_RESULT(stage);
        VERIFY_RESULT(stage->putFiles(renderingOf(
            {{.path = "file", .content = "old"},
             {.path = "link", .mode = FileMode::Link, .content = m_folder->path().toUtf8()}},
            {"folder/inside"})));
        const auto put = stage->putFiles(renderingOf({{.path = path, .content = "new"}}));
        QCOMPARE(put.has_value(), isPut);
        const auto tree = stage->contents();
        VERIFY_RESULT(tree);
        QVERIFY(tree->emptyFolders().contains("folder/inside"));
        const TemplateFile *found = tree->find(path);
        QCOMPARE(found && found->content == "new" && found->mode == FileMode::Regular, isPut);
        QVERIFY(!QFileInfo::exists(m_folder->filePath(u"f"_s))); // nothing went through the link
    }

    void nothingIsPutWhereTheServiceIsGone()
    {
        const auto stage = CommandStage::make(m_fileSystem, state(), u"/srv/orders"_s);
        VERIFY_RESULT(stage);
        QVERIFY(QDir(stage->service()).removeRecursively());
        QVERIFY(!stage->putFiles(renderingOf({{.path = "f"}})));
        QVERIFY(!stage->contents());
    }

    void aFailureOfAnyCallIsTold()
    {
        CountingFileSystem counting;
        const auto stage = CommandStage::make(counting, state(), u"/srv/orders"_s);
        VERIFY_RESULT(stage);
        const Rendering rendering
            = renderingOf({{.path = "a/b", .content = "b"},
                           {.path = "l", .mode = FileMode::Link, .content = "a"}},
                          {"e"});
        counting.plan(CountingFileSystem::Fault::None, 0);
        const auto whole = stage->putFiles(rendering);
        VERIFY_RESULT(whole);
        const int calls = counting.count();
        QCOMPARE(calls,
                 6); // a folder, a file, its bytes, what the link replaces, the link, a folder
        QVERIFY(QDir(stage->service()).removeRecursively());
        for (int call = 1; call <= calls; ++call) {
            QVERIFY(QDir().mkpath(stage->service()));
            counting.plan(CountingFileSystem::Fault::Once, call, ENOSPC);
            const auto put = stage->putFiles(rendering);
            QVERIFY2(!put, qPrintable(u"call %1 failed unseen"_s.arg(call)));
            QVERIFY(!put.error().problem.message.isEmpty());
            QVERIFY(QDir(stage->service()).removeRecursively());
        }
        counting.plan(CountingFileSystem::Fault::None, 0);
    }

    void anAgreementIsToJustTheseCommandsInThisOrder_data()
    {
        QTest::addColumn<QList<UndoneAction>>("others");
        QTest::addColumn<bool>("isSame");
        const UndoneAction one = commandAt(u"a"_s, u"b"_s, u"c"_s);
        const UndoneAction two = commandAt(u"d"_s, u"e"_s, u"f"_s);
        const auto row = [](const char *name, const QList<UndoneAction> &others, bool isSame) {
            QTest::newRow(name) << others << isSame;
        };
        row("the same", {one, two}, true);
        row("the other way round", {two, one}, false);
        row("one of them", {one}, false);
        row("one twice", {one, two, two}, false);
        row("text that moved to the next field", {commandAt(u"ab"_s, QString(), u"c"_s), two},
            false);
        row("text that moved to the next command",
            {commandAt(u"a"_s, u"b"_s, u"cd"_s), commandAt(QString(), u"e"_s, u"f"_s)}, false);
        row("a blank more", {one, commandAt(u"d"_s, u"e"_s, u"f "_s)}, false);
        UndoneAction told = two;
        told.reason = u"because"_s;
        told.inputs = {{u"x"_s, u"y"_s}};
        row("told in other words", {one, told}, true);
    }

    void anAgreementIsToJustTheseCommandsInThisOrder()
    {
        QFETCH(const QList<UndoneAction>, others);
        QFETCH(const bool, isSame);
        const QByteArray hash
            = commandsHash({commandAt(u"a"_s, u"b"_s, u"c"_s), commandAt(u"d"_s, u"e"_s, u"f"_s)});
        QCOMPARE(commandsHash(others) == hash, isSame);
    }

    void anAgreementIsKeptInTheTimeOfTheWorld()
    {
        const QTimeZone there(5400);
        const Consent consent{.made = {.name = u"go"_s, .commit = {}, .tree = QByteArray(40, 'c')},
                              .commands = commandsHash({}),
                              .isSandboxed = true,
                              .at = QDateTime({2026, 1, 1}, {1, 0}, there)};
        VERIFY_RESULT(keepConsent(consent, m_fileSystem, state()));
        const QDir folder(state() + u"/consents"_s);
        const QByteArray ofNothing
            = QCryptographicHash::hash({}, QCryptographicHash::Sha256).toHex();
        QCOMPARE(
            folder.entryList(QDir::Files),
            QStringList{QString(40, u'c') + u'-' + QString::fromLatin1(ofNothing) + u".json"_s});
        QFile file(folder.filePath(folder.entryList(QDir::Files).constFirst()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto content = parseJson(file.readAll());
        VERIFY_RESULT(content);
        QCOMPARE(content->toMap()->value(u"at"), Value(u"2025-12-31T23:30:00Z"_s));
        QCOMPARE(content->toMap()->value(u"commit"), Value(QString()));
        QCOMPARE(content->toMap()->value(u"sandboxed"), Value(true));
    }

    void foldersShowWhatIsBehindTheirLinks_data()
    {
        QTest::addColumn<QByteArray>("folder");
        QTest::addColumn<QByteArrayList>("entries");
        QTest::newRow("the whole")
            << ""_ba << QByteArrayList{"@circle?", "d/", "@dir/", "e/", "@file", "@gone?", "z"};
        QTest::newRow("a folder") << "d"_ba << QByteArrayList{"@e/", "f"};
        QTest::newRow("an empty one") << "e/empty"_ba << QByteArrayList();
        QTest::newRow("around an empty one") << "e"_ba << QByteArrayList{"empty/"};
        QTest::newRow("a file has none") << "z"_ba << QByteArrayList();
        QTest::newRow("nor has a link itself") << "dir"_ba << QByteArrayList();
        QTest::newRow("nor what is not there") << "x"_ba << QByteArrayList();
    }

    void foldersShowWhatIsBehindTheirLinks()
    {
        QFETCH(const QByteArray, folder);
        const TemplateTree tree({{.path = "z"},
                                 {.path = "d/f"},
                                 {.path = "../beside/f"},
                                 linkTo("d/e", "../e"),
                                 linkTo("dir", "d"),
                                 linkTo("file", "dir/f"),
                                 linkTo("gone", "d/g"),
                                 linkTo("circle", "./circle/x")},
                                {"e/empty"});
        QTEST(entriesIn(TreePlaces(tree), folder), "entries");
    }

    void asManyLinksAreFollowedAsLinuxFollows()
    {
        QList<TemplateFile> files{{.path = "0"}};
        for (int i = 1; i <= 41; ++i)
            files += linkTo(QByteArray::number(i), QByteArray::number(i - 1));
        const TemplateTree tree(files);
        const TreePlaces places(tree);
        QCOMPARE(places.followed("40").kind, TreePlaces::Kind::File);
        QCOMPARE(places.followed("40").path, "0"_ba);
        QCOMPARE(places.followed("41").kind, TreePlaces::Kind::Nothing);
    }

private:
    [[nodiscard]] QString state() const { return m_folder->filePath(u"state"_s); }

    FileSystem m_fileSystem;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_APPLESS_MAIN(TestStageEdges)
#include "tst_stageedges.moc"
