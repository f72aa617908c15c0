#pragma once

#include "models/catalog/backstagereader.h"
#include "models/catalog/sidecarreader.h"
#include "models/plan/planner.h"
#include "models/yaml/yaml.h"
#include "tests/plan/renderingpicture.h"
#include "tests/support/testing.h"

#include <QTimeZone>

namespace waymark::testing {

/// The map that a YAML text holds.
inline Map map(const QByteArray &yaml)
{
    const auto value = parseYamlValue(yaml);
    if (!value || (!value->isNull() && !value->toMap()))
        qFatal("no map: %s", yaml.constData());
    return value->toMap() ? *value->toMap() : Map();
}

/// A template that is nowhere but in memory.
class SmallTemplate
{
public:
    /// `parameters`, `steps` and `output` are YAML, each on one line: the 7th, 8th and 9th.
    explicit SmallTemplate(const QByteArray &parameters = "{}",
                           const QByteArray &steps
                           = "[{action: 'fetch:template', input: {url: ./skeleton}}]",
                           const QByteArray &output = "{}")
        : m_yaml("apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata:\n"
                 "  name: small\nspec:\n  type: service\n  parameters: "
                 + parameters + "\n  steps: " + steps + "\n  output: " + output + '\n')
    {
    }

    /// A template that asks for texts by these names and hands all of them on as values.
    [[nodiscard]] static SmallTemplate asking(const QByteArrayList &names,
                                              const QByteArray &inputs = {})
    {
        QByteArray properties;
        QByteArray values;
        for (const QByteArray &name : names) {
            properties += name + ": {}, ";
            values += name + ": '${{ parameters." + name + " }}', ";
        }
        return SmallTemplate("{properties: {" + properties + "}}",
                             "[{action: 'fetch:template', input: {url: ./skeleton, values: {"
                                 + values + "}" + (inputs.isEmpty() ? "" : ", " + inputs) + "}}]");
    }

    SmallTemplate &file(const QByteArray &path, const QByteArray &content,
                        FileMode mode = FileMode::Regular)
    {
        m_files += {.path = path, .mode = mode, .content = content};
        return *this;
    }
    SmallTemplate &folder(const QByteArray &path)
    {
        m_folders += path;
        return *this;
    }
    SmallTemplate &sidecar(const QByteArray &yaml)
    {
        m_sidecar = yaml;
        return *this;
    }

    [[nodiscard]] QByteArray yaml() const { return m_yaml; }

    [[nodiscard]] LoadedTemplate loaded() const
    {
        LoadedTemplate loaded;
        loaded.entry.source = {.name = QStringLiteral("tests"), .folder = QStringLiteral("/t")};
        loaded.entry.id = QStringLiteral("small");
        loaded.entry.definition = readBackstageTemplate(m_yaml, QStringLiteral("template.yaml"));
        if (!m_sidecar.isEmpty()) {
            const SidecarRead read = readSidecar(m_sidecar, QStringLiteral("waymark.yaml"),
                                                 loaded.entry.definition.form.names());
            loaded.entry.definition.sidecar = read.sidecar;
            loaded.entry.definition.problems += read.problems;
        }
        for (const Problem &problem : loaded.entry.definition.problems)
            qWarning("%s", qPrintable(problem.toString()));
        QList<TemplateFile> files = m_files;
        files += {.path = "template.yaml", .mode = FileMode::Regular, .content = m_yaml};
        loaded.tree = TemplateTree(files, m_folders);
        return loaded;
    }

    /// Answers are YAML.
    [[nodiscard]] static RenderRequest request(const LoadedTemplate &loaded,
                                               const QByteArray &answers = "{}")
    {
        return {.form = Form(loaded.entry.definition.form, map(answers)),
                .now = QDateTime({2026, 11, 24}, {10, 0}, QTimeZone::UTC),
                .seed = "9f2c"};
    }

    [[nodiscard]] Rendering rendered(const QByteArray &answers = "{}") const
    {
        const LoadedTemplate template_ = loaded();
        return render(template_, request(template_, answers));
    }

private:
    QByteArray m_yaml;
    QByteArray m_sidecar;
    QList<TemplateFile> m_files;
    QList<QByteArray> m_folders;
};

} // namespace waymark::testing
