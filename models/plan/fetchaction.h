#pragma once

#include "models/plan/fetchsettings.h"

namespace waymark {

/// Runs one `fetch:template` or `fetch:plain` of a template, as the actions of Backstage's
/// scaffolder do.
class FetchAction
{
public:
    /// `runs`: whether the step does, and what that depends on. One that does not notes its files
    /// as left out.
    FetchAction(const LoadedTemplate &loaded, const StepContext &context, const TemplateStep &step,
                const jinja::Truth &runs);

    /// An error where the step as a whole cannot be done; one in a file is that file's problem.
    [[nodiscard]] Result<> run(const jinja::TaggedValue &input, Workspace &workspace) const;

private:
    struct Name;
    [[nodiscard]] Name outputName(const QByteArray &path, const FetchSettings &settings,
                                  bool isRendered) const;
    [[nodiscard]] QByteArray placed(const Name &name, const FetchSettings &settings,
                                    Workspace &workspace) const;
    void takeFile(const TemplateFile &file, const FetchSettings &settings,
                  Workspace &workspace) const;
    void leaveOut(const TemplateFile &file, const Name &name, const QByteArray &path,
                  const FetchSettings &settings, Workspace &workspace) const;
    void takeFolder(const QByteArray &path, const FetchSettings &settings,
                    Workspace &workspace) const;
    void renderContent(RenderedFile &file, const FetchSettings &settings) const;
    [[nodiscard]] QString shown(const QByteArray &templatePath) const;

    const LoadedTemplate &m_loaded;
    const StepContext &m_context;
    const TemplateStep &m_step;
    const jinja::Truth m_runs;
};

} // namespace waymark
