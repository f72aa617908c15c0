#pragma once

#include "models/plan/diskwork.h"

namespace waymark {

/// Copies what the user wants in the git folder of each repository (git's init.templateDir, the
/// hooks above all) to ".git" below `folder`, as git init does: files, links and folders, none
/// whose name begins with a dot. Where there is no such folder, nothing is made.
[[nodiscard]] Result<> copyRepositoryTemplate(FileSystem &fileSystem, const Folder &folder);

/// Whether what is at `path` in `gitFolder` is what that template has there.
[[nodiscard]] bool isOfRepositoryTemplate(const Folder &gitFolder, const QByteArray &path);

/// The file at `path` of that template; empty where there is none.
[[nodiscard]] QByteArray repositoryTemplateFile(const QByteArray &path);

} // namespace waymark
