#include "tests/plan/builtintemplates.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

/// The first line that differs, with its number.
QString firstDifference(const QByteArray &made, const QByteArray &expected)
{
    const QByteArrayList a = made.split('\n');
    const QByteArrayList b = expected.split('\n');
    for (qsizetype i = 0; i < std::max(a.size(), b.size()); ++i) {
        if (a.value(i) != b.value(i) || (i < a.size()) != (i < b.size()))
            return u"line %1: “%2”, not “%3”"_s.arg(i + 1).arg(QString::fromUtf8(a.value(i)),
                                                               QString::fromUtf8(b.value(i)));
    }
    return u"none"_s;
}

void addSets()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("set");
    for (const QString &name : testing::goldenTemplates()) {
        for (const QString &set : testing::goldenSets(name))
            QTest::newRow(qPrintable(name + u", "_s + set)) << name << set;
    }
}

Plan planOf(const QString &name, const QString &set)
{
    const LoadedTemplate &loaded = testing::builtIn(name);
    const PlanRequest request{.loaded = loaded,
                              .identity = {.name = name},
                              .render
                              = testing::requestOf(loaded, testing::goldenAnswers(name, set)),
                              .wishes = {}};
    return makePlan(request, render(loaded, request.render), {.path = u"/srv/x"_s});
}

} // namespace

class TestGoldens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachTemplateHasFourSets()
    {
        QCOMPARE(testing::goldenTemplates(), (QStringList{u"go-service"_s, u"python-service"_s}));
        for (const QString &name : testing::goldenTemplates())
            QCOMPARE(testing::goldenSets(name).size(), 4);
    }

    void theServiceIsWhatBackstageMakes_data() { addSets(); }

    void theServiceIsWhatBackstageMakes()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, set);
        const LoadedTemplate &loaded = testing::builtIn(name);
        const RenderRequest request = testing::requestOf(loaded, testing::goldenAnswers(name, set));
        for (const AnswerProblem &problem : request.form.problems())
            QFAIL(qPrintable(problem.problem.toString()));
        const Rendering rendering = render(loaded, request);
        for (const Problem &problem : rendering.problems)
            QFAIL(qPrintable(problem.toString()));
        const auto made = testing::filesOf(rendering);
        const auto expected
            = testing::filesBelow(testing::goldenFolder(name) + u'/' + set + u"/expected"_s);
        QVERIFY(expected.size() > 30);
        for (auto file = expected.cbegin(); file != expected.cend(); ++file) {
            if (made.contains(file.key()) && made.value(file.key()) != *file)
                QFAIL(qPrintable(file.key() + u": "_s
                                 + firstDifference(made.value(file.key()), *file)));
        }
        QCOMPARE(made.keys(), expected.keys());
        for (const RenderedFile &file : rendering.files) {
            for (const Problem &problem : file.problems)
                QFAIL(qPrintable(problem.toString()));
        }
    }

    void nothingIsWrongWithIt_data() { addSets(); }

    void nothingIsWrongWithIt()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, set);
        const Plan plan = planOf(name, set);
        for (const Problem &problem : plan.allProblems())
            QFAIL(qPrintable(problem.toString()));
        QVERIFY(!plan.isBlocked());
        QCOMPARE(plan.folders, QByteArrayList());
        QVERIFY(!plan.texts.isEmpty());
    }

    void everyByteHasAPlaceInTheTemplate_data() { addSets(); }

    void everyByteHasAPlaceInTheTemplate()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, set);
        const LoadedTemplate &loaded = testing::builtIn(name);
        const Rendering rendering
            = render(loaded, testing::requestOf(loaded, testing::goldenAnswers(name, set)));
        for (const RenderedFile &file : rendering.files) {
            const TemplateFile *from = loaded.tree.find(file.templatePath);
            QVERIFY2(from, file.templatePath.constData());
            if (file.provenance.stretches.empty()) {
                QCOMPARE(file.content, from->content);
                continue;
            }
            qsizetype end = 0;
            for (const jinja::Stretch &stretch : file.provenance.stretches) {
                QCOMPARE(stretch.start, end);
                QVERIFY(stretch.end >= stretch.start);
                QVERIFY(stretch.position.line >= 1 && stretch.position.column >= 1);
                end = stretch.end;
            }
            QCOMPARE(end, file.content.size());
            QCOMPARE(file.provenance.templates.first(),
                     QDir::cleanPath(loaded.entry.folder() + u'/'
                                     + QString::fromUtf8(file.templatePath)));
        }
    }
};

QTEST_APPLESS_MAIN(TestGoldens)
#include "tst_goldens.moc"
