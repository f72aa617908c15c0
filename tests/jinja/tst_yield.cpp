#include "models/jinja/engine.h"
#include "tests/support/testing.h"

using namespace waymark;
using namespace waymark::jinja;
using namespace Qt::StringLiterals;

namespace {

Result<YieldingRender> yielding(const QString &text, const TaggedValue &context)
{
    Options options;
    options.extensions = QStringList{u"copier.jinja_ext.YieldExtension"_s};
    const auto source = Environment(options).compile(text, u"name"_s);
    if (!source)
        return std::unexpected(source.error());
    return renderYielding(*source, context,
                          {.now = QDateTime::fromString(u"2024-02-29T13:05:09Z"_s, Qt::ISODate)});
}

TaggedValue modules()
{
    return TaggedValue::fromMap(
        {{u"modules"_s,
          TaggedValue::answer(u"modules"_s, List{QString(u"a"_s), QString(u"b"_s)})}});
}

} // namespace

/// Copier's loop in names, and the functions that Copier gives.
class TestYield : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itTellsWhatIsToBeGoneThrough()
    {
        const auto result
            = yielding(u"x{% yield module from modules %}{{ module }}{% endyield %}"_s, modules());
        VERIFY_RESULT(result);
        QVERIFY(result->yield);
        QCOMPARE(result->yield->name, u"module"_s);
        QCOMPARE(result->yield->items.toValue(),
                 waymark::Value(List{QString(u"a"_s), QString(u"b"_s)}));
        QCOMPARE(result->yield->items.list().first().sources().data, QStringList{u"modules"_s});
        QCOMPARE(result->rendered.bytes, "x"_ba);
    }

    void itsBodySeesTheVariable()
    {
        TaggedValue context = modules();
        context.insert(u"module"_s, waymark::Value(u"a"_s));
        const auto result = yielding(
            u"x{% yield module from modules %}{{ module }}{{ y }}{% endyield %}"_s, context);
        VERIFY_RESULT(result);
        QCOMPARE(result->rendered.bytes, "xa"_ba);
    }

    void whatIsUndefinedInItPrintsNothing()
    {
        const auto result = yielding(
            u"x{% yield module from modules %}a{{ module.name.deep }}{% endyield %}y"_s, modules());
        VERIFY_RESULT(result);
        QCOMPARE(result->rendered.bytes, "xy"_ba);
        QVERIFY(result->yield);
    }

    void oneThatIsNotRunYieldsNothing()
    {
        const auto result = yielding(
            u"{% if false %}{% yield m from modules %}{{ m }}{% endyield %}{% endif %}z"_s,
            modules());
        VERIFY_RESULT(result);
        QVERIFY(!result->yield);
        QCOMPARE(result->rendered.bytes, "z"_ba);
    }

    void aSecondOneIsTooMany()
    {
        const auto result = yielding(
            u"{% yield a from modules %}{% endyield %}{% yield b from modules %}{% endyield %}"_s,
            modules());
        QVERIFY(!result);
        QVERIFY(result.error().problem.message.contains(u"Only one yield tag is allowed"));
        QVERIFY(result.error().problem.message.contains(u"['a', 'b']"));
    }

    void itIsThereOnlyWithItsExtension()
    {
        const auto source
            = Environment(Options::jinja2()).compile(u"{% yield a from b %}{% endyield %}"_s, {});
        QVERIFY(!source);
        QCOMPARE(source.error().problem.code, u"template.syntax"_s);
    }

    void functionsOfCopier_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *source, const QString &expected) {
            QTest::newRow(source) << QString::fromUtf8(source) << expected;
        };
        row("{{ pathjoin('a', 'b/', './c//d') }}", u"a/b/c/d"_s);
        row("{{ pathjoin('a', '/b', '..') }}", u"/b/.."_s);
        row("{{ pathjoin() }}", u"."_s);
        row("{{ pathjoin('a', 'b', mode='windows') }}", u"a\\b"_s);
        row("{{ pathjoin('c:', 'b/c', mode='windows') }}", u"c:b\\c"_s);
        row("{{ pathjoin('c:/a', '/b', mode='windows') }}", u"c:\\b"_s);
        row("{{ now().isoformat() }}", u"2024-02-29T13:05:09"_s);
        row("{{ make_secret()|length }}", u"128"_s);
    }

    void functionsOfCopier()
    {
        QFETCH(const QString, source);
        QFETCH(const QString, expected);
        const auto result = yielding(source, {});
        VERIFY_RESULT(result);
        QCOMPARE(QString::fromUtf8(result->rendered.bytes), expected);
    }
};

QTEST_APPLESS_MAIN(TestYield)
#include "tst_yield.moc"
