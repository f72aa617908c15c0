#pragma once

#include "models/base/utf8.h"
#include "models/plan/rendering.h"

namespace waymark::testing {

/// The file at `path`, or an empty one that is called "missing".
inline RenderedFile fileOf(const Rendering &rendering, const QByteArray &path)
{
    for (const RenderedFile &file : rendering.files) {
        if (file.path == path)
            return file;
    }
    return {.path = "missing"};
}

/// "path=content" of every file, with its problems where there are some.
inline QStringList picture(const Rendering &rendering)
{
    QStringList lines;
    for (const RenderedFile &file : rendering.files) {
        QString line = QString::fromUtf8(file.path) + u'=' + displayed(file.content);
        for (const Problem &problem : file.problems)
            line += QStringLiteral(" !") + problem.headline();
        lines += line;
    }
    return lines;
}

/// "path: a b" of every file that is left out, with the answers that could bring it.
inline QStringList leftOut(const Rendering &rendering)
{
    QStringList lines;
    for (const LeftOutFile &file : rendering.leftOut)
        lines += QString::fromUtf8(file.path) + QStringLiteral(": ")
            + (file.because.data + file.because.control).join(u' ');
    return lines;
}

/// The headlines of the problems of the template as a whole.
inline QStringList problemsOf(const Rendering &rendering)
{
    QStringList lines;
    for (const Problem &problem : rendering.problems)
        lines += problem.headline();
    return lines;
}

} // namespace waymark::testing
