#include "views/widgets/codeedits.h"
#include "views/widgets/codetext.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

CodeText textOf(const QByteArray &text)
{
    return CodeText(QString::fromUtf8(text));
}

QStringList linesOf(const CodeText &text)
{
    QStringList lines;
    for (int line = 0; line < text.lineCount(); ++line)
        lines += text.line(line).toString();
    return lines;
}

/// `before` with its edits made, taking what is new from `after`.
QStringList applied(const QList<LineEdit> &edits, const CodeText &before, const CodeText &after)
{
    QStringList lines = linesOf(before);
    const QStringList news = linesOf(after);
    for (auto edit = edits.crbegin(); edit != edits.crend(); ++edit) {
        lines.remove(edit->line, edit->removed);
        for (int i = 0; i < edit->inserted; ++i)
            lines.insert(edit->line + i, news.at(edit->newLine + i));
    }
    return lines;
}

} // namespace

class TestCodeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTextIsCutIntoLines_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("nothing is one line") << QByteArray() << QStringList{u""_s};
        QTest::newRow("a line end at the end begins none")
            << QByteArray("a\nb\n") << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("no line end at the end")
            << QByteArray("a\nb") << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("an empty line at the end")
            << QByteArray("a\n\n") << QStringList{u"a"_s, u""_s};
        QTest::newRow("line ends of Windows")
            << QByteArray("a\r\nb\r\n") << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("only a line end") << QByteArray("\n") << QStringList{u""_s};
    }

    void aTextIsCutIntoLines()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QStringList, lines);
        const CodeText text = CodeText::fromBytes(bytes);
        QCOMPARE(linesOf(text), lines);
        QCOMPARE(text.text(), QString::fromUtf8(bytes));
        QVERIFY(text.isExact());
    }

    void whatIsNoUtf8IsReplacedAndSaid()
    {
        const CodeText text = CodeText::fromBytes("a\xff"
                                                  "b");
        QCOMPARE(text.text(), u"a\uFFFDb");
        QVERIFY(!text.isExact());
        QVERIFY(CodeText::fromBytes("\xEF\xBF\xBD").isExact());
    }

    void aByteOrderMarkStays()
    {
        QCOMPARE(CodeText::fromBytes("\xEF\xBB\xBFx").text(), u"\uFEFFx");
    }

    void placesAndOffsetsAreTheSameThing()
    {
        const CodeText text = textOf("ab\r\nc\n");
        QCOMPARE(text.placeOf(0), (TextPlace{0, 0}));
        QCOMPARE(text.placeOf(3), (TextPlace{0, 2})); // inside of a line end
        QCOMPARE(text.placeOf(4), (TextPlace{1, 0}));
        QCOMPARE(text.placeOf(99), (TextPlace{1, 1}));
        QCOMPARE(text.placeOf(-1), (TextPlace{0, 0}));
        QCOMPARE(text.offsetOf({1, 1}), 5);
        QCOMPARE(text.offsetOf({7, 7}), 5);
        QCOMPARE(text.clamped({0, 99}), (TextPlace{0, 2}));
        QCOMPARE(text.clamped({-1, 5}), (TextPlace{0, 0}));
    }

    void theWholeIsTakenWithItsLastLineEnd()
    {
        const CodeText text = textOf("ab\nc\n");
        QCOMPARE(text.between({}, text.end()), u"ab\nc\n"_s);
        QCOMPARE(text.between({0, 1}, text.end()), u"b\nc"_s);
    }

    void editsAreAsSmallAsTheyCanBe_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QList<LineEdit>>("edits");
        QTest::newRow("none") << QByteArray("a\nb") << QByteArray("a\nb") << QList<LineEdit>();
        QTest::newRow("one line") << QByteArray("a\nb\nc") << QByteArray("a\nx\nc")
                                  << QList<LineEdit>{{1, 1, 1, 1}};
        QTest::newRow("three apart")
            << QByteArray("a\nb\nc\nd\ne\nf") << QByteArray("a\nx\nc\ny\ne\nz")
            << QList<LineEdit>{{1, 1, 1, 1}, {3, 1, 3, 1}, {5, 1, 5, 1}};
        QTest::newRow("lines more")
            << QByteArray("a\nb") << QByteArray("a\nx\ny\nb") << QList<LineEdit>{{1, 0, 1, 2}};
        QTest::newRow("lines less")
            << QByteArray("a\nx\ny\nb") << QByteArray("a\nb") << QList<LineEdit>{{1, 2, 1, 0}};
        QTest::newRow("more above and other below")
            << QByteArray("a\nb\nc\nd") << QByteArray("n\na\nb\nc\nx")
            << QList<LineEdit>{{0, 0, 0, 1}, {3, 1, 4, 1}};
    }

    void editsAreAsSmallAsTheyCanBe()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        QFETCH(const QList<LineEdit>, edits);
        QVERIFY(lineEdits(textOf(before), textOf(after)) == edits);
    }

    void editsMakeTheNewText()
    {
        QRandomGenerator random(20260);
        const auto some = [&random](int most) {
            QStringList lines;
            for (int count = random.bounded(1, most); count > 0; --count)
                lines += QString(QChar(u'a' + random.bounded(4)));
            return CodeText(lines.join(u'\n'));
        };
        for (int round = 0; round < 300; ++round) {
            const CodeText before = some(30);
            const CodeText after = some(30);
            const auto edits = lineEdits(before, after);
            QCOMPARE(applied(edits, before, after), linesOf(after));
        }
    }

    void veryManyDifferencesAreOneEdit()
    {
        QString before;
        QString after;
        for (int line = 0; line < 400; ++line) {
            before += u"a%1\nsame\n"_s.arg(line);
            after += u"b%1\nsame\n"_s.arg(line);
        }
        const CodeText old(before);
        const CodeText text(after);
        const auto edits = lineEdits(old, text);
        QCOMPARE(edits.size(), 1);
        QCOMPARE(applied(edits, old, text), linesOf(text));
    }

    void aPlaceMovesWithItsText_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<TextPlace>("place");
        QTest::addColumn<TextPlace>("moved");
        const auto row = [](const char *name, const char *before, const char *after,
                            TextPlace place, TextPlace moved) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(after) << place << moved;
        };
        row("an edit below", "a\nb\nc", "a\nb\nx", {1, 1}, {1, 1});
        row("lines above", "a\nb", "x\ny\na\nb", {1, 1}, {3, 1});
        row("lines above are gone", "x\ny\na\nb", "a\nb", {3, 1}, {1, 1});
        row("before what changed in its line", "key: 256Mi", "key: 512Mi", {0, 3}, {0, 3});
        row("behind what changed in its line", "key: 64Mi end", "key: 1024Mi end", {0, 13},
            {0, 15});
        row("in what changed", "key: 256Mi", "key: 51", {0, 8}, {0, 7});
        row("its line is gone", "a\nb\nc", "a\nc", {1, 1}, {1, 1});
        row("the last line is gone", "a\nb", "a", {1, 1}, {0, 1});
    }

    void aPlaceMovesWithItsText()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        QFETCH(const TextPlace, place);
        QFETCH(const TextPlace, moved);
        const CodeText old = textOf(before);
        const CodeText text = textOf(after);
        QVERIFY(movedPlace(lineEdits(old, text), old, text, place) == moved);
    }
};

QTEST_GUILESS_MAIN(TestCodeText)
#include "tst_codetext.moc"
