#include "models/plan/presence.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Planner", source);
}

SnapshotEntry recordIn(const DestinationSnapshot &destination)
{
    return destination.entry(recordPath.toByteArray());
}

Problem serviceThere(const DestinationSnapshot &destination)
{
    const QString file = destination.path + u'/' + QString::fromLatin1(recordPath);
    const auto record = readRecord(recordIn(destination).content, file);
    const QString name = record ? record->made.name : QString();
    return {.code = u"destination.service"_s,
            .message = !name.isEmpty()
                ? text("A service is here already, made from the template “%1”.").arg(name)
                : record ? text("A service is here already.")
                         : text("A service is here already; its record cannot be read."),
            .file = file,
            .hint = text("A new service goes into a folder of its own: name another one.")};
}

} // namespace

bool hasService(const DestinationSnapshot &destination)
{
    return recordIn(destination).type == SnapshotEntry::Type::File;
}

std::optional<Problem> checkService(const DestinationSnapshot &destination)
{
    return hasService(destination) ? std::optional(serviceThere(destination)) : std::nullopt;
}

QList<Problem> checkPresence(const Plan &plan)
{
    if (const auto service = checkService(plan.destination))
        return {*service};
    const auto isWritten = [](const PlannedFile &file) { return file.change.isWritten(); };
    if (plan.count(ChangeClass::Declined) > 0 && plan.folders.isEmpty()
        && std::ranges::none_of(plan.files, isWritten))
        return {Problem{.code = u"plan.nothing"_s,
                        .message = text("No file is wanted: nothing would be written."),
                        .hint = text("Take at least one of them.")}};
    const auto isThere = [](const PlannedFile &file) {
        return file.change.kind == ChangeClass::Unchanged || file.change.kind == ChangeClass::Kept;
    };
    const auto isWanted
        = [](const PlannedFile &file) { return file.change.kind != ChangeClass::NotNeeded; };
    if (std::ranges::none_of(plan.files, isThere)
        || std::ranges::count_if(plan.files, isThere)
            != std::ranges::count_if(plan.files, isWanted))
        return {};
    return {Problem{.code = u"destination.complete"_s,
                    .message = text("All files of this service are here already: nothing would be "
                                    "written."),
                    .file = plan.destination.path,
                    .hint = text("There is nothing to do. For another service, name a folder of "
                                 "its own.")}};
}

} // namespace waymark
