#include "models/git/message.h"
#include "models/git/shellwords.h"
#include "tests/git/gitcommand.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

class TestMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_git.configure(identityText); }

    void messagesAreCleanedAsGitCleansThem_data()
    {
        QTest::addColumn<QByteArray>("configuration");
        QTest::addColumn<QByteArray>("message");
        const QList<std::pair<const char *, QByteArray>> configurations
            = {{"nothing set", ""},
               {"strip", "[commit]\n\tcleanup = strip\n"},
               {"whitespace", "[commit]\n\tcleanup = whitespace\n"},
               {"verbatim", "[commit]\n\tcleanup = verbatim\n"},
               {"scissors", "[commit]\n\tcleanup = scissors\n"},
               {"strip with another mark",
                "[commit]\n\tcleanup = strip\n[core]\n\tcommentChar = \";\"\n"}};
        const QList<std::pair<const char *, QByteArray>> messages
            = {{"one line", "Add orders"},
               {"blanks and empty lines", "\n\n  Add \t\n\n\n\nmore  \n\n"},
               {"comments", "# 1\nAdd\n#2\n; 3\nend\n"},
               {"umlauts", "Größe\r\n\r\nmehr\n"}};
        for (const auto &[c, configuration] : configurations) {
            for (const auto &[m, message] : messages)
                QTest::addRow("%s, %s", c, m) << configuration << message;
        }
    }

    void messagesAreCleanedAsGitCleansThem()
    {
        QFETCH(const QByteArray, configuration);
        QFETCH(const QByteArray, message);
        m_git.configure(identityText + configuration);
        const Checkout checkout;
        const auto committed = runCommand(
            checkout.path(), u"git"_s,
            {u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, QString::fromUtf8(message)});
        QCOMPARE(committed.errors, ""_ba);
        const auto repository = git::Repository::open(checkout.path());
        QCOMPARE(*git::cleanedMessage(*repository, message), committedMessage(checkout));
    }

    void aSignOffIsAddedAsGitAddsIt_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("one line") << "Add orders"_ba;
        QTest::newRow("a body") << "Add orders\n\nWith a body.\n"_ba;
        QTest::newRow("a trailer") << "Add orders\n\nIssue: 12\n"_ba;
        QTest::newRow("a trailer that looks like the title") << "Issue: 12\n"_ba;
        QTest::newRow("trailers on two lines")
            << "Add\n\nIssue: 12\n  and 13\nAcked-by: Bob <b@example.org>\n"_ba;
        QTest::newRow("a list in the last paragraph") << "Add\n\n- one: 1\n- two: 2\n"_ba;
        QTest::newRow("signed off already") << "Add\n\nSigned-off-by: Ada <ada@example.org>\n"_ba;
        QTest::newRow("signed off by another") << "Add\n\nSigned-off-by: Bob <b@example.org>\n"_ba;
        QTest::newRow("signed off before another")
            << "Add\n\nSigned-off-by: Ada <ada@example.org>\nSigned-off-by: Bob <b@example.org>\n"_ba;
    }

    void aSignOffIsAddedAsGitAddsIt()
    {
        QFETCH(const QByteArray, message);
        const Checkout checkout;
        const auto committed = runCommand(checkout.path(), u"git"_s,
                                          {u"commit"_s, u"-q"_s, u"-s"_s, u"--allow-empty"_s,
                                           u"-m"_s, QString::fromUtf8(message)});
        QCOMPARE(committed.errors, ""_ba);
        const auto repository = git::Repository::open(checkout.path());
        QCOMPARE(git::signedOff(*git::cleanedMessage(*repository, message), ada()),
                 committedMessage(checkout));
    }

    void commandsAreSplitAsGitSplitsThem_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("nothing") << u" "_s << QStringList();
        QTest::newRow("blanks") << u" ssh-add  -L\t"_s << QStringList{u"ssh-add"_s, u"-L"_s};
        QTest::newRow("quotes") << u"sh -c 'echo \"a b\"' \"it's\""_s
                                << QStringList{u"sh"_s, u"-c"_s, u"echo \"a b\""_s, u"it's"_s};
        QTest::newRow("quotes inside a word, and empty ones")
            << u"a'b c'd ''"_s << QStringList{u"ab cd"_s, QString()};
        QTest::newRow("backslashes")
            << u"a\\ b \"c\\\"d\" 'e\\f'"_s << QStringList{u"a b"_s, u"c\"d"_s, u"e\\f"_s};
        QTest::newRow("a quote that is not closed") << u"a 'b"_s << QStringList();
    }

    void commandsAreSplitAsGitSplitsThem()
    {
        QFETCH(const QString, command);
        QFETCH(const QStringList, words);
        QCOMPARE(git::shellWords(command), words);
    }

    void quotedWordsAreReadBack()
    {
        for (const QString &word :
             {u"/srv/plain-1.0"_s, u"a b"_s, u"it's"_s, u"$HOME `x`"_s, u""_s, u"\\"_s}) {
            const auto printed = runCommand(QDir::tempPath(), u"sh"_s,
                                            {u"-c"_s, u"printf '%s' "_s + git::shellQuoted(word)});
            QCOMPARE(QString::fromUtf8(printed.output), word);
        }
        QCOMPARE(git::shellQuoted(u"/srv/plain-1.0"_s), u"/srv/plain-1.0"_s);
    }

private:
    /// The message of HEAD as git keeps it, with all line ends.
    static QByteArray committedMessage(const Checkout &checkout)
    {
        const auto shown = runCommand(checkout.path(), u"sh"_s,
                                      {u"-c"_s, u"git cat-file commit HEAD && echo ."_s});
        return shown.output.sliced(shown.output.indexOf("\n\n") + 2).chopped(1);
    }

    IsolatedGit m_git;
};

QTEST_GUILESS_MAIN(TestMessage)
#include "tst_message.moc"
