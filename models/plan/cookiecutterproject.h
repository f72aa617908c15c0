#pragma once

#include "models/plan/rendering.h"

#include <QMap>

namespace waymark {

/// The files and folders of a project while a Cookiecutter template makes it. Of two files with one
/// path the later one stays.
class CookiecutterProject
{
public:
    /// With those around it; false: it is there already.
    bool addFolder(const QByteArray &path, const jinja::Sources &sources);
    /// Takes the folder at `path` away, with all that is in it.
    void removeBelow(const QByteArray &path);
    [[nodiscard]] bool hasFolder(const QByteArray &path) const { return m_folders.contains(path); }
    void addFile(RenderedFile file);
    void leaveOut(const LeftOutFile &file);
    /// A problem of the template as a whole.
    void tell(const Problem &problem);

    /// Moves all of it into `rendering`.
    void collectInto(Rendering &rendering);

private:
    QMap<QByteArray, RenderedFile> m_files;
    QMap<QByteArray, jinja::Sources> m_folders = {{QByteArray(""), {}}};
    QMap<QByteArray, LeftOutFile> m_leftOut;
    QList<Problem> m_problems;
};

} // namespace waymark
