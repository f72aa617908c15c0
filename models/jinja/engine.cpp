#include "models/jinja/engine.h"

#include "models/base/closest.h"
#include "models/base/utf8.h"
#include "models/jinja/binder.h"
#include "models/jinja/boundmethod.h"
#include "models/jinja/conversion.h"
#include "models/jinja/dialect.h"
#include "models/jinja/filters/registry.h"
#include "models/jinja/guards.h"
#include "models/jinja/names.h"
#include "models/jinja/nursery.h"
#include "models/jinja/parser.h"
#include "models/jinja/syntaxhints.h"

#include <QCoreApplication>

#include <algorithm>

namespace waymark::jinja {
namespace {

/// What other languages call a filter that `filters` have by another name, as a sentence; empty:
/// nothing is known of `name`.
QString otherWord(const QString &name, const FunctionTable &filters)
{
    struct Row
    {
        QStringView word;
        QStringView filter;
    };
    constexpr Row rows[] = {
        {u"uppercase", u"upper"},     {u"toUpperCase", u"upper"}, {u"upcase", u"upper"},
        {u"lowercase", u"lower"},     {u"toLowerCase", u"lower"}, {u"downcase", u"lower"},
        {u"tojson", u"dump"},         {u"to_json", u"dump"},      {u"json", u"dump"},
        {u"stringify", u"dump"},      {u"dump", u"tojson"},       {u"to_json", u"tojson"},
        {u"json", u"tojson"},         {u"len", u"length"},        {u"size", u"length"},
        {u"strip", u"trim"},          {u"coalesce", u"default"},  {u"titlecase", u"title"},
        {u"toString", u"string"},     {u"str", u"string"},        {u"concat", u"join"},
        {u"to_nice_json", u"tojson"},
    };
    const auto row = std::ranges::find_if(rows, [&](const Row &each) {
        return each.word == name && filters.find(each.filter.toString());
    });
    return row == std::end(rows)
        ? QString()
        : QCoreApplication::translate("jinja", "Write “%1”: that is what it is called here.")
              .arg(row->filter);
}

} // namespace

Options Options::jinja2()
{
    return {};
}

Options Options::backstageNunjucks()
{
    Options options;
    options.language = Language::Nunjucks;
    options.backstage = true;
    options.delimiters.variableStart = QStringLiteral("${{");
    return options;
}

Options Options::backstageCookiecutterCompat()
{
    Options options = backstageNunjucks();
    options.delimiters.variableStart = QStringLiteral("{{");
    options.jinjaCompat = true;
    return options;
}

CompiledEnvironment::CompiledEnvironment(const Options &options_)
    : options(options_)
    , dialect(options_.language == Language::Jinja2 ? jinja2Dialect() : nunjucksDialect())
    , filters(dialect.filters())
    , tests(dialect.tests())
    , globalFunctions(dialect.globals())
{
    if (options.backstage)
        filters.add(options.jinjaCompat ? backstageCompatFilters() : backstageFilters());
    if (options.jinjaCompat) {
        globals.insert(QStringLiteral("True"), Value(true));
        globals.insert(QStringLiteral("False"), Value(false));
        globals.insert(QStringLiteral("None"), Value::none());
    }
    for (const ExtensionRow &extension : dialect.extensions()) {
        if (!hasExtension(extension.name))
            continue;
        if (extension.filters)
            filters.add(extension.filters());
        if (extension.globals)
            globalFunctions.add(extension.globals());
    }
    for (const QString &name : globalFunctions.names()) {
        globals.insert(
            name,
            Value(Reference<Object>(make<NativeFunctionObject>(*globalFunctions.find(name)))));
    }
}

bool isKnownExtension(QStringView name)
{
    return std::ranges::any_of(jinja2Dialect().extensions(), [name](const ExtensionRow &row) {
        return row.name == name || (!row.otherName.isEmpty() && row.otherName == name);
    });
}

bool CompiledEnvironment::hasExtension(QStringView name) const
{
    const auto rows = dialect.extensions();
    const auto row = std::ranges::find(rows, name, &ExtensionRow::name);
    return options.extensions.contains(name)
        || (row != rows.end() && !row->otherName.isEmpty()
            && options.extensions.contains(row->otherName));
}

QString CompiledEnvironment::filterHint(const QString &name) const
{
    for (const ExtensionRow &extension : dialect.extensions()) {
        if (extension.filters && extension.filters().find(name)) {
            return QCoreApplication::translate("jinja", "This filter needs the extension “%1”.")
                .arg(extension.name);
        }
    }
    for (const QString &extension : options.extensions) {
        const bool isKnown
            = std::ranges::any_of(dialect.extensions(), [&](const ExtensionRow &row) {
                  return row.name == extension || row.otherName == extension;
              });
        if (!isKnown) {
            return QCoreApplication::translate(
                       "jinja", "The extension “%1” is not known here, nor is what it brings.")
                .arg(extension);
        }
    }
    const QString close = didYouMean(name, filters.names());
    return close.isEmpty() ? otherWord(name, filters) : close;
}

QString readAs(const CompiledEnvironment &environment, const QString &text)
{
    const Dialect &dialect = environment.dialect;
    QString read = text;
    if (dialect.normalizesNewlines) {
        read.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
        read.replace(u'\r', u'\n');
    }
    const bool dropsNewline = dialect.dropsFinalNewline && !environment.options.keepTrailingNewline;
    if (dropsNewline && read.endsWith(u'\n'))
        read.chop(1);
    return read;
}

std::shared_ptr<const CompiledTemplate> compiled(
    const std::shared_ptr<const CompiledEnvironment> &environment, const QString &name,
    const QString &text, LexerStart start)
{
    const Dialect &dialect = environment->dialect;
    auto result = std::make_shared<CompiledTemplate>(environment,
                                                     SourceText(name, readAs(*environment, text)));
    Parser parser(*environment, result->source.text(), start);
    if (start == LexerStart::Expression)
        result->expression = parser.parseOnlyExpression();
    else
        result->body = parser.parseTemplate();
    for (BlockNode *block : parser.takeBlocks())
        result->blocks.push_back(block);

    result->usesSelf = dialect.hasSelf && usesName(result->body, u"self");
    const auto binder = dialect.makeBinder(*environment);
    binder->routine(result->routine, Binder::Reach::Context, [&] {
        if (result->usesSelf)
            binder->parameter(result->self);
        if (result->expression)
            result->expression->bind(*binder);
        result->body.bind(*binder);
    });
    binder->finish();
    result->routine.height
        = heightOf(result->body) + (result->expression ? heightOf(*result->expression) : 0) + 1;
    if (result->routine.height > highestTree) {
        throw Failure{.kind = FailureKind::Limit,
                      .message
                      = QCoreApplication::translate("jinja", "an expression with too many parts"),
                      .offset = 0};
    }
    return result;
}

namespace {

Problem problemOf(const Failure &failure, const SourceText &source)
{
    if (failure.problem)
        return *failure.problem;
    return source.located(
        {.code = codeOf(failure.kind), .message = failure.message, .hint = failure.hint},
        std::max<qsizetype>(failure.offset, 0));
}

Result<std::shared_ptr<const CompiledTemplate>> tryCompile(
    const std::shared_ptr<const CompiledEnvironment> &environment, const QString &name,
    const QString &text, LexerStart start)
{
    try {
        return compiled(environment, name, text, start);
    } catch (Failure &failure) {
        const QString read = readAs(*environment, text);
        failure.hint = hintOf(failure, read, environment->options.delimiters);
        return std::unexpected(Error{problemOf(failure, SourceText(name, read))});
    }
}

} // namespace

/// The one place where what a render throws ends.
class Session
{
public:
    template<typename Step>
    static auto run(const std::shared_ptr<const CompiledTemplate> &source,
                    const TaggedValue &context, const RenderOptions &options, const Step &step)
        -> Result<decltype(step(std::declval<Interpreter &>()))>
    {
        try {
            const Nursery nursery;
            Interpreter interpreter(source, context, options);
            return step(interpreter);
        } catch (const Failure &failure) {
            return std::unexpected(Error{problemOf(failure, source->source)});
        }
    }
    static const auto &dataOf(const Template &source) { return source.m_data; }
    static const auto &dataOf(const Expression &source) { return source.m_data; }
};

Environment::Environment(const Options &options)
    : m_data(std::make_shared<const CompiledEnvironment>(options))
{
}

const Options &Environment::options() const
{
    return m_data->options;
}

Result<Template> Environment::compile(QByteArrayView source, const QString &name) const
{
    auto text = decodeUtf8(source);
    if (!text) {
        Problem problem = text.error().problem;
        problem.file = name;
        return failure(problem);
    }
    return compile(*text, name);
}

Result<Template> Environment::compile(const QString &source, const QString &name) const
{
    auto result = tryCompile(m_data, name, source, LexerStart::Text);
    if (!result)
        return std::unexpected(result.error());
    return Template(*std::move(result));
}

Result<Expression> Environment::compileExpression(const QString &source, const QString &name) const
{
    auto result = tryCompile(m_data, name, source, LexerStart::Expression);
    if (!result)
        return std::unexpected(result.error());
    return Expression(*std::move(result));
}

QString Template::name() const
{
    return m_data->source.name();
}

Result<Rendered> render(const Template &source, const TaggedValue &context,
                        const RenderOptions &options)
{
    return Session::run(Session::dataOf(source), context, options, [&](Interpreter &interpreter) {
        interpreter.render();
        return interpreter.take();
    });
}

Result<YieldingRender> renderYielding(const Template &source, const TaggedValue &context,
                                      const RenderOptions &options)
{
    return Session::run(Session::dataOf(source), context, options, [&](Interpreter &interpreter) {
        interpreter.render();
        YieldingRender result;
        if (const auto &yield = interpreter.yielded()) {
            result.yield
                = Yield{.name = yield->name, .items = toTagged(interpreter, yield->iterable)};
        }
        result.rendered = interpreter.take();
        return result;
    });
}

Result<TaggedValue> evaluate(const Expression &expression, const TaggedValue &context,
                             const RenderOptions &options)
{
    return Session::run(
        Session::dataOf(expression), context, options,
        [&](Interpreter &interpreter) { return toTagged(interpreter, interpreter.evaluate()); });
}

Result<Truth> evaluateTruth(const Expression &expression, const TaggedValue &context,
                            const RenderOptions &options)
{
    return Session::run(
        Session::dataOf(expression), context, options, [&](Interpreter &interpreter) {
            const Value value = interpreter.evaluate();
            return Truth{interpreter.truthy(value),
                         interpreter.tagTable().sources(interpreter.deepTags(value))};
        });
}

} // namespace waymark::jinja
