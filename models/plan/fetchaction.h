#pragma once

#include "models/plan/fetchedfolder.h"

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

    /// How problems name the file at `templatePath` of the template.
    [[nodiscard]] static QString shownPath(const LoadedTemplate &loaded,
                                           const QByteArray &templatePath);

private:
    using NamePart = FetchedFile::Part<RenderedName>;
    [[nodiscard]] Result<FetchedFolder *> prepared(const jinja::TaggedValue &input) const;
    [[nodiscard]] RenderedName nameOf(FetchedFile &file, const FetchSettings &settings,
                                      Workspace &workspace) const;
    /// What `name` as it is written in `file` becomes.
    [[nodiscard]] RenderedName outputName(NamePart &part, const FetchedFile &file,
                                          const QByteArray &name, const FetchSettings &settings,
                                          Workspace &workspace) const;
    [[nodiscard]] RenderedName rendered(NamePart &part, const QByteArray &name,
                                        const FetchSettings &settings) const;
    [[nodiscard]] static QByteArray placed(const RenderedName &name, const FetchSettings &settings,
                                           Workspace &workspace);
    void takeFile(FetchedFile &file, const FetchSettings &settings, Workspace &workspace) const;
    void leaveOut(FetchedFile &file, const RenderedName &name, const FetchSettings &settings,
                  Workspace &workspace) const;
    void takeFolder(FetchedFile &folder, const FetchSettings &settings, Workspace &workspace) const;
    void renderContent(RenderedFile &made, FetchedFile &file, const FetchSettings &settings,
                       Workspace &workspace) const;
    [[nodiscard]] Result<jinja::Rendered> content(FetchedFile &file, const QByteArray &path,
                                                  const FetchSettings &settings) const;
    /// Compiles what `part` is a template of, once.
    template<typename T>
    void compile(FetchedFile::Part<T> &part, const jinja::Environment &language,
                 const QByteArray &source, const QByteArray &templatePath) const;
    [[nodiscard]] QString shown(const QByteArray &templatePath) const
    {
        return shownPath(m_loaded, templatePath);
    }
    void tellOfOldKeys(Workspace &workspace) const;

    const LoadedTemplate &m_loaded;
    const StepContext &m_context;
    const TemplateStep &m_step;
    const jinja::Truth m_runs;
};

} // namespace waymark
