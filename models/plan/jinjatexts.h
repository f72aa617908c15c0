#pragma once

#include "models/plan/rendermemory.h"

#include <functional>

namespace waymark {

/// A text of a template that is written in Jinja2.
struct JinjaText
{
    /// Two texts with one key are the same, in the same language, and load the same others.
    QByteArray key;
    QByteArray source;
    QString name; ///< As errors and provenance call it.
    QByteArray salt = {}; ///< Each draws its own random numbers, whatever the others do.
    QByteArray path = {}; ///< Of the file whose content it is; empty: it is none.
};

/// Renders the texts of one template, each again only where something that is mentioned in it has
/// changed since the memory saw it last.
class JinjaTexts
{
public:
    /// `memory` outlives it. `context` is what the texts see.
    JinjaTexts(const jinja::TaggedValue &context, jinja::RenderOptions options,
               RenderMemory &memory);

    /// Called before each text is rendered, or stays as it is known, with what is mentioned in it.
    using Look = std::function<void(const jinja::Mentions &)>;
    void setLook(Look look) { m_look = std::move(look); }
    /// What the texts see from here on.
    void setContext(const jinja::TaggedValue &context);

    /// `extra` are variables beside those of the context.
    [[nodiscard]] Result<jinja::YieldingRender> rendered(const JinjaText &text,
                                                         const jinja::Environment &language,
                                                         const jinja::TaggedValue &extra = {});
    /// The steps of all texts so far, those that were not rendered again too.
    [[nodiscard]] quint64 spent() const { return m_spent; }
    /// Whether some text so far drew random numbers.
    [[nodiscard]] bool isRandom() const { return m_isRandom; }

private:
    [[nodiscard]] RenderSettingPointer settingWith(const jinja::TaggedValue &extra) const;
    [[nodiscard]] KnownJinjaText::Made made(const JinjaText &text,
                                            const jinja::Environment &language,
                                            const jinja::TaggedValue &context) const;

    const jinja::RenderOptions m_options;
    RenderMemory &m_memory;
    Look m_look;
    RenderSettingPointer m_setting;
    quint64 m_spent = 0;
    bool m_isRandom = false;
};

/// What `source` mentions, with the templates that it includes, imports or extends where it names
/// them.
[[nodiscard]] jinja::Mentions allMentions(const QString &source,
                                          const jinja::Environment &language);

} // namespace waymark
