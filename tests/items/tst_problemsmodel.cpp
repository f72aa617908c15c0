#include "models/items/problemsmodel.h"

#include "tests/items/itemtesting.h"
#include "tests/plan/planbench.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

/// "error deploy.yaml:2 Message -> Go to field path".
QString lineOf(const QModelIndex &index)
{
    const auto text = [&](int role) { return index.data(role).toString(); };
    const QString link = text(ProblemsModel::LinkTextRole);
    return text(ProblemsModel::SeverityTextRole) + u' ' + text(ProblemsModel::PlaceRole) + u' '
        + text(Qt::DisplayRole) + (link.isEmpty() ? QString() : u" -> "_s + link + u' ')
        + index.data(ProblemsModel::FieldRole).toStringList().join(u'.');
}

/// A form with its plan, as a window has them.
struct Bench
{
    explicit Bench(const QByteArray &answers)
        : plan(SmallTemplate(
                   "{required: [name], properties: {name: {type: string, title: Name}, path: "
                   "{type: string, title: Health check path, pattern: '^/', errorMessage: "
                   "{pattern: Start with a slash.}}, text: {type: string}}}",
                   "[{action: 'fetch:template', input: {url: ./skeleton, values: {name: "
                   "'${{ parameters.name }}', path: '${{ parameters.path }}', text: '${{ "
                   "parameters.text }}'}}}]")
                   .sidecar("version: 1.0.0\n")
                   .file("skeleton/deploy.yaml", "a: 1\npath: ${{ values.path }}\n")
                   .file("skeleton/text.yaml", "${{ values.text }}\n")
                   .file("skeleton/bad.txt", "x\n${{ values.name | nofilter }}\n"),
               answers)
    {
        form.setTemplate(plan.request.loaded.entry.definition,
                         {.given = plan.request.render.form.given()});
    }

    [[nodiscard]] QList<ProblemRow> rows() const
    {
        return problemRows(form, LineLinks(std::make_shared<const Plan>(plan.plan())));
    }

    PlanBench plan;
    FormModel form;
};

} // namespace

class TestProblemsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyProblemLeadsSomewhere()
    {
        Bench bench("{name: orders, path: healthz, text: 'a: b: c'}");
        bench.form.leave({u"path"_s});
        ProblemsModel model;
        const QAbstractItemModelTester tester(&model);
        model.setProblems(bench.rows());
        const QStringList lines = outline(model, lineOf).trimmed().split(u'\n');
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines.at(0), u"error deploy.yaml:2 Start with a slash. -> Go to field path"_s);
        QVERIFY2(lines.at(1).startsWith(u"error bad.txt:2 "), qPrintable(lines.at(1)));
        QVERIFY2(lines.at(1).endsWith(u"-> Show in template"), qPrintable(lines.at(1)));
        QVERIFY2(lines.at(2).startsWith(u"error text.yaml:1 "), qPrintable(lines.at(2)));
        QVERIFY2(lines.at(2).endsWith(u"-> Go to field text"), qPrintable(lines.at(2)));
        QCOMPARE(model.index(0).data(ProblemsModel::FixRole).toString(), u"/healthz"_s);
        QCOMPARE(model.index(0).data(ProblemsModel::FileRole).toByteArray(), "deploy.yaml"_ba);
        QCOMPARE(model.index(0).data(ProblemsModel::LineRole).toInt(), 2);
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
                 u"error, deploy.yaml:2, Start with a slash."_s);
        QCOMPARE(model.summary(), u"3 errors"_s);
    }

    void whatIsNotToldInTheFormIsNotListed()
    {
        const Bench bench("{path: healthz, text: a}");
        const QList<ProblemRow> rows = bench.rows();
        for (const ProblemRow &row : rows)
            QVERIFY2(row.field.isEmpty(), qPrintable(row.message));
    }

    void anAnswerWithoutLinesIsNamed()
    {
        Bench bench("{path: /a, text: a}");
        bench.form.leave({u"name"_s});
        const ProblemRow row = bench.rows().first();
        QCOMPARE(row.place, u"Name"_s);
        QCOMPARE(row.field, AnswerPath{u"name"_s});
        QVERIFY(row.file.isEmpty());
    }

    void errorsComeFirstAndKeysDiffer()
    {
        const PlanBench plan(SmallTemplate().file("skeleton/a", "x\n"));
        Plan made = plan.plan();
        made.problems = {{.severity = Severity::Note, .code = u"n"_s, .message = u"Note"_s},
                         {.severity = Severity::Warning, .code = u"w"_s, .message = u"One"_s},
                         {.severity = Severity::Warning, .code = u"w"_s, .message = u"Two"_s},
                         {.code = u"e"_s, .message = u"Error"_s}};
        ProblemsModel model;
        const QAbstractItemModelTester tester(&model);
        model.setProblems(problemRows(FormModel(), LineLinks(std::make_shared<const Plan>(made))));
        QCOMPARE(outline(model), u"Error\nOne\nTwo\nNote\n"_s);
        QCOMPARE(model.summary(), u"1 error, 2 warnings, 1 note"_s);
        QSet<QString> keys;
        for (const ProblemRow &row : model.rows())
            keys += row.key;
        QCOMPARE(keys.size(), 4);
    }

    void aProblemThatStaysKeepsItsRow()
    {
        ProblemsModel model;
        const QAbstractItemModelTester tester(&model);
        ProblemRow first;
        first.key = u"1"_s;
        ProblemRow second;
        second.key = u"2"_s;
        model.setProblems({first, second});
        const QPersistentModelIndex selected = model.index(1);
        second.message = u"changed"_s;
        model.setProblems({second});
        QCOMPARE(selected.row(), 0);
        QCOMPARE(selected.data().toString(), u"changed"_s);
    }

    void theNextProblemIsFound()
    {
        ProblemsModel model;
        QVERIFY(!model.next({}).isValid());
        ProblemRow first;
        first.key = u"1"_s;
        ProblemRow second;
        second.key = u"2"_s;
        model.setProblems({first, second});
        QCOMPARE(model.next({}).row(), 0);
        QCOMPARE(model.next({}, true).row(), 1);
        QCOMPARE(model.next(model.index(0)).row(), 1);
        QCOMPARE(model.next(model.index(1)).row(), 0);
        QCOMPARE(model.next(model.index(0), true).row(), 1);
    }
};

QTEST_MAIN(TestProblemsModel)
#include "tst_problemsmodel.moc"
