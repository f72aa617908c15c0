#include "models/plan/stepcontext.h"

#include "models/catalog/textplace.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::Sources;
using jinja::TaggedValue;

/// A secret stands in `secrets`, and in `parameters` only as asterisks, as Backstage's form hands
/// it on.
constexpr auto mask = u"******";

void fillContext(TaggedValue &context, const Form &form)
{
    TaggedValue parameters = TaggedValue::fromMap({});
    TaggedValue secrets = TaggedValue::fromMap({});
    const Map answers = form.answers();
    for (const Map::Entry &answer : answers) {
        const auto parameter = form.parameter({answer.key});
        if (parameter && parameter->isBackstageSecret()) {
            secrets.insert(answer.key, TaggedValue::answer(answer.key, answer.value));
            parameters.insert(answer.key, TaggedValue(QString(mask)));
        } else {
            parameters.insert(answer.key, TaggedValue::answer(answer.key, answer.value));
        }
    }
    context.insert(u"parameters"_s, parameters);
    context.insert(u"secrets"_s, secrets);
    context.insert(u"steps"_s, TaggedValue::fromMap({}));
}

/// The expression of a text that is nothing but one `${{ … }}`.
std::optional<QString> singleExpression(const QString &text)
{
    if (!text.startsWith(u"${{") || !text.endsWith(u"}}") || text.size() < 6)
        return std::nullopt;
    return text.sliced(3, text.size() - 5);
}

} // namespace

StepContext::StepContext(const Template &definition, const RenderRequest &request)
    : m_definition(&definition)
    , m_environment(jinja::Options::backstageNunjucks())
    , m_options{.limits = request.limits,
                .now = request.now,
                .seed = request.seed,
                .stop = request.stop}
    , m_context(TaggedValue::fromMap({}))
{
    fillContext(m_context, request.form);
}

Result<TaggedValue> StepContext::evaluated(const YamlNode &node) const
{
    switch (node.kind()) {
    case YamlNode::Kind::Sequence:
        return list(node);
    case YamlNode::Kind::Mapping:
        return map(node);
    case YamlNode::Kind::Scalar:
        break;
    }
    if (node.toValue().toText())
        return text(node);
    return TaggedValue(node.toValue());
}

Result<TaggedValue> StepContext::list(const YamlNode &node) const
{
    TaggedValue::List items;
    for (const YamlNode &item : node.items()) {
        auto value = evaluated(item);
        if (!value)
            return value;
        items += value->isUndefined() ? TaggedValue() : *value; // JSON has no undefined in lists
    }
    return TaggedValue::fromList(items);
}

Result<TaggedValue> StepContext::map(const YamlNode &node) const
{
    TaggedValue::Map entries;
    for (const YamlNode::Entry &entry : node.entries()) {
        auto value = evaluated(entry.value);
        if (!value)
            return value;
        entries += {entry.key.text(), *value};
    }
    return TaggedValue::fromMap(entries);
}

Result<TaggedValue> StepContext::text(const YamlNode &node) const
{
    const QString text = node.text();
    if (!text.contains(u"${{") && !text.contains(u"{%") && !text.contains(u"{#"))
        return text.isEmpty() ? TaggedValue::undefined() : TaggedValue(text);
    if (const auto inside = singleExpression(text)) {
        if (const auto expression = m_environment.compileExpression(*inside, m_definition->file)) {
            auto value = jinja::evaluate(*expression, m_context, m_options);
            if (value)
                return value;
            Error error = value.error(); // its columns count from behind "${{"
            if (error.problem.position && error.problem.position->line == 1)
                error.problem.position->column += 3;
            return located(error, node);
        }
    }
    const auto compiled = m_environment.compile(text, m_definition->file);
    if (!compiled)
        return located(compiled.error(), node);
    const auto rendered = jinja::render(*compiled, m_context, m_options);
    if (!rendered)
        return located(rendered.error(), node);
    TaggedValue value = rendered->bytes.isEmpty() ? TaggedValue::undefined()
                                                  : TaggedValue(QString::fromUtf8(rendered->bytes));
    value.addSources(rendered->provenance.all());
    return value;
}

Result<jinja::Truth> StepContext::condition(const YamlNode &node) const
{
    const auto value = evaluated(node);
    if (!value)
        return std::unexpected(value.error());
    jinja::Truth truth{.sources = value->allSources()};
    if (value->isUndefined())
        return truth;
    const Value plain = value->toValue();
    if (const List *items = plain.toList())
        truth.isTrue = !items->isEmpty();
    else if (const bool *boolean = plain.toBool())
        truth.isTrue = *boolean;
    else if (const Integer *number = plain.toInteger())
        truth.isTrue = !number->isZero();
    else if (const double *fraction = plain.toFloat())
        truth.isTrue = *fraction != 0 && *fraction == *fraction;
    else if (const QString *string = plain.toText())
        truth.isTrue = !string->isEmpty();
    else
        truth.isTrue = plain.toMap() != nullptr;
    return truth;
}

StepContext StepContext::withEach(const QString &key, const TaggedValue &value) const
{
    StepContext context = *this;
    TaggedValue each = TaggedValue::fromMap({});
    each.insert(u"key"_s, TaggedValue(key));
    each.insert(u"value"_s, value);
    context.m_context.insert(u"each"_s, each);
    return context;
}

void StepContext::setStepOutput(const QString &step, const TaggedValue &output)
{
    const TaggedValue *steps = m_context.find(u"steps"_s);
    TaggedValue changed = steps ? *steps : TaggedValue::fromMap({});
    TaggedValue entry = TaggedValue::fromMap({});
    entry.insert(u"output"_s, output);
    changed.insert(step, entry);
    m_context.insert(u"steps"_s, changed);
}

Problem StepContext::placed(Problem problem, const YamlNode &node) const
{
    return m_definition->document
        ? m_definition->document->placed(std::move(problem), node.position())
        : problem;
}

std::unexpected<Error> StepContext::located(Error error, const YamlNode &node) const
{
    if (!m_definition->document)
        return std::unexpected(error);
    const SourcePosition inner = error.problem.position.value_or(SourcePosition{});
    const SourcePosition place = placeInText(*m_definition->document, node, inner);
    return std::unexpected(Error{m_definition->document->placed(error.problem, place)});
}

} // namespace waymark
