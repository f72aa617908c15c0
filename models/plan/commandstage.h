#pragma once

#include "models/catalog/templatetree.h"
#include "models/plan/rendering.h"
#include "models/plan/staging.h"

namespace waymark {

/// The scratch folder in which a template's commands run on the files that it makes: the service,
/// which they change, and beside it their scripts and what else they may read. Nobody else can
/// look into it. It goes with this value; one that a crash left goes with the next.
class CommandStage
{
public:
    /// In `stateFolder`. The service's folder, empty so far, is called as that of `destination`.
    [[nodiscard]] static Result<CommandStage> make(FileSystem &fileSystem,
                                                   const QString &stateFolder,
                                                   const QString &destination);
    CommandStage(CommandStage &&other) noexcept;
    CommandStage &operator=(CommandStage &&) = delete;
    ~CommandStage();

    /// Removes all of it, for one who wants to know whether that works. Nothing else can be done
    /// with it then.
    [[nodiscard]] Result<> remove();

    /// Of the service; absolute.
    [[nodiscard]] QString service() const;
    /// Of something beside it, by its name there; absolute.
    [[nodiscard]] QString beside(const QString &name) const;
    /// Puts the files and empty folders of `rendering` into the service's folder, in the place of
    /// files that are there already.
    [[nodiscard]] Result<> putFiles(const Rendering &rendering) const;
    /// Puts the file `path` beside the service; of folders, names with "/".
    [[nodiscard]] Result<> putBeside(const QByteArray &path, FileMode mode,
                                     const QByteArray &content) const;

    /// What is in the service's folder by now, without `.git`, links not followed. What is no file,
    /// folder or link, and what cannot be read, is among its problems.
    [[nodiscard]] Result<TemplateTree> contents() const;
    /// The `.git` in the service's folder and in those that `tree`, its contents, has.
    [[nodiscard]] Result<QByteArrayList> gitFolders(const TemplateTree &tree) const;

private:
    CommandStage(FileSystem &fileSystem, Staging staging, Folder folder, QByteArray name);

    FileSystem *m_fileSystem;
    std::optional<Staging> m_staging;
    Folder m_folder; // that holds all of it
    QByteArray m_name;
};

} // namespace waymark
