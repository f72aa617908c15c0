#include "app/cli/showcommand.h"

#include "app/cli/catalogaccess.h"
#include "app/cli/help.h"
#include "app/cli/jsonoutput.h"
#include "app/cli/preparation.h"
#include "models/base/json.h"
#include "models/base/utf8.h"
#include "models/catalog/answertext.h"
#include "models/catalog/derivedanswers.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

constexpr int textWidth = 92;

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

QString typeName(Parameter::Type type)
{
    switch (type) {
    case Parameter::Type::Text:
        return u"text"_s;
    case Parameter::Type::Integer:
        return u"integer"_s;
    case Parameter::Type::Number:
        return u"number"_s;
    case Parameter::Type::Boolean:
        return u"boolean"_s;
    case Parameter::Type::Choice:
        return u"choice"_s;
    case Parameter::Type::MultipleChoice:
        return u"multiple choice"_s;
    case Parameter::Type::Sequence:
        return u"list"_s;
    case Parameter::Type::Mapping:
        return u"map"_s;
    case Parameter::Type::Group:
        return u"group"_s;
    case Parameter::Type::File:
        return u"file"_s;
    case Parameter::Type::Anything:
        return u"anything"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString documentationOf(const TemplateTree &tree)
{
    const TemplateFile *readme = tree.find("README.md");
    return readme ? displayed(readme->content) : QString();
}

/// What the template makes when everything is left at its default.
Rendering example(const LoadedTemplate &loaded)
{
    Form form(loaded.entry.definition.form);
    const Map derived
        = derivedAnswers(form, {.destinationName = u"example"_s, .userName = u"example"_s});
    for (const Map::Entry &answer : derived)
        form.setAnswer({answer.key}, answer.value);
    return render(loaded, {.form = form, .now = QDateTime::fromSecsSinceEpoch(0), .seed = "0"});
}

const Sidecar::Golden *goldenOf(const Template &definition, const QString &name,
                                Sidecar::Golden &storage)
{
    if (!definition.sidecar)
        return nullptr;
    storage = definition.sidecar->goldenOf(name);
    return &storage;
}

Value parameterAsJson(const Parameter &parameter, const Template &definition)
{
    Map map{{u"name"_s, parameter.name},
            {u"title"_s, parameter.title},
            {u"type"_s, typeName(parameter.type)},
            {u"required"_s, parameter.required},
            {u"secret"_s, parameter.isSecret()}};
    if (!parameter.description.isEmpty())
        map.insert(u"description"_s, parameter.description);
    if (parameter.defaultValue)
        map.insert(u"default"_s, *parameter.defaultValue);
    List choices;
    for (const ParameterChoice &choice : parameter.choices)
        choices += Map{{u"value"_s, choice.value}, {u"title"_s, choice.title}};
    if (!choices.isEmpty())
        map.insert(u"choices"_s, choices);
    Sidecar::Golden storage;
    if (const auto *golden = goldenOf(definition, parameter.name, storage);
        golden && parameter.defaultValue) {
        map.insert(u"golden"_s, golden->isGolden);
        if (!golden->why.isEmpty())
            map.insert(u"why"_s, golden->why);
    }
    return map;
}

Map asJson(const LoadedTemplate &loaded, const Rendering &rendering)
{
    const Template &definition = loaded.entry.definition;
    List pages;
    for (const FormPage &page : Form(definition.form).pages()) {
        List parameters;
        for (const Parameter &parameter : page.parameters)
            parameters += parameterAsJson(parameter, definition);
        pages += Map{{u"title"_s, page.title}, {u"parameters"_s, parameters}};
    }
    List files;
    for (const RenderedFile &file : rendering.files)
        files += displayed(file.path);
    List leftOut;
    for (const LeftOutFile &file : rendering.leftOut)
        leftOut += displayed(file.path);
    return {{u"id"_s, loaded.entry.id},
            {u"name"_s, definition.name},
            {u"title"_s, definition.title},
            {u"description"_s, definition.description},
            {u"owner"_s, definition.owner},
            {u"type"_s, definition.type},
            {u"tags"_s, definition.tags},
            {u"lifecycle"_s, lifecycleName(definition.lifecycle())},
            {u"templateVersion"_s, definition.sidecar ? definition.sidecar->version : QString()},
            {u"support"_s, definition.sidecar ? definition.sidecar->support : QString()},
            {u"source"_s, loaded.entry.source.name},
            {u"folder"_s, loaded.entry.folder()},
            {u"pages"_s, pages},
            {u"documentation"_s, documentationOf(loaded.tree)},
            {u"files"_s, files},
            {u"otherFiles"_s, leftOut}};
}

void printFacts(QTextStream &out, const LoadedTemplate &loaded, const Reporter &reporter)
{
    const Template &definition = loaded.entry.definition;
    out << reporter.bold(printable(definition.title)) << "  "
        << reporter.dim(printable(loaded.entry.id)) << '\n';
    if (!definition.description.isEmpty())
        out << wrapped(printable(definition.description.simplified()), textWidth, 0) << '\n';
    QStringList facts{loaded.entry.source.name};
    if (definition.sidecar) {
        facts.prepend(lifecycleName(definition.lifecycle()));
        if (!definition.sidecar->version.isEmpty())
            facts.prepend(text("version %1").arg(definition.sidecar->version));
        if (!definition.sidecar->successor.isEmpty())
            facts += text("use %1 instead").arg(definition.sidecar->successor);
    }
    if (!definition.owner.isEmpty())
        facts += text("kept by %1").arg(definition.owner);
    out << printable(facts.join(u", "_s)) << '\n';
    if (definition.sidecar && !definition.sidecar->support.isEmpty())
        out << text("Help: %1").arg(printable(definition.sidecar->support)) << '\n';
}

void printParameter(QTextStream &out, const Parameter &parameter, const Template &definition,
                    const Reporter &reporter)
{
    QStringList facts{typeName(parameter.type)};
    if (parameter.required && !parameter.defaultValue)
        facts += text("needed");
    if (parameter.isSecret())
        facts += text("secret");
    else if (parameter.defaultValue)
        facts += text("default %1").arg(printable(answerText(parameter, *parameter.defaultValue)));
    out << "  " << reporter.bold(printable(parameter.name)) << "  " << printable(parameter.title)
        << "  " << reporter.dim(u'(' + facts.join(u", "_s) + u')') << '\n';
    const QString about = parameter.description.isEmpty() ? parameter.help : parameter.description;
    if (!about.isEmpty())
        out << "      " << wrapped(printable(about.simplified()), textWidth - 6, 6) << '\n';
    QStringList choices;
    for (const ParameterChoice &choice : parameter.choices) {
        const QString value = QString::fromUtf8(toJson(choice.value));
        const QString typed = choice.value.textOr(value);
        choices += printable(typed == choice.title ? typed : typed + u" = "_s + choice.title);
    }
    if (!choices.isEmpty())
        out << "      " << wrapped(text("One of: %1").arg(choices.join(u" · "_s)), textWidth - 6, 6)
            << '\n';
    Sidecar::Golden storage;
    if (const auto *golden = goldenOf(definition, parameter.name, storage);
        golden && !golden->why.isEmpty())
        out << "      " << wrapped(text("Golden: %1").arg(printable(golden->why)), textWidth - 6, 6)
            << '\n';
}

void printFiles(QTextStream &out, const Rendering &rendering, const Reporter &reporter)
{
    if (rendering.files.isEmpty() && !rendering.problems.isEmpty())
        return; // what is wrong has been said
    out << '\n' << reporter.bold(text("Files it makes, everything left at its default")) << '\n';
    for (const RenderedFile &file : rendering.files)
        out << "  " << printable(QByteArrayView(file.path)) << '\n';
    if (rendering.leftOut.isEmpty())
        return;
    out << '\n' << reporter.bold(text("Files it can make besides")) << '\n';
    for (const LeftOutFile &file : rendering.leftOut)
        out << "  " << printable(QByteArrayView(file.path)) << '\n';
}

} // namespace

ExitCode runShow(const Arguments &arguments, const Surroundings &surroundings)
{
    const Reporter reporter(arguments, surroundings);
    const auto loaded = loadNamedTemplate(arguments.positional(0), surroundings);
    if (!loaded) {
        for (const Problem &problem : loaded.error().problems)
            reporter.problem(problem);
        return loaded.error().code;
    }
    const Rendering rendering = example(*loaded);
    for (const Problem &problem : rendering.problems)
        reporter.problem(problem);
    QTextStream &out = surroundings.streams.out;
    if (arguments.has(u"--json"_s)) {
        printJson(out, u"show"_s, asJson(*loaded, rendering));
        return rendering.problems.isEmpty() ? Done : Noteworthy;
    }
    printFacts(out, *loaded, reporter);
    for (const FormPage &page : Form(loaded->entry.definition.form).pages()) {
        out << '\n' << reporter.bold(printable(page.title)) << '\n';
        for (const Parameter &parameter : page.parameters) {
            if (!parameter.isHidden())
                printParameter(out, parameter, loaded->entry.definition, reporter);
        }
    }
    printFiles(out, rendering, reporter);
    const QString documentation = documentationOf(loaded->tree);
    if (!documentation.isEmpty())
        out << '\n'
            << reporter.bold(text("Documentation")) << "\n\n"
            << printable(documentation.trimmed()) << '\n';
    return rendering.problems.isEmpty() ? Done : Noteworthy;
}

} // namespace waymark::cli
