#include "models/plan/rendermemory.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

/// Whether both make the same of the same answers: whatever a template is read from is in its tree.
bool areAlike(const LoadedTemplate &a, const LoadedTemplate &b)
{
    const auto delimiters = [](const LoadedTemplate &loaded) {
        const auto &sidecar = loaded.entry.definition.sidecar;
        return sidecar ? sidecar->delimiters : QList<Sidecar::Delimiters>();
    };
    return a.entry.definition.file == b.entry.definition.file && a.tree.files() == b.tree.files()
        && a.tree.emptyFolders() == b.tree.emptyFolders() && delimiters(a) == delimiters(b);
}

bool areEqual(const jinja::Limits &a, const jinja::Limits &b)
{
    return a.steps == b.steps && a.depth == b.depth && a.output == b.output && a.items == b.items
        && a.time == b.time;
}

} // namespace

void RenderMemory::begin(const LoadedTemplate &loaded, const RenderRequest &request)
{
    const QStringList &secretNames = request.form.schema().secretNames();
    if (!m_loaded || !areAlike(*m_loaded, loaded) || !areEqual(m_limits, request.limits)
        || m_secretNames != secretNames) {
        m_texts.clear();
        m_jinjaTexts.clear();
        m_folders.clear();
    }
    m_loaded = loaded;
    m_limits = request.limits;
    m_secretNames = secretNames;
    m_changes.forget();
    m_renderedAgain.clear();
    ++m_run;
}

void RenderMemory::end()
{
    const auto isUnused = [this](const auto &entry) { return entry.second.lastUse != m_run; };
    std::erase_if(m_texts, isUnused);
    std::erase_if(m_jinjaTexts, isUnused);
    std::erase_if(m_folders, isUnused);
    m_changes.forget();
}

bool RenderMemory::isSettled(const Problem &problem) const
{
    return problem.code != u"template.cancelled"_s
        && !(m_limits.time && problem.code == u"template.limit"_s);
}

bool RenderMemory::isSettled(const RenderedName &name) const
{
    return std::ranges::all_of(name.problems,
                               [this](const Problem &problem) { return isSettled(problem); });
}

KnownJinjaText &RenderMemory::jinjaText(const QByteArray &key)
{
    KnownJinjaText &known = m_jinjaTexts[key];
    known.lastUse = m_run;
    return known;
}

FetchedFolder *RenderMemory::folder(const QString &step)
{
    const auto found = m_folders.find(step);
    if (found == m_folders.end())
        return nullptr;
    found->second.lastUse = m_run;
    return &found->second.folder;
}

FetchedFolder &RenderMemory::remember(const QString &step, FetchedFolder folder)
{
    const auto kept
        = m_folders.insert_or_assign(step, Folder{.folder = std::move(folder), .lastUse = m_run});
    return kept.first->second.folder;
}

} // namespace waymark
