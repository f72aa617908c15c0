#include "models/catalog/openfolder.h"
#include "tests/catalog/templatetesting.h"
#include "tests/support/testing.h"

#include <sys/stat.h>

using namespace waymark;
using namespace Qt::StringLiterals;

namespace {

/// "name kind" of everything in `folder`.
QStringList listed(const OpenFolder &folder)
{
    static const QStringList kinds{u"file"_s, u"executable"_s, u"folder"_s, u"link"_s, u"other"_s};
    QStringList lines;
    for (const FolderEntry &entry : folder.entries().value_or(QList<FolderEntry>()))
        lines += QString::fromUtf8(entry.name) + u' ' + kinds.at(static_cast<int>(entry.kind));
    return lines;
}

} // namespace

class TestOpenFolder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everythingInItIsListedByteByByte()
    {
        const ScratchFolder place;
        place.write(u"b"_s, "x");
        place.write(u"B"_s, "x");
        place.write(u"a.b"_s, "x");
        place.write(u"a/x"_s, "x");
        place.write(u"é"_s, "x");
        place.write(u".hidden"_s, "x");
        place.write(u"run"_s, "x");
        QVERIFY(QFile::setPermissions(place.path(u"run"_s),
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        place.link(u"link"_s, u"a"_s);
        const QByteArray pipe = QFile::encodeName(place.path(u"pipe"_s));
        QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
        const Result<OpenFolder> folder = OpenFolder::open(place.path());
        VERIFY_RESULT(folder);
        QCOMPARE(
            listed(*folder),
            (QStringList{u".hidden file"_s, u"B file"_s, u"a folder"_s, u"a.b file"_s, u"b file"_s,
                         u"link link"_s, u"pipe other"_s, u"run executable"_s, u"é file"_s}));
    }

    void aFileIsReadAsItIs()
    {
        const ScratchFolder place;
        const QByteArray content = QByteArray("a\0b\r\n\xFF", 6) + QByteArray(200'000, 'x');
        place.write(u"f"_s, content);
        const Result<OpenFolder> folder = OpenFolder::open(place.path());
        VERIFY_RESULT(folder);
        const Result<QByteArray> read = folder->file("f", 1 << 20);
        VERIFY_RESULT(read);
        QCOMPARE(*read, content);
        QCOMPARE(*folder->file("f", content.size()), content);
        const Result<QByteArray> more = folder->file("f", content.size() - 1);
        QVERIFY(!more);
        QCOMPARE(more.error().problem.code, u"template.too-big"_s);
        QCOMPARE(more.error().problem.file, place.path(u"f"_s));
        QVERIFY(!more.error().problem.hint.isEmpty());
    }

    void whatIsNoFileIsNotRead_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing") << "gone"_ba << u"cannot be read: No such file"_s;
        QTest::newRow("a folder") << "folder"_ba << u"is no file."_s;
        QTest::newRow("a link to a file") << "link"_ba << u"cannot be read: it is a link."_s;
        QTest::newRow("a link to nothing") << "dangling"_ba << u"cannot be read: it is a link."_s;
        QTest::newRow("a pipe") << "pipe"_ba << u"is no file."_s;
    }
    void whatIsNoFileIsNotRead()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const QString, words);
        const ScratchFolder place;
        place.write(u"folder/x"_s, "x");
        place.write(u"file"_s, "x");
        place.link(u"link"_s, u"file"_s);
        place.link(u"dangling"_s, u"nothing"_s);
        const QByteArray pipe = QFile::encodeName(place.path(u"pipe"_s));
        QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
        const Result<OpenFolder> folder = OpenFolder::open(place.path());
        VERIFY_RESULT(folder);
        const Result<QByteArray> content = folder->file(name, 100);
        QVERIFY(!content);
        const Problem &problem = content.error().problem;
        QCOMPARE(problem.code, u"template.unreadable"_s);
        QCOMPARE(problem.file, place.path(QString::fromUtf8(name)));
        QVERIFY2(problem.message.contains(words), qPrintable(problem.message));
    }

    void whatIsNoFolderIsToldOnceWithAWayOut()
    {
        const ScratchFolder place;
        place.write(u"file"_s, "x");
        const Result<OpenFolder> folder = OpenFolder::open(place.path(u"file"_s));
        QVERIFY(!folder);
        const QString said = folder.error().toString();
        QCOMPARE(said.count(place.path(u"file"_s)), 1);
        QVERIFY2(said.contains(u"Name a folder"), qPrintable(said));
    }

    void aFolderInItIsOpenedButNoLink()
    {
        const ScratchFolder place;
        place.write(u"a/b/f"_s, "deep");
        place.link(u"a/up"_s, u".."_s);
        place.link(u"l"_s, u"a"_s);
        const Result<OpenFolder> root = OpenFolder::open(place.path());
        VERIFY_RESULT(root);
        const Result<OpenFolder> a = root->folder("a");
        VERIFY_RESULT(a);
        const Result<OpenFolder> b = a->folder("b");
        VERIFY_RESULT(b);
        QCOMPARE(*b->file("f", 10), "deep"_ba);
        QCOMPARE(b->shown("f"), place.path(u"a/b/f"_s));
        QCOMPARE(b->shown({}), place.path(u"a/b"_s));
        QVERIFY(!root->folder("l"));
        QVERIFY(!a->folder("up"));
        QVERIFY(!a->folder("b/f"));
        QCOMPARE(*root->link("l"), "a"_ba);
        QVERIFY(!root->link("a"));
    }

    void aFolderThatIsMovedStaysOpen()
    {
        const ScratchFolder place;
        place.write(u"a/f"_s, "x");
        Result<OpenFolder> folder = OpenFolder::open(place.path(u"a"_s));
        VERIFY_RESULT(folder);
        OpenFolder moved = *std::move(folder);
        QVERIFY(QDir().rename(place.path(u"a"_s), place.path(u"b"_s)));
        QCOMPARE(*moved.file("f", 10), "x"_ba);
        Result<OpenFolder> other = OpenFolder::open(place.path());
        VERIFY_RESULT(other);
        moved = *std::move(other);
        QCOMPARE(listed(moved), QStringList{u"b folder"_s});
    }

    void whereNothingIsNothingIsOpened()
    {
        const ScratchFolder place;
        place.write(u"f"_s, "x");
        QCOMPARE(OpenFolder::open(place.path(u"gone"_s)).error().problem.file,
                 place.path(u"gone"_s));
        QVERIFY(!OpenFolder::open(place.path(u"f"_s)));
    }
};

QTEST_APPLESS_MAIN(TestOpenFolder)
#include "tst_openfolder.moc"
