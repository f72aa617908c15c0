#include "views/widgets/mnemonics.h"

#include <QMenu>
#include <QMenuBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

class TestMnemonics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMnemonicIsNoPartOfTheWords()
    {
        QCOMPARE(withoutMnemonic(u"&File"_s), u"File"_s);
        QCOMPARE(withoutMnemonic(u"C&reate"_s), u"Create"_s);
        QCOMPARE(withoutMnemonic(u"Copy && paste"_s), u"Copy & paste"_s);
        QCOMPARE(withoutMnemonic(u"last&"_s), u"last"_s);
        QCOMPARE(withoutMnemonic(literally(u"R&D"_s)), u"R&D"_s);
    }

    void aLabelMarksOneLetter_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QChar>("letter");
        QTest::newRow("none") << u"File"_s << QChar();
        QTest::newRow("the first") << u"&File"_s << QChar(u'F');
        QTest::newRow("a small one") << u"C&reate"_s << QChar(u'R');
        QTest::newRow("a sign that stands for itself") << u"R&&D"_s << QChar();
        QTest::newRow("behind such a sign") << u"R&&D &team"_s << QChar(u'T');
        QTest::newRow("nothing behind it") << u"last&"_s << QChar();
    }

    void aLabelMarksOneLetter()
    {
        QFETCH(const QString, label);
        QFETCH(const QChar, letter);
        QCOMPARE(mnemonicOf(label), letter);
    }

    void aLetterThatIsFreeIsMarked_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("taken");
        QTest::addColumn<QString>("label");
        QTest::newRow("the first") << u"Memory per copy"_s << u""_s << u"&Memory per copy"_s;
        QTest::newRow("of the next word")
            << u"Memory per copy"_s << u"M"_s << u"Memory &per copy"_s;
        QTest::newRow("inside of a word")
            << u"Memory per copy"_s << u"MPC"_s << u"M&emory per copy"_s;
        QTest::newRow("none is free") << u"Ab"_s << u"AB"_s << u"Ab"_s;
        QTest::newRow("digits are for steps") << u"2 copies"_s << u""_s << u"2 &copies"_s;
        QTest::newRow("an ampersand") << u"R&D team"_s << u"RT"_s << u"R&&&D team"_s;
        QTest::newRow("another script") << u"Ёлка"_s << u""_s << u"&Ёлка"_s;
    }

    void aLetterThatIsFreeIsMarked()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, taken);
        QFETCH(const QString, label);
        const QChar letter = freeMnemonic(text, QSet<QChar>(taken.cbegin(), taken.cend()));
        QCOMPARE(withMnemonic(text, letter), label);
        QCOMPARE(mnemonicOf(label), letter);
        QCOMPARE(withoutMnemonic(label), text);
    }

    void menusHaveTheirLetters()
    {
        QWidget window;
        QMenuBar bar(&window);
        bar.addMenu(u"&File"_s);
        bar.addMenu(u"R&eview"_s);
        QCOMPARE(menuMnemonics(&window), (QSet<QChar>{u'F', u'E'}));
    }
};

QTEST_MAIN(TestMnemonics)
#include "tst_mnemonics.moc"
