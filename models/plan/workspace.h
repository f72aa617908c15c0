#pragma once

#include "models/plan/planbudget.h"
#include "models/plan/rendering.h"

#include <QMap>
#include <QSet>

namespace waymark {

/// What a step does with a file whose path another has already.
struct Precedence
{
    bool isLater = false; ///< It takes the other's place.
    bool isWanted = false; ///< The template says so: there is nothing to tell.
    jinja::Sources because = {}; ///< What `isLater` depends on.
};

/// The folder that the steps of a template fill, one after the other. Of two files with one path
/// the first stays, unless the step of the later one replaces (`fetch:plain` always does): so
/// Backstage's actions do it.
class Workspace
{
public:
    Workspace() = default;
    explicit Workspace(const PlanBudget &budget)
        : m_budget(budget)
    {
    }

    /// What the files here use up: whoever adds to them asks whether it may go on.
    [[nodiscard]] PlanBudget &budget() { return m_budget; }
    [[nodiscard]] const PlanLimits &limits() const { return m_budget.limits(); }

    /// `file`, which the step `step` makes.
    void addFile(RenderedFile file, const Precedence &precedence, const QString &step);
    void addFolder(const QByteArray &path, const jinja::Sources &sources);
    /// A file that is not made, but could be.
    void leaveOut(const LeftOutFile &file, const Precedence &precedence);
    /// A problem of the template as a whole.
    void tell(const Problem &problem);
    /// How `path` is shown, where that differs.
    void show(const QByteArray &path, const QByteArray &shown);

    /// The file at `path`, or null. Valid until a file is added or taken out.
    [[nodiscard]] const RenderedFile *file(const QByteArray &path) const;
    [[nodiscard]] bool hasFolder(const QByteArray &path) const;
    /// Of all files; sorted.
    [[nodiscard]] QByteArrayList filePaths() const { return m_files.keys(); }
    /// Of all folders, those around files too; sorted.
    [[nodiscard]] QByteArrayList folderPaths() const;

    /// `file` in the place of what has its path.
    void write(RenderedFile file);
    /// That the file at `path`, if there is one, is there as it is also depends on `because`.
    void dependOn(const QByteArray &path, const jinja::Sources &because);
    /// Takes out the file at `path`, which `because` brings about; the folders around it stay.
    void remove(const QByteArray &path, const jinja::Sources &because);
    /// Takes out the folder at `path` with all that is in it.
    void removeFolder(const QByteArray &path, const jinja::Sources &because);
    /// Moves the file or folder at `from`, with all in it, to `to`, which is not there and is shown
    /// as `shownTo`; the folders around `from` stay.
    void move(const QByteArray &from, const QByteArray &to, const QByteArray &shownTo,
              const jinja::Sources &because);

    /// Moves all of it into `rendering`.
    void collectInto(Rendering &rendering) const;

private:
    void tellOf(const RenderedFile &first, const RenderedFile &second, bool keepsFirst,
                const QString &step);
    [[nodiscard]] QByteArray shown(const QByteArray &path) const;
    void keepFoldersAround(const QByteArray &path);

    QMap<QByteArray, RenderedFile> m_files;
    QMap<QByteArray, jinja::Sources> m_folders; ///< All that were made, with or without files.
    QMap<QByteArray, LeftOutFile> m_leftOut;
    ShownPaths m_shownPaths;
    QList<Problem> m_problems;
    QSet<QString> m_told; ///< Those in `m_problems`, in words.
    PlanBudget m_budget;
};

} // namespace waymark
