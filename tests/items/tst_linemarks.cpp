#include "models/items/linelinks.h"

#include "tests/plan/planbench.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

SmallTemplate service()
{
    return SmallTemplate::asking({"name", "path"})
        .sidecar("version: 1.0.0\n")
        .file("skeleton/deploy.yaml",
              "name: ${{ values.name }}\n"
              "path: ${{ values.path }}\n"
              "both: ${{ values.name }}/${{ values.path }}\n"
              "kind: Pod\n");
}

QList<LineMark> marks(const QByteArray &answers, const MarkedAnswer &focused,
                      const QList<AnswerProblem> &problems = {})
{
    const Plan plan = PlanBench(service(), answers).plan();
    return lineMarks(fileOf(plan, "deploy.yaml"), focused, problems);
}

/// "linked 1 Name 7-13": kind, line, note, columns.
QString textOf(const QList<LineMark> &marks)
{
    static const QStringList kinds = {u"linked"_s, u"error"_s, u"warning"_s};
    QStringList lines;
    for (const LineMark &mark : marks) {
        QString line = u"%1 %2 %3"_s.arg(kinds.value(int(mark.kind))).arg(mark.line).arg(mark.note);
        for (const MarkedColumns &columns : mark.columns)
            line += u" %1-%2"_s.arg(columns.start).arg(columns.end);
        lines += line;
    }
    return lines.join(u'\n');
}

AnswerProblem problemOf(const QString &answer, const QString &message,
                        Severity severity = Severity::Error)
{
    return {{answer}, {.severity = severity, .message = message}};
}

} // namespace

class TestLineMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesOfTheFocusedFieldAreMarked()
    {
        QCOMPARE(textOf(marks("{name: orders, path: /a}", {u"name"_s, u"Service name"_s})),
                 u"linked 1 Service name 7-13\nlinked 3 Service name 7-13"_s);
        QCOMPARE(textOf(marks("{name: orders, path: /a}", {})), QString());
    }

    void linesOfAWrongAnswerAreErrors()
    {
        QCOMPARE(textOf(marks("{name: orders, path: healthz}", {u"path"_s, u"Path"_s},
                              {problemOf(u"path"_s, u"Must start with /"_s)})),
                 u"error 2 Must start with / 7-14\nerror 3 Must start with / 14-21"_s);
    }

    void theWorstOfALineIsTold()
    {
        QCOMPARE(textOf(marks("{name: orders, path: healthz}", {u"name"_s, u"Name"_s},
                              {problemOf(u"name"_s, u"Short"_s, Severity::Warning),
                               problemOf(u"path"_s, u"Slash"_s)})),
                 u"warning 1 Short 7-13\nerror 2 Slash 7-14\nerror 3 Slash 14-21"_s);
    }

    void aFileThatIsWrongShowsWhere()
    {
        const auto found = marks("{name: 'a: b', path: /a}", {u"path"_s, u"Path"_s});
        QVERIFY(!found.isEmpty());
        QCOMPARE(found.first().kind, LineMark::Kind::Error);
        QCOMPARE(found.first().line, 1);
        QVERIFY(!found.first().note.isEmpty());
        QCOMPARE(found.first().columns.size(), 1);
        QCOMPARE_GT(found.first().columns.first().end, found.first().columns.first().start);
    }

    void aProblemBehindTheEndIsMarked()
    {
        PlannedFile file{.change = {.path = "a", .content = "x"}};
        file.change.problems
            = {{.message = u"End"_s, .position = SourcePosition{1, 9}},
               {.severity = Severity::Note, .message = u"Note"_s, .position = SourcePosition{1, 1}},
               {.message = u"Nowhere"_s}};
        QCOMPARE(textOf(lineMarks(file, {}, {})), u"error 1 End 9-10"_s);
    }
};

QTEST_GUILESS_MAIN(TestLineMarks)
#include "tst_linemarks.moc"
