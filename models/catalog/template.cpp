#include "models/catalog/template.h"

#include "models/catalog/form.h"
#include "models/catalog/jsonvalues.h"

#include <QFile>
#include <QFileInfo>

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
    return name == templateName || name == shortTemplateName || name == "copier.yml"
        || name == "copier.yaml" || name == "cookiecutter.json";
}

bool Template::isBroken() const
{
    return std::ranges::any_of(
        problems, [](const Problem &problem) { return problem.severity == Severity::Error; });
}

QByteArray Template::fileName() const
{
    return QFile::encodeName(QFileInfo(file).fileName());
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

Value comparedToGolden(const Parameter &parameter, const Value &golden, const Value &answer)
{
    const Map *usual = golden.toMap();
    const Map *given = answer.toMap();
    if (!usual || !given || parameter.members.isEmpty())
        return answer;
    Map kept;
    for (const Map::Entry &entry : *given) {
        const auto member = std::ranges::find(parameter.members, entry.key, &Parameter::name);
        const Value *preset = usual->find(entry.key);
        if (member == parameter.members.cend())
            kept.insert(entry.key, entry.value);
        else if (preset)
            kept.insert(entry.key, comparedToGolden(*member, *preset, entry.value));
    }
    return kept;
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
        if (!golden || holdsSecret(parameter.name) || parameter.isHidden())
            continue;
        const Value value = comparedToGolden(parameter, *golden, answers.value(parameter.name));
        if (isSameJson(*golden, value))
            continue;
        found.append(
            {parameter.name, *golden, value, definition.sidecar->goldenOf(parameter.name).why});
    }
    return found;
}

} // namespace waymark
