#include "views/widgets/coderows.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

QStringList rowsOf(const CodeText &text, const CodeRows::Setting &setting)
{
    CodeRows rows;
    rows.reset(text, setting);
    rows.measure(QDeadlineTimer(QDeadlineTimer::Forever));
    QStringList shown;
    for (int row = 0; row < rows.count(); ++row) {
        const CodeRows::Place place = rows.placeOf(row);
        const ColumnRange columns = rows.columnsOf(place);
        shown
            += text.line(place.line).sliced(columns.first, columns.end - columns.first).toString();
    }
    return shown;
}

} // namespace

class TestCodeRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCaretStepsOverWhatIsOneCharacter_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QList<int>>("columns");
        QTest::newRow("letters") << u"abc"_s << QList{0, 1, 2, 3};
        QTest::newRow("a surrogate pair") << u"a\U0001F600b"_s << QList{0, 1, 3, 4};
        QTest::newRow("a combining mark") << u"e\u0301x"_s << QList{0, 2, 3};
        QTest::newRow("a family") << u"\U0001F468\u200D\U0001F469\u200D\U0001F467."_s
                                  << QList{0, 8, 9};
        QTest::newRow("a flag") << u"\U0001F1E9\U0001F1EA."_s << QList{0, 4, 5};
        QTest::newRow("wide") << u"\u65e5\u672c"_s << QList{0, 1, 2};
        QTest::newRow("a tab") << u"\ta"_s << QList{0, 1, 2};
    }

    void aCaretStepsOverWhatIsOneCharacter()
    {
        QFETCH(const QString, line);
        QFETCH(const QList<int>, columns);
        QList<int> forward{0};
        while (forward.last() < line.size())
            forward += nextColumn(line, forward.last());
        QCOMPARE(forward, columns);
        QList<int> backward{int(line.size())};
        while (backward.first() > 0)
            backward.prepend(previousColumn(line, backward.first()));
        QCOMPARE(backward, columns);
    }

    void stepsInAVeryLongLineAreRight()
    {
        const QString line = QString(1'000'000, u'x') + u"e\u0301"_s + QString(1'000'000, u'y');
        QCOMPARE(nextColumn(line, 1'000'000), 1'000'002);
        QCOMPARE(previousColumn(line, 1'000'002), 1'000'000);
        QCOMPARE(snappedColumn(line, 1'000'001), 1'000'000);
    }

    void wordsAreNamesAndSigns_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QList<int>>("starts");
        QTest::newRow("names") << u"one two"_s << QList{0, 4, 7};
        QTest::newRow("signs") << u"a_1 := b.c()"_s << QList{0, 4, 7, 8, 9, 10, 12};
        QTest::newRow("blanks first") << u"  key: x"_s << QList{0, 2, 5, 7, 8};
    }

    void wordsAreNamesAndSigns()
    {
        QFETCH(const QString, line);
        QFETCH(const QList<int>, starts);
        QList<int> found{0};
        while (found.last() < line.size())
            found += nextWordColumn(line, found.last());
        QCOMPARE(found, starts);
    }

    void aWordIsTakenWhole_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<ColumnRange>("word");
        QTest::newRow("inside") << u"ab cde f"_s << 4 << ColumnRange{3, 6};
        QTest::newRow("blanks") << u"ab   cd"_s << 3 << ColumnRange{2, 5};
        QTest::newRow("at the end") << u"ab cd"_s << 5 << ColumnRange{3, 5};
        QTest::newRow("of nothing") << u""_s << 0 << ColumnRange{0, 0};
        QTest::newRow("of accents") << u"e\u0301te\u0301 x"_s << 1 << ColumnRange{0, 5};
    }

    void aWordIsTakenWhole()
    {
        QFETCH(const QString, line);
        QFETCH(const int, column);
        QFETCH(const ColumnRange, word);
        QVERIFY(wordAt(line, column) == word);
    }

    void cellsAreCounted_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("cells");
        QTest::newRow("letters") << u"abc"_s << 3;
        QTest::newRow("a tab goes to the next stop") << u"a\tb"_s << 5;
        QTest::newRow("a tab at a stop") << u"abcd\tb"_s << 9;
        QTest::newRow("wide") << u"\u65e5\u672c"_s << 4;
        QTest::newRow("an emoji") << u"\U0001F600"_s << 2;
        QTest::newRow("a combining mark") << u"e\u0301"_s << 1;
        QTest::newRow("half of a pair") << QString(QChar(0xd83d)) << 1;
    }

    void cellsAreCounted()
    {
        QFETCH(const QString, line);
        QFETCH(const int, cells);
        QCOMPARE(cellsOf(line, 4), cells);
    }

    void linesAreWrappedAtBlanks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("rows");
        QTest::newRow("short") << u"ab\ncd"_s << QStringList{u"ab"_s, u"cd"_s};
        QTest::newRow("at a blank")
            << u"one two three four"_s << QStringList{u"one two "_s, u"three four"_s};
        QTest::newRow("no blank") << u"abcdefghijklmno"_s
                                  << QStringList{u"abcdefghij"_s, u"klmno"_s};
        QTest::newRow("wide characters")
            << QString(7, u'\u65e5') << QStringList{QString(5, u'\u65e5'), QString(2, u'\u65e5')};
        QTest::newRow("an emoji is not cut")
            << u"abcdefghi\U0001F600x"_s << QStringList{u"abcdefghi"_s, u"\U0001F600x"_s};
        QTest::newRow("a mark stays with its letter")
            << u"abcdefghie\u0301x"_s << QStringList{u"abcdefghie\u0301"_s, u"x"_s};
        QTest::newRow("empty lines") << u"\n\nx"_s << QStringList{u""_s, u""_s, u"x"_s};
    }

    void linesAreWrappedAtBlanks()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, rows);
        QCOMPARE(rowsOf(CodeText(text), {.columns = 10, .isWrapped = true}), rows);
        QCOMPARE(rowsOf(CodeText(text), {.columns = 10}), text.split(u'\n'));
    }

    void aLineThatNobodyScrollsThroughIsCut()
    {
        const QString longLine(20'005, u'x');
        const CodeText text(u"a\n"_s + longLine + u"\nb"_s);
        const QStringList rows = rowsOf(text, {.columns = 100});
        QCOMPARE(rows.size(), 203);
        QCOMPARE(rows.first(), u"a"_s);
        QCOMPARE(rows.at(1).size(), 100);
        QCOMPARE(rows.at(201).size(), 5);
        QCOMPARE(rows.last(), u"b"_s);
        QCOMPARE(rows.sliced(1, 201).join(QString()), longLine);
    }

    void rowsAndPlacesAreTheSameThing_data()
    {
        QTest::addColumn<bool>("isWrapped");
        QTest::newRow("wrapped") << true;
        QTest::newRow("not wrapped") << false;
    }

    void rowsAndPlacesAreTheSameThing()
    {
        QFETCH(const bool, isWrapped);
        QString all;
        for (int line = 0; line < 200; ++line)
            all += QString(line % 47, u'y') + u'\n';
        all += QString(12'345, u'\u65e5');
        const CodeText text(all);
        CodeRows rows;
        rows.reset(text, {.columns = 10, .isWrapped = isWrapped});
        rows.measure(QDeadlineTimer(QDeadlineTimer::Forever));
        for (int row = 0; row < rows.count(); ++row) {
            const CodeRows::Place place = rows.placeOf(row);
            QCOMPARE(rows.rowOf(place), row);
            const ColumnRange columns = rows.columnsOf(place);
            if (columns.first < columns.end) {
                QVERIFY(rows.placeOf(TextPlace{place.line, columns.first}) == place);
                QVERIFY(rows.placeOf(TextPlace{place.line, columns.end - 1}) == place);
            }
        }
        QVERIFY(rows.placeOf(rows.count() + 5) == rows.placeOf(rows.count() - 1));
    }

    void linesAreAsHighAsThoseBeside_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("beside");
        QTest::addColumn<QStringList>("rows"); // what each shows
        QTest::newRow("as high") << u"ab\ncd"_s << u"a\nb"_s << QStringList{u"ab"_s, u"cd"_s};
        QTest::newRow("higher beside")
            << u"ab\ncd"_s << u"one two three four\nb"_s << QStringList{u"ab"_s, u""_s, u"cd"_s};
        QTest::newRow("higher itself") << u"one two three four\ncd"_s << u"ab\nb"_s
                                       << QStringList{u"one two "_s, u"three four"_s, u"cd"_s};
        QTest::newRow("fewer lines beside")
            << u"ab\ncd"_s << u"one two three four"_s << QStringList{u"ab"_s, u""_s, u"cd"_s};
        QTest::newRow("an empty line") << u"\ncd"_s << u"abcdefghijklmnopqrstu\nx"_s
                                       << QStringList{u""_s, u""_s, u""_s, u"cd"_s};
    }

    void linesAreAsHighAsThoseBeside()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, beside);
        const CodeText ours(text);
        const CodeText theirs(beside);
        CodeRows other;
        CodeRows rows;
        other.reset(theirs, {.columns = 10, .isWrapped = true});
        rows.reset(ours, {.columns = 10, .isWrapped = true}, &other);
        rows.measure(QDeadlineTimer(QDeadlineTimer::Forever));
        QStringList shown;
        for (int row = 0; row < rows.count(); ++row) {
            const CodeRows::Place place = rows.placeOf(row);
            QCOMPARE(rows.rowOf(place), row);
            const ColumnRange columns = rows.columnsOf(place);
            shown += ours.line(place.line)
                         .sliced(columns.first, columns.end - columns.first)
                         .toString();
            QCOMPARE(rows.isBelowText(place), place.part > 0 && columns.first == columns.end);
            if (!rows.isBelowText(place))
                QVERIFY(rows.placeOf(TextPlace{place.line, columns.first}) == place);
        }
        QTEST(shown, "rows");
    }

    void aLongLineBesideIsAsHighWithoutWrapping()
    {
        const CodeText ours(u"a\nb"_s);
        const CodeText theirs(QString(20'005, u'x') + u"\ny"_s);
        CodeRows other;
        CodeRows rows;
        other.reset(theirs, {.columns = 100});
        rows.reset(ours, {.columns = 100}, &other);
        QVERIFY(!rows.isLevel());
        QCOMPARE(rows.count(), 202);
        QCOMPARE(rows.rowOf({1, 0}), 201);
        QVERIFY(rows.isBelowText({0, 200}));
        rows.reset(ours, {.columns = 100});
        QVERIFY(rows.isLevel());
        QCOMPARE(rows.count(), 2);
    }

    void countsAreMadeRightInSlices()
    {
        const CodeText text(QString(u"\t\t\tx y z\n"_s).repeated(1'000));
        CodeRows rows;
        rows.reset(text, {.columns = 10, .isWrapped = true});
        const int guessed = rows.count();
        QVERIFY(rows.measure(QDeadlineTimer(0))); // time for some of them
        QVERIFY(rows.measureLine(999));
        QVERIFY(!rows.measureLine(999));
        while (rows.measure(QDeadlineTimer(0))) { }
        QVERIFY(rows.count() > guessed);
        QCOMPARE(rows.count(), rows.rowsOf(0) * 1'000);
    }

    void theWidestLineIsFound()
    {
        const CodeText text(u"ab\n\u65e5\u672c\u65e5\nabcd"_s);
        CodeRows rows;
        rows.reset(text, {});
        rows.measure(QDeadlineTimer(QDeadlineTimer::Forever));
        QCOMPARE(rows.widestCells(), 6);
    }
};

QTEST_GUILESS_MAIN(TestCodeRows)
#include "tst_coderows.moc"
