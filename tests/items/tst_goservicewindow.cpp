#include "models/items/filetreemodel.h"
#include "models/items/linelinks.h"
#include "models/items/problemsmodel.h"
#include "models/items/reviewmodel.h"
#include "models/items/safetychecks.h"
#include "models/plan/templateidentity.h"
#include "tests/items/itemtesting.h"
#include "tests/plan/builtintemplates.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

/// The built-in template as a window works with it: each answer makes a plan.
class Window
{
public:
    Window()
    {
        form.setTemplate(loaded().entry.definition);
        replan();
    }

    void replan()
    {
        PlanRequest request{.loaded = loaded(), .identity = {}, .render = {}, .wishes = {}};
        request.identity.name = u"go-service"_s;
        request.render = {.form = form.form(),
                          .now = QDateTime({2026, 11, 24}, {10, 0}, QTimeZone::UTC),
                          .seed = "9f2c"};
        DestinationSnapshot destination;
        destination.path = u"/srv/orders"_s;
        destination.existing = u"/srv"_s;
        plan = std::make_shared<const Plan>(
            makePlan(request, render(loaded(), request.render), destination));
        links = LineLinks(plan);
        files.setPlan(*plan);
        review.setPlan(*plan);
        safety.setPlan(*plan);
        problems.setProblems(problemRows(form, links));
    }

    void answer(const QString &name, const QString &text)
    {
        form.type({name}, text, 0);
        replan();
    }

    static const LoadedTemplate &loaded() { return builtIn(u"go-service"_s); }

    FormModel form;
    std::shared_ptr<const Plan> plan;
    LineLinks links;
    FileTreeModel files;
    ReviewModel review;
    SafetyChecks safety;
    ProblemsModel problems;
};

} // namespace

class TestGoServiceWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoAnswersAreEnough()
    {
        Window window;
        QVERIFY(!window.safety.allPassed());
        window.answer(u"name"_s, u"orders"_s);
        window.answer(u"owner"_s, u"checkout"_s);
        QVERIFY(window.form.problems().isEmpty());
        QCOMPARE(window.problems.count(Severity::Error), 0);
        QVERIFY(window.safety.allPassed());
        QCOMPARE(window.form.meter().kept, window.form.meter().total);
        QCOMPARE_GT(window.form.meter().total, 10);
        QCOMPARE_GT(window.review.fileCount(), 20);
        QCOMPARE(window.review.checkedCount(), window.review.fileCount());
    }

    void memoryIsSeenWhereItIsWritten()
    {
        Window window;
        window.answer(u"name"_s, u"orders"_s);
        window.answer(u"owner"_s, u"checkout"_s);
        const auto before = window.links.counts(u"memory"_s);
        QVERIFY(!before.isEmpty());
        window.answer(u"memory"_s, u"512"_s);
        const auto counts = window.links.counts(u"memory"_s);
        QCOMPARE(counts, before);
        for (const auto &[path, count] : counts.asKeyValueRange()) {
            for (const LinkedLine &line : window.links.lines(path, u"memory"_s)) {
                QVERIFY(!line.columns.isEmpty());
                const auto origin
                    = window.links.origin(path, {line.line, line.columns.first().start});
                QVERIFY(origin);
                QVERIFY2(origin->answers.contains(u"memory"), path.constData());
            }
        }
        window.files.setLinked(counts, u"Memory per copy"_s);
        const QModelIndex file = window.files.indexOfFile(counts.firstKey());
        QVERIFY(
            file.data(FileTreeModel::LinkedTextRole).toString().endsWith(u"from Memory per copy"));
    }

    void everyLinkIsWalkedOnce()
    {
        Window window;
        window.answer(u"name"_s, u"orders"_s);
        window.answer(u"owner"_s, u"checkout"_s);
        int lines = 0;
        for (const int count : window.links.counts(u"name"_s))
            lines += count;
        QCOMPARE_GT(lines, 10);
        const auto first = window.links.next(u"name"_s, {});
        QVERIFY(first);
        FileLine at = *first;
        for (int step = 1; step < lines; ++step) {
            at = *window.links.next(u"name"_s, at);
            QVERIFY(at != *first);
            QCOMPARE(window.links.previous(u"name"_s, *window.links.next(u"name"_s, at)), at);
        }
        QCOMPARE(window.links.next(u"name"_s, at), first);
    }

    void filesComeAndGoWhileTheSelectionStays()
    {
        Window window;
        window.answer(u"name"_s, u"orders"_s);
        window.answer(u"owner"_s, u"checkout"_s);
        const QAbstractItemModelTester tester(&window.files);
        const QPersistentModelIndex selected = window.files.indexOfFile("README.md");
        const Signals announced(window.files);
        window.form.set({u"storage"_s}, u"database"_s);
        window.replan();
        QVERIFY(selected.isValid());
        QVERIFY(window.form.indexOfField({u"databaseStorage"_s}).isValid());
        QCOMPARE(
            window.files.indexOfFile("infra/database.tf").data(FileTreeModel::ChangeRole).toInt(),
            int(ChangeClass::New));
        window.form.undo();
        window.replan();
        QVERIFY(window.files.indexOfFile("infra/database.tf")
                    .data(FileTreeModel::NotNeededRole)
                    .toBool());
        QVERIFY(selected.isValid());
        QVERIFY(!announced.text().contains(u"reset"));
    }

    void theModelsFollowAnyAnswers()
    {
        Window window;
        const QAbstractItemModelTester formTester(&window.form);
        const QAbstractItemModelTester fileTester(&window.files);
        const QAbstractItemModelTester reviewTester(&window.review);
        QRandomGenerator random(23);
        for (int round = 0; round < 25; ++round) {
            const QList<Parameter> asked = window.form.form().parameters();
            const Parameter &one = asked.at(random.bounded(int(asked.size())));
            if (!one.choices.isEmpty())
                window.form.choose(one.path, random.bounded(int(one.choices.size())));
            else
                window.form.type(one.path, QString::number(random.bounded(3000)), round);
            window.replan();
            FormModel fresh;
            fresh.setTemplate(Window::loaded().entry.definition, window.form.edits().input());
            QCOMPARE(outline(window.form), outline(fresh));
            FileTreeModel files;
            files.setPlan(*window.plan);
            QCOMPARE(spokenOutline(window.files), spokenOutline(files));
            ReviewModel review;
            review.setPlan(*window.plan);
            QCOMPARE(spokenOutline(window.review), spokenOutline(review));
        }
    }
};

QTEST_MAIN(TestGoServiceWindow)
#include "tst_goservicewindow.moc"
