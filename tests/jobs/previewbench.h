#pragma once

#include "models/git/library.h"
#include "models/jobs/preview.h"
#include "tests/plan/smalltemplate.h"

namespace waymark::testing {

/// A request for a preview of a template that is nowhere but in memory, to a folder that is not
/// there.
inline PreviewRequest previewRequest(const std::shared_ptr<const LoadedTemplate> &loaded,
                                     const QByteArray &answers)
{
    const RenderRequest render = SmallTemplate::request(*loaded, answers);
    PreviewRequest request{.loaded = loaded,
                           .identity = {.name = QStringLiteral("small"),
                                        .tree = "fedcba9876543210fedcba9876543210fedcba98"},
                           .form = render.form};
    request.destination.path = QStringLiteral("/srv/nowhere/orders");
    request.destination.existing = QStringLiteral("/srv");
    request.destination.defaultBranch = QStringLiteral("main");
    request.now = render.now;
    request.seed = render.seed;
    return request;
}

inline std::shared_ptr<const LoadedTemplate> shared(const SmallTemplate &made)
{
    return std::make_shared<const LoadedTemplate>(made.loaded());
}

/// "path: class" of every file but the record.
inline QStringList classes(const Preview &preview)
{
    QStringList lines;
    for (const PlannedFile &file : preview.plan.files) {
        if (file.change.path != recordPath)
            lines += QString::fromUtf8(file.change.path) + QStringLiteral(": ")
                + changeClassName(file.change.kind);
    }
    return lines;
}

} // namespace waymark::testing
