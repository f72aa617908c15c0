#pragma once

#include "models/catalog/catalog.h"
#include "models/jinja/engine.h"
#include "models/plan/remembered.h"
#include "models/plan/rendering.h"

namespace waymark {

class RenderMemory;

/// Evaluates what stands in `template.yaml`: the strings of steps and outputs, by the rules of
/// Backstage's NunjucksWorkflowRunner.
class StepContext
{
public:
    /// `parameters` and `secrets` come from the form of `request`. A parameter without an answer is
    /// undefined there, and depends on the answers that decide whether it is asked.
    StepContext(const Template &definition, const RenderRequest &request);
    /// The same with what `memory`, which stays where it is, has of earlier renders.
    StepContext(const Template &definition, const RenderRequest &request, RenderMemory &memory);

    /// What `node` holds once every string in it is rendered: one that is a single construct
    /// becomes the value that it stands for, one that renders to nothing is left out (undefined),
    /// and one that cannot be rendered stays as it is written: see problems(). An error, such as a
    /// limit that is reached, is placed in the file.
    [[nodiscard]] Result<jinja::TaggedValue> evaluated(const YamlNode &node) const;
    /// Whether a step with the condition `node` runs: what is neither text nor a truth value does
    /// not keep it.
    [[nodiscard]] Result<jinja::Truth> condition(const YamlNode &node) const;

    /// The context with `each.key` and `each.value`.
    [[nodiscard]] StepContext withEach(const jinja::TaggedValue &key,
                                       const jinja::TaggedValue &value) const;
    /// The context for what secrets are kept from: a step's condition and the output.
    [[nodiscard]] StepContext withoutSecrets() const;
    /// Undefined: what the step would give is not there.
    void setStepOutput(const QString &step, const jinja::TaggedValue &output);

    /// Warnings of texts that could not be rendered, by this context and those made of it.
    [[nodiscard]] const QList<Problem> &problems() const { return *m_problems; }
    /// The steps of all renders of texts, by this context and those made of it.
    [[nodiscard]] quint64 spent() const { return *m_spent; }
    /// Of withEach(), as text; empty: there is none.
    [[nodiscard]] const QString &eachKey() const { return m_eachKey; }
    [[nodiscard]] RenderMemory &memory() const { return *m_memory; }
    [[nodiscard]] const SecretMask &mask() const { return m_mask; }
    [[nodiscard]] const jinja::RenderOptions &options() const { return m_options; }
    /// `problem` at `node` of the template's file.
    [[nodiscard]] Problem placed(Problem problem, const YamlNode &node) const;

private:
    StepContext(const Template &definition, const RenderRequest &request,
                std::shared_ptr<RenderMemory> memory);
    [[nodiscard]] const jinja::TaggedValue &context() const { return m_setting->context; }
    void setContext(const jinja::TaggedValue &context);
    [[nodiscard]] Result<jinja::TaggedValue> text(const YamlNode &node) const;
    [[nodiscard]] Result<jinja::TaggedValue> asWritten(const QString &text,
                                                       const Error &error) const;
    [[nodiscard]] jinja::Mentions mentions(const QString &text) const;
    [[nodiscard]] Result<jinja::TaggedValue> made(const QString &text, const YamlNode &node,
                                                  quint64 &steps) const;
    [[nodiscard]] Result<jinja::TaggedValue> rendered(const QString &text, const YamlNode &node,
                                                      quint64 &steps) const;
    void noteShown(const jinja::Rendered &output) const;
    [[nodiscard]] Result<jinja::TaggedValue> list(const YamlNode &node) const;
    [[nodiscard]] Result<jinja::TaggedValue> map(const YamlNode &node) const;
    /// `error`, which is about a place in the text of `node`, at its place in the file.
    [[nodiscard]] std::unexpected<Error> located(const Error &error, const YamlNode &node) const;

    const Template *m_definition;
    jinja::Environment m_environment;
    jinja::RenderOptions m_options;
    RenderSettingPointer m_setting;
    QString m_eachKey;
    SecretMask m_mask;
    std::shared_ptr<RenderMemory> m_memory;
    std::shared_ptr<QList<Problem>> m_problems;
    std::shared_ptr<quint64> m_spent;
};

/// Whether JavaScript, and the scaffolder's isTruthy() for lists, take `value` for true.
[[nodiscard]] bool isTruthy(const jinja::TaggedValue &value);

} // namespace waymark
