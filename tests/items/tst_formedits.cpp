#include "models/items/formedits.h"

#include "models/base/json.h"
#include "tests/items/itemtesting.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

const AnswerPath name = {u"name"_s};
const AnswerPath port = {u"port"_s};
const AnswerPath token = {u"token"_s};
const AnswerPath ports = {u"ports"_s};

Template small()
{
    return asking("{properties: {name: {type: string}, port: {type: integer, default: 8080}, "
                  "token: {type: string, ui:field: Secret}, ports: {type: array, items: {type: "
                  "integer}}, g: {type: object, properties: {a: {type: string}}}}}");
}

/// Answers as JSON, then what cannot be read, then reasons.
QString picture(const FormEdits &edits)
{
    const FormInput input = edits.input();
    QString text = QString::fromUtf8(toJson(Value(input.given)));
    for (const auto &[path, texts] : input.typed.asKeyValueRange())
        text += u' ' + path.join(u'.') + u"~"_s + texts.join(u',');
    for (const auto &[answer, reason] : input.reasons.asKeyValueRange())
        text += u' ' + answer + u": "_s + reason;
    return text;
}

} // namespace

class TestFormEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typingInOneFieldIsOneStep()
    {
        FormEdits edits(small());
        for (const QString &text : {u"o"_s, u"or"_s, u"ord"_s})
            edits.type(name, text);
        edits.type(port, u"81"_s);
        edits.type(name, u"orders"_s);
        QCOMPARE(picture(edits), u"{\"name\":\"orders\",\"port\":81}"_s);
        QCOMPARE(edits.undo(), name);
        QCOMPARE(picture(edits), u"{\"name\":\"ord\",\"port\":81}"_s);
        QCOMPARE(edits.undo(), port);
        QCOMPARE(edits.undo(), name);
        QCOMPARE(picture(edits), u"{}"_s);
        QVERIFY(!edits.canUndo());
        QCOMPARE(edits.undo(), AnswerPath());
        QCOMPARE(edits.redo(), name);
        QCOMPARE(edits.redo(), port);
        QCOMPARE(edits.redo(), name);
        QVERIFY(!edits.canRedo());
        QCOMPARE(picture(edits), u"{\"name\":\"orders\",\"port\":81}"_s);
    }

    void aPauseEndsAStep()
    {
        FormEdits edits(small());
        edits.type(name, u"a"_s);
        edits.endTyping();
        edits.type(name, u"ab"_s);
        edits.undo();
        QCOMPARE(picture(edits), u"{\"name\":\"a\"}"_s);
        edits.type(name, u"abc"_s);
        QVERIFY(!edits.canRedo());
    }

    void whatCannotBeReadStandsBesideTheLastGoodAnswer()
    {
        FormEdits edits(small());
        edits.type(port, u"90"_s);
        edits.type(port, u"90x"_s);
        QCOMPARE(picture(edits), u"{\"port\":90} port~90x"_s);
        QCOMPARE(edits.typed(port), QStringList{u"90x"_s});
        const auto unreadable = edits.unreadable();
        QCOMPARE(unreadable.size(), 1);
        QCOMPARE(unreadable.first().path, port);
        QCOMPARE(unreadable.first().problem.message, u"port must be a whole number, not “90x”."_s);
        edits.type(port, u"9"_s);
        QCOMPARE(picture(edits), u"{\"port\":9}"_s);
        QVERIFY(edits.unreadable().isEmpty());
    }

    void undoBringsBackWhatCouldNotBeRead()
    {
        FormEdits edits(small());
        edits.type(port, u"9x"_s);
        edits.set(port, 7);
        edits.undo();
        QCOMPARE(picture(edits), u"{} port~9x"_s);
    }

    void itemsAreTypedAndMoved()
    {
        FormEdits edits(small());
        edits.typeItems(ports, {u""_s}, false);
        QCOMPARE(picture(edits), u"{} ports~"_s);
        edits.typeItems(ports, {u"8"_s}, true);
        edits.typeItems(ports, {u"80"_s}, true);
        edits.typeItems(ports, {u"80"_s, u"x"_s}, false);
        QCOMPARE(picture(edits), u"{\"ports\":[80]} ports~80,x"_s);
        edits.typeItems(ports, {u"80"_s, u"81"_s}, true);
        edits.typeItems(ports, {u"81"_s, u"80"_s}, false);
        QCOMPARE(picture(edits), u"{\"ports\":[81,80]}"_s);
        edits.undo();
        QCOMPARE(picture(edits), u"{\"ports\":[80,81]}"_s);
    }

    void secretsAreInNoStepAndInNoDraft()
    {
        FormEdits edits(small());
        edits.type(token, u"t0p"_s);
        QVERIFY(!edits.canUndo());
        edits.type(name, u"a"_s);
        edits.type(token, u"t0psecret"_s);
        QCOMPARE(edits.withoutSecrets().given, (Map{{u"name"_s, u"a"_s}}));
        edits.undo();
        QCOMPARE(picture(edits), u"{\"token\":\"t0psecret\"}"_s);
        edits.redo();
        QCOMPARE(Value(edits.input().given),
                 Value(Map{{u"name"_s, u"a"_s}, {u"token"_s, u"t0psecret"_s}}));
    }

    void aResetTakesTheReasonToo()
    {
        FormEdits edits(small());
        edits.set(port, 9);
        edits.setReason(u"port"_s, u"b"_s);
        edits.setReason(u"port"_s, u"because"_s);
        QCOMPARE(picture(edits), u"{\"port\":9} port: because"_s);
        edits.reset(port);
        QCOMPARE(picture(edits), u"{}"_s);
        QCOMPARE(edits.undo(), port);
        QCOMPARE(picture(edits), u"{\"port\":9} port: because"_s);
        QCOMPARE(edits.undo(), port);
        QCOMPARE(picture(edits), u"{\"port\":9}"_s);
        edits.setReason(u"port"_s, {});
        QCOMPARE(picture(edits), u"{\"port\":9}"_s);
    }

    void nothingIsNoStep()
    {
        FormEdits edits(small());
        edits.reset(port);
        QVERIFY(!edits.canUndo());
        edits.set(port, 9);
        edits.set(port, 9);
        edits.undo();
        QVERIFY(!edits.canUndo());
        edits.type({u"nowhere"_s}, u"x"_s);
        edits.typeItems({u"nowhere"_s}, {u"x"_s}, true);
        QVERIFY(!edits.canUndo());
    }

    void membersOfGroupsAreAnswered()
    {
        FormEdits edits(small());
        edits.type({u"g"_s, u"a"_s}, u"x"_s);
        QCOMPARE(picture(edits), u"{\"g\":{\"a\":\"x\"}}"_s);
        edits.type({u"g"_s, u"a"_s}, u""_s);
        QCOMPARE(picture(edits), u"{\"g\":{}}"_s);
    }

    void allAnswersAreReplacedInOneStep()
    {
        FormEdits edits(small());
        edits.type(port, u"x"_s);
        edits.replaceAnswers({{u"name"_s, u"b"_s}});
        QCOMPARE(picture(edits), u"{\"name\":\"b\"}"_s);
        QCOMPARE(edits.undo(), AnswerPath());
        QCOMPARE(picture(edits), u"{} port~x"_s);
    }

    void everyStepCanBeUndoneAndDoneAgain()
    {
        FormEdits edits(small());
        QRandomGenerator random(3);
        QStringList pictures = {picture(edits)};
        for (int step = 0; step < 60; ++step) {
            edits.endTyping();
            const QString text
                = QString::number(random.bounded(100)) + (step % 4 == 0 ? u"x"_s : u""_s);
            const bool isName = random.bounded(2) == 0;
            edits.type(isName ? name : port, text);
            pictures += picture(edits);
        }
        for (qsizetype i = pictures.size() - 2; i >= 0; --i) {
            edits.undo();
            QCOMPARE(picture(edits), pictures.at(i));
        }
        for (qsizetype i = 1; i < pictures.size(); ++i) {
            edits.redo();
            QCOMPARE(picture(edits), pictures.at(i));
        }
    }

    void theOldestStepsAreForgotten()
    {
        FormEdits edits(small());
        for (int i = 0; i < 300; ++i)
            edits.set(port, i);
        int steps = 0;
        for (; edits.canUndo(); ++steps)
            edits.undo();
        QCOMPARE(steps, 200);
        QCOMPARE(picture(edits), u"{\"port\":99}"_s);
    }
};

QTEST_GUILESS_MAIN(TestFormEdits)
#include "tst_formedits.moc"
