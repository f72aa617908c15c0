#include "models/plan/templatename.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

class TestTemplateName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pathsAreCleaned_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("clean");
        QTest::addColumn<QByteArray>("pure"); // as Python prints it
        const auto row = [](const char *path, const char *clean, const char *pure) {
            QTest::addRow("[%s]", path)
                << QByteArray(path) << QByteArray(clean) << QByteArray(pure);
        };
        row("", "", "");
        row(".", "", "");
        row("./", "", "");
        row("a", "a", "a");
        row("a/b", "a/b", "a/b");
        row("./a/", "a", "a");
        row("a//b/", "a/b", "a/b");
        row("a/./b/.", "a/b", "a/b");
        row("a/../b", "a/../b", "a/../b");
        row("..", "..", "..");
        row("/", "", "/");
        row("//a/./b", "a/b", "/a/b");
        row(".a/b.", ".a/b.", ".a/b.");
    }

    void pathsAreCleaned()
    {
        QFETCH(const QByteArray, path);
        QTEST(cleanPath(path), "clean");
        QTEST(purePath(path), "pure");
    }

    void statementsAreTakenOut_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("none") << "a/{{ b }}"_ba << "a/{{ b }}"_ba;
        QTest::newRow("a condition") << "{% if x %}a{% endif %}/b"_ba << "a/b"_ba;
        QTest::newRow("one behind the other") << "a{%x%}{%y%}b"_ba << "ab"_ba;
        QTest::newRow("nothing else") << "{%x%}"_ba << ""_ba;
        QTest::newRow("one that has no end") << "{%x%}a{% b"_ba << "a{% b"_ba;
    }

    void statementsAreTakenOut()
    {
        QFETCH(const QByteArray, name);
        QTEST(withoutStatements(name), "expected");
    }

    void problemsNameFilesInTheirFolder_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("expected");
        QTest::newRow("in a folder") << u"/t/go"_s << "a/b"_ba << u"/t/go/a/b"_s;
        QTest::newRow("beside it") << u"/t/go"_s << "../parts/f"_ba << u"/t/parts/f"_s;
        QTest::newRow("in this folder") << u"."_s << "a/b"_ba << u"a/b"_s;
        QTest::newRow("in none") << u""_s << "a/b"_ba << u"a/b"_s;
    }

    void problemsNameFilesInTheirFolder()
    {
        QFETCH(const QString, folder);
        QFETCH(const QByteArray, path);
        QTEST(shownTemplatePath(folder, path), "expected");
    }
};

QTEST_APPLESS_MAIN(TestTemplateName)
#include "tst_templatename.moc"
