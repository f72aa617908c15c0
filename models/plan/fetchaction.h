#pragma once

#include "models/plan/fetchinput.h"

#include <QMap>

namespace waymark {

/// The folder that the steps of a template fill, one after the other.
struct Workspace
{
    QMap<QByteArray, RenderedFile> files;
    QMap<QByteArray, jinja::Sources> folders; ///< All that were made, with or without files.
    QMap<QByteArray, LeftOutFile> leftOut;
    ShownPaths shownPaths; ///< Of all of them.
};

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
    struct Signs;
    struct Settings;
    struct Name;
    [[nodiscard]] Result<Settings> settings(const jinja::TaggedValue &input) const;
    [[nodiscard]] Result<QList<Signs>> signsOf(const jinja::Options &options) const;
    [[nodiscard]] Name outputName(const QByteArray &path, const Settings &settings,
                                  bool isRendered) const;
    [[nodiscard]] QByteArray placed(const Name &name, const Settings &settings,
                                    Workspace &workspace) const;
    void takeFile(const TemplateFile &file, const Settings &settings, Workspace &workspace) const;
    void takeFolder(const QByteArray &path, const Settings &settings, Workspace &workspace) const;
    void addFile(RenderedFile file, const Settings &settings, Workspace &workspace) const;
    void leaveOut(const LeftOutFile &file, const Settings &settings, Workspace &workspace) const;
    void renderContent(RenderedFile &file, const Settings &settings) const;
    [[nodiscard]] QString shown(const QByteArray &templatePath) const;

    const LoadedTemplate &m_loaded;
    const StepContext &m_context;
    const TemplateStep &m_step;
    const jinja::Truth m_runs;
};

} // namespace waymark
