#include "models/plan/stepcontext.h"

#include "models/base/json.h"
#include "models/catalog/textplace.h"
#include "models/plan/actioninput.h"
#include "models/plan/formcontext.h"
#include "models/plan/rendermemory.h"
#include "models/plan/templatestring.h"

#include <QCoreApplication>
#include <QUuid>

#include <tuple>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::TaggedValue;

/// What Backstage tells of one run of a template, and of who runs it: nobody is signed in here.
void addSurroundings(TaggedValue &context, const RenderRequest &request)
{
    const TaggedValue none = TaggedValue::fromMap({});
    const QUuid space(u"6ba7b811-9dad-11d1-80b4-00c04fd430c8"_s);
    const Value id = QUuid::createUuidV5(space, request.seed).toString(QUuid::WithoutBraces);
    const auto map = [](const QString &key, const TaggedValue &value) {
        return TaggedValue::fromMap({{key, value}});
    };
    context.insert(u"user"_s, none);
    context.insert(u"environment"_s,
                   TaggedValue::fromMap({{u"parameters"_s, none}, {u"secrets"_s, none}}));
    context.insert(u"context"_s, map(u"task"_s, map(u"id"_s, id)));
}

/// Whether an error is no matter of the text that was rendered.
bool isOfTheRun(const Problem &problem)
{
    return problem.code == u"template.cancelled" || problem.code == u"template.limit";
}

bool hasConstruct(const QString &text)
{
    return text.contains(u"${{") || text.contains(u"{%") || text.contains(u"{#");
}

} // namespace

StepContext::StepContext(const Template &definition, const RenderRequest &request)
    : StepContext(definition, request, std::make_shared<RenderMemory>())
{
}

StepContext::StepContext(const Template &definition, const RenderRequest &request,
                         RenderMemory &memory)
    : StepContext(definition, request, // which is the caller's
                  std::shared_ptr<RenderMemory>(std::shared_ptr<void>(), &memory))
{
}

StepContext::StepContext(const Template &definition, const RenderRequest &request,
                         std::shared_ptr<RenderMemory> memory)
    : m_definition(&definition)
    , m_environment(jinja::Options::backstageNunjucks())
    , m_options(renderOptions(request))
    , m_mask(request.form)
    , m_memory(std::move(memory))
    , m_problems(std::make_shared<QList<Problem>>())
    , m_spent(std::make_shared<quint64>(0))
{
    TaggedValue context = contextOf(request.form);
    addSurroundings(context, request);
    setContext(context);
}

void StepContext::setContext(const TaggedValue &context)
{
    m_setting = std::make_shared<const RenderSetting>(
        RenderSetting{.context = context, .now = m_options.now, .seed = m_options.seed});
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
        items += *value;
    }
    return throughJson(TaggedValue::fromList(items));
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
    if (!hasConstruct(text))
        return text.isEmpty() ? TaggedValue::undefined() : TaggedValue(text);
    const SourcePosition place = node.position();
    const QString key = QString::number(place.line) + u':' + QString::number(place.column) + u':'
        + m_eachKey + u'\n' + text;
    bool isMade = false;
    auto value = m_memory->text(
        key, m_setting, [&] { return mentions(text); },
        [&](quint64 &steps) {
            isMade = true;
            return made(text, node, steps);
        },
        *m_spent);
    const bool isRemembered = value && !isMade && !isSingleConstruct(text);
    quint64 steps = 0; // which are counted already
    if (isRemembered && m_mask.covers(value->sources()))
        std::ignore = rendered(text, node, steps); // which notes what of it may be shown
    return value ? value : asWritten(text, value.error());
}

/// The scaffolder hands on what it could not render.
Result<TaggedValue> StepContext::asWritten(const QString &text, const Error &error) const
{
    if (isOfTheRun(error.problem))
        return std::unexpected(error);
    Problem problem = error.problem;
    problem.severity = Severity::Warning;
    problem.message
        = QCoreApplication::translate("StepContext",
                                      "%1 The text stays as it is written, as in Backstage.")
              .arg(problem.message.endsWith(u'.') ? problem.message : problem.message + u'.');
    if (!m_problems->contains(problem))
        m_problems->append(problem);
    return TaggedValue(text);
}

/// Of a text, however made() reads it.
jinja::Mentions StepContext::mentions(const QString &text) const
{
    jinja::Mentions all = jinja::mentionsIn(text, m_environment.options());
    if (const auto inside = singleExpression(text))
        all.add(jinja::mentionsInExpression(*inside, m_environment.options()));
    return all;
}

