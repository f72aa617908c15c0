#include "models/jinja/engine.h"
#include "tests/support/testing.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::jinja;

namespace {

/// What other templates there are.
Result<std::optional<QByteArray>> loaded(const QString &name)
{
    if (name == u"part")
        return "[{{ a }}{{ x }}{{ y }}]"_ba;
    if (name == u"macros")
        return "{% set y = 'm' %}{% macro m() %}({{ a }}{{ x }}{{ y }}){% endmacro %}"_ba;
    if (name == u"base")
        return "{% set x = 'base' %}{% block b scoped %}{% endblock %}{{ a }}"_ba;
    return std::nullopt;
}

QByteArray rendered(const Options &options, const QString &source)
{
    const auto compiled = Environment(options).compile(source, u"main.txt"_s);
    if (!compiled)
        return compiled.error().toString().toUtf8();
    TaggedValue answers = TaggedValue::fromMap({});
    answers.insert(u"a"_s, TaggedValue::answer(u"a"_s, u"A"_s));
    answers.insert(u"list"_s, TaggedValue::answer(u"list"_s, List{1, 2}));
    const auto made = render(*compiled, answers);
    return made ? made->bytes : made.error().toString().toUtf8();
}

} // namespace

/// A use of a name finds it anew where something was set since it ran last.
class TestNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNameIsWhatItIsNow_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const QString &source, const QByteArray &expected) {
            QTest::newRow(name) << source << expected;
        };
        row("set between two uses", u"{{ x }}{% set x = 1 %}{{ x }}{{ a }}{% set a = 2 %}{{ a }}"_s,
            "1A2");
        row("set between two runs of a macro",
            u"{% macro m() %}{{ x }}{{ a }}{% endmacro %}{{ m() }}{% set x = 1 %}{{ m() }}"
            u"{% set a = 'B' %}{{ m() }}"_s,
            "11B");
        row("a global that is set",
            u"{% macro m() %}{{ range }}{% endmacro %}{% set range = 3 %}"
            u"{{ m() }}{% set range = 4 %}{{ m() }}"_s,
            "34");
        row("an include in a loop",
            u"{% for x in list %}{% include 'part' %}{% endfor %}{% set y = 3 %}"
            u"{% include 'part' %}"_s,
            "[A1][A2][A3]");
        row("an include without the context",
            u"{% set x = 1 %}"
            u"{% include 'part' without context %}"_s,
            "[]");
        row("macros that see the context",
            u"{% set x = 1 %}{% from 'macros' import m with context %}{% set x = 2 %}{{ m() }}"_s,
            "(A1m)");
        row("macros that do not", u"{% set x = 1 %}{% from 'macros' import m %}{{ m() }}"_s, "(m)");
        row("a block that sees a loop",
            u"{% for x in list %}{% block b scoped %}{{ x }}{{ a }}{% endblock %}{% endfor %}"_s,
            "1A2A");
        row("a block of a child",
            u"{% extends 'base' %}{% block b %}{{ x }}{{ a }}{% endblock %}"_s, "baseAA");
    }

    void aNameIsWhatItIsNow()
    {
        QFETCH(const QString, source);
        QFETCH(const QByteArray, expected);
        Options options = Options::jinja2();
        options.loader = loaded;
        QCOMPARE(rendered(options, source), expected);
    }

    void aNameIsWhatItIsNowInNunjucks()
    {
        Options options;
        options.language = Language::Nunjucks;
        options.loader = loaded;
        QCOMPARE(rendered(options, u"{{ x }}{% set x = 1 %}{{ x }}{{ a }}{% set a = 2 %}{{ a }}"_s),
                 "1A2"_ba);
        QCOMPARE(rendered(options, u"{% for x in list %}{% include 'part' %}{% endfor %}"_s),
                 "[A1][A2]"_ba);
    }
};

QTEST_GUILESS_MAIN(TestNames)
#include "tst_names.moc"
