#pragma once

#include "models/jinja/engine.h"

#include <QString>

/// What the tests of provenance share.
namespace tracing {

using waymark::Result;
using namespace waymark::jinja;

[[nodiscard]] inline Result<Rendered> rendered(Language language, const QString &source,
                                               const TaggedValue &context)
{
    Options options;
    options.language = language;
    options.extensions
        = {QStringLiteral("jinja2.ext.do"), QStringLiteral("jinja2.ext.loopcontrols")};
    const auto compiled = Environment(options).compile(source, QStringLiteral("t"));
    if (!compiled)
        return std::unexpected(compiled.error());
    return render(*compiled, context);
}

/// The output, with the answers of each stretch behind it: data as [a], control as (a), an empty
/// stretch that names something as <>. Neighbours that name the same are one.
[[nodiscard]] inline QString traced(Language language, const QString &source,
                                    const TaggedValue &context)
{
    const auto result = rendered(language, source, context);
    if (!result)
        return result.error().toString();
    QString text;
    QString pending;
    Sources last;
    const auto flush = [&](bool isEmpty) {
        if (last.isEmpty() && !isEmpty)
            text += pending;
        else if (!last.isEmpty())
            text += isEmpty ? QStringLiteral("<>") : pending;
        if (!last.data.isEmpty())
            text += u'[' + last.data.join(u',') + u']';
        if (!last.control.isEmpty())
            text += u'(' + last.control.join(u',') + u')';
        pending.clear();
    };
    for (const Stretch &stretch : result->provenance.stretches) {
        const Sources &sources = result->provenance.answers[stretch.answers];
        const QString part
            = QString::fromUtf8(result->bytes.mid(stretch.start, stretch.end - stretch.start));
        const bool isMore = !pending.isEmpty() && sources == last && !part.isEmpty();
        if (!isMore && !pending.isEmpty())
            flush(false);
        last = sources;
        pending += part;
        if (part.isEmpty())
            flush(true);
    }
    if (!pending.isEmpty())
        flush(false);
    return text;
}

} // namespace tracing
