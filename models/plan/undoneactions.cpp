#include "models/plan/undoneactions.h"

#include "models/catalog/fetchplace.h"
#include "models/plan/inputtexts.h"
#include "models/plan/publication.h"
#include "models/plan/serverchores.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::TaggedValue;

QString text(const char *source)
{
    return QCoreApplication::translate("Renderer", source);
}

/// Why an action that is known is not done.
struct Reason
{
    QStringView action;
    const char *reason;
};

constexpr Reason reasons[]
    = {{u"roadiehq:utils:jsonata",
        QT_TRANSLATE_NOOP("Renderer",
                          "Waymark has no JSONata; steps that use the result of this "
                          "one see none.")},
       {u"roadiehq:utils:jsonata:json:transform",
        QT_TRANSLATE_NOOP("Renderer",
                          "Waymark has no JSONata; steps that use the result of this "
                          "one see none.")},
       {u"roadiehq:utils:jsonata:yaml:transform",
        QT_TRANSLATE_NOOP("Renderer",
                          "Waymark has no JSONata; steps that use the result of this "
                          "one see none.")}};

QString reasonOf(const TemplateStep &step)
{
    switch (step.kind) {
    case TemplateStep::Kind::Destination:
        return text(
            "The service stays on this machine, in the folder you name; push it where it belongs.");
    case TemplateStep::Kind::Elsewhere:
        return text("It speaks to a server; do it there once the service is pushed.");
    case TemplateStep::Kind::Action:
        break;
    }
    for (const Reason &known : reasons) {
        if (step.action == known.action)
            return text(known.reason);
    }
    return text("Waymark does not know this action; what it would do to the files is missing.");
}

/// Its name, and its action where that is another.
QString titleOf(const TemplateStep &step)
{
    return step.name == step.action ? text("“%1”").arg(step.action)
                                    : text("“%1” (%2)").arg(step.name, step.action);
}

} // namespace

UndoneAction undoneAction(const ActionInput &input)
{
    const TemplateStep &step = input.step();
    const bool isExpected = step.kind != TemplateStep::Kind::Action;
    const QString reason = reasonOf(step);
    // A service without the files that a slip of the pen costs is no service.
    const QString meant = isExpected ? QString() : meantFetch(step.action);
    const Severity severity = isExpected ? Severity::Note
        : meant.isEmpty()                ? Severity::Warning
                                         : Severity::Error;
    UndoneAction action{.step = step.name,
                        .action = step.action,
                        .reason = reason,
                        .place = input.context().placed(
                            {.severity = severity,
                             .code = u"template.action-not-run"_s,
                             .message = text("%1 is not run. %2").arg(titleOf(step), reason),
                             .hint = meant},
                            step.node),
                        .isExpected = isExpected,
                        .inputs = shownTexts(input)};
    if (step.kind == TemplateStep::Kind::Destination) {
        action.publication = publicationOf(input);
        addWayTo(*action.publication, input, action);
    } else if (step.kind == TemplateStep::Kind::Elsewhere) {
        addChores(input, action);
    }
    return action;
}

TaggedValue expectedOutput(const ActionInput &input, Workspace &workspace)
{
    TaggedValue published = publishedOutput(input);
    if (published.isUndefined() && published.sources().isEmpty())
        return registeredOutput(input, workspace);
    return published;
}

} // namespace waymark
