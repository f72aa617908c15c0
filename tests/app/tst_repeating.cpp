#include "app/cli/commandline.h"
#include "app/cli/repeating.h"
#include "models/base/json.h"
#include "models/catalog/answertext.h"
#include "models/git/shellwords.h"
#include "tests/support/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::cli;

namespace {

FormSchema schema()
{
    const auto pages = parseJson(R"({
        "title": "About it",
        "properties": {
            "name": {"type": "string", "default": "orders"},
            "size": {"type": "string", "enum": ["small", "large"], "enumNames": ["Small", "Large"],
                     "default": "small"},
            "level": {"type": "integer", "enum": [1, 2], "default": 1},
            "copies": {"type": "integer", "default": 2},
            "share": {"type": "number"},
            "public": {"type": "boolean", "default": false},
            "tags": {"type": "array", "items": {"type": "string"}},
            "zones": {"type": "array", "items": {"type": "string", "enum": ["a", "b"]},
                      "uniqueItems": true},
            "labels": {"type": "object", "additionalProperties": {"type": "string"}},
            "limits": {"type": "object", "properties": {"cpu": {"type": "number"}}},
            "token": {"type": "string", "ui:field": "Secret"}
        }})");
    return pages ? FormSchema::read(*pages).schema : FormSchema();
}

} // namespace

class TestRepeating : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerIsWrittenAsItIsReadAgain_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<Value>("answer");
        QTest::addColumn<QString>("word");
        QTest::newRow("a text") << u"name"_s << Value(u"billing"_s) << u"name=billing"_s;
        QTest::newRow("a text with blanks and quotes")
            << u"name"_s << Value(u"it's \"mine\" $HOME"_s) << u"name=it's \"mine\" $HOME"_s;
        QTest::newRow("a text of two lines") << u"name"_s << Value(u"a\nb"_s) << u"name=a\nb"_s;
        QTest::newRow("a text like a number") << u"name"_s << Value(u"007"_s) << u"name=007"_s;
        QTest::newRow("an empty text") << u"name"_s << Value(QString()) << u"name="_s;
        QTest::newRow("a choice by its value") << u"size"_s << Value(u"large"_s) << u"size=large"_s;
        QTest::newRow("a choice of numbers") << u"level"_s << Value(2) << u"level=2"_s;
        QTest::newRow("a whole number") << u"copies"_s << Value(3) << u"copies=3"_s;
        QTest::newRow("a number") << u"share"_s << Value(0.5) << u"share=0.5"_s;
        QTest::newRow("yes") << u"public"_s << Value(true) << u"public=true"_s;
        QTest::newRow("a list") << u"tags"_s << Value(QStringList{u"a"_s, u"b, c"_s})
                                << u"tags=[\"a\",\"b, c\"]"_s;
        QTest::newRow("choices") << u"zones"_s << Value(QStringList{u"b"_s}) << u"zones=[\"b\"]"_s;
        QTest::newRow("a map") << u"labels"_s << Value(Map{{u"team"_s, u"shop"_s}})
                               << u"labels={\"team\":\"shop\"}"_s;
        QTest::newRow("a group") << u"limits"_s << Value(Map{{u"cpu"_s, 0.5}})
                                 << u"limits={\"cpu\":0.5}"_s;
    }

    void anAnswerIsWrittenAsItIsReadAgain()
    {
        QFETCH(const QString, name);
        QFETCH(const Value, answer);
        QFETCH(const QString, word);
        Form form(schema());
        form.setAnswer({name}, answer);
        const auto arguments
            = Arguments::parse(**findCommand(u"new"_s), {u"go-service"_s, u"../a b"_s});
        VERIFY_RESULT(arguments);
        const QString command = sameCommand(*arguments, form, {});
        const QStringList expected{u"waymark"_s, u"new"_s, u"go-service"_s, u"../a b"_s,
                                   u"--set"_s,   word,     u"--defaults"_s};
        QCOMPARE(git::shellWords(command), expected);
        const auto again = readNamedAnswer(Form(schema()), word);
        VERIFY_RESULT(again);
        QCOMPARE(again->path, AnswerPath{name});
        QCOMPARE(again->value, answer);
    }

    void whatIsTheDefaultOrASecretIsLeftOut()
    {
        Form form(schema());
        form.setAnswer({u"name"_s}, u"orders"_s);
        form.setAnswer({u"copies"_s}, 2);
        form.setAnswer({u"token"_s}, u"hunter2hunter2"_s);
        const auto arguments = Arguments::parse(**findCommand(u"new"_s), {u"./t"_s, u"d"_s});
        VERIFY_RESULT(arguments);
        QCOMPARE(sameCommand(*arguments, form, {}), u"waymark new ./t d --defaults"_s);
    }

    void theOtherOptionsStay()
    {
        const auto arguments
            = Arguments::parse(**findCommand(u"new"_s),
                               {u"./t"_s, u"d"_s, u"--branch=b"_s, u"--set=copies=3"_s,
                                u"--answers=a.yaml"_s, u"--reason=copies=it is big"_s,
                                u"--sign-off"_s, u"--secret=token=env:T"_s, u"--log=l"_s});
        VERIFY_RESULT(arguments);
        Form form(schema());
        form.setAnswer({u"copies"_s}, 3);
        QCOMPARE(git::shellWords(sameCommand(*arguments, form, {})),
                 (QStringList{u"waymark"_s, u"new"_s, u"./t"_s, u"d"_s, u"--set"_s, u"copies=3"_s,
                              u"--reason"_s, u"copies=it is big"_s, u"--branch"_s, u"b"_s,
                              u"--sign-off"_s, u"--log"_s, u"l"_s, u"--defaults"_s}));
        QCOMPARE(begunCommand(*arguments, form) + u" --defaults"_s,
                 sameCommand(*arguments, form, {}));
    }
};

QTEST_APPLESS_MAIN(TestRepeating)
#include "tst_repeating.moc"
