#pragma once

#include "models/base/problem.h"

#include <QByteArrayList>
#include <QString>

#include <optional>

namespace waymark {

struct Template;

/// Whether `url` has a scheme, and so names something on a server, as JavaScript's URL sees it.
[[nodiscard]] bool isAbsoluteUrl(const QString &url);

/// Where the relative `url` of a step leads, from the template's folder at `path` of its source
/// ("" is the source's own): "skeleton", "" (the template's folder) or "../parts". Backstage
/// resolves it against the address of the template. Nothing where it leads out of the source, or
/// into git's own folder.
[[nodiscard]] std::optional<QByteArray> fetchPlace(const QString &url, const QByteArray &path);

/// Whether the relative `url` leads into a ".git", in whatever letter case, from the template's
/// folder at `path` of its source.
[[nodiscard]] bool leadsIntoGit(const QString &url, const QByteArray &path);

/// "Did you mean “fetch:plain”?" of an action that looks like one that fetches and is none; else
/// empty.
[[nodiscard]] QString meantFetch(const QString &action);

/// The problems of steps of `definition`, in the folder `folder` at `path` of its source, that
/// fetch what is not there: a folder or file that no answer decides.
[[nodiscard]] QList<Problem> missingFolders(const Template &definition, const QString &folder,
                                            const QByteArray &path);

/// The folders outside of the template's, which is at `path` of its source, that the steps of
/// `definition` fetch, as paths in the source; sorted, and none in another. What an answer decides
/// is not known beforehand: of "../parts/${{ … }}" it is all of "parts", and of "${{ … }}" what the
/// form offers for it.
[[nodiscard]] QByteArrayList foldersToFetch(const Template &definition, const QByteArray &path);

/// The files outside of the template's folder, and of those of foldersToFetch(), that its steps
/// fetch one by one, as paths in the source.
[[nodiscard]] QByteArrayList filesToFetch(const Template &definition, const QByteArray &path);

/// Whether some step or placeholder of `definition` reads what is outside of the source, at whose
/// `path` it is.
[[nodiscard]] bool fetchesOutside(const Template &definition, const QByteArray &path);

/// `path` from `folder`, both below the same one, without "." and ".." inside: "a" and "../b" are
/// "b".
[[nodiscard]] QByteArray joinedPath(const QByteArray &folder, const QByteArray &path);

/// The path that leads from `folder` to `place`, both below the same one: from "a/b" to "a/c" it is
/// "../c", to itself "".
[[nodiscard]] QByteArray pathFrom(const QByteArray &folder, const QByteArray &place);

} // namespace waymark
