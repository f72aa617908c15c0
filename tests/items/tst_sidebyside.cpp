#include "models/items/sidebyside.h"
#include "models/plan/plan.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using Kind = LineMark::Kind;

namespace {

/// Each line of a side: its number, its sign, what it says.
QStringList read(const SideBySide::Side &side)
{
    QStringList lines;
    const QByteArrayList texts = side.text.split('\n');
    for (qsizetype i = 0; i < side.numbers.size(); ++i) {
        QString sign;
        for (const LineMark &mark : side.marks) {
            if (mark.line == i + 1)
                sign += mark.kind == Kind::Added ? u"+"_s
                    : mark.kind == Kind::Removed ? u"-"_s
                    : mark.kind == Kind::Filler  ? u"/"_s
                                                 : u"~"_s + mark.note;
        }
        lines += QString::number(side.numbers.at(i)) + sign + u'|' + QString::fromUtf8(texts.at(i));
    }
    return lines;
}

/// What of a side is in its text: its lines without those that fill.
QByteArray whole(const SideBySide::Side &side)
{
    QByteArray text;
    const QByteArrayList texts = side.text.split('\n');
    for (qsizetype i = 0; i < side.numbers.size(); ++i) {
        if (side.numbers.at(i) > 0)
            text += texts.at(i) + '\n';
    }
    return text;
}

SideBySide sides(const QByteArray &before, const QByteArray &after)
{
    return sideBySide(diffText(before, after, DiffText::Extent::Whole));
}

} // namespace

class TestSideBySide : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatBelongsTogetherStandsAtOneHeight()
    {
        const SideBySide both = sides("a\nb\nc\nd\n", "a\nB\nc\nx\ny\nd\n");
        QCOMPARE(read(both.before),
                 (QStringList{u"1|a"_s, u"2-|b"_s, u"3|c"_s, u"0/|"_s, u"0/|"_s, u"4|d"_s}));
        QCOMPARE(read(both.after),
                 (QStringList{u"1|a"_s, u"2+|B"_s, u"3|c"_s, u"4+|x"_s, u"5+|y"_s, u"6|d"_s}));
        QCOMPARE(both.changes, (QList<int>{2, 4}));
    }

    void whatGoesHasNothingBeside()
    {
        const SideBySide both = sides("a\nb\nc\n", "a\nx\n");
        QCOMPARE(read(both.before), (QStringList{u"1|a"_s, u"2-|b"_s, u"3-|c"_s}));
        QCOMPARE(read(both.after), (QStringList{u"1|a"_s, u"2+|x"_s, u"0/|"_s}));
        QCOMPARE(both.changes, QList<int>{2});
    }

    void wordsThatDifferAreMarkedOnBothSides()
    {
        const SideBySide both = sides("memory: 256Mi\n", "memory: 512Mi\n");
        QCOMPARE(both.before.marks.first().columns, (QList<MarkedColumns>{{9, 12}}));
        QCOMPARE(both.after.marks.first().columns, (QList<MarkedColumns>{{9, 12}}));
    }

    void gapsAreSaidOnBothSides()
    {
        QByteArray before;
        for (int line = 1; line <= 20; ++line)
            before += "line " + QByteArray::number(line) + '\n';
        const SideBySide both = sideBySide(diffText(before, before + "more\n"));
        QCOMPARE(read(both.before).first(), u"0~17 lines as before|"_s);
        QCOMPARE(read(both.after).first(), u"0~17 lines as before|"_s);
        QCOMPARE(read(both.after).last(), u"21+|more"_s);
        QCOMPARE(both.changes, QList<int>{5});
    }

    void marksOfTheTextAfterAreMoved()
    {
        const SideBySide both = sides("a\nb\nc\nd\n", "a\nd\n");
        const QList<LineMark> moved
            = both.moved({{.line = 2, .kind = Kind::Error, .note = u"wrong"_s},
                          {.line = 9, .kind = Kind::Error}});
        QCOMPARE(moved, (QList<LineMark>{{.line = 4, .kind = Kind::Error, .note = u"wrong"_s}}));
    }

    void bothTextsAreThereWhole()
    {
        QRandomGenerator random(7);
        for (int run = 0; run < 200; ++run) {
            QByteArray texts[2];
            for (QByteArray &text : texts) {
                for (quint32 i = 1 + random.bounded(12U); i > 0; --i)
                    text += QByteArray(1, char('a' + random.bounded(4))) + '\n';
            }
            const SideBySide both = sides(texts[0], texts[1]);
            QCOMPARE(both.before.numbers.size(), both.after.numbers.size());
            QCOMPARE(whole(both.before), texts[0]);
            QCOMPARE(whole(both.after), texts[1]);
        }
    }

    void headsSayWhatStandsThere()
    {
        Plan plan;
        QCOMPARE(beforeText(plan), u"as it is there"_s);
        QCOMPARE(afterText(plan), u"what you will commit"_s);
        plan.destination.repository = DestinationRepository{
            .branch = u"main"_s, .head = "41b07ce0123456789012345678901234567890ab"};
        QCOMPARE(beforeText(plan), u"main at 41b07ce"_s);
        plan.destination.repository->branch.clear();
        QCOMPARE(beforeText(plan), u"41b07ce"_s);
        plan.commits = false;
        QCOMPARE(afterText(plan), u"what will be written"_s);
    }
};

QTEST_APPLESS_MAIN(TestSideBySide)
#include "tst_sidebyside.moc"
