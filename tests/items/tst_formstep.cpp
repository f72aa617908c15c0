#include "models/items/formstep.h"

#include "tests/items/itemtesting.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

/// The step of a page that asks what `properties` (YAML in one line) say, with these answers.
FormStep step(const QByteArray &properties, const Map &given, const FormVisits &visits)
{
    const FormEdits edits(
        asking("{title: Page, properties: {" + properties + "}}", "version: 1.0.0\n"),
        {.given = given});
    const FormFacts facts(edits);
    QList<FormField> fields;
    for (const Parameter &parameter : edits.form().parameters())
        fields += fieldOf(parameter, facts);
    return stepOf(edits.form().pages().first(), 0, fields, visits);
}

const FormVisits done = {.current = 1, .left = {0}};
const FormVisits there = {.current = 0};
const FormVisits never = {.current = 1};

} // namespace

class TestFormStep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAreSummedUp_data()
    {
        QTest::addColumn<QByteArray>("properties");
        QTest::addColumn<Map>("given");
        QTest::addColumn<QString>("summary");
        QTest::newRow("texts") << "a: {type: string}, b: {type: string}"_ba
                               << Map{{u"a"_s, u"orders"_s}, {u"b"_s, u"Checkout"_s}}
                               << u"orders, Checkout"_s;
        QTest::newRow("a number with its title")
            << "port: {type: integer, title: Port}"_ba << Map{{u"port"_s, 8080}} << u"port 8080"_s;
        QTest::newRow("a choice by its title")
            << "size: {type: string, enum: [s, l], enumNames: [Small, Large]}"_ba
            << Map{{u"size"_s, u"l"_s}} << u"Large"_s;
        QTest::newRow("what is true") << "open: {type: boolean, title: Open to all}"_ba
                                      << Map{{u"open"_s, true}} << u"Open to all"_s;
        QTest::newRow("what is false")
            << "open: {type: boolean, title: Open to all}"_ba << Map{{u"open"_s, false}} << u""_s;
        QTest::newRow("two are enough")
            << "a: {type: string}, b: {type: string}, c: {type: string}"_ba
            << Map{{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}, {u"c"_s, u"3"_s}} << u"1, 2"_s;
        QTest::newRow("what departs comes before what does not")
            << "a: {type: string, default: x}, b: {type: string, default: y}"_ba
            << Map{{u"b"_s, u"z"_s}} << u"z, x"_s;
        QTest::newRow("a long text is cut")
            << "a: {type: string}"_ba << Map{{u"a"_s, QString(50, u'x')}}
            << QString(39, u'x') + u'…';
        QTest::newRow("lines are one")
            << "a: {type: string}"_ba << Map{{u"a"_s, u"1\n2"_s}} << u"1 2"_s;
        QTest::newRow("secrets and lists are left out")
            << "s: {type: string, ui:field: Secret}, l: {type: array, items: {type: string}}"_ba
            << Map{{u"s"_s, u"t0p"_s}, {u"l"_s, List{u"a"_s}}} << u""_s;
    }

    void answersAreSummedUp()
    {
        QFETCH(const QByteArray, properties);
        QFETCH(const Map, given);
        const FormStep made = step(properties, given, done);
        QCOMPARE(made.state, StepState::Done);
        QTEST(made.summary, "summary");
    }

    void aPageThatWasNeverSeenSaysWhatItHolds()
    {
        const QByteArray golden = "a: {type: string, default: x}";
        QCOMPARE(step(golden, {}, never).state, StepState::Untouched);
        QCOMPARE(step(golden, {}, never).summary, u"Golden defaults"_s);
        QCOMPARE(step(golden, {{u"a"_s, u"z"_s}}, never).summary, u"z"_s);
        const FormStep current = step(golden, {}, there);
        QCOMPARE(current.state, StepState::Current);
        QVERIFY(current.isCurrent);
    }
};

QTEST_GUILESS_MAIN(TestFormStep)
#include "tst_formstep.moc"
