#include "tests/fuzz/onefuzz.h"

#include "models/base/json.h"

using namespace Qt::StringLiterals;
using namespace waymark::jinja;

namespace waymark::testing {
namespace {

constexpr Limits limits{.steps = 20'000, .depth = 40, .output = 1 << 16, .items = 10'000};

const auto file = u"main.txt"_s;

/// Some of each kind of value, under names that are quickly found.
const TaggedValue &data()
{
    static const TaggedValue made = [] {
        const auto json = parseJson(R"({
            "a": "text", "b": 3, "c": -2.5, "d": true, "e": null, "f": [3, "x", [1, 2], {"k": 1}],
            "g": {"a": 1, "b": {"c": ["y"]}, "3": "three", "": "none"}, "h": "zwölf 😀\u0000 <&> ",
            "i": 123456789012345678901234567890, "j": [], "k": {}, "l": [{"n": 2}, {"n": 1}]})");
        TaggedValue answers = TaggedValue::fromMap({});
        for (const waymark::Map::Entry &entry : *json->toMap())
            answers.insert(entry.key, TaggedValue::answer(entry.key, entry.value));
        return answers;
    }();
    return made;
}

/// Other templates, which the tried one may include, import or extend; also itself.
Loader loaderOf(const QByteArray &source)
{
    return [source](const QString &name) -> Result<std::optional<QByteArray>> {
        if (name == u"main.txt")
            return source;
        if (name == u"base")
            return "<{% block a %}A{% block b %}B{% endblock %}{% endblock %}>"_ba;
        if (name == u"macros")
            return "{% macro m(x, y=1) %}[{{ x }}{{ y }}]{% endmacro %}{% set v = [1, 2] %}"_ba;
        return std::nullopt;
    };
}

Options optionsOf(uchar first, uchar second, const QByteArray &source)
{
    const auto has = [](uchar byte, int bit) { return ((byte >> bit) & 1) != 0; };
    Options options;
    options.language = has(first, 0) ? Language::Nunjucks : Language::Jinja2;
    options.jinjaCompat = has(first, 1);
    options.backstage = has(first, 2);
    options.trimBlocks = has(first, 3);
    options.lstripBlocks = has(first, 4);
    options.keepTrailingNewline = has(first, 5);
    options.autoescape = has(first, 6);
    options.immutable = has(first, 7);
    options.undefined = UndefinedKind(second & 3);
    if (options.language == Language::Jinja2 && has(second, 2)) {
        options.lineStatementPrefix = u"%"_s;
        options.lineCommentPrefix = u"##"_s;
    }
    if (options.language == Language::Jinja2 && has(second, 3)) {
        options.extensions = {u"jinja2.ext.do"_s, u"jinja2.ext.loopcontrols"_s,
                              u"jinja2.ext.i18n"_s, u"jinja2.ext.debug"_s};
    }
    if (has(second, 4)) {
        options.delimiters.variableStart = u"${{"_s;
        options.delimiters.variableEnd = u"}}"_s;
    }
    options.loader = loaderOf(source);
    return options;
}

} // namespace

FuzzTry::FuzzTry(QByteArrayView input)
    : m_source(input.sliced(std::min(input.size(), qsizetype(2))).toByteArray())
    , m_options(input.size() < 2 ? Options()
                                 : optionsOf(uchar(input[0]), uchar(input[1]), m_source))
{
}

Result<Rendered> FuzzTry::rendered(const jinja::Template &source, bool provenance) const
{
    const RenderOptions options{
        .limits = limits,
        .now = QDateTime::fromSecsSinceEpoch(1'700'000'000),
        .seed = "seed",
        .provenance = provenance,
    };
    return render(source, data(), options);
}

QString FuzzTry::fault() const
{
    const Environment environment(m_options);
    const auto compiled = environment.compile(QByteArrayView(m_source), file);
    if (!compiled)
        return placeFault(compiled.error().problem);
    const auto traced = rendered(*compiled, true);
    const auto plain = rendered(*compiled, false);
    if (traced.has_value() != plain.has_value())
        return u"with provenance it is not the same"_s;
    if (!traced) {
        return traced.error().problem == plain.error().problem
            ? placeFault(traced.error().problem)
            : u"with provenance the error is not the same"_s;
    }
    return traced->bytes == plain->bytes ? provenanceFault(*traced)
                                         : u"with provenance the bytes are not the same"_s;
}

QString FuzzTry::placeFault(const Problem &problem) const
{
    if (problem.message.isEmpty() || problem.code.isEmpty())
        return u"an error without words"_s;
    if (problem.file != file)
        return {};
    if (!problem.position)
        return u"no place: "_s + problem.message;
    const qsizetype lines = m_source.count('\n') + m_source.count('\r') + 1;
    const bool isInside = problem.position->line >= 1 && problem.position->line <= lines
        && problem.position->column >= 1;
    return isInside ? QString() : u"a place that is not there: "_s + problem.toString();
}

QString FuzzTry::provenanceFault(const Rendered &rendered) const
{
    qsizetype end = 0;
    for (const Stretch &stretch : rendered.provenance.stretches) {
        if (stretch.start != end || stretch.end < stretch.start)
            return u"stretches with a gap at %1"_s.arg(end);
        end = stretch.end;
        if (stretch.source < 0 || stretch.source >= rendered.provenance.templates.size()
            || stretch.answers < 0 || stretch.answers >= rendered.provenance.answers.size())
            return u"a stretch of nothing at %1"_s.arg(end);
    }
    return end == rendered.bytes.size() ? QString() : u"stretches end at %1"_s.arg(end);
}

} // namespace waymark::testing
