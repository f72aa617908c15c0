#include "models/catalog/sourcelist.h"
#include "tests/catalog/templatetesting.h"
#include "tests/support/testing.h"

#include <sys/file.h>

using namespace waymark;
using namespace Qt::StringLiterals;

class TestSourceList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aListThatWasNeverWrittenIsEmpty()
    {
        const ScratchFolder place;
        const Result<SourceList> list = SourceList::read(place.path(u"sources.yaml"_s));
        VERIFY_RESULT(list);
        QVERIFY(list->sources().isEmpty() && list->problems().isEmpty());
    }

    void whatIsAddedIsThereAgain()
    {
        const ScratchFolder place;
        place.write(u"Team Templates/x"_s, {});
        place.write(u"other/x"_s, {});
        const QString file = place.path(u"config/deep/sources.yaml"_s);
        SourceList list;
        const Result<Source> first = list.add(place.path(u"Team Templates"_s));
        VERIFY_RESULT(first);
        QCOMPARE(*first, (Source{u"team-templates"_s, place.path(u"Team Templates"_s)}));
        VERIFY_RESULT(list.add(place.path(u"other"_s), u"mine"_s));
        VERIFY_RESULT(list.write(file));
        Result<SourceList> again = SourceList::read(file);
        VERIFY_RESULT(again);
        QCOMPARE(again->sources(), list.sources());
        QVERIFY(again->problems().isEmpty());
        VERIFY_RESULT(again->remove(u"mine"_s));
        VERIFY_RESULT(again->remove(place.path(u"Team Templates"_s)));
        QVERIFY(again->sources().isEmpty());
        VERIFY_RESULT(again->write(file));
        QVERIFY(SourceList::read(file)->sources().isEmpty());
    }

    void aLinkIsTheFolderThatItLeadsTo()
    {
        const ScratchFolder place;
        place.write(u"real/x"_s, {});
        place.link(u"link"_s, u"real"_s);
        SourceList list;
        VERIFY_RESULT(list.add(place.path(u"link"_s)));
        QCOMPARE(list.sources().first().folder, place.path(u"real"_s));
    }

    void whatCannotBeASourceIsRefused_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code");
        QTest::newRow("no folder") << u"nothing"_s << QString() << u"template.unreadable"_s;
        QTest::newRow("a file") << u"file"_s << QString() << u"template.unreadable"_s;
        QTest::newRow("an address")
            << u"https://example.org/t.git"_s << QString() << u"source.address"_s;
        QTest::newRow("an address for ssh")
            << u"git@example.org:t.git"_s << QString() << u"source.address"_s;
        QTest::newRow("a slash in the name") << u"b"_s << u"a/b"_s << u"source.name"_s;
        QTest::newRow("the name of the built-in ones")
            << u"b"_s << u"built-in"_s << u"source.name"_s;
        QTest::newRow("twice by folder") << u"a"_s << u"other"_s << u"source.twice"_s;
        QTest::newRow("twice by name") << u"b"_s << u"a"_s << u"source.twice"_s;
    }
    void whatCannotBeASourceIsRefused()
    {
        QFETCH(const QString, folder);
        QFETCH(const QString, name);
        QFETCH(const QString, code);
        const ScratchFolder place;
        place.write(u"a/x"_s, {});
        place.write(u"b/x"_s, {});
        place.write(u"file"_s, {});
        SourceList list;
        VERIFY_RESULT(list.add(place.path(u"a"_s)));
        const bool isAddress = code == u"source.address";
        const Result<Source> added = list.add(isAddress ? folder : place.path(folder), name);
        QVERIFY(!added);
        QCOMPARE(added.error().problem.code, code);
        QCOMPARE(list.sources().size(), 1);
    }

    void aFolderWithoutANameNeedsOne()
    {
        SourceList list;
        const auto root = list.add(u"/"_s);
        QVERIFY(!root);
        QCOMPARE(root.error().problem.message, u"“/” has no name that a source could have."_s);
        QVERIFY(root.error().problem.hint.contains(u"--name NAME"));
        VERIFY_RESULT(list.add(u"/"_s, u"all"_s));
    }

    void whatIsNotThereCannotBeRemoved()
    {
        const ScratchFolder place;
        place.write(u"team/x"_s, {});
        SourceList list;
        VERIFY_RESULT(list.add(place.path(u"team"_s)));
        const Result<Source> removed = list.remove(u"taem"_s);
        QVERIFY(!removed);
        QCOMPARE(removed.error().problem.hint, u"Did you mean “team”?"_s);
        QVERIFY(list.remove(u"built-in"_s).error().problem.message.contains(u"built-in"));
        QCOMPARE(list.sources().size(), 1);
    }

    void whatIsWrongInTheFileIsToldAndTheRestIsRead()
    {
        const ScratchFolder place;
        place.write(u"sources.yaml"_s,
                    "version: 1\nsources:\n"
                    "  - {name: good, folder: /srv/good}\n"
                    "  - {name: bad}\n"
                    "  - {name: a/b, folder: /x}\n"
                    "  - {name: rel, folder: x}\n"
                    "  - {name: good, folder: /y}\n"
                    "  - text\n");
        const QString path = place.path(u"sources.yaml"_s);
        const Result<SourceList> list = SourceList::read(path);
        VERIFY_RESULT(list);
        QCOMPARE(list->sources(), (QList<Source>{{u"good"_s, u"/srv/good"_s}}));
        QStringList lines;
        for (const Problem &problem : list->problems())
            lines.append(problem.headline().sliced(path.size()));
        QCOMPARE(lines,
                 (QStringList{u":4:5: A source needs a “name” and a “folder”."_s,
                              u":5:5: “a/b” cannot be the name of a source."_s,
                              u":6:5: The folder of a source has to be absolute: “x”."_s,
                              u":7:5: Another source is called “good”."_s,
                              u":8:5: A source needs a “name” and a “folder”."_s}));
    }

    void aFileThatIsNoYamlIsTold()
    {
        const ScratchFolder place;
        place.write(u"sources.yaml"_s, "sources: 'x\n");
        const Result<SourceList> list = SourceList::read(place.path(u"sources.yaml"_s));
        VERIFY_RESULT(list);
        QVERIFY(list->sources().isEmpty());
        QVERIFY(list->problems().first().position);
    }

    void aLaterVersionIsRefused()
    {
        const ScratchFolder place;
        place.write(u"sources.yaml"_s, "version: 2\nsources: []\n");
        const Result<SourceList> list = SourceList::read(place.path(u"sources.yaml"_s));
        QVERIFY(!list);
        QCOMPARE(list.error().problem.code, u"source.version"_s);
        QCOMPARE(list.error().problem.position, (SourcePosition{1, 10}));
    }

    void aFolderThatCannotBeMadeIsAnError()
    {
        const ScratchFolder place;
        place.write(u"file"_s, {});
        const Result<> written = SourceList().write(place.path(u"file/sources.yaml"_s));
        QVERIFY(!written);
        QCOMPARE(written.error().problem.code, u"source.write"_s);
        QVERIFY2(!written.error().problem.message.contains(u"Unknown"),
                 qPrintable(written.error().problem.message));
        QVERIFY(written.error().problem.hint.contains(place.path(u"file"_s)));
        const auto changed = SourceList::readToChange(place.path(u"file/sources.yaml"_s));
        QVERIFY(!changed);
        QVERIFY2(!changed.error().problem.message.contains(u"Unknown"),
                 qPrintable(changed.error().problem.message));
    }

    void whoChangesTheListKeepsOthersFromIt()
    {
        const ScratchFolder place;
        const QString path = place.path(u"config/sources.yaml"_s);
        QFile lock(path + u".lock"_s);
        {
            const Result<SourceList> list = SourceList::readToChange(path);
            VERIFY_RESULT(list);
            QVERIFY(lock.open(QIODevice::ReadWrite));
            QCOMPARE(flock(lock.handle(), LOCK_EX | LOCK_NB), -1);
        }
        QCOMPARE(flock(lock.handle(), LOCK_EX | LOCK_NB), 0);
    }

    void theBuiltInTemplatesAreFound()
    {
        const ScratchFolder place;
        place.write(u"prefix/bin/waymark"_s, {});
        place.write(u"prefix/share/waymark/templates/t/template.yaml"_s, {});
        place.write(u"tree/CMakePresets.json"_s, {});
        place.write(u"tree/models/catalog/x"_s, {});
        place.write(u"tree/templates/t/template.yaml"_s, {});
        place.write(u"tree/build/dev/bin/waymark"_s, {});
        place.write(u"own/t/template.yaml"_s, {});
        const auto folder = [&](const QString &program, const QString &given = {}) {
            return builtInSource(place.path(program), given).value_or(Source()).folder;
        };
        QCOMPARE(folder(u"prefix/bin"_s), place.path(u"prefix/share/waymark/templates"_s));
        QCOMPARE(folder(u"tree/build/dev/bin"_s), place.path(u"tree/templates"_s));
        QCOMPARE(folder(u"prefix/bin"_s, place.path(u"own"_s)), place.path(u"own"_s));
        QCOMPARE(folder(u"own"_s), QString());
        const Result<Source> none = builtInSource(place.path(u"own"_s));
        QCOMPARE(none.error().problem.code, u"source.built-in"_s);
        QVERIFY(!builtInSource(place.path(u"prefix/bin"_s), place.path(u"nothing"_s)));
        QCOMPARE(builtInSource(place.path(u"prefix/bin"_s))->name, u"built-in"_s);
    }

    void anAddressIsRecognised()
    {
        for (const QString &text : {u"https://a.b/c"_s, u"ssh://a/b"_s, u"git@host:x/y.git"_s})
            QVERIFY2(isRepositoryAddress(text), qPrintable(text));
        for (const QString &text : {u"go-service"_s, u"./a@b/c:d"_s, u"/a"_s, u"@:"_s, u"a:b"_s})
            QVERIFY2(!isRepositoryAddress(text), qPrintable(text));
    }
};

QTEST_APPLESS_MAIN(TestSourceList)
#include "tst_sourcelist.moc"
