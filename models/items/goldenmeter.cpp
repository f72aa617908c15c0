#include "models/items/goldenmeter.h"

#include "models/catalog/answertext.h"
#include "models/catalog/jsonvalues.h"

#include <QCoreApplication>

#include <algorithm>

namespace waymark {

QMap<QString, Value> goldenDefaults(const FormEdits &edits)
{
    QMap<QString, Value> golden;
    const Form &form = edits.form();
    if (!edits.definition().sidecar)
        return golden;
    const Map defaults = form.defaults();
    const QStringList secrets = form.schema().secretNames();
    for (const Parameter &parameter : form.parameters()) {
        if (parameter.isHidden() || secrets.contains(parameter.name))
            continue;
        if (const auto value = edits.definition().goldenDefault(parameter.name, defaults))
            golden.insert(parameter.name, *value);
    }
    return golden;
}

GoldenMeter goldenMeter(const FormEdits &edits, const QMap<QString, Value> &golden)
{
    GoldenMeter meter{.total = int(golden.size()), .departures = {}};
    const Map answers = edits.form().answers();
    for (const QString &name : edits.form().schema().names()) {
        const auto wanted = golden.constFind(name);
        const Value value = answers.value(name);
        if (wanted == golden.cend() || isSameJson(*wanted, value))
            continue;
        const Parameter parameter = edits.form().parameter({name}).value_or(Parameter());
        meter.departures += {.name = name,
                             .title = parameter.title,
                             .golden = answerText(parameter, *wanted),
                             .value = value.isNull() ? QString() : answerText(parameter, value),
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
