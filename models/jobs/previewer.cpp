#include "models/jobs/previewer.h"

#include "models/catalog/standins.h"
#include "models/plan/unstorable.h"

#include <QSet>

#include <algorithm>

namespace waymark {
namespace {

PlanRequest planRequestOf(const PreviewRequest &request, const std::stop_token &stop)
{
    return {.loaded = *request.loaded,
            .identity = request.identity,
            .render = atItsOccasion({.form = request.form,
                                     .now = request.now,
                                     .seed = request.seed,
                                     .destination = request.destination.path,
                                     .limits = request.limits,
                                     .stop = stop}),
            .wishes = request.wishes};
}

/// Files of `rendering` that any of `answers` has a part in.
QByteArrayList filesOf(const Rendering &rendering, const QStringList &answers)
{
    QByteArrayList paths;
    if (answers.isEmpty())
        return paths;
    for (const RenderedFile &file : rendering.files) {
        const jinja::Sources sources = file.provenance.all().with(file.presence);
        if (std::ranges::any_of(answers, [&](const QString &name) { return sources.names(name); }))
            paths += file.path;
    }
    return paths;
}

/// Which of `standIns` were written into each file of `rendering`, or decided on its path or on its
/// being there.
QMap<QByteArray, QStringList> notFinal(const Rendering &rendering, const QStringList &standIns)
{
    QMap<QByteArray, QStringList> files;
    if (standIns.isEmpty())
        return files;
    for (const RenderedFile &file : rendering.files) {
        const QStringList written = file.provenance.all().data;
        for (const QString &name : standIns) {
            if (written.contains(name) || file.presence.names(name))
                files[file.path] += name;
        }
    }
    return files;
}

/// Why the template as a whole did not come to its end, if so.
std::optional<Problem> failureOf(const Rendering &rendering)
{
    const auto error = std::ranges::find(rendering.problems, Severity::Error, &Problem::severity);
    return error == rendering.problems.end() ? std::nullopt : std::optional(*error);
}

/// Of the files that are made, and of those that are left out for a reason.
QSet<QByteArray> pathsOf(const Rendering &rendering)
{
    QSet<QByteArray> paths;
    for (const RenderedFile &file : rendering.files)
        paths += file.path;
    for (const LeftOutFile &file : rendering.leftOut)
        paths += file.path;
    return paths;
}

} // namespace

std::optional<Preview> Previewer::preview(const PreviewRequest &request,
                                          const std::stop_token &stop)
{
    const PlanRequest planned = planRequestOf(request, stop);
    RenderRequest shown = planned.render;
    Preview preview;
    if (auto standIns = withStandIns(shown.form)) {
        shown.form = std::move(standIns->form);
        preview.standIns = std::move(standIns->names);
    }
    preview.rendering = render(planned.loaded, shown, m_renders);
    if (stop.stop_requested())
        return std::nullopt;
    preview.renderedAgain = m_renders.renderedAgain();
    preview.held = filesOf(preview.rendering, request.heldAnswers);
    preview.notFinal = notFinal(preview.rendering, preview.standIns);
    takeEarlier(request, preview);
    if (const auto looked = look(request, preview.rendering); looked)
        preview.plan = makePlan(planned, preview.rendering, m_seen, m_plans);
    else
        preview.unseen = looked.error().problem;
    return stop.stop_requested() ? std::nullopt : std::optional(std::move(preview));
}

/// Reads what stands at those paths of `rendering` that were not looked at before.
Result<> Previewer::look(const PreviewRequest &request, const Rendering &rendering)
{
    if (m_asked != request.destination || m_look != request.look) {
        m_asked = request.destination;
        m_look = request.look;
        m_seen = request.destination;
        m_stored.clear();
    }
    QByteArrayList paths;
    if (!m_seen.entries.contains(recordPath.toByteArray()))
        paths += recordPath.toByteArray();
    if (!rendering.ownRecord.isEmpty() && !m_seen.entries.contains(rendering.ownRecord))
        paths += rendering.ownRecord;
    for (const RenderedFile &file : rendering.files) {
        if (!m_seen.entries.contains(file.path) && !m_plans.checkedPath(file.path))
            paths += file.path;
    }
    auto seen = paths.isEmpty() ? Result<DestinationSnapshot>(m_seen) : observed(m_seen, paths);
    if (!seen)
        return std::unexpected(seen.error());
    m_seen = *std::move(seen);
    return lookAtStorage(request, rendering);
}

/// Whether git can store what `rendering` makes, where that is not known already.
Result<> Previewer::lookAtStorage(const PreviewRequest &request, const Rendering &rendering)
{
    const QList<git::File> files = filesToStore(rendering);
    if (!request.wishes.commit || m_stored == files)
        return {};
    auto seen = withUnstorable(m_seen, files);
    if (!seen)
        return std::unexpected(seen.error());
    m_seen = *std::move(seen);
    m_stored = files;
    return {};
}

/// Fills in what files held that have a problem, or that a problem of the template keeps from being
/// made.
void Previewer::takeEarlier(const PreviewRequest &request, Preview &preview)
{
    if (m_loaded != request.loaded)
        m_good.clear();
    m_loaded = request.loaded;
    const QSet<QByteArray> again(preview.renderedAgain.cbegin(), preview.renderedAgain.cend());
    for (const RenderedFile &file : std::as_const(preview.rendering.files)) {
        const auto good = m_good.constFind(file.path);
        if (!file.problems.isEmpty() && good != m_good.cend())
            preview.earlier.insert(file.path, {*good, file.problems.first()});
        else if (file.problems.isEmpty() && (good == m_good.cend() || again.contains(file.path)))
            m_good.insert(file.path, file);
    }
    if (m_good.size() == preview.rendering.files.size())
        return;
    const QSet<QByteArray> there = pathsOf(preview.rendering);
    const auto failure = failureOf(preview.rendering);
    m_good.removeIf([&](QHash<QByteArray, RenderedFile>::iterator good) {
        if (failure && !there.contains(good.key()))
            preview.earlier.insert(good.key(), {good.value(), *failure});
        return !failure && !there.contains(good.key());
    });
}

} // namespace waymark
