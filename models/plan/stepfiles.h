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
    /// Uses up what a step reads, for its entry `key`: looks at files, or at the parts of data, and
    /// bytes. An error there where the plan may take no more, or is not wanted any more.
    [[nodiscard]] Result<> look(qsizetype count, QStringView key) const;
    [[nodiscard]] Result<> takeBytes(qsizetype bytes, QStringView key) const;
    /// That the file that the step would make at its entry `key` is larger than one may be.
    [[nodiscard]] std::unexpected<Error> tooLarge(QStringView key) const;

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
    /// comes from. An error where a folder or a link is in the way, and where it is too large.
    [[nodiscard]] Result<> write(const QByteArray &path, const FileText &text,
                                 const jinja::Sources &pathSources, QStringView key) const;
    /// That the step would do something to the file at `path` with other answers to `sources`.
    void dependOn(const QByteArray &path, const jinja::Sources &sources) const;
    void remove(const QByteArray &path, const jinja::Sources &because) const;
    void removeFolder(const QByteArray &path, const jinja::Sources &because) const;
    void move(const QByteArray &from, const QByteArray &to,
              const jinja::Sources &pathSources) const;

    /// `path`, which comes from `sources`, as people may read it.
    [[nodiscard]] QByteArray shown(const QByteArray &path, const jinja::Sources &sources) const;

private:
    [[nodiscard]] Result<> goOn(QStringView key) const;
    [[nodiscard]] jinja::Sources because(const jinja::Sources &others) const
    {
        return m_run.runs.sources.asControl().with(others);
    }

    const StepRun &m_run;
    const ActionInput &m_input;
    Workspace &m_workspace;
};

} // namespace waymark
