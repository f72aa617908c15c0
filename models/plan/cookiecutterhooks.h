#pragma once

#include "models/plan/cookiecutterfiles.h"

namespace waymark {

/// Whether the file `name` among the hooks is one that is rendered before it runs.
[[nodiscard]] bool isRenderedHook(const QByteArray &name);

/// The scripts in the folder `folder` that are the hook `hook` ("pre_prompt"): each with its path
/// and what it holds.
[[nodiscard]] QList<std::pair<QByteArray, QByteArray>> hookFiles(const TreePlaces &places,
                                                                 const QByteArray &folder,
                                                                 QByteArrayView hook);
/// That nothing says what runs the hook in `file`.
[[nodiscard]] Problem withoutInterpreter(const QString &file);

/// Adds to `rendering` the scripts that the template `settings` would have run: before its
/// questions, before its files are made, and after that, each with its text as it would be run. The
/// first can change the questions themselves: they run, or have run where `hasRunFirst`, before
/// there are any; those of a template inside of another cannot.
void addCookiecutterHooks(const CookiecutterSettings &settings, CookiecutterFiles &files,
                          bool hasRunFirst, Rendering &rendering);

} // namespace waymark
