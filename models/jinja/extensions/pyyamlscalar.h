#pragma once

#include <QStringView>

namespace waymark::jinja {

/// How a text may be written, as Emitter.analyze_scalar() of PyYAML finds out.
struct ScalarAnalysis
{
    bool isEmpty = false;
    bool isMultiline = false;
    bool allowsFlowPlain = true;
    bool allowsBlockPlain = true;
    bool allowsSingleQuoted = true;
};

[[nodiscard]] ScalarAnalysis analyzedScalar(QStringView text, bool allowsUnicode);
/// Whether YAML 1.1 takes `text`, written plainly, for something else than a text.
[[nodiscard]] bool looksLikeOtherType(const QString &text);
[[nodiscard]] bool isYamlBreak(QChar c);

} // namespace waymark::jinja
