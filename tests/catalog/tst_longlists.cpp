#include "tests/catalog/catalogtesting.h"

using namespace waymark;
using namespace Qt::StringLiterals;

namespace {

constexpr int many = 50'000;

List texts()
{
    List list;
    list.reserve(many);
    for (int i = 0; i < many; ++i)
        list.append(u"item-%1"_s.arg(i));
    return list;
}

} // namespace

/// Long lists cost a little for each item, whatever is asked of them.
class TestLongLists : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLongListIsChecked_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<Value>("last"); // what is added to the list
        QTest::addColumn<QString>("problem");
        const auto row
            = [](const char *name, const QByteArray &schema, const Value &last,
                 const QString &problem) { QTest::newRow(name) << schema << last << problem; };
        row("anything", "'items': {}", 1, QString());
        row("texts", "'items': {'type': 'string'}", u"x"_s, QString());
        row("texts and a number", "'items': {'type': 'string'}", 1,
            u"l[50000]: l, item 50001 must be text."_s);
        row("texts of a form", "'items': {'type': 'string', 'pattern': '^item-'}", u"x"_s,
            u"l[50000]: l, item 50001 does not have the form that is asked for: it has to match "
            "^item-."_s);
        row("different texts", "'uniqueItems': true, 'items': {'type': 'string'}", u"x"_s,
            QString());
        row("a text twice", "'uniqueItems': true, 'items': {'type': 'string'}", u"item-7"_s,
            u"l: l must not have the same item twice."_s);
        row("different values", "'uniqueItems': true, 'items': {}", List{u"item-7"_s}, QString());
        row("a first item of its own",
            "'items': [{'const': 'item-0'}], 'additionalItems': "
            "{'type': 'string'}",
            true, u"l[50000]: l, item 50001 must be text."_s);
        row("one that has to be there", "'contains': {'const': 'item-49999'}", u"x"_s, QString());
        row("one that is not there", "'contains': {'const': 'item-50000'}", u"x"_s,
            u"l: l lacks an item that it has to have."_s);
        row("too many", "'maxItems': 50000, 'items': {}", u"x"_s,
            u"l: l can have at most 50000 items."_s);
    }
    void aLongListIsChecked()
    {
        QFETCH(const QByteArray, schema);
        QFETCH(const Value, last);
        QFETCH(const QString, problem);
        List list = texts();
        list.append(last);
        const QByteArray page = "{'properties': {'l': {'type': 'array', " + schema + "}}}";
        Form form = formOf(page.constData());
        form.setAnswer({u"l"_s}, list);
        QCOMPARE(problemsOf(form), problem.isEmpty() ? QStringList() : QStringList{problem});
        QCOMPARE(form.answers().value(u"l"), Value(list));
    }

    void ofManyChoicesEachIsFoundAtOnce()
    {
        List choices = texts();
        const Value page = Map{
            {u"properties"_s,
             Map{{u"l"_s, Map{{u"type"_s, u"array"_s}, {u"items"_s, Map{{u"enum"_s, choices}}}}}}}};
        Form form(FormSchema::read(page).schema);
        form.setAnswer({u"l"_s}, choices);
        QCOMPARE(form.problems().size(), 0);
        choices.append(u"another"_s);
        form.setAnswer({u"l"_s}, choices);
        QCOMPARE(form.problems().size(), 1);
        QCOMPARE(form.problems().first().path, (AnswerPath{u"l"_s, u"50000"_s}));
    }

    void changingAnItemKeepsTheOthers()
    {
        Form form = formOf("{'properties': {'l': {'type': 'array', 'items': {'type': 'string'}}}}");
        form.setAnswer({u"l"_s}, texts());
        form.setAnswer({u"l"_s, u"49999"_s}, 5);
        QCOMPARE(form.problems().size(), 1);
        QCOMPARE(form.answers().value(u"l").toList()->size(), many);
        form.setAnswer({u"l"_s, u"49999"_s}, u"five"_s);
        QCOMPARE(form.problems().size(), 0);
    }
};

QTEST_APPLESS_MAIN(TestLongLists)
#include "tst_longlists.moc"
