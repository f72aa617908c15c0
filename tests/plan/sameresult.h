#pragma once

#include "models/plan/planner.h"

namespace waymark::testing {

inline bool areSame(const jinja::Provenance &a, const jinja::Provenance &b)
{
    return a.templates == b.templates && a.answers == b.answers && a.stretches == b.stretches;
}

/// In what two files that were rendered differ; empty: in nothing.
inline QString difference(const RenderedFile &a, const RenderedFile &b)
{
    QStringList parts;
    const auto compare = [&parts](const char *name, bool isSame) {
        if (!isSame)
            parts += QString::fromLatin1(name);
    };
    compare("path", a.path == b.path);
    compare("mode", a.mode == b.mode);
    compare("content", a.content == b.content);
    compare("template", a.templatePath == b.templatePath);
    compare("provenance", areSame(a.provenance, b.provenance));
    compare("presence", a.presence == b.presence);
    compare("problems", a.problems == b.problems);
    compare("yields", a.yields == b.yields);
    return parts.isEmpty()
        ? QString()
        : QString::fromUtf8(a.path) + QStringLiteral(": ") + parts.join(QStringLiteral(", "));
}

inline QString difference(const QList<UndoneAction> &a, const QList<UndoneAction> &b)
{
    const auto areSame = [](const UndoneAction &x, const UndoneAction &y) {
        return x.step == y.step && x.action == y.action && x.reason == y.reason
            && x.place == y.place && x.isExpected == y.isExpected;
    };
    return std::ranges::equal(a, b, areSame) ? QString() : QStringLiteral("undone");
}

/// In what two renderings differ; empty: in nothing.
inline QString difference(const Rendering &a, const Rendering &b)
{
    if (a.files.size() != b.files.size())
        return QStringLiteral("%1 files, not %2").arg(a.files.size()).arg(b.files.size());
    for (qsizetype i = 0; i < a.files.size(); ++i) {
        if (const QString found = difference(a.files.at(i), b.files.at(i)); !found.isEmpty())
            return found;
    }
    const auto areSameLeftOut = [](const LeftOutFile &x, const LeftOutFile &y) {
        return x.path == y.path && x.templatePath == y.templatePath && x.because == y.because;
    };
    const auto areSameLinks = [](const OutputLink &x, const OutputLink &y) {
        return x.title == y.title && x.url == y.url && x.entity == y.entity;
    };
    QStringList parts;
    if (a.folders != b.folders)
        parts += QStringLiteral("folders");
    if (!std::ranges::equal(a.leftOut, b.leftOut, areSameLeftOut))
        parts += QStringLiteral("left out");
    if (a.shownPaths != b.shownPaths)
        parts += QStringLiteral("shown paths");
    if (!std::ranges::equal(a.links, b.links, areSameLinks) || a.texts != b.texts)
        parts += QStringLiteral("output");
    if (a.problems != b.problems)
        parts += QStringLiteral("problems");
    return parts.join(u' ') + difference(a.undone, b.undone);
}

/// In what two files of plans differ; empty: in nothing.
inline QString difference(const PlannedFile &a, const PlannedFile &b)
{
    const auto isRenderedSame = [&] {
        if (!a.rendered || !b.rendered)
            return a.rendered.has_value() == b.rendered.has_value();
        return a.rendered->mode == b.rendered->mode && a.rendered->content == b.rendered->content;
    };
    const bool isSame = a.change == b.change && a.templatePath == b.templatePath
        && areSame(a.provenance, b.provenance) && a.presence == b.presence && isRenderedSame()
        && a.dependsOnSecret == b.dependsOnSecret && a.isSecretAccepted == b.isSecretAccepted;
    return isSame ? QString() : QStringLiteral("planned ") + QString::fromUtf8(a.change.path);
}

/// In what two plans differ; empty: in nothing.
inline QString difference(const Plan &a, const Plan &b)
{
    if (a.files.size() != b.files.size())
        return QStringLiteral("%1 planned, not %2").arg(a.files.size()).arg(b.files.size());
    for (qsizetype i = 0; i < a.files.size(); ++i) {
        if (const QString found = difference(a.files.at(i), b.files.at(i)); !found.isEmpty())
            return found;
    }
    QStringList parts;
    const auto compare = [&parts](const char *name, bool isSame) {
        if (!isSame)
            parts += QString::fromLatin1(name);
    };
    compare("destination", a.destination == b.destination);
    compare("answers", a.answers == b.answers && a.secrets == b.secrets);
    compare("deviations", a.deviations == b.deviations);
    compare("folders", a.folders == b.folders && a.shownPaths == b.shownPaths);
    compare("problems of the plan", a.problems == b.problems);
    compare("commit", a.message == b.message && a.branch == b.branch && a.commits == b.commits);
    compare("hash", a.hash == b.hash);
    return parts.join(u' ') + difference(a.undone, b.undone);
}

} // namespace waymark::testing
