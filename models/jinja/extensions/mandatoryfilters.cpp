#include "models/jinja/extensions/registry.h"

namespace waymark::jinja {
namespace {

QString undefinedName(const Value &value)
{
    const UndefinedData *why = value.undefinedReason();
    return why && why->name.isText() ? why->name.text() : QString();
}

Value ansibleMandatory(Call &call)
{
    if (!call[0].isUndefined())
        return call[0];
    const QString name = undefinedName(call[0]);
    const QString shown = name.isEmpty() ? QString() : QStringLiteral("\"%1\" ").arg(name);
    call.runtime().fail(FailureKind::Runtime,
                        call[1].isNone()
                            ? QStringLiteral("Mandatory variable %1 not defined.").arg(shown)
                            : call.text(1));
}

Value copierMandatory(Call &call)
{
    if (!call[0].isUndefined())
        return call[0];
    const QString name = undefinedName(call[0]);
    call.runtime().fail(FailureKind::Undefined,
                        call.truthy(1)
                            ? call.text(1)
                            : QStringLiteral("Mandatory variable `%1` is undefined")
                                  .arg(name.isEmpty() ? QStringLiteral("<unknown>") : name));
}

constexpr FunctionRow ansibleMandatoryRows[] = {
    {u"mandatory", "mandatory(a, msg=None)", ansibleMandatory},
};
constexpr FunctionRow copierMandatoryRows[] = {
    {u"mandatory", "do_mandatory(value, msg=None)", copierMandatory},
};

} // namespace

std::span<const FunctionRow> ansibleMandatoryFilters()
{
    return ansibleMandatoryRows;
}
std::span<const FunctionRow> copierMandatoryFilters()
{
    return copierMandatoryRows;
}

} // namespace waymark::jinja
