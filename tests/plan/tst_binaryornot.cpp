#include "models/plan/binaryornot.h"

#include <QTest>

using namespace waymark;
using namespace Qt::StringLiterals;

class TestBinaryOrNot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What binaryornot 0.4.4 says of the same bytes.
    void contentsAreToldApart_data()
    {
        QTest::addColumn<QByteArray>("contents");
        QTest::addColumn<bool>("expected");
        QTest::newRow("empty") << ""_ba << false;
        QTest::newRow("plain text") << "hello\n"_ba << false;
        QTest::newRow("a NUL") << "hello\0"_ba << true;
        QTest::newRow("a NUL behind the first 1024 bytes") << QByteArray(1024, 'a') + '\0' << false;
        QTest::newRow("0xff") << "a\xff"_ba << true;
        QTest::newRow("Latin 1") << "caf\xe9"_ba << false;
        QTest::newRow("mostly control characters") << "\x01\x02\x03\x04\x05\x06\x07 x"_ba << false;
        QTest::newRow("only control characters")
            << "\x01\x02\x03\x04\x05\x06\x07\x0e\x0f\x10"_ba << true;
        QTest::newRow("UTF-8") << "日本語のテキスト"_ba << false;
        QTest::newRow("UTF-8 with a NUL") << "日本語のテキスト\0"_ba << false;
        QTest::newRow("UTF-8, cut") << QByteArray("日本語").repeated(200) << true;
        QTest::newRow("UTF-16 behind its mark") << "\xff\xfe"
                                                   "a\0b\0"_ba
                                                << false;
        QTest::newRow("UTF-16 without a mark") << "a\0b\0c\0d\0"_ba << true;
    }
    void contentsAreToldApart()
    {
        QFETCH(const QByteArray, contents);
        QTEST(isBinaryOrNot(contents), "expected");
    }
};

QTEST_MAIN(TestBinaryOrNot)

#include "tst_binaryornot.moc"
