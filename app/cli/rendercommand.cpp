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

Result<QByteArray> inputOf(const QString &name, const Surroundings &surroundings)
{
    return name == u"-" ? surroundings.streams.in.readAll() : contentsOf(name, surroundings);
}

/// The names a template can use: a map, as JSON where it looks like it, else YAML.
Result<Value> contextOf(const QString &name, const Surroundings &surroundings)
{
    const auto content = inputOf(name, surroundings);
    if (!content)
        return std::unexpected(content.error());
    const bool isJson = content->trimmed().startsWith('{');
    auto value = isJson && !name.endsWith(u".yaml") && !name.endsWith(u".yml")
        ? parseJson(*content, name)
        : parseYamlValue(*content, {.file = name});
    if (!value || value->toMap())
        return value;
    if (value->isNull())
        return Value(Map());
    return failure({.code = u"cli.context"_s,
                    .message = text("The context must be a map, not %1.").arg(value->typeName()),
                    .file = name,
                    .hint = text("Write names and values: {\"name\": \"orders\"}")});
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
    if (!context)
        return reporter.fail(context.error(),
                             context.error().problem.code == u"cli.unreadable" ? NotPossible
                                                                               : WrongRequest);
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
