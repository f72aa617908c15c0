#include "models/plan/planmemory.h"

#include "models/plan/pathrules.h"

namespace waymark {
namespace {

bool areEqual(const jinja::Provenance &a, const jinja::Provenance &b)
{
    return a.templates == b.templates && a.answers == b.answers && a.stretches == b.stretches;
}

bool areEqual(const RenderedFile &a, const RenderedFile &b)
{
    return a.path == b.path && a.mode == b.mode && isSameContent(a.content, b.content)
        && a.templatePath == b.templatePath && areEqual(a.provenance, b.provenance)
        && a.presence == b.presence && a.problems == b.problems;
}

} // namespace

void PlanMemory::begin(const PlanRequest &request)
{
    const QStringList &secretNames = request.render.form.schema().secretNames();
    if (m_secretNames != secretNames)
        m_files.clear();
    m_secretNames = secretNames;
    m_files.turn();
    m_paths.turn();
    m_hashes.begin();
}

const PlanMemory::Planned *PlanMemory::find(const RenderedFile &file, const Circumstances &around)
{
    const File *known = m_files.find(file.path);
    return known && areEqual(known->rendered, file) && known->around == around ? &known->planned
                                                                               : nullptr;
}

void PlanMemory::insert(const RenderedFile &file, const Circumstances &around,
                        const Planned &planned)
{
    m_files.insert(file.path, {file, around, planned});
}

std::optional<Problem> PlanMemory::checkedPath(const QByteArray &path)
{
    if (const auto *known = m_paths.find(path))
        return *known;
    return m_paths.insert(path, checkPath(path));
}

QList<Problem> PlanMemory::checkedPaths(const QByteArrayList &paths, const QByteArrayList &folders)
{
    if (m_together.files != paths || m_together.folders != folders)
        m_together = {paths, folders, checkPaths(paths, folders)};
    return m_together.problems;
}

} // namespace waymark
