#include "app/cli/startup.h"
#include "tests/support/testing.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::cli;

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
