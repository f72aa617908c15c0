#include "models/base/problemjson.h"

#include "models/base/json.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

class TestProblemJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsThereIsInTheMap_data()
    {
        QTest::addColumn<Problem>("problem");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("little") << Problem{.code = u"a.b"_s, .message = u"No."_s}
                                << R"({"severity":"error","code":"a.b","message":"No."})"_ba;
        QTest::newRow("a place in a file")
            << Problem{.severity = Severity::Warning,
                       .code = u"a.b"_s,
                       .message = u"No."_s,
                       .file = u"f"_s,
                       .position = SourcePosition{3, 4},
                       .excerpt = u"secret"_s}
            << R"({"severity":"warning","code":"a.b","message":"No.","file":"f","line":3,"column":4})"_ba;
        QTest::newRow("a way out")
            << Problem{.severity = Severity::Note,
                       .code = u"a"_s,
                       .message = u"N"_s,
                       .hint = u"Do."_s}
            << R"({"severity":"note","code":"a","message":"N","hint":"Do."})"_ba;
    }

    void whatIsThereIsInTheMap()
    {
        QFETCH(const Problem, problem);
        QFETCH(const QByteArray, json);
        QCOMPARE(toJson(problemToJson(problem)).trimmed(), json);
    }

    void aListKeepsTheOrder()
    {
        const List list = problemsToJson({{.code = u"b"_s}, {.code = u"a"_s}});
        QCOMPARE(list.size(), 2);
        QCOMPARE(list.first().toMap()->value(u"code"), Value(u"b"_s));
        QVERIFY(problemsToJson({}).isEmpty());
    }

    void everySeverityHasItsWord()
    {
        QCOMPARE(severityName(Severity::Note), "note"_L1);
        QCOMPARE(severityName(Severity::Warning), "warning"_L1);
        QCOMPARE(severityName(Severity::Error), "error"_L1);
    }
};

QTEST_APPLESS_MAIN(TestProblemJson)
#include "tst_problemjson.moc"
