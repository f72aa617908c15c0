#include "models/plan/cookiecutterproject.h"

#include "models/base/textcontext.h"
#include "models/base/utf8.h"
#include "models/plan/folder.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("Cookiecutter");

} // namespace

bool CookiecutterProject::addFolder(const QByteArray &path, const jinja::Sources &sources)
{
    if (m_folders.contains(path))
        return false;
    for (QByteArray around = path; !m_folders.contains(around); around = parentOf(around))
        m_folders.insert(around, sources);
    return true;
}

void CookiecutterProject::removeBelow(const QByteArray &path)
{
    const QByteArray inside = path + '/';
    const auto isInside
        = [&](const auto &entry) { return entry.key() == path || entry.key().startsWith(inside); };
    m_files.removeIf(isInside);
    if (!path.isEmpty())
        m_folders.removeIf(isInside);
}

void CookiecutterProject::addFile(RenderedFile file)
{
    const QByteArray folder = parentOf(file.path);
    if (!m_folders.contains(folder))
        file.problems += Problem{
            .code = u"template.no-folder"_s,
            .message = translated("The template makes no folder “%1”, which this file is to be in, "
                                  "so Cookiecutter fails here.")
                           .arg(displayed(folder)),
            .file = displayed(file.path),
            .hint = translated("Make the folder a part of the template, or give other answers.")};
    const auto there = m_files.constFind(file.path);
    if (there != m_files.cend() && there->content != file.content)
        tell({.severity = Severity::Warning,
              .code = u"template.twice"_s,
              .message = translated("The template makes this file twice, of “%1” and of “%2”; it "
                                    "stays as the latter makes it.")
                             .arg(displayed(there->templatePath), displayed(file.templatePath)),
              .file = displayed(file.path),
              .hint = translated("Give answers that make other names, or rename one of the two.")});
    m_leftOut.remove(file.path);
    m_files[file.path] = std::move(file);
}

void CookiecutterProject::leaveOut(const LeftOutFile &file)
{
    if (!file.because.isEmpty() && !m_files.contains(file.path))
        m_leftOut.insert(file.path, file);
}

void CookiecutterProject::tell(const Problem &problem)
{
    if (!m_problems.contains(problem))
        m_problems += problem;
}

void CookiecutterProject::collectInto(Rendering &rendering)
{
    const QByteArrayList folders = m_folders.keys();
    for (const QByteArray &folder : folders) {
        const QByteArray inside = folder + '/';
        const auto file = m_files.lowerBound(inside);
        const auto inner = m_folders.lowerBound(inside);
        const bool hasFile = file != m_files.cend() && file.key().startsWith(inside);
        const bool hasFolder = inner != m_folders.cend() && inner.key().startsWith(inside);
        if (!folder.isEmpty() && !hasFile && !hasFolder)
            rendering.folders += folder;
    }
    rendering.files = m_files.values();
    rendering.leftOut = m_leftOut.values();
    rendering.problems += m_problems;
}

} // namespace waymark
