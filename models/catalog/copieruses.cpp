#include "models/catalog/copieruses.h"

#include "models/base/utf8.h"
#include "models/jinja/engine.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {

QList<Problem> unknownUses(const CopierSettings &settings, const TemplateTexts &texts)
{
    const bool isAllKnown
        = std::ranges::all_of(settings.language.extensions,
                              [](const QString &name) { return jinja::isKnownExtension(name); });
    if (isAllKnown || !texts.paths || !texts.files)
        return {};
    constexpr qsizetype mostProblems = 100;
    const jinja::Environment language(settings.language);
    const QByteArray suffix = settings.suffix.toUtf8();
    QList<Problem> problems;
    for (const QByteArray &path : texts.paths()) {
        const auto content = path.endsWith(suffix) ? texts.files(path) : std::nullopt;
        if (!content || !*content || problems.size() == mostProblems)
            continue;
        const auto text = decodeUtf8(**content);
        const auto compiled = text
            ? std::optional(language.compile(*text, settings.folder + u'/' + displayed(path)))
            : std::nullopt;
        if (compiled && !*compiled)
            problems += compiled->error().problem;
    }
    return problems;
}

} // namespace waymark
