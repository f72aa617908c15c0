#include "models/plan/textfinder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

class TestTextFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsAreReplaced_data()
    {
        QTest::addColumn<QByteArrayList>("texts");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("replaced");
        const QByteArrayList one{"hunter22"};
        QTest::newRow("no text") << QByteArrayList() << "hunter22"_ba << "hunter22"_ba;
        QTest::newRow("nothing") << one << ""_ba << ""_ba;
        QTest::newRow("all of it") << one << "hunter22"_ba << "*"_ba;
        QTest::newRow("inside") << one << "a hunter22 b"_ba << "a * b"_ba;
        QTest::newRow("twice") << one << "hunter22hunter22"_ba << "**"_ba;
        QTest::newRow("cut off") << one << "a hunter2"_ba << "a hunter2"_ba;
        QTest::newRow("behind its own start") << one << "hunthunter22"_ba << "hunt*"_ba;
        QTest::newRow("one that starts another")
            << QByteArrayList{"hunter22", "hunter22-long"} << "hunter22-long hunter22-lon"_ba
            << "* *-lon"_ba;
        QTest::newRow("a short one") << QByteArrayList{"hunter2"} << "hunter2"_ba << "hunter2"_ba;
        QTest::newRow("bytes of any kind") << QByteArrayList{"\xff\xfe\xfd\xfc\xfb\xfa\xf9\xf8"_ba}
                                           << "a\xff\xfe\xfd\xfc\xfb\xfa\xf9\xf8z"_ba << "a*z"_ba;
    }

    void textsAreReplaced()
    {
        QFETCH(const QByteArrayList, texts);
        QFETCH(const QByteArray, bytes);
        QFETCH(const QByteArray, replaced);
        TextFinder finder;
        for (const QByteArray &text : texts)
            finder.add(text);
        QCOMPARE(finder.replaced(bytes, "*"), replaced);
        QCOMPARE(finder.isOneIn(bytes), replaced != bytes);
    }
};

QTEST_APPLESS_MAIN(TestTextFinder)
#include "tst_textfinder.moc"
