#pragma once

#include "models/plan/stepcontext.h"

#include <QMap>

namespace waymark {

/// The folder that the steps of a template fill, one after the other.
struct Workspace
{
    QMap<QByteArray, RenderedFile> files;
    QMap<QByteArray, jinja::Sources> folders; ///< All that were made, with or without files.
    QMap<QByteArray, LeftOutFile> leftOut;
};

/// Runs one `fetch:template` or `fetch:plain` of a template, as the actions of Backstage's
/// scaffolder do.
class FetchAction
{
public:
    /// `sources`: what the step itself depends on. `runs`: otherwise its files are noted as left
    /// out.
    FetchAction(const LoadedTemplate &loaded, const StepContext &context, const TemplateStep &step,
                const jinja::Sources &sources, bool runs);

    /// An error where the step as a whole cannot be done; one in a file is that file's problem.
    [[nodiscard]] Result<> run(const jinja::TaggedValue &input, Workspace &workspace) const;

private:
    struct Settings;
    struct Name;
    [[nodiscard]] Result<Settings> settings(const jinja::TaggedValue &input) const;
    [[nodiscard]] Result<QByteArray> folder(const jinja::TaggedValue &input) const;
    [[nodiscard]] Name outputName(const QByteArray &path, const Settings &settings,
                                  bool isRendered) const;
    void takeFile(const TemplateFile &file, const Settings &settings, Workspace &workspace) const;
    void takeFolder(const QByteArray &path, const Settings &settings, Workspace &workspace) const;
    void leaveOut(const QByteArray &templatePath, const Name &name, const jinja::Sources &because,
                  Workspace &workspace) const;
    void renderContent(RenderedFile &file, const Settings &settings) const;
    [[nodiscard]] std::unexpected<Error> wrong(const QString &message, const QString &hint,
                                               QStringView key) const;
    [[nodiscard]] QString shown(const QByteArray &templatePath) const;

    const LoadedTemplate &m_loaded;
    const StepContext &m_context;
    const TemplateStep &m_step;
    const jinja::Sources &m_sources;
    bool m_runs;
};

} // namespace waymark
