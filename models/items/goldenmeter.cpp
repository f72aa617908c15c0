#include "models/items/goldenmeter.h"

#include "models/catalog/answertext.h"
#include "models/catalog/jsonvalues.h"

#include <QCoreApplication>

#include <algorithm>

namespace waymark {
namespace {

bool isHidden(const Form &form, const QString &name)
{
    const std::optional<Parameter> parameter = form.parameter({name});
    return !parameter || parameter->isHidden();
}

} // namespace

QMap<QString, Value> goldenDefaults(const FormEdits &edits)
{
    QMap<QString, Value> golden;
    const Form &form = edits.form();
    if (!edits.definition().sidecar)
        return golden;
    const Map defaults = form.defaults();
    for (const Map::Entry &entry : defaults) {
        if (edits.secrets().contains(entry.key) || isHidden(form, entry.key))
            continue;
        if (const auto value = edits.definition().goldenDefault(entry.key, defaults))
            golden.insert(entry.key, *value);
    }
    return golden;
}

GoldenMeter goldenMeter(const FormEdits &edits, const QMap<QString, Value> &golden)
{
    GoldenMeter meter{.total = int(golden.size()), .departures = {}};
    const Map answers = edits.form().answers();
    for (const QString &name : edits.form().schema().names()) {
        const auto wanted = golden.constFind(name);
        const Value answer = answers.value(name);
        if (wanted == golden.cend() || isSameJson(*wanted, answer))
            continue;
        const Parameter parameter = edits.form().parameter({name}).value_or(Parameter());
        const Value value = comparedToGolden(parameter, *wanted, answer);
        if (isSameJson(*wanted, value))
            continue;
        meter.departures += {.name = name,
                             .title = parameter.title,
                             .golden = answerWithUnit(parameter, *wanted),
                             .value = value.isNull() ? QString() : answerWithUnit(parameter, value),
                             .reason = edits.reason(name)};
    }
    meter.kept = meter.total - int(meter.departures.size());
    return meter;
}

int GoldenMeter::explained() const
{
    return int(std::ranges::count_if(
        departures, [](const GoldenDeparture &each) { return !each.reason.trimmed().isEmpty(); }));
}

QString GoldenMeter::text() const
{
    return QCoreApplication::translate("FormModel", "%1 of %2 defaults kept").arg(kept).arg(total);
}

} // namespace waymark
