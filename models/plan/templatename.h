#pragma once

#include <QByteArray>
#include <QString>

namespace waymark {

/// `path` without empty names and those that stand for the folder they are in: "a//./b/" is "a/b",
/// and so is "/a/b".
[[nodiscard]] QByteArray cleanPath(const QByteArray &path);

/// str(pathlib.PurePosixPath(path)): "a//./b" is "a/b", and what begins at the root still does.
[[nodiscard]] QByteArray purePath(const QByteArray &path);

/// `name` without the tags of statements: what a name that depends on conditions would most likely
/// be.
[[nodiscard]] QByteArray withoutStatements(QByteArray name);

/// How problems name the file at `templatePath` of the template in `folder`.
[[nodiscard]] QString shownTemplatePath(const QString &folder, const QByteArray &templatePath);

} // namespace waymark
