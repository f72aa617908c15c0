#include "models/catalog/template.h"

#include "models/catalog/form.h"
#include "models/catalog/jsonvalues.h"

#include <algorithm>

namespace waymark {

QString formatName(TemplateFormat format)
{
    switch (format) {
    case TemplateFormat::Backstage:
        break;
    case TemplateFormat::Copier:
        return QStringLiteral("Copier");
    case TemplateFormat::Cookiecutter:
        return QStringLiteral("Cookiecutter");
    }
    return QStringLiteral("Backstage");
}

bool isDefinitionName(QByteArrayView name)
{
    return name == templateName || name == "copier.yml" || name == "copier.yaml"
        || name == "cookiecutter.json";
}

bool Template::isBroken() const
{
    return std::ranges::any_of(
        problems, [](const Problem &problem) { return problem.severity == Severity::Error; });
}

Lifecycle Template::lifecycle() const
{
    if (sidecar && sidecar->lifecycle)
        return *sidecar->lifecycle;
    const QString word = stage.toLower();
    if (word == u"deprecated")
        return Lifecycle::Deprecated;
    return word == u"experimental" ? Lifecycle::Experimental : Lifecycle::Supported;
}

Severity Template::problemSeverity() const
{
    return sidecar ? sidecar->problems : Severity::Warning;
}

std::optional<Value> Template::goldenDefault(const QString &parameter, const Map &defaults) const
{
    const Value *value = defaults.find(parameter);
    if (!sidecar || !value || !sidecar->goldenOf(parameter).isGolden)
        return {};
    return *value;
}

QList<AnswerDeviation> deviations(const Template &definition, const Form &form)
{
    QList<AnswerDeviation> found;
    const Map defaults = form.defaults();
    const Map answers = form.answers();
    const QStringList &secrets = form.schema().secretNames();
    const auto holdsSecret = [&secrets](const QString &name) {
        return std::ranges::any_of(
            secrets, [&name](const QString &secret) { return secret.section(u'.', 0, 0) == name; });
    };
    for (const Parameter &parameter : form.parameters()) {
        const std::optional<Value> golden = definition.goldenDefault(parameter.name, defaults);
        const Value value = answers.value(parameter.name);
        if (!golden || holdsSecret(parameter.name) || parameter.isHidden()
            || isSameJson(*golden, value))
            continue;
        found.append(
            {parameter.name, *golden, value, definition.sidecar->goldenOf(parameter.name).why});
    }
    return found;
}

} // namespace waymark
