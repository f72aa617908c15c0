#include "models/jinja/failure.h"

namespace waymark::jinja {

QString codeOf(FailureKind kind)
{
    switch (kind) {
    case FailureKind::Syntax:
        return QStringLiteral("template.syntax");
    case FailureKind::Undefined:
        return QStringLiteral("template.undefined");
    case FailureKind::Type:
        return QStringLiteral("template.type");
    case FailureKind::Value:
        return QStringLiteral("template.value");
    case FailureKind::Division:
        return QStringLiteral("template.division");
    case FailureKind::Overflow:
        return QStringLiteral("template.overflow");
    case FailureKind::Key:
        return QStringLiteral("template.key");
    case FailureKind::Runtime:
        return QStringLiteral("template.runtime");
    case FailureKind::Security:
        return QStringLiteral("template.security");
    case FailureKind::NotFound:
        return QStringLiteral("template.not-found");
    case FailureKind::Limit:
        return QStringLiteral("template.limit");
    case FailureKind::Cancelled:
        return QStringLiteral("template.cancelled");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace waymark::jinja
