#include "models/plan/change.h"

using namespace Qt::StringLiterals;

namespace waymark {

QLatin1StringView changeClassName(ChangeClass kind)
{
    switch (kind) {
    case ChangeClass::New:
        return "new"_L1;
    case ChangeClass::Unchanged:
        return "unchanged"_L1;
    case ChangeClass::Updated:
        return "updated"_L1;
    case ChangeClass::Merged:
        return "merged"_L1;
    case ChangeClass::Conflict:
        return "conflict"_L1;
    case ChangeClass::Kept:
        return "kept"_L1;
    case ChangeClass::Renamed:
        return "renamed"_L1;
    case ChangeClass::Deleted:
        return "deleted"_L1;
    case ChangeClass::Blocked:
        return "blocked"_L1;
    case ChangeClass::Declined:
        return "declined"_L1;
    case ChangeClass::NotNeeded:
        return "not needed"_L1;
    }
    Q_UNREACHABLE_RETURN({});
}

bool Change::isWritten() const
{
    switch (kind) {
    case ChangeClass::New:
    case ChangeClass::Updated:
    case ChangeClass::Merged:
    case ChangeClass::Renamed:
    case ChangeClass::Deleted:
        return true;
    case ChangeClass::Unchanged:
    case ChangeClass::Conflict:
    case ChangeClass::Kept:
    case ChangeClass::Blocked:
    case ChangeClass::Declined:
    case ChangeClass::NotNeeded:
        return false;
    }
    Q_UNREACHABLE_RETURN(false);
}

} // namespace waymark
