#include "tests/plan/provenanceproperty.h"
#include "tests/plan/smalltemplate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::SmallTemplate;

namespace {

/// How many answers of the golden sets are changed, to all that they can be.
int wantedRuns()
{
    bool isNumber = false;
    const int runs = qEnvironmentVariableIntValue("WAYMARK_PROPERTY_RUNS", &isNumber);
    return isNumber ? runs : 26;
}

/// An answer of a golden set.
struct Pick
{
    QString name; ///< Of the template.
    QString set;
    QString answer;
};

/// Answers of all sets of all templates in turn, so that few runs see all answers and all sets.
QList<Pick> picks()
{
    QList<Pick> all;
    const QStringList templates = testing::goldenTemplates();
    for (qsizetype turn = 0; turn < testing::goldenSets(templates.first()).size(); ++turn) {
        const QStringList answers
            = testing::builtIn(templates.first()).entry.definition.form.names();
        for (qsizetype i = 0; i < answers.size(); ++i) {
            const QString &name = templates.at((i + turn) % templates.size());
            const QStringList sets = testing::goldenSets(name);
            all += {name, sets.at((i + turn) % sets.size()), answers.at(i)};
        }
    }
    return all.first(std::min<qsizetype>(wantedRuns(), all.size()));
}

/// The lines of `rendering` whose text comes from `answer`, as "path: key".
QSet<QByteArray> tinted(const Rendering &rendering, const QString &answer)
{
    QSet<QByteArray> all;
    for (const RenderedFile &file : rendering.files) {
        for (const testing::Line &line : testing::linesOf(file)) {
            if (line.data.contains(answer))
                all += line.file + ": " + line.key;
        }
    }
    return all;
}

/// Lines of `a`, as "path: key", that `b` has not.
QSet<QByteArray> altered(const Rendering &a, const Rendering &b)
{
    QSet<QByteArray> all;
    QHash<QByteArray, const RenderedFile *> others;
    for (const RenderedFile &file : b.files)
        others.insert(file.path, &file);
    for (const RenderedFile &file : a.files) {
        const RenderedFile *other = others.value(file.path);
        if (other && other->content == file.content)
            continue;
        const QList<testing::Line> lines = testing::linesOf(file);
        for (const testing::Line &line :
             other ? testing::unmatched(lines, testing::linesOf(*other)) : lines)
            all += line.file + ": " + line.key;
    }
    return all;
}

QString joined(const QSet<QByteArray> &lines)
{
    QStringList all;
    for (const QByteArray &line : lines)
        all += QString::fromUtf8(line);
    all.sort();
    return all.join(u'\n');
}

/// What is wrong with a small template, whose answers are each changed to all that they can be.
QStringList complaints(const SmallTemplate &made, const QByteArray &answers)
{
    const LoadedTemplate loaded = made.loaded();
    const RenderRequest request = SmallTemplate::request(loaded, answers);
    const Rendering before = render(loaded, request);
    QStringList all;
    for (const Problem &problem : before.problems) {
        if (problem.severity == Severity::Error)
            all += problem.toString();
    }
    for (const QString &name : loaded.entry.definition.form.names()) {
        const auto parameter = loaded.entry.definition.form.parameter(name);
        for (const auto &answer :
             testing::otherAnswers(*parameter, request.form.answers().value(name))) {
            const Rendering after = render(loaded, testing::changed(request, name, answer));
            if (testing::isBroken(after))
                continue;
            for (const QString &line : testing::unnamedChanges(before, after, name)
                     + testing::unnamedChanges(after, before, name))
                all += name + u": "_s + line;
        }
    }
    all.removeDuplicates();
    return all;
}

constexpr auto manyParameters
    = "{properties: {name: {type: string}, other: {type: string}, port: {type: integer, default: "
      "80}, public: {type: boolean, default: false}, items: {type: array, items: {type: string}},"
      " size: {enum: [small, large, fixed], default: small}}, dependencies: {size: {oneOf: "
      "[{properties: {size: {enum: [small, large]}}}, {properties: {size: {enum: [fixed]}, copies: "
      "{type: integer, default: 2}}}]}}}";

constexpr auto manyValues
    = "name: '${{ parameters.name }}', other: '${{ parameters.other }}', port: '${{ "
      "parameters.port }}', public: '${{ parameters.public }}', items: '${{ parameters.items }}', "
      "size: '${{ parameters.size }}', copies: '${{ parameters.copies }}', both: '${{ "
      "parameters.name or parameters.other }}', count: '${{ parameters.copies or 3 }}'";

SmallTemplate many()
{
    return SmallTemplate(
        manyParameters,
        QByteArray("[{action: 'fetch:template', input: {url: ./skeleton, values: {") + manyValues
            + "}}}]");
}

} // namespace

