#include "models/plan/plan.h"

#include "models/plan/pathwords.h"
#include "models/plan/place.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

PlannedFile fileOf(const QByteArray &path, ChangeClass kind, const QList<Problem> &problems = {})
{
    PlannedFile file;
    file.change.path = path;
    file.change.kind = kind;
    file.change.problems = problems;
    return file;
}

Problem problemOf(Severity severity, const QString &code)
{
    return {.severity = severity, .code = code};
}

} // namespace

/// Plans and changes as values, and the words for paths and places in them.
class TestPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyClassHasItsWord_data()
    {
        QTest::addColumn<ChangeClass>("kind");
        QTest::addColumn<QString>("word");
        QTest::newRow("new") << ChangeClass::New << u"new"_s;
        QTest::newRow("unchanged") << ChangeClass::Unchanged << u"unchanged"_s;
        QTest::newRow("updated") << ChangeClass::Updated << u"updated"_s;
        QTest::newRow("merged") << ChangeClass::Merged << u"merged"_s;
        QTest::newRow("conflict") << ChangeClass::Conflict << u"conflict"_s;
        QTest::newRow("kept") << ChangeClass::Kept << u"kept"_s;
        QTest::newRow("renamed") << ChangeClass::Renamed << u"renamed"_s;
        QTest::newRow("deleted") << ChangeClass::Deleted << u"deleted"_s;
        QTest::newRow("blocked") << ChangeClass::Blocked << u"blocked"_s;
        QTest::newRow("declined") << ChangeClass::Declined << u"declined"_s;
        QTest::newRow("not needed") << ChangeClass::NotNeeded << u"not needed"_s;
    }

    void everyClassHasItsWord()
    {
        QFETCH(const ChangeClass, kind);
        QFETCH(const QString, word);
        QCOMPARE(QString(changeClassName(kind)), word);
    }

    void onlySomeClassesAreWritten_data()
    {
        QTest::addColumn<ChangeClass>("kind");
        QTest::addColumn<bool>("isWritten");
        QTest::newRow("new") << ChangeClass::New << true;
        QTest::newRow("updated") << ChangeClass::Updated << true;
        QTest::newRow("unchanged") << ChangeClass::Unchanged << false;
        QTest::newRow("kept") << ChangeClass::Kept << false;
        QTest::newRow("blocked") << ChangeClass::Blocked << false;
        QTest::newRow("declined") << ChangeClass::Declined << false;
        QTest::newRow("not needed") << ChangeClass::NotNeeded << false;
    }

    void onlySomeClassesAreWritten()
    {
        QFETCH(const ChangeClass, kind);
        QTEST(fileOf("a", kind).change.isWritten(), "isWritten");
    }

    void anErrorAnywhereBlocksAPlan_data()
    {
        QTest::addColumn<QList<Problem>>("ofThePlan");
        QTest::addColumn<QList<Problem>>("ofAFile");
        QTest::addColumn<bool>("isBlocked");
        const QList<Problem> none;
        const QList<Problem> note{problemOf(Severity::Note, u"n"_s)};
        const QList<Problem> warning{problemOf(Severity::Warning, u"w"_s)};
        const QList<Problem> error{problemOf(Severity::Error, u"e"_s)};
        QTest::newRow("nothing") << none << none << false;
        QTest::newRow("notes and warnings") << note << warning << false;
        QTest::newRow("an error of the plan") << error << none << true;
        QTest::newRow("an error of a file") << warning << error << true;
    }

    void anErrorAnywhereBlocksAPlan()
    {
        QFETCH(const QList<Problem>, ofThePlan);
        QFETCH(const QList<Problem>, ofAFile);
        Plan plan;
        plan.problems = ofThePlan;
        plan.files = {fileOf("a", ChangeClass::New), fileOf("b", ChangeClass::New, ofAFile)};
        QTEST(plan.isBlocked(), "isBlocked");
        QCOMPARE(plan.allProblems(), ofThePlan + ofAFile);
    }

    void filesAreCountedByTheirClass()
    {
        Plan plan;
        QCOMPARE(plan.count(ChangeClass::New), 0);
        plan.files = {fileOf("a", ChangeClass::New), fileOf("b", ChangeClass::Kept),
                      fileOf("c", ChangeClass::New)};
        QCOMPARE(plan.count(ChangeClass::New), 2);
        QCOMPARE(plan.count(ChangeClass::Kept), 1);
        QCOMPARE(plan.count(ChangeClass::Blocked), 0);
    }

    void aPathIsShownAsItIsUnlessItHoldsASecret()
    {
        Plan plan;
        plan.shownPaths = {{"keys/abc", "keys/******"}};
        QCOMPARE(plan.shownPath("keys/abc"), "keys/******"_ba);
        QCOMPARE(plan.shownPath("keys"), "keys"_ba);
    }

    void whatCannotBeSeenInAPathIsWrittenOut_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << "a/b c.txt"_ba << u"a/b c.txt"_s;
        QTest::newRow("umlauts") << "gr\xc3\xb6\xc3\x9f"_ba << u"größ"_s;
        QTest::newRow("a line end") << "a\nb"_ba << u"a\\u000ab"_s;
        QTest::newRow("a NUL") << QByteArray("a\0b", 3) << u"a\\u0000b"_s;
        QTest::newRow("an escape") << "a\x1b[31m"_ba << u"a\\u001b[31m"_s;
        QTest::newRow("no width") << "a\xe2\x80\x8b"_ba << u"a\\u200b"_s;
        QTest::newRow("from right to left") << "a\xe2\x80\xae"
                                               "b"_ba
                                            << u"a\\u202eb"_s;
    }

    void whatCannotBeSeenInAPathIsWrittenOut()
    {
        QFETCH(const QByteArray, path);
        QTEST(visiblePath(path), "shown");
    }

    void namesAreComparedAsTheLeastExactSystemDoes_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("isSame");
        QTest::newRow("letter case") << u"README"_s << u"readme"_s << true;
        QTest::newRow("umlauts in capitals") << u"GRÖSSE"_s << u"größe"_s << true;
        QTest::newRow("sharp s") << u"straße"_s << u"STRASSE"_s << true;
        QTest::newRow("Unicode form") << u"caf\u00e9"_s << u"cafe\u0301"_s << true;
        QTest::newRow("what has no width") << u"a\u200bb"_s << u"ab"_s << true;
        QTest::newRow("another name") << u"a"_s << u"b"_s << false;
        QTest::newRow("an accent") << u"cafe"_s << u"caf\u00e9"_s << false;
    }

    void namesAreComparedAsTheLeastExactSystemDoes()
    {
        QFETCH(const QString, one);
        QFETCH(const QString, other);
        QTEST(foldedName(one) == foldedName(other), "isSame");
    }

    void aPlaceIsWithoutLinksAsFarAsItExists_data()
    {
        QTest::addColumn<QString>("destination"); // below a folder with "d", "file", "l" -> "d"
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("existing");
        QTest::newRow("a folder") << u"d"_s << u"d"_s << u"d"_s;
        QTest::newRow("nothing yet") << u"n"_s << u"n"_s << u""_s;
        QTest::newRow("below nothing") << u"n/m"_s << u"n/m"_s << u""_s;
        QTest::newRow("below a folder") << u"d/n"_s << u"d/n"_s << u"d"_s;
        QTest::newRow("through a link") << u"l"_s << u"d"_s << u"d"_s;
        QTest::newRow("below a link") << u"l/n/m"_s << u"d/n/m"_s << u"d"_s;
        QTest::newRow("with dots") << u"./d/../n/"_s << u"n"_s << u""_s;
        QTest::newRow("a file") << u"file"_s << u"file"_s << u""_s;
        QTest::newRow("below a file") << u"file/x"_s << u"file/x"_s << u""_s;
    }

    void aPlaceIsWithoutLinksAsFarAsItExists()
    {
        QFETCH(const QString, destination);
        QFETCH(const QString, path);
        QFETCH(const QString, existing);
        const QTemporaryDir folder;
        const QString root = QFileInfo(folder.path()).canonicalFilePath();
        QDir(root).mkdir(u"d"_s);
        QFile::link(u"d"_s, root + u"/l"_s);
        QFile file(root + u"/file"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const Place place = placeOf(root + u'/' + destination);
        QCOMPARE(place.path, QDir::cleanPath(root + u'/' + path));
        QCOMPARE(place.existing, QDir::cleanPath(root + u'/' + existing));
        QCOMPARE(place.exists(), path == existing);
    }

    void theRootIsAPlaceToo()
    {
        QCOMPARE(placeOf(u"/"_s).path, u"/"_s);
        QVERIFY(placeOf(u"/"_s).exists());
        const Place below = placeOf(u"/nosuch-waymark/a"_s);
        QCOMPARE(below.path, u"/nosuch-waymark/a"_s);
        QCOMPARE(below.existing, u"/"_s);
    }
};

QTEST_APPLESS_MAIN(TestPlan)
#include "tst_plan.moc"
