#include "models/catalog/copiertexts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

/// What of `question` is a template, or holds some.
List textsOf(const CopierQuestion &question)
{
    return {question.type,
            question.help,
            question.validator,
            question.placeholder,
            question.defaultValue.value_or(Value()),
            question.choices.value_or(Value()),
            question.when,
            question.multiline};
}

} // namespace

bool isPlainText(const QString &text, const jinja::Options &language)
{
    const jinja::Delimiters &marks = language.delimiters;
    const auto has = [&](const QString &mark) { return !mark.isEmpty() && text.contains(mark); };
    if (has(marks.variableStart) || has(marks.blockStart) || has(marks.commentStart)
        || has(language.lineStatementPrefix) || has(language.lineCommentPrefix)
        || text.contains(u'\r'))
        return false;
    const bool keepsNewlines = language.newlineSequence == u"\n"
        && (language.keepTrailingNewline || !text.endsWith(u'\n'));
    return keepsNewlines || !text.contains(u'\n');
}

CopierTexts::CopierTexts(const CopierSettings &settings)
    : m_environment(std::make_shared<const jinja::Environment>(settings.language))
{
    for (const CopierQuestion &question : settings.questions)
        compile(textsOf(question));
    compile(settings.answersFile);
}

void CopierTexts::compile(const Value &value)
{
    if (const List *list = value.toList())
        std::ranges::for_each(*list, [this](const Value &item) { compile(item); });
    if (const Map *map = value.toMap()) {
        for (const Map::Entry &entry : *map) {
            compile(entry.key);
            compile(entry.value);
        }
    }
    const QString *text = value.toText();
    if (text && !isPlain(*text) && !m_compiled.contains(*text)) {
        m_compiled.insert(
            *text,
            std::make_shared<const Result<jinja::Template>>(m_environment->compile(*text, {})));
    }
}

jinja::Mentions CopierTexts::mentionsOf(const CopierQuestion &question) const
{
    jinja::Mentions mentions;
    addMentions(textsOf(question), mentions);
    return mentions;
}

void CopierTexts::addMentions(const Value &value, jinja::Mentions &mentions) const
{
    const QString *text = value.toText();
    if (text && !isPlain(*text))
        mentions.add(jinja::mentionsIn(*text, m_environment->options()));
    if (const List *list = value.toList()) {
        for (const Value &item : *list)
            addMentions(item, mentions);
    }
    if (const Map *map = value.toMap()) {
        for (const Map::Entry &entry : *map) {
            addMentions(entry.key, mentions);
            addMentions(entry.value, mentions);
        }
    }
}

bool CopierTexts::mention(const QString &name) const
{
    return std::ranges::any_of(m_compiled.keys(),
                               [&](const QString &text) { return text.contains(name); });
}

Result<CopierRendered> CopierTexts::renderedText(const QString &text,
                                                 const jinja::TaggedValue &context,
                                                 const jinja::RenderOptions &options) const
{
    if (isPlain(text))
        return CopierRendered{.value = text};
    const auto known = m_compiled.value(text);
    const auto compiled = known ? *known : m_environment->compile(text, {});
    if (!compiled)
        return std::unexpected(compiled.error());
    const auto output = jinja::render(*compiled, context, options);
    if (!output)
        return std::unexpected(output.error());
    return CopierRendered{.value = QString::fromUtf8(output->bytes),
                          .sources = output->provenance.all()};
}

Result<CopierRendered> CopierTexts::rendered(const Value &value, const jinja::TaggedValue &context,
                                             const jinja::RenderOptions &options) const
{
    if (const QString *text = value.toText())
        return renderedText(*text, context, options);
    const List *list = value.toList();
    if (!list)
        return CopierRendered{.value = value};
    List items;
    jinja::Sources sources;
    for (const Value &item : *list) {
        const auto one = rendered(item, context, options);
        if (!one)
            return one;
        items += one->value;
        sources = sources.with(one->sources);
    }
    return CopierRendered{.value = items, .sources = sources};
}

} // namespace waymark