/// What `text`, which has constructs in it, gives in this context.
Result<TaggedValue> StepContext::made(const QString &text, const YamlNode &node,
                                      quint64 &steps) const
{
    if (!isSingleConstruct(text))
        return rendered(text, node, steps);
    if (const auto inside = singleExpression(text)) {
        if (const auto expression = m_environment.compileExpression(*inside, m_definition->file)) {
            jinja::RenderOptions options = m_options;
            options.spent = &steps;
            const auto value = jinja::evaluate(*expression, context(), options);
            if (value)
                return throughJson(*value);
            Error error = value.error(); // its columns count from behind "${{"
            if (error.problem.position && error.problem.position->line == 1)
                error.problem.position->column += 3;
            return located(error, node);
        }
        return rendered(text, node, steps);
    }
    const auto dumped = rendered(withDumpedExpressions(text), node, steps);
    if (dumped && dumped->isUndefined())
        return dumped;
    const auto parsed = dumped ? parseJson(dumped->scalar().textOr().toUtf8())
                               : Result<Value>(std::unexpected(dumped.error()));
    if (!parsed)
        return rendered(text, node, steps);
    TaggedValue value{*parsed};
    value.addSources(dumped->sources());
    return value;
}

Result<TaggedValue> StepContext::rendered(const QString &text, const YamlNode &node,
                                          quint64 &steps) const
{
    const auto compiled = m_environment.compile(text, m_definition->file);
    if (!compiled)
        return located(compiled.error(), node);
    quint64 own = 0; // each render has its limits for itself
    jinja::RenderOptions options = m_options;
    options.spent = &own;
    const auto output = jinja::render(*compiled, context(), options);
    steps += own;
    if (!output)
        return located(output.error(), node);
    TaggedValue value = output->bytes.isEmpty() ? TaggedValue::undefined()
                                                : TaggedValue(QString::fromUtf8(output->bytes));
    value.addSources(output->provenance.all());
    noteShown(*output);
    return value;
}

/// What of a text that comes from a secret may be shown, and of the path that it may be.
void StepContext::noteShown(const jinja::Rendered &output) const
{
    if (!m_mask.covers(output.provenance.all()))
        return;
    const QString text = QString::fromUtf8(output.bytes);
    const QString shown = QString::fromUtf8(m_mask.masked(output));
    m_mask.note(text, shown);
    if (const QByteArray path = pathInService(text); path != output.bytes)
        m_mask.note(QString::fromUtf8(path), QString::fromUtf8(pathInService(shown)));
}

Result<jinja::Truth> StepContext::condition(const YamlNode &node) const
{
    const Value plain = node.isScalar() ? node.toValue() : Value(Map());
    if (!plain.toText())
        return jinja::Truth{.isTrue = !plain.toBool() || *plain.toBool()};
    const auto value = text(node);
    if (!value)
        return std::unexpected(value.error());
    return jinja::Truth{.isTrue = isTruthy(*value), .sources = value->allSources()};
}

StepContext StepContext::withEach(const TaggedValue &key, const TaggedValue &value) const
{
    StepContext changed = *this;
    TaggedValue context = m_setting->context;
    context.insert(u"each"_s, TaggedValue::fromMap({{u"key"_s, key}, {u"value"_s, value}}));
    changed.setContext(context);
    changed.m_eachKey = key.scalar().textOr();
    return changed;
}

StepContext StepContext::withoutSecrets() const
{
    StepContext changed = *this;
    TaggedValue context = m_setting->context;
    context.insert(u"secrets"_s, TaggedValue::undefined());
    changed.setContext(context);
    return changed;
}

void StepContext::setStepOutput(const QString &step, const TaggedValue &output)
{
    TaggedValue context = m_setting->context;
    const TaggedValue *steps = context.find(u"steps"_s);
    TaggedValue changed = steps ? *steps : TaggedValue::fromMap({});
    changed.insert(step,
                   output.isUndefined() ? output : TaggedValue::fromMap({{u"output"_s, output}}));
    context.insert(u"steps"_s, changed);
    setContext(context);
}

Problem StepContext::placed(Problem problem, const YamlNode &node) const
{
    return m_definition->document
        ? m_definition->document->placed(std::move(problem), node.position())
        : problem;
}

std::unexpected<Error> StepContext::located(const Error &error, const YamlNode &node) const
{
    if (!m_definition->document)
        return std::unexpected(error);
    const SourcePosition inner = error.problem.position.value_or(SourcePosition{});
    const SourcePosition place = placeInText(*m_definition->document, node, inner);
    return std::unexpected(Error{m_definition->document->placed(error.problem, place)});
}

bool isTruthy(const TaggedValue &value)
{
    if (value.isList())
        return !value.list().isEmpty();
    if (value.isMap() || value.isUndefined())
        return value.isMap();
    const Value &plain = value.scalar();
    if (const bool *boolean = plain.toBool())
        return *boolean;
    if (const Integer *number = plain.toInteger())
        return !number->isZero();
    if (const double *fraction = plain.toFloat())
        return *fraction != 0 && *fraction == *fraction;
    const QString *string = plain.toText();
    return string && !string->isEmpty();
}

} // namespace waymark
