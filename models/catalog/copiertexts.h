#pragma once

#include "models/catalog/copiersettings.h"
#include "models/jinja/engine.h"
#include "models/jinja/mentions.h"

#include <QHash>

#include <memory>

namespace waymark {

/// What rendering a value of `copier.yml` gave.
struct CopierRendered
{
    Value value = {};
    jinja::Sources sources = {}; ///< What all of it depends on.
};

/// Whether `text` is its own rendering.
[[nodiscard]] bool isPlainText(const QString &text, const jinja::Options &language);

/// The texts of a template's questions and settings, each compiled once.
class CopierTexts
{
public:
    /// Compiles the texts of all questions.
    explicit CopierTexts(const CopierSettings &settings);

    /// `value` with every text in it, and in its lists, rendered; maps stay as they are. An error
    /// is about the text itself, and has no place in a file.
    [[nodiscard]] Result<CopierRendered> rendered(const Value &value,
                                                  const jinja::TaggedValue &context,
                                                  const jinja::RenderOptions &options) const;
    /// The same of one text.
    [[nodiscard]] Result<CopierRendered> renderedText(const QString &text,
                                                      const jinja::TaggedValue &context,
                                                      const jinja::RenderOptions &options) const;
    /// Whether any text of the questions mentions `name`.
    [[nodiscard]] bool mention(const QString &name) const;
    /// What the texts of `question` mention.
    [[nodiscard]] jinja::Mentions mentionsOf(const CopierQuestion &question) const;
    [[nodiscard]] bool isPlain(const QString &text) const
    {
        return isPlainText(text, m_environment->options());
    }

private:
    void compile(const Value &value);
    void addMentions(const Value &value, jinja::Mentions &mentions) const;

    std::shared_ptr<const jinja::Environment> m_environment;
    QHash<QString, std::shared_ptr<const Result<jinja::Template>>> m_compiled;
};

} // namespace waymark
