#include "models/plan/meeting.h"

#include "models/base/utf8.h"
#include "models/plan/planhash.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

/// Files of a fresh clone that may differ from the template's: both are asked for, one is kept.
bool mayBeKept(const QByteArray &path)
{
    constexpr std::array names = {"README.md", "LICENSE", ".gitignore"};
    return std::ranges::any_of(names, [&path](const char *name) { return path == name; });
}

} // namespace

void meetDestination(Change &change, const SnapshotEntry &there, bool takesGolden, bool yields)
{
    change.oldMode = there.mode;
    change.oldContent = there.content;
    if (there.obstacle) {
        change.kind = ChangeClass::Blocked;
        change.problems += *there.obstacle;
    } else if (there.type == SnapshotEntry::Type::Absent) {
        change.kind = ChangeClass::New;
    } else if (there.mode == change.mode && there.hash == contentHash(change.content)) {
        change.kind = ChangeClass::Unchanged;
    } else if (!yields && !mayBeKept(change.path)) {
        change.kind = ChangeClass::Blocked;
        change.problems += Problem{
            .code = u"destination.differs"_s,
            .message = QCoreApplication::translate(
                "Planner",
                "The destination has another file of this name; a new service changes no file that "
                "is there."),
            .file = displayed(change.path),
            .hint = QCoreApplication::translate("Planner",
                                                "Take an empty folder, or move the file away.")};
    } else if (takesGolden) {
        change.kind = ChangeClass::Updated;
    } else {
        change.kind = ChangeClass::Kept;
        change.mode = change.oldMode;
        change.content = change.oldContent;
    }
}

} // namespace waymark
