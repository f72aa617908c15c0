#include "models/git/shellwords.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

/// Commands that a message suggests, and those that a configuration holds.
class TestShellWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWordIsQuotedWhereAShellNeedsIt_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("quoted");
        QTest::newRow("a plain one") << u"orders"_s << u"orders"_s;
        QTest::newRow("a path") << u"/srv/my-orders_2.0"_s << u"/srv/my-orders_2.0"_s;
        QTest::newRow("umlauts") << u"größe"_s << u"größe"_s;
        QTest::newRow("nothing") << u""_s << u"''"_s;
        QTest::newRow("a blank") << u"my orders"_s << u"'my orders'"_s;
        QTest::newRow("an apostrophe") << u"it's"_s << u"'it'\\''s'"_s;
        QTest::newRow("asterisks") << u"keys/******"_s << u"'keys/******'"_s;
        QTest::newRow("a variable") << u"$HOME"_s << u"'$HOME'"_s;
        QTest::newRow("a home") << u"~ada"_s << u"'~ada'"_s;
        QTest::newRow("a command") << u"a;rm -r b"_s << u"'a;rm -r b'"_s;
        QTest::newRow("a backslash") << u"a\\b"_s << u"'a\\b'"_s;
        QTest::newRow("a line end") << u"a\nb"_s << u"'a\nb'"_s;
    }

    void aWordIsQuotedWhereAShellNeedsIt()
    {
        QFETCH(const QString, word);
        QFETCH(const QString, quoted);
        QCOMPARE(git::shellQuoted(word), quoted);
        QProcess shell;
        shell.start(u"/bin/sh"_s, {u"-c"_s, u"printf %s "_s + quoted});
        QVERIFY(shell.waitForFinished(60'000));
        QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()), word);
    }

    void aCommandIsSplitAsGitDoes_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QStringList>("words");
        const QStringList none;
        QTest::newRow("nothing") << u""_s << none;
        QTest::newRow("blanks") << u"  \t "_s << none;
        QTest::newRow("one word") << u"gpg"_s << QStringList{u"gpg"_s};
        QTest::newRow("several") << u" gpg  --batch\t-x "_s
                                 << QStringList{u"gpg"_s, u"--batch"_s, u"-x"_s};
        QTest::newRow("quotes") << u"'my gpg' \"a b\""_s << QStringList{u"my gpg"_s, u"a b"_s};
        QTest::newRow("quotes inside a word") << u"a'b c'd"_s << QStringList{u"ab cd"_s};
        QTest::newRow("an empty word") << u"a '' b"_s << QStringList{u"a"_s, u""_s, u"b"_s};
        QTest::newRow("a backslash") << u"my\\ gpg"_s << QStringList{u"my gpg"_s};
        QTest::newRow("a backslash in quotes")
            << u"\"a\\\"b\" 'a\\b'"_s << QStringList{u"a\"b"_s, u"a\\b"_s};
        QTest::newRow("a backslash at the end") << u"a\\"_s << QStringList{u"a\\"_s};
        QTest::newRow("an open quote") << u"a 'b"_s << none;
        QTest::newRow("another open quote") << u"\"a"_s << none;
        QTest::newRow("the other quote inside") << u"\"it's\""_s << QStringList{u"it's"_s};
    }

    void aCommandIsSplitAsGitDoes()
    {
        QFETCH(const QString, command);
        QTEST(git::shellWords(command), "words");
    }

    void whatIsQuotedIsOneWordAgain_data() { aWordIsQuotedWhereAShellNeedsIt_data(); }

    void whatIsQuotedIsOneWordAgain()
    {
        QFETCH(const QString, word);
        QCOMPARE(git::shellWords(git::shellQuoted(word)), QStringList{word});
    }
};

QTEST_GUILESS_MAIN(TestShellWords)
#include "tst_shellwords.moc"
