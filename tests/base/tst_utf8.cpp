#include "models/base/utf8.h"
#include "tests/support/testing.h"

using namespace Qt::StringLiterals;
using namespace waymark;

class TestUtf8 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodBytesComeBackUnchanged_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << ""_ba;
        QTest::newRow("two, three and four bytes a character") << "ä€😀\r\n"_ba;
        QTest::newRow("a byte order mark stays") << "\xEF\xBB\xBFname"_ba;
        QTest::newRow("two byte order marks") << "\xEF\xBB\xBF\xEF\xBB\xBF"_ba;
        QTest::newRow("a replacement character that was there before") << "\xEF\xBF\xBD"_ba;
        QTest::newRow("no character, but UTF-8") << "\xEF\xBF\xBF\xF4\x8F\xBF\xBF"_ba;
        QTest::newRow("a zero byte") << QByteArray("a\0b", 3);
    }

    void goodBytesComeBackUnchanged()
    {
        QFETCH(const QByteArray, bytes);
        const auto text = decodeUtf8(bytes);
        VERIFY_RESULT(text);
        QCOMPARE(text->toUtf8(), bytes);
        QCOMPARE(displayed(bytes).toUtf8(), bytes);
    }

    void aBadByteIsAnErrorWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<SourcePosition>("place");
        QTest::newRow("Latin-1") << "gr\xFC\xDF"_ba << SourcePosition{1, 3};
        QTest::newRow("behind a character that is two UTF-16 units")
            << "\n😀\xFF"_ba << SourcePosition{2, 3};
        QTest::newRow("behind a replacement character")
            << "\xEF\xBF\xBD\xFF"_ba << SourcePosition{1, 2};
        QTest::newRow("cut off in the middle of a character")
            << "a\xE2\x82"_ba << SourcePosition{1, 2};
        QTest::newRow("an overlong slash") << "\xC0\xAF"_ba << SourcePosition{1, 1};
        QTest::newRow("an overlong slash of three bytes")
            << "a\xE0\x80\xAF"_ba << SourcePosition{1, 2};
        QTest::newRow("a surrogate") << "ab\xED\xA0\x80"_ba << SourcePosition{1, 3};
        QTest::newRow("beyond U+10FFFF") << "\xF4\x90\x80\x80"_ba << SourcePosition{1, 1};
        QTest::newRow("UTF-16") << QByteArray("\xFF\xFE\x61\0", 4) << SourcePosition{1, 1};
    }

    void aBadByteIsAnErrorWithItsPlace()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const SourcePosition, place);
        const auto text = decodeUtf8(bytes);
        QVERIFY(!text);
        QCOMPARE(text.error().problem.position, place);
        QCOMPARE(text.error().problem.code, u"text.not-utf8"_s);
        QVERIFY(displayed(bytes).contains(QChar::ReplacementCharacter));
    }

    void theExcerptShowsTheLineOfTheBadByte()
    {
        const auto text = decodeUtf8("one\ngr\xFC\xDF\nthree");
        QVERIFY(!text);
        QCOMPARE(text.error().problem.excerpt, u"gr\ufffd\ufffd"_s);
    }
};

QTEST_APPLESS_MAIN(TestUtf8)
#include "tst_utf8.moc"
