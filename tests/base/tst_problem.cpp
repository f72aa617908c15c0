#include "models/base/problem.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

class TestProblem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aProblemPrintsAsItsReaderNeedsIt_data()
    {
        QTest::addColumn<Problem>("problem");
        QTest::addColumn<QString>("text");
        const Problem plain{.message = u"No."_s};
        QTest::newRow("a message alone") << plain << u"No."_s;
        QTest::newRow("in a file")
            << Problem{.message = u"No."_s, .file = u"a b.yaml"_s} << u"a b.yaml: No."_s;
        QTest::newRow("with a hint")
            << Problem{.message = u"No."_s, .hint = u"Try."_s} << u"No.\nTry."_s;
        QTest::newRow("at a place of a text without a name")
            << Problem{.message = u"No."_s, .position = SourcePosition{2, 7}}
            << u"<text>:2:7: No."_s;
        QTest::newRow("everything") << Problem{.message = u"No."_s,
                                               .file = u"f"_s,
                                               .position = SourcePosition{2, 3},
                                               .excerpt = u"abc"_s,
                                               .hint = u"Try."_s}
                                    << u"f:2:3: No.\n  abc\n    ^\nTry."_s;
        QTest::newRow("the caret stands below a line with tabs")
            << plain.pointingAt(u"\ta\tb", {1, 4}) << u"<text>:1:4: No.\n  \ta\tb\n  \t \t^"_s;
        QTest::newRow("a pair and a combining mark are one place wide")
            << plain.pointingAt(u"😀e\u0301x", {1, 5}) << u"<text>:1:5: No.\n  😀e\u0301x\n    ^"_s;
        QTest::newRow("behind the end of the line")
            << plain.pointingAt(u"ab\ncd", {1, 3}) << u"<text>:1:3: No.\n  ab\n    ^"_s;
        QTest::newRow("what a program printed stands as it was printed")
            << Problem{.message = u"No."_s, .excerpt = u"first\n second\n"_s, .hint = u"Try."_s}
            << u"No.\nfirst\n second\nTry."_s;
    }

    void aProblemPrintsAsItsReaderNeedsIt()
    {
        QFETCH(const Problem, problem);
        QFETCH(const QString, text);
        QCOMPARE(problem.toString(), text);
        QCOMPARE(Error{problem}.toString(), text);
        QCOMPARE(problem.headline(), text.section(u'\n', 0, 0));
    }

    void anExcerptIsTheLineOfItsPlace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<SourcePosition>("place");
        QTest::addColumn<QString>("excerpt");
        QTest::addColumn<int>("column");
        QTest::newRow("the only line") << u"abc"_s << SourcePosition{1, 2} << u"abc"_s << 2;
        QTest::newRow("a line between others")
            << u"a\nbc\nd"_s << SourcePosition{2, 1} << u"bc"_s << 1;
        QTest::newRow("Windows' line ends")
            << u"a\r\nbc\r\nd"_s << SourcePosition{2, 1} << u"bc"_s << 1;
        QTest::newRow("the empty line behind the last")
            << u"a\n"_s << SourcePosition{2, 1} << u""_s << 1;
        QTest::newRow("beyond the last line") << u"a\n"_s << SourcePosition{9, 4} << u""_s << 1;
        QTest::newRow("beyond the end of its line")
            << u"abc"_s << SourcePosition{1, 9} << u"abc"_s << 4;
        QTest::newRow("controls are shown, not obeyed")
            << u"a\u001b[2J\t\u007f\u009b\u202e"_s << SourcePosition{1, 1}
            << u"a␛[2J\t␡\ufffd\ufffd"_s << 1;
        QTest::newRow("160 units are not cut")
            << QString(160, u'x') << SourcePosition{1, 160} << QString(160, u'x') << 160;
        const QString x(500, u'x');
        QTest::newRow("cut behind") << x << SourcePosition{1, 3} << x.first(158) + u'…' << 3;
        QTest::newRow("cut before") << x << SourcePosition{1, 500} << u'…' + x.first(158) << 159;
        QTest::newRow("cut on both sides")
            << x << SourcePosition{1, 250} << u'…' + x.first(158) + u'…' << 81;
        const QString pairs = u"😀"_s.repeated(200);
        QTest::newRow("no pair is cut in two")
            << pairs << SourcePosition{1, 201} << u'…' + pairs.first(156) + u'…' << 80;
    }

    void anExcerptIsTheLineOfItsPlace()
    {
        QFETCH(const QString, text);
        QFETCH(const SourcePosition, place);
        const Excerpt excerpt = excerptOf(text, place);
        QTEST(excerpt.text, "excerpt");
        QTEST(excerpt.column, "column");
    }

    void theCaretMovesWithTheCut()
    {
        const QString line = QString(300, u'x') + u'!' + QString(300, u'x');
        const QStringList lines = Problem{}.pointingAt(line, {1, 301}).toString().split(u'\n');
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines.at(2).indexOf(u'^'), lines.at(1).indexOf(u'!'));
    }

    void anOffsetHasAPlace_data()
    {
        QTest::addColumn<qsizetype>("offset");
        QTest::addColumn<SourcePosition>("place");
        QTest::newRow("start") << qsizetype(0) << SourcePosition{1, 1};
        QTest::newRow("at a line end") << qsizetype(2) << SourcePosition{1, 3};
        QTest::newRow("behind it") << qsizetype(3) << SourcePosition{2, 1};
        QTest::newRow("the end") << qsizetype(7) << SourcePosition{3, 2};
    }

    void anOffsetHasAPlace()
    {
        QFETCH(const qsizetype, offset);
        const QString text = u"ab\ncd\ne"_s;
        QTEST(positionOf(text, offset), "place");
        SourcePosition stepped;
        for (const QChar c : QStringView(text).first(offset))
            stepped = stepped.after(c);
        QCOMPARE(positionOf(text, offset), stepped);
    }
};

QTEST_APPLESS_MAIN(TestProblem)
#include "tst_problem.moc"
