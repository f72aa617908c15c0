#include "models/plan/meeting.h"

#include "models/plan/planhash.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

SnapshotEntry file(const QByteArray &content, FileMode mode = FileMode::Regular)
{
    return {.type = SnapshotEntry::Type::File,
            .mode = mode,
            .hash = contentHash(content),
            .content = content};
}

SnapshotEntry obstructed(SnapshotEntry entry)
{
    entry.obstacle = Problem{.code = u"destination.obstacle"_s};
    return entry;
}

} // namespace

class TestMeeting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatBecomesOfAFileIsSaidByWhatIsThere_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<SnapshotEntry>("there");
        QTest::addColumn<bool>("takesGolden");
        QTest::addColumn<ChangeClass>("kind");
        QTest::addColumn<QString>("code"); // of the problem; empty: none
        QTest::addColumn<bool>("yields");
        const auto row = [](const char *name, const QByteArray &path, const SnapshotEntry &there,
                            bool takesGolden, ChangeClass kind, const QString &code = {},
                            bool yields = false) {
            QTest::newRow(name) << path << there << takesGolden << kind << code << yields;
        };
        const QString differs = u"destination.differs"_s;
        row("nothing", "a", {}, false, ChangeClass::New);
        row("the same", "a", file("golden"), false, ChangeClass::Unchanged);
        row("another content", "a", file("x"), false, ChangeClass::Blocked, differs);
        row("another mode", "a", file("golden", FileMode::Executable), false, ChangeClass::Blocked,
            differs);
        row("another content, wanted golden", "a", file("x"), true, ChangeClass::Blocked, differs);
        row("a README", "README.md", file("x"), false, ChangeClass::Kept);
        row("a licence", "LICENSE", file("x"), false, ChangeClass::Kept);
        row("what git ignores", ".gitignore", file("x"), false, ChangeClass::Kept);
        row("a README that is to be golden", "README.md", file("x"), true, ChangeClass::Updated);
        row("a README of a folder", "docs/README.md", file("x"), true, ChangeClass::Blocked,
            differs);
        row("the same README", "README.md", file("golden"), true, ChangeClass::Unchanged);
        row("something in the way", "a", obstructed({}), false, ChangeClass::Blocked,
            u"destination.obstacle"_s);
        row("a README that nobody tracks", "README.md", obstructed(file("x")), true,
            ChangeClass::Blocked, u"destination.obstacle"_s);
        row("nothing, and it yields", "a", {}, false, ChangeClass::New, {}, true);
        row("the same, and it yields", "a", file("golden"), false, ChangeClass::Unchanged, {},
            true);
        row("it yields", "a", file("x"), false, ChangeClass::Kept, {}, true);
        row("it yields to another mode", "a", file("golden", FileMode::Executable), false,
            ChangeClass::Kept, {}, true);
        row("it yields, and is to be golden", "a", file("x"), true, ChangeClass::Updated, {}, true);
        row("it yields, and something is in the way", "a", obstructed({}), false,
            ChangeClass::Blocked, u"destination.obstacle"_s, true);
    }

    void whatBecomesOfAFileIsSaidByWhatIsThere()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const SnapshotEntry, there);
        QFETCH(const bool, takesGolden);
        QFETCH(const ChangeClass, kind);
        QFETCH(const QString, code);
        QFETCH(const bool, yields);
        Change change;
        change.path = path;
        change.mode = FileMode::Regular;
        change.content = "golden";
        meetDestination(change, there, takesGolden, yields);
        QCOMPARE(change.kind, kind);
        QCOMPARE(change.oldMode, there.mode);
        QCOMPARE(change.oldContent, there.content);
        QCOMPARE(change.problems.size(), code.isEmpty() ? 0 : 1);
        if (!code.isEmpty())
            QCOMPARE(change.problems.first().code, code);
        const bool isKept = kind == ChangeClass::Kept;
        QCOMPARE(change.content, isKept ? there.content : "golden"_ba);
        QCOMPARE(change.mode, isKept ? there.mode : std::optional(FileMode::Regular));
    }
};

QTEST_APPLESS_MAIN(TestMeeting)
#include "tst_meeting.moc"
