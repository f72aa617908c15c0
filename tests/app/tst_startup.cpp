#include "app/cli/startup.h"
#include "tests/support/smalltemplate.h"
#include "tests/support/testing.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::cli;
using namespace waymark::testing;

namespace {

/// A standard output that takes nothing, as /dev/full.
class FullDevice final : public QIODevice
{
protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64) override
    {
        setErrorString(u"No space left"_s);
        return -1;
    }
};

/// What start() returns for `words` with a standard output that takes nothing, and says on stderr.
std::pair<ExitCode, QByteArray> startedWithoutOutput(const QByteArrayList &words)
{
    QByteArray said;
    QBuffer in;
    in.open(QIODevice::ReadOnly);
    FullDevice full;
    full.open(QIODevice::WriteOnly);
    QBuffer errors(&said);
    errors.open(QIODevice::WriteOnly);
    QTextStream out(&full);
    QTextStream err(&errors);
    const ExitCode code = start(words, {in, out, err});
    err.flush();
    return {code, said};
}

} // namespace

class TestStartup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreTakenByteForByte()
    {
        const auto words = decodedWords({"new", "größe", "\xef\xbb\xbfx", ""});
        VERIFY_RESULT(words);
        QCOMPARE(*words, (QStringList{u"new"_s, u"größe"_s, QString(u"\ufeffx"_s), u""_s}));
    }

    void aWordThatIsNoUtf8IsRefused_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("Latin-1") << QByteArray("gr\xf6\xdf"
                                               "e");
        QTest::newRow("cut short") << QByteArray("a\xc3");
        QTest::newRow("a surrogate") << QByteArray("\xed\xa0\x80");
        QTest::newRow("an overlong slash") << QByteArray("a\xc0\xaf");
    }

    void aWordThatIsNoUtf8IsRefused()
    {
        QFETCH(const QByteArray, word);
        const auto words = decodedWords({"new", word});
        QVERIFY(!words);
        QCOMPARE(words.error().problem.code, u"cli.encoding"_s);
        QVERIFY(words.error().problem.message.contains(u'\ufffd'));
        QVERIFY(!words.error().problem.hint.isEmpty());
    }

    void theCurrentFolderIsKnown()
    {
        const auto folder = currentFolder();
        VERIFY_RESULT(folder);
        QCOMPARE(*folder, QDir::currentPath());
    }

    void whatWasMadeIsSaidWhereTheOutputFails()
    {
        const CliRunner runner;
        qputenv("XDG_STATE_HOME", runner.path(u"state"_s).toUtf8());
        writeSmallTemplate(runner);
        const auto [code, said] = startedWithoutOutput({"new", runner.path(u"small"_s).toUtf8(),
                                                        runner.path(u"orders"_s).toUtf8(),
                                                        "--defaults", "--no-commit"});
        QVERIFY2(code == Done, said.constData());
        QVERIFY2(said.contains("could not be written: No space left"), said.constData());
        QVERIFY2(said.contains("Created " + runner.path(u"orders"_s).toUtf8()), said.constData());
        QVERIFY(QFile::exists(runner.path(u"orders/README.md"_s)));
    }

    void whatIsOnlyPrintedHasFailedWhereTheOutputFails()
    {
        const auto [code, said] = startedWithoutOutput({"help"});
        QCOMPARE(code, NotPossible);
        QCOMPARE(said, QByteArray("waymark: the output could not be written: No space left\n"));
    }

    void aSeedIsDrawn()
    {
        const QByteArray seed = drawnSeed();
        QCOMPARE(seed.size(), 16);
        QCOMPARE(QByteArray::fromHex(seed).size(), 8);
        QVERIFY(seed != drawnSeed());
    }
};

QTEST_GUILESS_MAIN(TestStartup)
#include "tst_startup.moc"
