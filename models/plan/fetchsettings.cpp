#include "models/plan/fetchsettings.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::TaggedValue;

jinja::Options optionsOf(const FetchInput &input)
{
    jinja::Options options = input.isCompatible ? jinja::Options::backstageCookiecutterCompat()
                                                : jinja::Options::backstageNunjucks();
    options.trimBlocks = input.trimsBlocks;
    options.lstripBlocks = input.stripsBlocks;
    return options;
}

jinja::Options withSigns(jinja::Options options, const Sidecar::Delimiters &given)
{
    const std::pair<QString &, QString> signs[]
        = {{options.delimiters.blockStart, given.block.start},
           {options.delimiters.blockEnd, given.block.end},
           {options.delimiters.variableStart, given.variable.start},
           {options.delimiters.variableEnd, given.variable.end},
           {options.delimiters.commentStart, given.comment.start},
           {options.delimiters.commentEnd, given.comment.end}};
    for (const auto &[sign, wanted] : signs) {
        if (!wanted.isEmpty())
            sign = wanted;
    }
    return options;
}

} // namespace

Result<FetchSettings> FetchSettings::of(const LoadedTemplate &loaded, const StepContext &context,
                                        const TemplateStep &step, const jinja::Truth &runs,
                                        const TaggedValue &input, const FetchSettings *earlier)
{
    const auto read = readFetchInput(step, input, QFile::encodeName(loaded.entry.path), context);
    if (!read)
        return std::unexpected(read.error());
    FetchSettings settings;
    if (earlier && earlier->m_input.readsLike(*read)) {
        settings = *earlier;
        settings.m_input = *read;
    } else {
        settings.m_input = *read;
        if (const auto taken = settings.takeReading(loaded, context, step); !taken)
            return std::unexpected(taken.error());
    }
    const TaggedValue values = read->values.isMap() ? read->values : TaggedValue::fromMap({});
    settings.m_setting = std::make_shared<const RenderSetting>(RenderSetting{
        .context
        = TaggedValue::fromMap({{read->isCompatible ? u"cookiecutter"_s : u"values"_s, values}}),
        .now = context.options().now,
        .seed = context.options().seed});
    settings.m_because = runs.sources.asControl().with(read->sources);
    return settings;
}

Result<> FetchSettings::takeReading(const LoadedTemplate &loaded, const StepContext &context,
                                    const TemplateStep &step)
{
    const auto at = [&](Problem problem, QStringView key) {
        const YamlNode *node = step.input.find(key);
        return failure(context.placed(std::move(problem), node ? *node : step.node));
    };
    if (const auto missing = missingFolder(loaded.tree, m_input.source))
        return at(*missing, u"url");
    const auto globs = GlobList::compile(m_input.copied);
    if (!globs)
        return at(globs.error().problem, u"copyWithoutTemplating");
    m_copied = *globs;
    m_language = jinja::Environment(optionsOf(m_input));
    return takeSigns(loaded.entry.definition);
}

Result<> FetchSettings::takeSigns(const Template &definition)
{
    if (!definition.sidecar)
        return {};
    for (const Sidecar::Delimiters &given : definition.sidecar->delimiters) {
        const auto files = GlobList::compile({given.glob});
        if (!files)
            return std::unexpected(files.error());
        m_signs += {*files,
                    given.isTemplate
                        ? std::optional(jinja::Environment(withSigns(optionsOf(m_input), given)))
                        : std::nullopt};
    }
    return {};
}

Precedence FetchSettings::precedence() const
{
    return {.isLater = m_input.replaces || m_input.isPlain,
            .isWanted = m_input.replaces,
            .because = m_input.replacesBecause};
}

Result<bool> FetchSettings::isCopied(const QByteArray &path) const
{
    return m_input.isPlain ? true : m_copied.matches(QString::fromUtf8(path));
}

bool FetchSettings::rendersName(const QByteArray &path) const
{
    return !m_input.isPlain && path.contains('{');
}

Result<const jinja::Environment *> FetchSettings::languageOf(const QByteArray &path) const
{
    for (const Signs &signs : m_signs) {
        const auto isMeant = signs.files.matches(QString::fromUtf8(path));
        if (!isMeant)
            return std::unexpected(isMeant.error());
        if (*isMeant)
            return signs.language ? &*signs.language : nullptr;
    }
    return &*m_language;
}

} // namespace waymark
