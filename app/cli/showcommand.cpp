#include "app/cli/showcommand.h"

#include "app/cli/capabilityview.h"
#include "app/cli/catalogaccess.h"
#include "app/cli/help.h"
#include "app/cli/jsonoutput.h"
#include "app/cli/parameterview.h"
#include "app/cli/preparation.h"
#include "app/cli/templatejson.h"
#include "models/catalog/answertext.h"
#include "models/catalog/conditions.h"
#include "models/catalog/derivedanswers.h"
#include "models/plan/record.h"
#include "models/plan/templateidentity.h"

#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

constexpr int textWidth = 92;

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

/// The form of `definition` without an answer, as it is at `now`.
Form formOf(const Template &definition, const QDateTime &now)
{
    Form form(definition.form);
    form.setOccasion({.now = now, .seed = "0"});
    return form;
}

/// What the template makes when everything in `form` is left at its default.
Rendering example(const LoadedTemplate &loaded, Form form, const std::stop_token &stop)
{
    const Map derived
        = derivedAnswers(form, {.destinationName = u"example"_s, .userName = u"example"_s});
    for (const Map::Entry &answer : derived)
        form.setAnswer({answer.key}, answer.value);
    return render(
        loaded,
        {.form = form, .now = form.occasion().now, .seed = form.occasion().seed, .stop = stop});
}

/// What is wrong in the template, and why it as a whole, or one of its files, cannot be rendered.
QList<Problem> allProblems(const LoadedTemplate &loaded, const Rendering &rendering)
{
    QList<Problem> problems = rendering.problems;
    for (const RenderedFile &file : rendering.files)
        problems += file.problems;
    QList<Problem> read = problemsOf(loaded.entry);
    erase_if(read, [&](const Problem &problem) { // of one place one is enough
        return std::ranges::any_of(problems, [&](const Problem &other) {
            return other.file == problem.file && other.position == problem.position;
        });
    });
    return read + problems;
}

void printFacts(QTextStream &out, const LoadedTemplate &loaded, const Reporter &reporter)
{
    const Template &definition = loaded.entry.definition;
    out << reporter.bold(printable(definition.title)) << "  "
        << reporter.dim(printableName(loaded.entry.id)) << '\n';
    if (!definition.description.isEmpty())
        out << wrapped(printable(definition.description.simplified()), textWidth, 0) << '\n';
    QStringList facts{loaded.entry.source.name};
    if (definition.format != TemplateFormat::Backstage)
        facts += text("a template of %1").arg(formatName(definition.format));
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

/// The file that says how a service was made, where it is none of the template's.
QByteArray recordOf(const LoadedTemplate &loaded, const Rendering &rendering)
{
    if (!rendering.madeRecord.isEmpty())
        return {};
    const auto made = identityOf(loaded);
    const bool isOwn
        = !rendering.ownRecord.isEmpty() && made && !made->url.isEmpty() && !made->commit.isEmpty();
    return isOwn ? rendering.ownRecord : recordPath.toByteArray();
}

void printFiles(QTextStream &out, const LoadedTemplate &loaded, const Rendering &rendering,
                const Reporter &reporter)
{
    if (rendering.files.isEmpty() && !rendering.problems.isEmpty())
        return; // what is wrong has been said
    out << '\n' << reporter.bold(text("Files it makes, everything left at its default")) << '\n';
    for (const RenderedFile &file : rendering.files)
        out << "  " << printable(QByteArrayView(file.path)) << '\n';
    if (const QByteArray record = recordOf(loaded, rendering); !record.isEmpty())
        out << "  " << printable(QByteArrayView(record)) << "  "
            << reporter.dim(text("the service record")) << '\n';
    if (rendering.leftOut.isEmpty())
        return;
    out << '\n' << reporter.bold(text("Files it can make besides")) << '\n';
    for (const LeftOutFile &file : rendering.leftOut)
        out << "  " << printable(QByteArrayView(file.path)) << '\n';
}

/// "When “storage” is “bucket” or “database”"
QString inWords(const QuestionCondition &condition)
{
    QStringList values;
    for (const Value &value : condition.values)
        values += u'“' + answerText({}, value) + u'”';
    return text("When “%1” is %2").arg(condition.decider, values.join(text(" or ")));
}

/// The questions that come up for other answers than the defaults.
void printConditional(QTextStream &out, const Template &definition, const Reporter &reporter)
{
    QuestionCondition last;
    for (const ConditionalQuestion &question : conditionalQuestions(Form(definition.form))) {
        if (question.parameter.isHidden())
            continue;
        if (question.condition != last)
            out << '\n' << reporter.bold(printable(inWords(question.condition))) << '\n';
        last = question.condition;
        printParameter(out, question.parameter, definition, reporter);
    }
}

void printTemplate(QTextStream &out, const LoadedTemplate &loaded, const Form &form,
                   const Rendering &rendering, const Reporter &reporter)
{
    const Template &definition = loaded.entry.definition;
    printFacts(out, loaded, reporter);
    const QList<FormPage> pages = form.pages();
    for (const FormPage &page : pages) {
        out << '\n' << reporter.bold(printable(page.title)) << '\n';
        for (const Parameter &parameter : page.parameters) {
            if (!parameter.isHidden())
                printParameter(out, parameter, definition, reporter);
        }
    }
    printConditional(out, definition, reporter);
    printCapabilities(out, capabilitiesOf(loaded), reporter);
    printFiles(out, loaded, rendering, reporter);
    const QString documentation = documentationOf(loaded.tree);
    if (!documentation.isEmpty())
        out << '\n'
            << reporter.bold(text("Documentation")) << "\n\n"
            << printable(documentation.trimmed()) << '\n';
}

} // namespace

ExitCode runShow(const Arguments &arguments, const Surroundings &surroundings, Reporter &reporter)
{
    const auto loaded = loadNamedTemplate(arguments.positional(0), surroundings, reporter);
    if (!loaded)
        return reporter.fail(loaded.error());
    reporter.step(text("Rendering it with its defaults"));
    const Form form = formOf(loaded->entry.definition, surroundings.clock());
    const Rendering rendering = example(*loaded, form, surroundings.stop);
    if (surroundings.stop.stop_requested())
        return reporter.interrupted();
    const QList<Problem> problems = allProblems(*loaded, rendering);
    for (const Problem &problem : problems)
        reporter.problem(problem);
    if (arguments.has(u"--json"_s))
        reporter.document(u"show"_s, withProblems(asJson(*loaded, form, rendering), problems));
    else
        printTemplate(surroundings.streams.out, *loaded, form, rendering, reporter);
    return problems.isEmpty() ? Done : Noteworthy;
}

} // namespace waymark::cli
