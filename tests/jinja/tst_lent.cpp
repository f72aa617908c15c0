#include "models/jinja/engine.h"
#include "tests/support/testing.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::jinja;

namespace {

/// What was asked for, when all that it was made of is gone.
Result<TaggedValue> evaluated(Language language, const QString &expression)
{
    Options options;
    options.language = language;
    const auto compiled = std::make_unique<Result<Expression>>(
        Environment(options).compileExpression(expression, u"e"_s));
    if (!*compiled)
        return std::unexpected(compiled->error());
    const auto context = std::make_unique<TaggedValue>(TaggedValue::fromMap(
        {{u"name"_s, TaggedValue(waymark::Value(QString(40, u'n')))},
         {u"map"_s, TaggedValue::fromMap({{QString(40, u'k'), TaggedValue(waymark::Value(1))}})}}));
    return evaluate(**compiled, *context);
}

QString problemOf(Language language, const QString &source)
{
    Options options;
    options.language = language;
    options.loader = [](const QString &) -> Result<std::optional<QByteArray>> {
        return std::optional<QByteArray>();
    };
    const auto compiled
        = std::make_unique<Result<Template>>(Environment(options).compile(source, u"t"_s));
    const auto context = std::make_unique<TaggedValue>(
        TaggedValue::fromMap({{u"name"_s, TaggedValue(waymark::Value(QString(40, u'n')))}}));
    const auto rendered = render(**compiled, *context);
    return rendered ? QString() : rendered.error().problem.message;
}

} // namespace

/// Texts are lent to a render by its data and its template, and whatever leaves it owns its own.
class TestLent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aResultOwnsItsText_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("text");
        QTest::newRow("of the data") << u"name"_s << QString(40, u'n');
        QTest::newRow("of the template")
            << u"'a text of the template'"_s << u"a text of the template"_s;
        QTest::newRow("of a filter that hands it on")
            << u"name | default('x')"_s << QString(40, u'n');
    }
    void aResultOwnsItsText()
    {
        QFETCH(const QString, expression);
        for (const Language language : {Language::Jinja2, Language::Nunjucks}) {
            const auto result = evaluated(language, expression);
            VERIFY_RESULT(result);
            const QString *text = result->scalar().toText();
            QVERIFY(text);
            QVERIFY(text->isDetached());
            QTEST(*text, "text");
        }
    }

    void aResultOwnsItsKeys()
    {
        for (const Language language : {Language::Jinja2, Language::Nunjucks}) {
            const auto result = evaluated(language, u"map"_s);
            VERIFY_RESULT(result);
            QCOMPARE(result->map().size(), 1);
            QVERIFY(result->map().front().key.isDetached());
            QCOMPARE(result->map().front().key, QString(40, u'k'));
        }
    }

    void anErrorOwnsItsText()
    {
        const QString message = problemOf(Language::Jinja2, u"{% include name %}"_s);
        QCOMPARE(message, QString(40, u'n'));
        QVERIFY(message.isDetached());
    }

    void anIncludeIsWhatItsLoaderGivesNow()
    {
        QByteArray part = "{% set list = ['a'] %}{{ list | join }}{{ name }}";
        int reads = 0;
        Options options;
        options.loader = [&](const QString &) -> Result<std::optional<QByteArray>> {
            ++reads;
            return std::optional(part);
        };
        const Environment environment(options);
        const auto compiled = environment.compile(u"{% include 'part' %}"_s, u"t"_s);
        VERIFY_RESULT(compiled);
        const auto output = [&](const QString &name) {
            const auto rendered = render(
                *compiled, TaggedValue::fromMap({{u"name"_s, TaggedValue(waymark::Value(name))}}));
            return rendered ? rendered->bytes : rendered.error().toString().toUtf8();
        };
        QCOMPARE(output(u"1"_s), QByteArray("a1"));
        QCOMPARE(output(u"2"_s), QByteArray("a2"));
        part = "other {{ name }}";
        QCOMPARE(output(u"3"_s), QByteArray("other 3"));
        part = "{{ name";
        QVERIFY(output(u"4"_s).contains("part"));
        part = "{% set list = ['a'] %}{{ list | join }}{{ name }}";
        QCOMPARE(output(u"5"_s), QByteArray("a5"));
        QCOMPARE(reads, 5);
    }

    void whatAnIncludeHoldsStaysForTheNextRender()
    {
        Options options;
        options.language = Language::Nunjucks;
        options.loader = [](const QString &) -> Result<std::optional<QByteArray>> {
            return std::optional<QByteArray>("{% set x = r/b+/g %}{{ 'abbc' | replace(x, '-') }}"
                                             "{{ absent }}{{ 'it' }}");
        };
        const Environment environment(options);
        const auto compiled = environment.compile(u"{% include 'part' %}"_s, u"t"_s);
        VERIFY_RESULT(compiled);
        for (int i = 0; i < 3; ++i) {
            const auto rendered = render(*compiled, TaggedValue::fromMap({}));
            VERIFY_RESULT(rendered);
            QCOMPARE(rendered->bytes, QByteArray("a-cit"));
        }
    }
};

QTEST_APPLESS_MAIN(TestLent)

#include "tst_lent.moc"
