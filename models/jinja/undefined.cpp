#include "models/jinja/dialect.h"
#include "models/jinja/dialects/python.h"
#include "models/jinja/runtime.h"
#include "models/jinja/variable.h"

namespace waymark::jinja {

Variable::Variable(const QString &name_)
    : name(name_)
    , hash(qHash(name_))
{
    auto why = make<UndefinedData>();
    why->name = Value(name);
    absent = Value::undefined(why);
}

Value Runtime::undefinedMember(const Value &owner, const Value &name) const
{
    auto why = make<UndefinedData>();
    why->owner = owner;
    why->name = name;
    return Value::undefined(why);
}

Value Runtime::undefinedBecause(const QString &hint) const
{
    auto why = make<UndefinedData>();
    why->hint = hint;
    return Value::undefined(why);
}

/// As jinja2.runtime.Undefined._undefined_message says it.
QString Runtime::undefinedMessage(const Value &undefined)
{
    const UndefinedData *why = undefined.undefinedReason();
    if (!why)
        return QStringLiteral("value is undefined");
    if (!why->hint.isEmpty())
        return why->hint;
    if (why->owner.isMissing())
        return QStringLiteral("%1 is undefined").arg(repr(why->name));
    const QString owner = python::describedType(*this, why->owner);
    if (!why->name.isText())
        return QStringLiteral("%1 has no element %2").arg(owner, repr(why->name));
    return QStringLiteral("%1 has no attribute %2").arg(repr(Value(owner)), repr(why->name));
}

void Runtime::failUndefined(const Value &undefined)
{
    const UndefinedData *why = undefined.undefinedReason();
    fail(why && why->unsafe ? FailureKind::Security : FailureKind::Undefined,
         undefinedMessage(undefined));
}

bool Runtime::isStrict(const Value &undefined) const
{
    const UndefinedData *why = undefined.undefinedReason();
    return options().undefined == UndefinedKind::Strict && !(why && why->lenient);
}

} // namespace waymark::jinja
