#include "models/jinja/engine.h"
#include "tests/support/testing.h"

using namespace waymark;
using namespace waymark::jinja;
using namespace Qt::StringLiterals;

namespace {

const QStringList all = {
    u"jinja2.ext.debug"_s,
    u"cookiecutter.extensions.JsonifyExtension"_s,
    u"cookiecutter.extensions.RandomStringExtension"_s,
    u"cookiecutter.extensions.SlugifyExtension"_s,
    u"jinja2_time.TimeExtension"_s,
    u"cookiecutter.extensions.UUIDExtension"_s,
    u"jinja2_copier_extension.CopierExtension"_s,
};

Result<QString> rendered(const QString &text, const QStringList &extensions = all,
                         const QByteArray &seed = "seed", qsizetype output = 64 << 20)
{
    Options options;
    options.extensions = extensions;
    const auto source = Environment(options).compile(text, u"a.txt"_s);
    if (!source)
        return std::unexpected(source.error());
    const RenderOptions how{.limits = {.output = output},
                            .now = QDateTime::fromString(u"2024-02-29T13:05:09Z"_s, Qt::ISODate),
                            .seed = seed};
    const auto result = render(*source, TaggedValue(Map{{u"n"_s, 1}}), how);
    if (!result)
        return std::unexpected(result.error());
    return QString::fromUtf8(result->bytes);
}

} // namespace

