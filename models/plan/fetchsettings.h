#pragma once

#include "models/plan/fetchinput.h"
#include "models/plan/glob.h"
#include "models/plan/workspace.h"

#include <optional>

namespace waymark {

/// How one step fetches: its input, read, with the language that its files are written in.
class FetchSettings
{
public:
    /// `runs`: whether the step does, and what that depends on. An error stands at the entry of
    /// `step` that is wrong. What `earlier` settings of that step have, which may be null, is not
    /// made again.
    [[nodiscard]] static Result<FetchSettings> of(const LoadedTemplate &loaded,
                                                  const StepContext &context,
                                                  const TemplateStep &step,
                                                  const jinja::Truth &runs,
                                                  const jinja::TaggedValue &input,
                                                  const FetchSettings *earlier = nullptr);

    [[nodiscard]] const FetchInput &input() const { return m_input; }
    /// What the files' templates see.
    [[nodiscard]] const jinja::TaggedValue &context() const { return m_setting->context; }
    [[nodiscard]] const RenderSettingPointer &setting() const { return m_setting; }
    /// What it depends on that files of this step are there.
    [[nodiscard]] const jinja::Sources &because() const { return m_because; }
    [[nodiscard]] Precedence precedence() const;

    /// Whether the file at `path` of the source keeps its content.
    /// An error where a pattern takes too long to tell.
    [[nodiscard]] Result<bool> isCopied(const QByteArray &path) const;
    [[nodiscard]] bool rendersName(const QByteArray &path) const;
    /// The language that names are written in.
    [[nodiscard]] const jinja::Environment &languageOfNames() const { return *m_language; }
    /// That the content of the file at `path` of the template's folder is written in: with other
    /// signs where the sidecar says so, by its first pattern that names the file. Null: none. An
    /// error where a pattern takes too long to tell.
    [[nodiscard]] Result<const jinja::Environment *> languageOf(const QByteArray &path) const;

private:
    /// How the content of some files is read, as the template's sidecar says.
    struct Signs
    {
        GlobList files; ///< By their paths in the template's folder.
        std::optional<jinja::Environment> language; ///< None: they are copied.
    };

    FetchSettings() = default;
    /// How files are read, as the input says it.
    [[nodiscard]] Result<> takeReading(const LoadedTemplate &loaded, const StepContext &context,
                                       const TemplateStep &step);
    [[nodiscard]] Result<> takeSigns(const Template &definition);

    FetchInput m_input;
    GlobList m_copied;
    std::optional<jinja::Environment> m_language;
    QList<Signs> m_signs;
    RenderSettingPointer m_setting;
    jinja::Sources m_because;
};

} // namespace waymark
