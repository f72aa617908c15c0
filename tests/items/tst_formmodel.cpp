#include "models/items/formmodel.h"

#include "tests/items/itemtesting.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

const AnswerPath name = {u"name"_s};
const AnswerPath memory = {u"memory"_s};
const AnswerPath size = {u"size"_s};
const AnswerPath copies = {u"copies"_s};
const AnswerPath token = {u"token"_s};
const AnswerPath day = {u"window"_s, u"day"_s};

/// Two pages; `copies` is asked for one size only, and the third page not at all.
Template service()
{
    return asking(
        "[{title: Basics, description: What it is., required: [name], properties: {"
        "name: {type: string, title: Service name, description: Short., ui:help: Ask., "
        "ui:placeholder: orders, pattern: '^[a-z-]+$', errorMessage: {pattern: Small letters.}}, "
        "token: {type: string, title: Token, ui:field: Secret}, "
        "hidden: {type: string, ui:widget: hidden}}}, "
        "{title: Infrastructure, properties: {"
        "memory: {type: integer, title: Memory per copy, minimum: 64, multipleOf: 32, default: "
        "256, ui:options: {unit: MiB}}, "
        "size: {type: string, title: Size, enum: [small, fixed], enumNames: [Small, Fixed], "
        "default: "
        "small}, "
        "window: {type: object, title: Window, properties: {day: {type: string, title: Day}}}}, "
        "dependencies: {size: {oneOf: [{properties: {size: {enum: [small]}}}, {properties: {size: "
        "{enum: [fixed]}, copies: {type: integer, title: Copies, default: 2}}}]}}}, "
        "{title: Never, properties: {secretly: {type: string, ui:widget: hidden}}}]",
        "golden:\n  memory: {why: A busy hour fits.}\n");
}

/// Pages with state and summary; fields with what stands there, what is wrong, and what is golden.
QString lineOf(const QModelIndex &index)
{
    const auto text = [&](int role) { return index.data(role).toString(); };
    static const QStringList states = {u"untouched"_s, u"current"_s, u"done"_s, u"problems"_s};
    static const QStringList golden = {u""_s, u" (golden)"_s, u" (changed)"_s};
    if (index.data(FormModel::IsPageRole).toBool())
        return text(Qt::DisplayRole) + u" ["_s
            + states.at(index.data(FormModel::StepStateRole).toInt()) + u"] "_s
            + text(FormModel::SummaryRole);
    const QString problem = text(FormModel::ProblemRole);
    return text(Qt::DisplayRole) + u": "_s + text(Qt::EditRole)
        + golden.at(index.data(FormModel::GoldenStateRole).toInt())
        + (index.data(FormModel::UnreadableRole).toBool() ? u" ~"_s : QString())
        + (problem.isEmpty() ? QString() : u" ! "_s + problem);
}

} // namespace

class TestFormModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<FormModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
        m_model->setTemplate(service());
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void pagesHaveTheirQuestions()
    {
        QCOMPARE(text(),
                 u"Basics [current] 1 answer needed\n"
                 "  Service name:\n"
                 "  Token:\n"
                 "Infrastructure [untouched] Golden defaults\n"
                 "  Memory per copy: 256 (golden)\n"
                 "  Size: small (golden)\n"
                 "  Window:\n"
                 "    Day:\n"_s);
    }

    void aQuestionSaysAllThatIsShownOfIt()
    {
        const QModelIndex index = m_model->indexOfField(name);
        QCOMPARE(index.data(FormModel::PathRole).toStringList(), name);
        QCOMPARE(index.data(FormModel::KindRole).toInt(), int(FieldKind::Text));
        QCOMPARE(index.data(FormModel::DescriptionRole).toString(), u"Short."_s);
        QCOMPARE(index.data(FormModel::HelpRole).toString(), u"Ask."_s);
        QCOMPARE(index.data(FormModel::PlaceholderRole).toString(), u"orders"_s);
        QVERIFY(index.data(FormModel::RequiredRole).toBool());
        QVERIFY(!index.data(FormModel::ReadOnlyRole).toBool());
        const QModelIndex number = m_model->indexOfField(memory);
        QCOMPARE(number.data(FormModel::MinimumRole), QVariant(qlonglong(64)));
        QCOMPARE(number.data(FormModel::MaximumRole), QVariant());
        QCOMPARE(number.data(FormModel::StepRole), QVariant(qlonglong(32)));
        QCOMPARE(number.data(FormModel::WhyRole).toString(), u"A busy hour fits."_s);
        QCOMPARE(number.data(FormModel::GoldenTextRole).toString(), u"256 MiB"_s);
        const QModelIndex choice = m_model->indexOfField(size);
        QCOMPARE(choice.data(FormModel::ChoicesRole).toStringList(),
                 (QStringList{u"Small"_s, u"Fixed"_s}));
        QCOMPARE(choice.data(FormModel::ChoiceRole).toInt(), 0);
    }

    void aMistakeIsToldAfterAPauseAndGoesAtOnce()
    {
        m_model->type(name, u"Orders"_s, 0);
        QCOMPARE(line(name), u"Service name: Orders"_s);
        QCOMPARE(m_model->nextCheck(), 800);
        m_model->settle(800);
        QCOMPARE(line(name), u"Service name: Orders ! Small letters."_s);
        QCOMPARE(m_model->indexOfField(name).data(FormModel::FixRole).toString(), u"orders"_s);
        m_model->type(name, u"OrdersX"_s, 900);
        QCOMPARE(line(name), u"Service name: OrdersX ! Small letters."_s);
        m_model->type(name, u"orders"_s, 1000);
        QCOMPARE(line(name), u"Service name: orders"_s);
        m_model->type(name, u"ordersX"_s, 1100);
        QCOMPARE(line(name), u"Service name: ordersX"_s);
    }

    void leavingAFieldTells()
    {
        m_model->leave(name);
        QCOMPARE(line(name), u"Service name:  ! Service name needs an answer."_s);
        QCOMPARE(stepLine(0), u"Basics [problems] 1 answer to fix"_s);
    }

    void aPressMendsIt()
    {
        m_model->type(name, u"Big Orders"_s, 0);
        m_model->leave(name);
        m_model->applyFix(name);
        QCOMPARE(line(name), u"Service name: big-orders"_s);
        QCOMPARE(m_model->undo(), name);
        QCOMPARE(line(name), u"Service name: Big Orders"_s);
    }

    void whatCannotBeReadKeepsTheLastValue()
    {
        m_model->type(memory, u"512"_s, 0);
        m_model->type(memory, u"512M"_s, 100);
        m_model->leave(memory);
        QCOMPARE(line(memory),
                 u"Memory per copy: 512M (changed) ~ ! Memory per copy must be a whole "
                 "number, not “512M”."_s);
        QCOMPARE(m_model->form().answers().value(u"memory"), Value(512));
        QCOMPARE(m_model->indexOfField(memory).data(FormModel::FixRole).toString(), u"512"_s);
    }

    void questionsComeAndGoWithAnswers()
    {
        const QPersistentModelIndex selected = m_model->indexOfField({u"window"_s});
        const Signals announced(*m_model);
        m_model->choose(size, 1);
        QCOMPARE(announced.text(), u"1 inserted, 2 changed"_s);
        QCOMPARE(line(copies), u"Copies: 2 (golden)"_s);
        QVERIFY(selected.isValid());
        m_model->undo();
        QVERIFY(!m_model->indexOfField(copies).isValid());
        QVERIFY(selected.isValid());
        QVERIFY(!announced.text().contains(u"reset"));
    }

    void aPageThatAsksNothingIsNotThere()
    {
        m_model->setTemplate(asking(
            "[{title: A, properties: {a: {type: boolean}}}, {title: B, properties: {b: {type: "
            "string, ui:widget: hidden}}}, {title: C, properties: {c: {type: string}}}]"));
        QCOMPARE(m_model->rowCount(), 2);
        QCOMPARE(m_model->index(1, 0).data().toString(), u"C"_s);
    }

    void stepsTellHowFarTheyAre()
    {
        m_model->type(name, u"orders"_s, 0);
        m_model->type(memory, u"512"_s, 0);
        m_model->setCurrentPage(1);
        QCOMPARE(stepLine(0), u"Basics [done] orders"_s);
        QCOMPARE(stepLine(1), u"Infrastructure [current] memory per copy 512 MiB, Small"_s);
        QVERIFY(m_model->index(1, 0).data(FormModel::CurrentRole).toBool());
        m_model->type(name, {}, 0);
        m_model->setCurrentPage(0);
        QCOMPARE(stepLine(1), u"Infrastructure [done] memory per copy 512 MiB, Small"_s);
        m_model->setCurrentPage(1);
        QCOMPARE(stepLine(0), u"Basics [problems] 1 answer to fix"_s);
        QCOMPARE(m_model->index(0, 0).data(FormModel::ErrorsRole).toInt(), 1);
        QCOMPARE(m_model->index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 u"Basics, 1 answer to fix"_s);
    }

    void goldenDefaultsAreCounted()
    {
        QCOMPARE(m_model->meter().text(), u"2 of 2 defaults kept"_s);
        m_model->type(memory, u"512"_s, 0);
        QCOMPARE(m_model->meter().text(), u"1 of 2 defaults kept"_s);
        QCOMPARE(m_model->meter().explained(), 0);
        m_model->setReason(u"memory"_s, u"Large exports"_s);
        const GoldenDeparture expected
            = {u"memory"_s, u"Memory per copy"_s, u"256 MiB"_s, u"512 MiB"_s, u"Large exports"_s};
        QCOMPARE(m_model->meter().departures, QList{expected});
        QCOMPARE(m_model->meter().explained(), 1);
        QCOMPARE(m_model->indexOfField(memory).data(FormModel::ReasonRole).toString(),
                 u"Large exports"_s);
        m_model->reset(memory);
        QCOMPARE(m_model->meter().kept, 2);
        QVERIFY(m_model->edits().input().reasons.isEmpty());
    }

    void aScreenReaderHearsWhatIsShown()
    {
        m_model->type(memory, u"511"_s, 0);
        m_model->leave(memory);
        const QModelIndex index = m_model->indexOfField(memory);
        QCOMPARE(index.data(Qt::AccessibleTextRole).toString(), u"Memory per copy, 511 MiB"_s);
        QCOMPARE(
            index.data(Qt::AccessibleDescriptionRole).toString(),
            u"in MiB, changed from golden 256 MiB, Memory per copy must be a multiple of 32."_s);
        const QModelIndex secret = m_model->indexOfField(token);
        QCOMPARE(secret.data(Qt::AccessibleTextRole).toString(), u"Token, empty"_s);
        m_model->type(token, u"abc"_s, 0);
        QCOMPARE(secret.data(Qt::AccessibleTextRole).toString(), u"Token, hidden"_s);
        QCOMPARE(m_model->indexOfField(name).data(Qt::AccessibleDescriptionRole).toString(),
                 u"Short., Ask."_s);
    }

    void membersOfGroupsAreQuestions()
    {
        m_model->type(day, u"Monday"_s, 0);
        QCOMPARE(line(day), u"Day: Monday"_s);
        QCOMPARE(line({u"window"_s}), u"Window:"_s);
        QCOMPARE(m_model->indexOfField({u"window"_s, u"day"_s, u"0"_s}),
                 m_model->indexOfField(day));
        QVERIFY(!m_model->indexOfField({u"nowhere"_s}).isValid());
    }

    void problemsThatAreShownAreFewer()
    {
        m_model->type(memory, u"5"_s, 0);
        QCOMPARE(m_model->problems().size(), 2);
        QCOMPARE(m_model->problems(true).size(), 0);
        m_model->leave(memory);
        QCOMPARE(m_model->problems(true).size(), 1);
        const QSignalSpy shown(m_model.get(), &FormModel::shownProblemsChanged);
        m_model->showAllProblems();
        QCOMPARE(m_model->problems(true).size(), 2);
        QCOMPARE(shown.size(), 1);
    }

    void aKeystrokeChangesItsRowAndItsPage()
    {
        m_model->type(name, u"a"_s, 0);
        const Signals announced(*m_model);
        const QSignalSpy answered(m_model.get(), &FormModel::answersChanged);
        m_model->type(name, u"ab"_s, 0);
        QCOMPARE(announced.text(), u"2 changed"_s);
        QCOMPARE(answered.size(), 1);
        m_model->settle(900);
        QCOMPARE(answered.size(), 1);
    }

    void severalChoicesAndListsAreAnswered()
    {
        m_model->setTemplate(asking(
            "{properties: {some: {type: array, uniqueItems: true, items: {type: string, enum: "
            "[a, b, c]}}, ports: {type: array, title: Ports, items: {type: integer, maximum: "
            "99}}}}"));
        m_model->chooseSeveral({u"some"_s}, {2, 0});
        const QModelIndex some = m_model->indexOfField({u"some"_s});
        QCOMPARE(some.data(FormModel::ChosenRole).value<QList<int>>(), (QList<int>{0, 2}));
        const AnswerPath ports = {u"ports"_s};
        m_model->typeItems(ports, {u"1"_s, u"x"_s}, false, 0);
        m_model->leave(ports);
        const QModelIndex list = m_model->indexOfField(ports);
        QCOMPARE(list.data(FormModel::ItemsRole).toStringList(), (QStringList{u"1"_s, u"x"_s}));
        QCOMPARE(list.data(FormModel::ProblemItemRole).toInt(), 1);
        m_model->typeItems(ports, {u"100"_s, u"1"_s}, true, 0);
        QCOMPARE(list.data(FormModel::ProblemItemRole).toInt(), 0);
        m_model->typeItems(ports, {u"1"_s}, false, 0);
        QCOMPARE(list.data(FormModel::ProblemItemRole).toInt(), -1);
    }

    void aDraftBringsEverythingBack()
    {
        m_model->type(name, u"orders"_s, 0);
        m_model->type(token, u"top"_s, 0);
        m_model->type(memory, u"51x"_s, 0);
        m_model->setReason(u"memory"_s, u"why"_s);
        const FormInput draft = m_model->draft();
        QVERIFY(!draft.given.contains(u"token"));
        FormModel other;
        other.setTemplate(service(), draft);
        QCOMPARE(other.draft(), draft);
        QCOMPARE(other.indexOfField(memory).data(Qt::EditRole).toString(), u"51x"_s);
        QVERIFY(!other.canUndo());
    }

    void anotherVersionOfTheTemplateTakesWhatItAsks()
    {
        m_model->setTemplate(service(), {.given = {{u"name"_s, u"orders"_s}, {u"gone"_s, 1}}});
        QCOMPARE(line(name), u"Service name: orders"_s);
        QCOMPARE(m_model->carriedInVain(), QStringList{u"gone"_s});
    }

    void answersAreSavedAndLoaded()
    {
        m_model->type(memory, u"512"_s, 0);
        m_model->type(name, u"orders"_s, 0);
        m_model->type(token, u"top"_s, 0);
        const QByteArray saved = m_model->savedAnswers();
        QCOMPARE(saved, "name: orders\nmemory: 512\n"_ba);
        m_model->setTemplate(service());
        const auto told = m_model->loadAnswers(saved + "nmae: x\n", u"answers.yaml"_s);
        VERIFY_RESULT(told);
        QCOMPARE(told->size(), 1);
        QCOMPARE(told->first().position, SourcePosition(3, 1));
        QCOMPARE(line(memory), u"Memory per copy: 512 (changed)"_s);
        m_model->undo();
        QCOMPARE(line(memory), u"Memory per copy: 256 (golden)"_s);
    }

    void aBadFileChangesNothing()
    {
        m_model->type(name, u"orders"_s, 0);
        const auto told = m_model->loadAnswers("- a\n", u"answers.yaml"_s);
        QVERIFY(!told);
        QCOMPARE(told.error().problem.code, u"answers.type"_s);
        QCOMPARE(line(name), u"Service name: orders"_s);
    }

    void theFirstMistakeOfAPageIsFound()
    {
        QCOMPARE(m_model->firstProblem(0), name);
        QCOMPARE(m_model->firstProblem(1), AnswerPath());
        QCOMPARE(m_model->firstProblem(9), AnswerPath());
        m_model->type(memory, u"x"_s, 0);
        QCOMPARE(m_model->firstProblem(1), memory);
        QCOMPARE(m_model->unreadable(), memory);
        m_model->type(memory, u"64"_s, 0);
        QVERIFY(m_model->unreadable().isEmpty());
    }

    void nothingIsAskedByAnEmptyForm()
    {
        FormModel model;
        const QAbstractItemModelTester tester(&model);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.field(name));
        model.applyFix(name);
        model.choose(name, 0);
        model.chooseSeveral(name, {0});
        QCOMPARE(model.savedAnswers(), "{}\n"_ba);
        QCOMPARE(model.meter().total, 0);
    }

private:
    [[nodiscard]] QString text() const { return outline(*m_model, lineOf); }
    [[nodiscard]] QString line(const AnswerPath &path) const
    {
        return lineOf(m_model->indexOfField(path)).trimmed();
    }
    [[nodiscard]] QString stepLine(int row) const
    {
        return lineOf(m_model->index(row, 0)).trimmed();
    }

    std::unique_ptr<FormModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(TestFormModel)
#include "tst_formmodel.moc"
