#include "models/plan/undonetext.h"

#include "models/base/textcontext.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("UndoneAction");

/// "to https://github.com/acme/orders, branch main: Add orders"
QString placeOf(const Publication &publication)
{
    if (publication.repository.isEmpty())
        return {};
    QString line = translated("to %1").arg(publication.repository);
    if (!publication.branch.isEmpty())
        line += translated(", branch %1").arg(publication.branch);
    if (!publication.title.isEmpty())
        line += u": "_s + publication.title;
    return line;
}

} // namespace

QStringList undoneDetails(const UndoneAction &action)
{
    QStringList lines;
    const QString place
        = action.publication && !action.isMoot ? placeOf(*action.publication) : QString();
    if (!place.isEmpty())
        lines += place;
    for (const QString &command : action.commands)
        lines += command.split(u'\n'); // empty ones too: they are part of what it writes
    lines += action.links;
    const bool needsInputs = !action.isMoot && action.commands.isEmpty() && action.links.isEmpty();
    for (const ResolvedInput &input : needsInputs ? action.inputs : QList<ResolvedInput>())
        lines += input.name + u": "_s + input.text.section(u'\n', 0, 0);
    return lines;
}

} // namespace waymark
