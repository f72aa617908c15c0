#include "app/cli/rendercommand.h"

#include "app/cli/inputfile.h"
#include "app/cli/languageoptions.h"
#include "app/cli/rendertime.h"
#include "app/cli/reporter.h"
#include "app/cli/templatesfolder.h"
#include "models/base/json.h"
#include "models/jinja/engine.h"
#include "models/yaml/yaml.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

constexpr qint64 maximumInput = qint64(64) << 20;

Result<QByteArray> inputOf(const QString &name, const Surroundings &surroundings)
{
    auto content = inputNamed(name, surroundings, maximumInput);
    if (!content || content->size() <= maximumInput)
        return content;
    return failure({.code = u"cli.too-large"_s,
                    .message = text("There is more than 64 MB of it."),
                    .file = name,
                    .hint = text("Check that it is the right file, or take a part of it.")});
}

/// `content` as JSON where it is, else as YAML, which may begin in the same way.
Result<Value> valueOf(const QByteArray &content, const QString &name)
{
    const bool isYaml = name.endsWith(u".yaml") || name.endsWith(u".yml");
    const auto yaml = [&] { return parseYamlValue(content, {.file = name}); };
    if (isYaml || !content.trimmed().startsWith('{'))
        return yaml();
    auto json = parseJson(content, name);
    if (json)
        return json;
    auto value = yaml();
    return value ? value : json;
}

/// What says that the data `name` cannot be read; of data in the place of a file, how to give it.
std::unexpected<Error> unread(const QString &name, Problem problem)
{
    if (name.trimmed().startsWith(u'{'))
        problem.hint = text("--data takes the name of a file. Write the data into one, or pipe it "
                            "in: --data -");
    return failure(problem);
}

/// The names a template can use: a map.
Result<Value> contextOf(const QString &name, const Surroundings &surroundings)
{
    const auto content = inputOf(name, surroundings);
    if (!content)
        return unread(name, content.error().problem);
    auto value = valueOf(*content, name);
    if (!value || value->toMap())
        return value;
    if (value->isNull())
        return Value(Map());
    return failure({.code = u"cli.context"_s,
                    .message = text("The context must be a map, not %1.").arg(value->typeName()),
                    .file = name,
                    .hint = text("Write names and values: {\"name\": \"orders\"}")});
}

ExitCode exitCodeOfInput(const Problem &problem)
{
    const bool isUnread = problem.code == u"cli.unreadable" || problem.code == u"cli.too-large";
    return isUnread ? NotPossible : WrongRequest;
}

Result<jinja::RenderOptions> renderOptions(const Arguments &arguments,
                                           const Surroundings &surroundings)
{
    const auto now = timeOf(arguments, surroundings);
    if (!now)
        return std::unexpected(now.error());
    const auto seed = seedOf(arguments, surroundings);
    if (!seed)
        return std::unexpected(seed.error());
    jinja::RenderOptions options;
    options.now = *now;
    options.seed = *seed;
    options.provenance = false;
    options.stop = surroundings.stop;
    return options;
}

} // namespace

ExitCode runRender(const Arguments &arguments, const Surroundings &surroundings, Reporter &reporter)
{
    const QString name = arguments.positional(0);
    const auto language = languageOptions(arguments, surroundings);
    if (!language)
        return reporter.fail(language.error(), WrongRequest);
    const auto options = renderOptions(arguments, surroundings);
    if (!options)
        return reporter.fail(options.error(), WrongRequest);
    const auto source = inputOf(name, surroundings);
    if (!source)
        return reporter.fail(source.error(), NotPossible);
    Result<Value> context = Value(Map());
    if (arguments.has(u"--data"_s))
        context = contextOf(arguments.value(u"--data"_s), surroundings);
    if (surroundings.stop.stop_requested())
        return reporter.interrupted();
    if (!context)
        return reporter.fail(context.error(), exitCodeOfInput(context.error().problem));
    reporter.step(
        text("Rendering %1 (%2)")
            .arg(printable(name),
                 language->language == jinja::Language::Jinja2 ? u"jinja2"_s : u"nunjucks"_s));
    const auto compiled = jinja::Environment(*language).compile(QByteArrayView(*source), name);
    if (!compiled)
        return reporter.fail(compiled.error(), Noteworthy);
    const auto rendered = jinja::render(*compiled, jinja::TaggedValue(*context), *options);
    if (!rendered)
        return reporter.fail(Error{inTemplates(rendered.error().problem, name,
                                               arguments.value(u"--templates"_s), surroundings)},
                             Noteworthy);
    surroundings.streams.out.flush();
    surroundings.streams.out.device()->write(rendered->bytes);
    return Done;
}

} // namespace waymark::cli
