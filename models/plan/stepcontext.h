#pragma once

#include "models/catalog/catalog.h"
#include "models/jinja/engine.h"
#include "models/plan/rendering.h"

namespace waymark {

/// Evaluates what stands in `template.yaml`: the strings of steps and outputs, by the rules of
/// Backstage's NunjucksWorkflowRunner.
class StepContext
{
public:
    /// `parameters`, `secrets` and the like come from the form of `request`.
    StepContext(const Template &definition, const RenderRequest &request);

    /// What `node` holds once every string in it is rendered: one that is a single `${{ … }}`
    /// becomes the value of its expression, one that renders to nothing is left out (undefined). An
    /// error is placed in the file.
    [[nodiscard]] Result<jinja::TaggedValue> evaluated(const YamlNode &node) const;
    /// Whether a step with the condition `node` runs.
    [[nodiscard]] Result<jinja::Truth> condition(const YamlNode &node) const;

    /// The context with `each.key` and `each.value`.
    [[nodiscard]] StepContext withEach(const QString &key, const jinja::TaggedValue &value) const;
    void setStepOutput(const QString &step, const jinja::TaggedValue &output);

    [[nodiscard]] const jinja::RenderOptions &options() const { return m_options; }
    /// `problem` at `node` of the template's file.
    [[nodiscard]] Problem placed(Problem problem, const YamlNode &node) const;

private:
    [[nodiscard]] Result<jinja::TaggedValue> text(const YamlNode &node) const;
    [[nodiscard]] Result<jinja::TaggedValue> list(const YamlNode &node) const;
    [[nodiscard]] Result<jinja::TaggedValue> map(const YamlNode &node) const;
    /// `error`, which is about a place in the text of `node`, at its place in the file.
    [[nodiscard]] std::unexpected<Error> located(Error error, const YamlNode &node) const;

    const Template *m_definition;
    jinja::Environment m_environment;
    jinja::RenderOptions m_options;
    jinja::TaggedValue m_context;
};

} // namespace waymark
