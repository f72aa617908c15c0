#include "models/base/json.h"
#include "models/jinja/engine.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using jinja::TaggedValue;

namespace {

/// The data of the tests: "o" as Python's OrderedDict, "d" as a dict.
TaggedValue data()
{
    const auto value = parseJson(R"({"a": {"b": [1, {}]}, "c": "x"})");
    if (!value)
        qFatal("%s", qPrintable(value.error().toString()));
    TaggedValue half = TaggedValue(*value).asOrdered();
    half.insert(u"e"_s, waymark::Value(1));
    const auto wide = parseJson(R"({"z": "one two three four five six seven", )"
                                R"("a": {"k": [1, 2], "e": {}}, "b": "x"})");
    if (!wide)
        qFatal("%s", qPrintable(wide.error().toString()));
    return TaggedValue::fromMap({{u"o"_s, TaggedValue::ordered(*value)},
                                 {u"d"_s, TaggedValue(*value)},
                                 {u"half"_s, half},
                                 {u"wide"_s, TaggedValue::ordered(*wide)},
                                 {u"empty"_s, TaggedValue::fromMap({}).asOrdered()}});
}

QString rendered(const QString &text, const jinja::Options &options = jinja::Options::jinja2())
{
    const auto compiled = jinja::Environment(options).compile(text, u"t"_s);
    const auto made = compiled ? jinja::render(*compiled, data())
                               : Result<jinja::Rendered>(std::unexpected(compiled.error()));
    return made ? QString::fromUtf8(made->bytes) : made.error().problem.message;
}

} // namespace

/// Maps that are Python's collections.OrderedDict: what Python 3.12 and later make of them.
class TestOrdered : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theyPrintAsSuch_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *text, const QString &expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << expected;
        };
        const QString inner = u"OrderedDict({'b': [1, OrderedDict()]})"_s;
        const QString whole = u"OrderedDict({'a': "_s + inner + u", 'c': 'x'})"_s;
        row("{{ o }}", whole);
        row("{{ d }}", u"{'a': {'b': [1, {}]}, 'c': 'x'}"_s);
        row("{{ half }}", u"OrderedDict({'a': {'b': [1, {}]}, 'c': 'x', 'e': 1})"_s);
        row("{{ empty }}", u"OrderedDict()"_s);
        row("{{ o.a }}", inner);
        row("{{ [o.a] }}", u'[' + inner + u']');
        row("{{ '%s' % o.a }} {{ o.a ~ '' }}", inner + u' ' + inner);
        row("{{ o.copy() }}", whole);
        row("{{ dict(o.a) }}", u"{'b': [1, OrderedDict()]}"_s);
        row("{{ o.a.keys() }} {{ d.a.keys() }}", u"odict_keys(['b']) dict_keys(['b'])"_s);
        row("{{ o.a.values() }}", u"odict_values([[1, OrderedDict()]])"_s);
        row("{{ o.a.items() }}", u"odict_items([('b', [1, OrderedDict()])])"_s);
        row("{{ o == d }} {{ o is mapping }} {{ o|length }}", u"True True 2"_s);
        row("{{ o|list }} {{ o.a|tojson }}", u"['a', 'c'] {\"b\": [1, {}]}"_s);
    }

    void theyPrintAsSuch()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, expected);
        QCOMPARE(rendered(text), expected);
    }

    /// As pprint.pformat() of Python 3.13 has them.
    void theyPrintPrettily_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *text, const QStringList &lines) {
            QTest::newRow(text) << QString::fromUtf8(text) << lines.join(u'\n');
        };
        row("{{ empty|pprint }}", {u"OrderedDict()"_s});
        row("{{ wide.a|pprint }}", {u"OrderedDict({'k': [1, 2], 'e': OrderedDict()})"_s});
        row("{{ wide|pprint }}",
            {u"OrderedDict([('z', 'one two three four five six seven'),"_s,
             u"             ('a', OrderedDict({'k': [1, 2], 'e': OrderedDict()})),"_s,
             u"             ('b', 'x')])"_s});
        row("{{ {'k': wide}|pprint }}",
            {u"{'k': OrderedDict([('z', 'one two three four five six seven'),"_s,
             u"                   ('a', OrderedDict({'k': [1, 2], 'e': OrderedDict()})),"_s,
             u"                   ('b', 'x')])}"_s});
        row("{{ [{'n': [wide]}]|pprint }}",
            {u"[{'n': [OrderedDict([('z', 'one two three four five six seven'),"_s,
             u"                     ('a', OrderedDict({'k': [1, 2], 'e': OrderedDict()})),"_s,
             u"                     ('b', 'x')])]}]"_s});
        row("{{ {'n': {'n': {'n': wide}}}|pprint }}",
            {u"{'n': {'n': {'n': OrderedDict([('z', 'one two three four five six seven'),"_s,
             u"                               ('a',"_s,
             u"                                OrderedDict({'k': [1, 2], 'e': OrderedDict()})),"_s,
             u"                               ('b', 'x')])}}}"_s});
        row("{{ {'k' * 77: empty}|pprint }}",
            {u"{'"_s + QString(77, u'k') + u"': OrderedDict()}"_s});
    }

    void theyPrintPrettily()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, expected);
        QCOMPARE(rendered(text), expected);
    }

    void errorsNameThem()
    {
        jinja::Options strict = jinja::Options::jinja2();
        strict.undefined = jinja::UndefinedKind::Strict;
        QCOMPARE(rendered(u"{{ o.nothing }}"_s, strict),
                 u"'collections.OrderedDict object' has no attribute 'nothing'"_s);
        QCOMPARE(rendered(u"{{ d.nothing }}"_s, strict),
                 u"'dict object' has no attribute 'nothing'"_s);
    }

    void elsewhereTheyAreMaps()
    {
        QCOMPARE(rendered(u"${{ o.a | dump }}"_s, jinja::Options::backstageNunjucks()),
                 u"{\"b\":[1,{}]}"_s);
        QCOMPARE(data().find(u"o"_s)->toValue(), data().find(u"d"_s)->toValue());
    }

    void theyDifferFromOthers()
    {
        const TaggedValue map = TaggedValue::fromMap({});
        QVERIFY(map.asOrdered() != map);
        QVERIFY(map.asOrdered().isOrdered() && !map.isOrdered());
        QVERIFY(!TaggedValue(waymark::Value(1)).asOrdered().isOrdered());
    }
};

QTEST_APPLESS_MAIN(TestOrdered)
#include "tst_ordered.moc"
