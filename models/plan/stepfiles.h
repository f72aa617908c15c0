#pragma once

#include "models/plan/actioninput.h"
#include "models/plan/workspace.h"

namespace waymark {

/// One run of a step.
struct StepRun
{
    const LoadedTemplate &loaded;
    const StepContext &context;
    const TemplateStep &step;
    jinja::Truth runs; ///< Whether it does anything, and what that depends on.
};

/// Text of a file with what it depends on.
struct FileText
{
    QByteArray bytes = {};
    jinja::Provenance provenance = {};
};

/// What a step does to the files in the workspace. One that does not run changes nothing: it notes
/// what the answers that keep it from running could bring.
class StepFiles
{
public:
    StepFiles(const StepRun &run, const ActionInput &input, Workspace &workspace)
        : m_run(run)
        , m_input(input)
        , m_workspace(workspace)
    {
    }

    [[nodiscard]] const Workspace &workspace() const { return m_workspace; }
    /// The file at `path`; an error at the entry `key` of the step's input where there is none, or
    /// no text can be read from it.
    [[nodiscard]] Result<const RenderedFile *> read(const QByteArray &path, QStringView key) const;

    /// That the file at `path` does not hold what the step wants of it, for the reason of `error`.
    [[nodiscard]] std::unexpected<Error> unreadable(const QByteArray &path,
                                                    const Error &error) const;

    /// `bytes`, which come from `sources`, as a text that the step's entry `key` gives.
    [[nodiscard]] FileText text(const QByteArray &bytes, const jinja::Sources &sources,
                                QStringView key) const;
    /// `more`, given by the entry `key`, behind the content of `file`.
    [[nodiscard]] FileText appended(const RenderedFile &file, const FileText &more) const;

    /// Writes a file as Node does: one that is there keeps its mode. `pathSources`: what the path
    /// comes from. An error where a folder or a link is in the way.
    [[nodiscard]] Result<> write(const QByteArray &path, const FileText &text,
                                 const jinja::Sources &pathSources, QStringView key) const;
    void remove(const QByteArray &path, const jinja::Sources &because) const;
    void removeFolder(const QByteArray &path, const jinja::Sources &because) const;
    void move(const QByteArray &from, const QByteArray &to,
              const jinja::Sources &pathSources) const;

    /// `path`, which comes from `sources`, as people may read it.
    [[nodiscard]] QByteArray shown(const QByteArray &path, const jinja::Sources &sources) const;

private:
    [[nodiscard]] jinja::Sources because(const jinja::Sources &others) const
    {
        return m_run.runs.sources.asControl().with(others);
    }

    const StepRun &m_run;
    const ActionInput &m_input;
    Workspace &m_workspace;
};

} // namespace waymark
