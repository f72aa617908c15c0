#include "models/items/mistakelines.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

const QString faultyFile = u"/templates/a/template.yaml"_s;

QByteArray numberedText(int lines)
{
    QByteArray text;
    for (int line = 1; line <= lines; ++line)
        text += "key" + QByteArray::number(line) + ": value\n";
    return text;
}

Problem mistakeAt(const QByteArray &text, SourcePosition place,
                  const QString &message = u"Wrong."_s)
{
    return Problem{.message = message, .file = faultyFile}.pointingAt(QString::fromUtf8(text),
                                                                      place);
}

/// "3 key3: value": each line with its number.
QString numberedOf(const MistakeLines &lines)
{
    const QByteArrayList texts = lines.text.split('\n');
    QStringList rows;
    for (qsizetype i = 0; i < lines.numbers.size(); ++i)
        rows += QString::number(lines.numbers.at(i)) + u' '
            + QString::fromUtf8(texts.value(i)).section(u':', 0, 0);
    return texts.size() == lines.numbers.size() ? rows.join(u", "_s) : u"not as many"_s;
}

/// "error 2 Wrong. 1-6"
QString marksOf(const MistakeLines &lines)
{
    QStringList rows;
    for (const LineMark &mark : lines.marks)
        rows += u"%1 %2 %3 %4-%5"_s
                    .arg(mark.kind == LineMark::Kind::Error ? u"error"_s : u"warning"_s)
                    .arg(mark.line)
                    .arg(mark.note)
                    .arg(mark.columns.value(0).start)
                    .arg(mark.columns.value(0).end);
    return rows.join(u", "_s);
}

} // namespace

class TestMistakeLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAPlaceThereIsNothing_data()
    {
        QTest::addColumn<QList<Problem>>("problems");
        QTest::newRow("no problem") << QList<Problem>();
        QTest::newRow("no place") << QList<Problem>{{.message = u"No file."_s, .file = faultyFile}};
        QTest::newRow("a note") << QList<Problem>{
            {.severity = Severity::Note, .file = faultyFile, .position = SourcePosition{1, 1}}};
        QTest::newRow("a place of which nothing is known")
            << QList<Problem>{{.file = faultyFile, .position = SourcePosition{3, 1}}};
    }

    void withoutAPlaceThereIsNothing()
    {
        QFETCH(const QList<Problem>, problems);
        QVERIFY(mistakeLines(problems) == MistakeLines());
    }

    void aMistakeIsShownAmongItsLines()
    {
        const QByteArray text = numberedText(20);
        const MistakeLines lines
            = mistakeLines({mistakeAt(text, {9, 7}, u"No such value."_s)}, {{faultyFile, text}});
        QCOMPARE(lines.file, faultyFile);
        QCOMPARE(lines.errors, 1);
        QCOMPARE(numberedOf(lines),
                 u"6 key6, 7 key7, 8 key8, 9 key9, 10 key10, 11 key11, 12 key12"_s);
        QCOMPARE(marksOf(lines), u"error 4 No such value. 7-12"_s);
    }

    void whatIsLeftOutIsSeen()
    {
        const QByteArray text = numberedText(40);
        const MistakeLines lines = mistakeLines(
            {mistakeAt(text, {40, 1}, u"Last."_s), mistakeAt(text, {2, 1}, u"First."_s)},
            {{faultyFile, text}});
        QCOMPARE(lines.errors, 2);
        QCOMPARE(numberedOf(lines),
                 u"1 key1, 2 key2, 3 key3, 4 key4, 5 key5, 0 …, 37 key37, 38 key38, 39 key39, "
                 "40 key40, 41 "_s);
        QCOMPARE(marksOf(lines), u"error 2 First. 1-6, error 10 Last. 1-7"_s);
    }

    void whatIsCloseIsOneStretch()
    {
        const QByteArray text = numberedText(20);
        const MistakeLines lines = mistakeLines({mistakeAt(text, {5, 1}), mistakeAt(text, {11, 1})},
                                                {{faultyFile, text}});
        QVERIFY(!lines.numbers.contains(0));
        QCOMPARE(lines.numbers.first(), 2);
        QCOMPARE(lines.numbers.last(), 14);
    }

    void ofALineTheGravestIsTold()
    {
        const QByteArray text = numberedText(1);
        Problem warning = mistakeAt(text, {1, 1}, u"Odd."_s);
        warning.severity = Severity::Warning;
        const MistakeLines lines
            = mistakeLines({warning, mistakeAt(text, {1, 7}, u"Wrong."_s)}, {{faultyFile, text}});
        QCOMPARE(lines.errors, 1);
        QCOMPARE(marksOf(lines), u"error 1 Wrong. 7-12"_s);
    }

    void onlyOneFileIsShown()
    {
        const QByteArray text = numberedText(3);
        Problem other = mistakeAt(text, {2, 1});
        other.file = u"/templates/a/waymark.yaml"_s;
        const MistakeLines lines = mistakeLines({mistakeAt(text, {1, 1}), other},
                                                {{faultyFile, text}, {other.file, text}});
        QCOMPARE(lines.file, faultyFile);
        QCOMPARE(lines.errors, 1);
        QCOMPARE(lines.marks.size(), 1);
    }

    void withoutItsFileThereAreTheExcerpts_data()
    {
        QTest::addColumn<QByteArray>("content"); // empty: it is not known
        QTest::newRow("a file that is not known") << QByteArray();
        QTest::newRow("a file that became another") << QByteArray("other: 1\nlines: 2\n");
    }

    void withoutItsFileThereAreTheExcerpts()
    {
        QFETCH(const QByteArray, content);
        const QByteArray text = numberedText(20);
        QMap<QString, QByteArray> files;
        if (!content.isEmpty())
            files.insert(faultyFile, content);
        const MistakeLines lines
            = mistakeLines({mistakeAt(text, {9, 7}), mistakeAt(text, {3, 1})}, files);
        QCOMPARE(numberedOf(lines), u"3 key3, 0 …, 9 key9"_s);
        QCOMPARE(marksOf(lines), u"error 1 Wrong. 1-6, error 3 Wrong. 7-12"_s);
    }

    void anExcerptThatWasCutIsMarkedWhereTheMistakeIs()
    {
        const QByteArray text = QByteArray("x ").repeated(200) + "here " + QByteArray(200, 'y');
        const Problem problem = mistakeAt(text, {1, 401});
        const MistakeLines lines = mistakeLines({problem});
        const QString shown = QString::fromUtf8(lines.text);
        const MarkedColumns part = lines.marks.value(0).columns.value(0);
        QCOMPARE(shown.sliced(part.start - 1, part.end - part.start), u"here"_s);
    }

    void manyMistakesAreCountedAndTheFirstAreShown()
    {
        const QByteArray text = numberedText(100);
        QList<Problem> problems;
        for (int line = 10; line <= 100; line += 10)
            problems += mistakeAt(text, {line, 1});
        const MistakeLines lines = mistakeLines(problems, {{faultyFile, text}});
        QCOMPARE(lines.errors, 10);
        QCOMPARE(lines.marks.size(), 6);
        QCOMPARE(lines.numbers.last(), 63);
    }

    void endsOfLinesAreNotShown()
    {
        const QByteArray text = "a: 1\r\nb: 2\r\n";
        const MistakeLines lines
            = mistakeLines({mistakeAt("a: 1\nb: 2\n", {2, 1})}, {{faultyFile, text}});
        QVERIFY(!lines.text.contains('\r'));
        QVERIFY(!lines.text.isEmpty());
    }
};

QTEST_MAIN(TestMistakeLines)
#include "tst_mistakelines.moc"