class TestProvenance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChangeIsAmongThoseThatNamedTheAnswer_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("source");
        const auto row
            = [](const char *name, const QByteArray &source, const QByteArray &path = "f") {
                  QTest::newRow(name) << path << source;
              };
        row("a value", "a\n${{ values.name }}\nb\n");
        row("two on a line", "${{ values.name }}:${{ values.port }}\n");
        row("in the middle of a line", "a ${{ values.other }} b\n");
        row("a filter", "${{ values.name | upper }}\n${{ values.name | length }}\n");
        row("a filter with an argument", "${{ values.other | default(values.name) }}\n");
        row("a condition", "a\n{% if values.public %}b\n{% endif %}c\n");
        row("a condition with else", "{% if values.public %}a\n{% else %}b\n{% endif %}");
        row("one with several branches",
            "{% if values.size == 'small' %}a\n{% elif values.size == 'large' %}b\n{% else %}c\n{% "
            "endif %}");
        row("one in another",
            "{% if values.public %}{% if values.other %}a\n{% endif %}b\n{% endif %}c\n");
        row("one over two answers", "{% if values.public and values.other %}a\n{% endif %}");
        row("an inline condition", "${{ values.name if values.public else values.other }}\n");
        row("a condition that keeps a value away",
            "{% if values.public %}${{ values.name }}\n{% endif %}");
        row("a loop", "{% for i in values.items %}- ${{ i }}\n{% endfor %}");
        row("a loop with else", "{% for i in values.items %}a\n{% else %}none\n{% endfor %}");
        row("a loop's count",
            "{% for i in values.items %}${{ loop.index }}/${{ loop.length }}\n{% endfor %}");
        row("a loop over a range", "{% for i in range(values.port - 75) %}${{ i }}\n{% endfor %}");
        row("the length of a list",
            "${{ values.items | length }}\n${{ values.items | join(',') }}\n");
        row("an item of a list", "${{ values.items[0] }}\n");
        row("an item that an answer picks",
            "${{ { small: 1, large: 2, fixed: values.copies }[values.size] }}\n");
        row("a setting", "{% set a = values.name %}x\n${{ a }}\n");
        row("a setting in a condition",
            "{% set a = 'no' %}{% if values.public %}{% set a = 'yes' %}{% endif %}\n${{ a }}\n");
        row("a setting in a loop",
            "{% set a = 0 %}{% for i in values.items %}{% set a = a + 1 %}{% endfor %}\n${{ a "
            "}}\n");
        row("a setting block", "{% set a %}x ${{ values.name }}{% endset %}\n${{ a }}\n");
        row("a macro", "{% macro m(a) %}[${{ a }}]\n{% endmacro %}${{ m(values.name) }}x\n");
        row("a macro with a condition",
            "{% macro m(a) %}{% if a %}y\n{% endif %}{% endmacro %}${{ m(values.public) }}x\n");
        row("a filter block", "{% filter upper %}a ${{ values.name }}{% endfilter %}\n");
        row("a comparison that is printed", "${{ values.size == 'small' }}\n");
        row("arithmetic", "${{ values.port + 1 }}\n${{ values.port * 2 }}\n");
        row("joined texts", "${{ values.name + '-' + values.other }}\n");
        row("one or the other", "${{ values.both }}\n${{ values.name or values.other }}\n");
        row("what is not asked now", "${{ values.copies }}\n${{ values.count }}\n");
        row("a condition on what is not asked", "{% if values.copies %}a\n{% endif %}b\n");
        row("JSON", "${{ values.items | dump }}\n");
        row("a value that decides blank lines", "a\n{%- if values.public %}\n\n{%- endif %}\nb\n");
        row("a name", "x\n", "${{ values.name }}.txt");
        row("a name with a condition", "x\n", "{% if values.public %}f{% endif %}");
        row("a name with two", "x\n", "{% if values.public %}a{% else %}b{% endif %}");
        row("a folder", "${{ values.port }}\n", "${{ values.other }}/f");
    }

    void everyChangeIsAmongThoseThatNamedTheAnswer()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, source);
        const SmallTemplate made = many().file("skeleton/" + path, source);
        QCOMPARE(complaints(made, "{name: orders, other: o, items: [a, b]}").join(u'\n'),
                 QString());
        QCOMPARE(complaints(made, "{size: fixed, public: true}").join(u'\n'), QString());
    }

    void stepsNameTheirAnswersToo_data()
    {
        QTest::addColumn<QByteArray>("steps");
        const QByteArray values = QByteArray(", values: {") + manyValues + '}';
        const auto fetch = [&](const QByteArray &rest, const QByteArray &url = "./skeleton") {
            return "action: 'fetch:template', input: {url: " + url + rest + '}';
        };
        QTest::newRow("a condition") << "[{if: '${{ parameters.public }}', " + fetch(values) + "}]";
        QTest::newRow("a block as a condition")
            << "[{if: '{% if parameters.size == \"fixed\" %}true{% else %}false{% endif %}', "
                + fetch(values) + "}]";
        QTest::newRow("a condition on what is not asked")
            << "[{if: '${{ parameters.copies == 2 }}', " + fetch(values) + "}]";
        QTest::newRow("each") << "[{each: '${{ parameters.items }}', "
                + fetch(", targetPath: '${{ each.key }}', values: {name: '${{ each.value }}'}")
                + "}]";
        QTest::newRow("each by name") << "[{each: '${{ parameters.items }}', "
                + fetch(", targetPath: '${{ each.value }}'") + "}]";
        QTest::newRow("each with a condition")
            << "[{each: [a, b], if: '${{ each.value == parameters.name }}', "
                + fetch(", targetPath: '${{ each.value }}'") + "}]";
        QTest::newRow("a target") << "[{" + fetch(", targetPath: 'x/${{ parameters.name }}'")
                + "}]";
        QTest::newRow("a source") << "[{"
                + fetch(values, "'${{ \"./other\" if parameters.public else \"./skeleton\" }}'")
                + "}]";
        QTest::newRow("replacing") << "[{" + fetch(values) + "}, {if: '${{ parameters.public }}', "
                + fetch(", replace: true", "./other") + "}]";
        QTest::newRow("replacing by an answer") << "[{" + fetch(values) + "}, {"
                + fetch(", replace: '${{ parameters.public }}'", "./other") + "}]";
        QTest::newRow("coming first") << "[{if: '${{ parameters.public }}', " + fetch("", "./other")
                + "}, {" + fetch(values) + "}]";
        QTest::newRow("trimming by an answer")
            << "[{" + fetch(values + ", trimBlocks: '${{ parameters.public }}'") + "}]";
        QTest::newRow("copying by an answer") << "[{"
                + fetch(values + ", copyWithoutTemplating: ['${{ parameters.name }}', never]")
                + "}]";
        QTest::newRow("the output of a step") << "[{id: p, if: '${{ parameters.public }}', action: "
                                                 "'publish:github', input: {repoUrl: "
                                                 "'h?owner=${{ parameters.other }}&repo=r'}}, {"
                + fetch(", values: {name: '${{ steps.p.output.remoteUrl }}'}") + "}]";
        QTest::newRow("a map of values that depends on an answer") << "[{"
                + fetch(", values: '${{ { name: parameters.name } if parameters.public else { "
                        "port: 1 } }}'")
                + "}]";
    }

    void stepsNameTheirAnswersToo()
    {
        QFETCH(const QByteArray, steps);
        const SmallTemplate made
            = SmallTemplate(manyParameters, steps)
                  .file("skeleton/f",
                        "{% if true %}\n{% endif %}${{ values.name }}\n${{ values.port }}\n")
                  .file("other/f", "another\n");
        QCOMPARE(complaints(made, "{name: a, other: o, items: [a, b]}").join(u'\n'), QString());
        QCOMPARE(complaints(made, "{name: b, size: fixed, public: true, items: [c]}").join(u'\n'),
                 QString());
    }

    void theBuiltInServicesNameEveryAnswerAndNoOther()
    {
        QStringList wrong;
        for (const Pick &pick : picks())
            wrong += complaintsOf(pick);
        wrong.removeDuplicates();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

private:
    QMap<QString, Rendering> m_before; // of each golden set

    const Rendering &before(const Pick &pick, const RenderRequest &request)
    {
        const QString key = pick.name + u'/' + pick.set;
        if (!m_before.contains(key))
            m_before.insert(key, render(testing::builtIn(pick.name), request));
        return m_before[key];
    }

    QStringList complaintsOf(const Pick &pick)
    {
        const LoadedTemplate &loaded = testing::builtIn(pick.name);
        const RenderRequest request
            = testing::requestOf(loaded, testing::goldenAnswers(pick.name, pick.set));
        const Rendering &base = before(pick, request);
        const auto parameter = loaded.entry.definition.form.parameter(pick.answer);
        QSet<QByteArray> idle = tinted(base, pick.answer);
        QSet<QByteArray> neverBrought;
        for (const LeftOutFile &file : base.leftOut) {
            if (file.because.names(pick.answer))
                neverBrought += file.path;
        }
        QStringList wrong;
        for (const auto &answer :
             testing::otherAnswers(*parameter, request.form.answers().value(pick.answer))) {
            const Rendering after = render(loaded, testing::changed(request, pick.answer, answer));
            if (testing::isBroken(after))
                continue;
            for (const QString &line : testing::unnamedChanges(base, after, pick.answer)
                     + testing::unnamedChanges(after, base, pick.answer))
                wrong += pick.name + u'/' + pick.set + u", "_s + pick.answer + u", not named: "_s
                    + line;
            idle -= altered(base, after);
            for (const RenderedFile &file : after.files)
                neverBrought -= QSet{file.path};
        }
        if (!idle.isEmpty())
            wrong += pick.name + u'/' + pick.set + u", "_s + pick.answer + u", named in vain: "_s
                + joined(idle);
        if (!neverBrought.isEmpty())
            wrong += pick.name + u'/' + pick.set + u", "_s + pick.answer + u", brings none of: "_s
                + joined(neverBrought);
        return wrong;
    }
};

QTEST_APPLESS_MAIN(TestProvenance)
#include "tst_provenance.moc"