/// What extensions of Jinja2 give that no other engine can be asked for: chance, time, slugs, and
/// what is refused.
class Extensions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheyGive_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *source, const QString &expected) {
            QTest::newRow(source) << QString::fromUtf8(source) << expected;
        };
        row("{% now 'utc' %}", u"2024-02-29"_s);
        row("{% now 'utc', '%d.%m.%Y %H:%M:%S' %}", u"29.02.2024 13:05:09"_s);
        row("{% now 'utc' + 'days=1, hours=2', '%d %H' %}", u"01 15"_s);
        row("{% now 'utc' - 'days=1' %}", u"2024-02-28"_s);
        row("{% now 'local', '%Y' %}", u"2024"_s);
        row("{% now 'Europe/Berlin', '%H' %}", u"14"_s);
        row("{{ '%H:%M'|strftime }}", u"13:05"_s);
        row("{{ 'Hello, World!'|slugify }}", u"hello-world"_s);
        row("{{ 'Größe & Maß'|slugify }}", u"grosse-mass"_s);
        row("{{ \"Jerry's 1,000 &amp; more\"|slugify }}", u"jerry-s-1000-more"_s);
        row("{{ 'My Project'|slugify(separator='_') }}", u"my_project"_s);
        row("{{ 'My Project'|slugify(lowercase=false) }}", u"My-Project"_s);
        row("{{ 'one two three'|slugify(max_length=9) }}", u"one-two-t"_s);
        row("{{ 'one two three'|slugify(max_length=9, word_boundary=true) }}", u"one-two"_s);
        row("{{ 'the one and only'|slugify(stopwords=['the', 'and']) }}", u"one-only"_s);
        row("{{ 'C++ rocks'|slugify(replacements=[['++', 'pp']]) }}", u"cpp-rocks"_s);
        row("{{ 'äé漢'|slugify(allow_unicode=true) }}", u"äé漢"_s);
        row("{{ 'a_b'|slugify(regex_pattern='[^-a-z_]+') }}", u"a_b"_s);
        row("{{ random_ascii_string(0) }}", QString());
        row("{{ random_ascii_string(12)|length }}", u"12"_s);
        row("{{ random_ascii_string(40)|regex_search('[^a-zA-Z]') }}", u"None"_s);
        row("{{ uuid4()|regex_search('^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]') is none }}",
            u"False"_s);
        row("{{ [1, 2, 3]|shuffle|sort }}{{ 1|ans_random }}", u"[1, 2, 3]0"_s);
        row("{{ '~x'[1:]|expanduser }}{{ 'a'|expandvars }}", u"xa"_s);
        row("{{ {'b': 1, 'a': [2]}|jsonify(none) }}", u"{\"a\": [2], \"b\": 1}"_s);
    }
    void whatTheyGive()
    {
        QFETCH(const QString, source);
        QFETCH(const QString, expected);
        const auto result = rendered(source);
        VERIFY_RESULT(result);
        QCOMPARE(*result, expected);
    }

    void chanceIsTheSeeds()
    {
        const QString source = u"{{ random_ascii_string(20, true) }} {{ uuid4() }} {{ range(9) | "
                               "list | shuffle }} {{ 99 | ans_random }} {{ '' | random_mac }}"_s;
        QCOMPARE(*rendered(source, all, "a"), *rendered(source, all, "a"));
        QVERIFY(*rendered(source, all, "a") != *rendered(source, all, "b"));
    }

    void whatIsRefused_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *source, const char *code, const QString &said) {
            QTest::newRow(source) << QString::fromUtf8(source) << QString::fromUtf8(code) << said;
        };
        for (const char *source :
             {"\n{{ '~'|expanduser }}", "\n{{ '$HOME'|expandvars }}", "\n{{ '*'|fileglob }}",
              "\n{{ 'a'|realpath }}", "\n{{ '/a'|relpath }}", "\n{{ 'a'|relpath('..') }}"})
            row(source, "template.security", u"would read files or the environment"_s);
        row("\n{% now 'Nowhere' %}", "template.value", u"Could not parse timezone"_s);
        row("\n{% now 'utc' + 'x' %}", "template.value", u"not enough values to unpack"_s);
        row("\n{% now 'utc' + 'ages=1' %}", "template.value", u"Invalid shift time frame"_s);
        row("\n{{ 1|slugify }}", "template.type", u"decoding to str"_s);
        row("\n{{ 'a'|slugify(x=1) }}", "template.type", u"unexpected keyword argument 'x'"_s);
        row("\n{{ 'a'|hash('nope') }}", "template.value", u"unsupported hash type nope"_s);
        row("\n{{ [1]|ans_random(start=1) }}", "template.value", u"\"start\" can only be used"_s);
        row("\n{{ 'xy'|random_mac }}", "template.value", u"\"xy\" is not a hexadecimal byte"_s);
        row("\n{{ range|to_yaml }}", "template.type", u"cannot represent an object"_s);
    }
    void whatIsRefused()
    {
        QFETCH(const QString, source);
        QFETCH(const QString, code);
        QFETCH(const QString, said);
        const auto result = rendered(source);
        QVERIFY(!result);
        const Problem &problem = result.error().problem;
        QCOMPARE(problem.code, code);
        QVERIFY2(problem.message.contains(said), qPrintable(problem.message));
        QCOMPARE(problem.position->line, 2);
    }

    void debugShowsWhatThereIs()
    {
        const QString shown = *rendered(u"{% set deep = {'a': {'b': {'c': 1}}} %}{% debug %}"_s);
        QVERIFY(shown.startsWith(u"{'context': {"));
        QVERIFY(shown.contains(u"'deep': {'a': {...}}"));
        QVERIFY(shown.contains(u"\n             'n': 1,"));
        QVERIFY(shown.contains(u"\n 'filters': ['abs', 'ans_groupby', "));
        QVERIFY(shown.contains(u"\n 'tests': ['!=', '<', '<=', '==', '>', '>=', 'boolean', "
                               "'callable', 'defined',\n           'divisibleby', "));
    }

    void aFilterThatAnExtensionBringsNamesIt()
    {
        const auto result = rendered(u"{{ n|slugify }}"_s, {});
        QVERIFY(!result);
        QCOMPARE(result.error().problem.hint,
                 u"This filter needs the extension “cookiecutter.extensions.SlugifyExtension”."_s);
    }

    void anExtensionThatIsNotKnownIsNamedWhereItIsMissed()
    {
        const auto result = rendered(u"a\n{{ n|own }}"_s, {u"own.Extension"_s});
        QVERIFY(!result);
        QCOMPARE(result.error().problem.position->line, 2);
        QVERIFY(result.error().problem.hint.contains(u"“own.Extension” is not known here"));
    }

    void whatADocumentBecomesIsCountedBeforeItIsRead_data()
    {
        QTest::addColumn<QString>("source");
        QTest::newRow("JSON") << u"{{ ('[' ~ '1,' * 90000 ~ '1]')|from_json|length }}"_s;
        QTest::newRow("YAML") << u"{{ ('[' ~ '1,' * 90000 ~ '1]')|from_yaml|length }}"_s;
        QTest::newRow("bytes") << u"{% set l = [] %}{% set t = 'x' * 100000 %}{% for i in "
                                  "range(99) %}{{ l.append(t.encode()) }}{% endfor %}"_s;
        QTest::newRow("YAML that is written")
            << u"{% set t = 'x' * 1000 %}{{ ([t] * 2000)|to_yaml|length }}"_s;
        QTest::newRow("an integer as bytes") << u"{{ 1.to_bytes(9999999999, 'big')|length }}"_s;
    }
    void whatADocumentBecomesIsCountedBeforeItIsRead()
    {
        QFETCH(const QString, source);
        const auto result = rendered(source, all, "seed", 1 << 20);
        QVERIFY(!result);
        QCOMPARE(result.error().problem.code, u"template.limit"_s);
    }

    void whatIsTranslatedComesFromItsVariables()
    {
        Options options;
        options.extensions = {u"jinja2.ext.i18n"_s};
        const auto source = Environment(options).compile(
            u"{% trans count=n, user=name %}{{ user }} one{% pluralize %}{{ user }} many"
            "{% endtrans %}"_s,
            u"a.txt"_s);
        VERIFY_RESULT(source);
        TaggedValue answers = TaggedValue::fromMap({});
        answers.insert(u"name"_s, TaggedValue::answer(u"name"_s, u"Ada"_s));
        answers.insert(u"n"_s, TaggedValue::answer(u"n"_s, 2));
        const auto result = render(*source, answers);
        VERIFY_RESULT(result);
        QCOMPARE(result->bytes, QByteArray("Ada many"));
        QVERIFY(result->provenance.all().names(u"name"_s));
        QVERIFY(result->provenance.all().names(u"n"_s));
    }

    void anExtensionGoesByTheNameOfItsClassToo()
    {
        const auto result = rendered(
            u"{% do [] %}{% trans %}x{% endtrans %}"_s,
            {u"jinja2.ext.ExprStmtExtension"_s, u"jinja2.ext.InternationalizationExtension"_s});
        VERIFY_RESULT(result);
        QCOMPARE(*result, u"x"_s);
    }
};

QTEST_APPLESS_MAIN(Extensions)
#include "tst_extensions.moc"
