#include "models/plan/jinjatexts.h"

#include "models/jinja/analysis.h"

namespace waymark {

JinjaTexts::JinjaTexts(const jinja::TaggedValue &context, jinja::RenderOptions options,
                       RenderMemory &memory)
    : m_options(std::move(options))
    , m_memory(memory)
{
    setContext(context);
}

void JinjaTexts::setContext(const jinja::TaggedValue &context)
{
    m_setting = std::make_shared<const RenderSetting>(
        RenderSetting{.context = context, .now = m_options.now, .seed = m_options.seed});
}

Result<jinja::YieldingRender> JinjaTexts::rendered(const JinjaText &text,
                                                   const jinja::Environment &language,
                                                   const jinja::TaggedValue &extra)
{
    KnownJinjaText &known = m_memory.jinjaText(text.key);
    if (!known.mentions)
        known.mentions = allMentions(QString::fromUtf8(text.source), language);
    if (known.made && known.made->value.isRandom && known.salt != text.salt)
        known.made.reset();
    known.salt = text.salt;
    if (m_look)
        m_look(*known.mentions);
    const RenderSettingPointer setting = settingWith(extra);
    const KnownJinjaText::Made &current
        = m_memory.current(known.made, *known.mentions, setting,
                           [&] { return made(text, language, setting->context); });
    m_spent += current.steps;
    m_isRandom = m_isRandom || current.isRandom;
    return current.result;
}

RenderSettingPointer JinjaTexts::settingWith(const jinja::TaggedValue &extra) const
{
    if (extra.map().isEmpty())
        return m_setting;
    RenderSetting setting = *m_setting;
    for (const jinja::TaggedValue::Entry &entry : extra.map())
        setting.context.insert(entry.key, entry.value);
    return std::make_shared<const RenderSetting>(std::move(setting));
}

KnownJinjaText::Made JinjaTexts::made(const JinjaText &text, const jinja::Environment &language,
                                      const jinja::TaggedValue &context) const
{
    if (!text.path.isEmpty())
        m_memory.noteRendered(text.path);
    const auto compiled = language.compile(QByteArrayView(text.source), text.name);
    if (!compiled)
        return {.result = std::unexpected(compiled.error())};
    quint64 steps = 0;
    bool isRandom = false;
    jinja::RenderOptions options = m_options;
    options.spent = &steps;
    options.draws = &isRandom;
    if (!text.salt.isEmpty())
        options.seed += ':' + text.salt;
    auto result = jinja::renderYielding(*compiled, context, options);
    return {.result = std::move(result), .steps = steps, .isRandom = isRandom};
}

jinja::Mentions allMentions(const QString &source, const jinja::Environment &language)
{
    jinja::Mentions mentions = jinja::mentionsIn(source, language.options());
    const jinja::Loader &loader = language.options().loader;
    if (!mentions.hasOthers || !loader)
        return mentions;
    const jinja::Analysis analysis = jinja::analyze(source, {}, language);
    if (analysis.readsAnything || analysis.problem)
        return mentions;
    mentions.hasOthers = false;
    for (const jinja::TemplateUse &use : analysis.uses) {
        for (const QString &name : use.names) {
            const auto text = loader(name);
            if (!text || !*text)
                continue;
            jinja::Mentions inside
                = jinja::mentionsIn(QString::fromUtf8(**text), language.options());
            inside.hasOthers = false; // its own uses are among the analysis's
            mentions.add(inside);
        }
    }
    return mentions;
}

} // namespace waymark
