#include "models/catalog/copieranswering.h"

#include "models/base/textcontext.h"
#include "models/catalog/copiercasts.h"
#include "models/catalog/textplace.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("Copier");

/// What no template prints by itself: a default that prints UNSET is none.
constexpr auto unset = u"\uE000copier-unset\uE001";

bool mentionsUnset(const Value &value)
{
    if (const List *list = value.toList())
        return std::ranges::any_of(*list, mentionsUnset);
    return value.textOr().contains(u"UNSET");
}

bool holdsUnset(const Value &value)
{
    if (const List *list = value.toList())
        return std::ranges::any_of(*list, holdsUnset);
    return value.textOr().contains(QString(unset));
}

std::unexpected<Error> refused(const QString &message)
{
    return failure({.code = u"answer.choice"_s, .message = message});
}

} // namespace

CopierAnswering::CopierAnswering(const CopierQuestion &question, const CopierTexts &texts,
                                 const jinja::TaggedValue &context,
                                 const jinja::RenderOptions &options)
    : m_question(question)
    , m_texts(texts)
    , m_context(context)
    , m_options(options)
{
    const auto type = m_texts.renderedText(question.type, context, options);
    static const QStringList known{u"str"_s,  u"int"_s,  u"float"_s, u"bool"_s,
                                   u"json"_s, u"yaml"_s, u"path"_s};
    if (!type) {
        m_fault = located(type.error(), u"type").error().problem;
        m_type = u"str"_s;
        return;
    }
    m_type = type->value.textOr();
    if (known.contains(m_type)) {
        readChoices();
        return;
    }
    m_fault = question.place.at(u"type").placed(
        {.code = u"template.type"_s,
         .message = translated("Copier has no type “%1”.").arg(m_type)});
    m_type = u"str"_s;
}

/// `error`, which is about a place in the text at `key`, at its place in the file.
std::unexpected<Error> CopierAnswering::located(const Error &error, QStringView key) const
{
    const CopierPlace place = m_question.place.at(key);
    if (!error.problem.position)
        return failure(place.placed(error.problem));
    const SourcePosition inner = *error.problem.position;
    return failure(
        place.document.placed(error.problem, placeInText(place.document, place.node, inner)));
}

Result<CopierRendered> CopierAnswering::rendered(const Value &value) const
{
    return m_texts.rendered(value, m_context, m_options);
}

void CopierAnswering::readChoices()
{
    Value choices = m_question.choices.value_or(Value());
    if (choices.toText()) {
        const auto text = rendered(choices);
        const auto parsed = text ? copierYaml(text->value.textOr())
                                 : Result<Value>(std::unexpected(text.error()));
        if (!parsed) {
            m_fault = located(parsed.error(), u"choices").error().problem;
            return;
        }
        choices = *parsed;
    }
    const auto take = [this](const Result<CopierChoice> &read) {
        if (read)
            m_choices += *read;
        else if (!m_fault)
            m_fault = located(read.error(), u"choices").error().problem;
    };
    if (const Map *map = choices.toMap()) {
        for (const Map::Entry &entry : *map)
            take(choice(entry.key, entry.value, true));
    }
    const List noItems;
    for (const Value &item : choices.toList() ? *choices.toList() : noItems) {
        const List *pair = item.toList();
        if (!pair)
            take(choice(item, item, false));
        else if (pair->size() == 2)
            take(choice(pair->at(0), pair->at(1), true));
        else
            take(refused(translated("A choice is a value, or a list of a title and a value.")));
    }
}

Result<CopierChoice> CopierAnswering::choice(const Value &title, const Value &value,
                                             bool isPair) const
{
    const auto shown = rendered(title);
    if (!shown)
        return std::unexpected(shown.error());
    CopierChoice choice{.title = pythonText(shown->value), .value = value};
    const Map *details = isPair ? value.toMap() : nullptr;
    if (details) {
        const Value *inside = details->find(u"value");
        if (!inside)
            return refused(translated("The choice “%1” has no “value”.").arg(choice.title));
        choice.value = *inside;
        const auto refusal = rendered(details->value(u"validator"));
        if (!refusal)
            return std::unexpected(refusal.error());
        choice.refusal = refusal->value.textOr();
    }
    const auto made = rendered(choice.value);
    if (!made)
        return std::unexpected(made.error());
    const auto typed = cast(made->value.isNull() ? Value(choice.title) : made->value);
    if (!typed)
        return std::unexpected(typed.error());
    choice.value = *typed;
    return choice;
}

Result<Value> CopierAnswering::cast(const Value &answer) const
{
    const List *list = m_question.multiselect ? answer.toList() : nullptr;
    if (!list)
        return copierCast(m_type, answer);
    List items;
    for (const Value &item : *list) {
        const auto one = copierCast(m_type, item);
        if (!one)
            return one;
        items += *one;
    }
    return Value(items);
}

Result<jinja::Truth> CopierAnswering::isAsked() const
{
    const auto when = rendered(m_question.when);
    if (!when)
        return located(when.error(), u"when");
    return jinja::Truth{.isTrue = copierBool(when->value), .sources = when->sources};
}

Result<std::optional<CopierRendered>> CopierAnswering::usualAnswer(const Value &usual) const
{
    jinja::TaggedValue context = m_context;
    const bool mayBeUnset = mentionsUnset(usual);
    if (mayBeUnset)
        context.insert(u"UNSET"_s, Value(QString(unset)));
    const auto text = m_texts.rendered(usual, context, m_options);
    if (!text)
        return located(text.error(), u"default");
    if (mayBeUnset && holdsUnset(text->value))
        return std::optional<CopierRendered>();
    const auto answer = parsed(text->value);
    if (!answer)
        return located(answer.error(), u"default");
    return CopierRendered{.value = *answer, .sources = text->sources};
}

Result<Value> CopierAnswering::parsed(const Value &given) const
{
    if (!m_question.multiselect)
        return parsedOne(given);
    const QString *text = given.toText();
    const auto items = text ? copierYamlList(*text)
        : given.toList()    ? Result<List>(*given.toList())
                            : Result<List>(refused(u"it has to be a list"_s));
    if (!items)
        return std::unexpected(items.error());
    List wanted;
    for (const Value &item : *items) {
        const auto one = parsedOne(item);
        if (!one)
            return one;
        wanted += *one;
    }
    List chosen; // in the order of the choices
    for (const CopierChoice &choice : m_choices) {
        const auto isChosen = [&](const Value &item) { return pythonEqual(item, choice.value); };
        if (std::ranges::any_of(wanted, isChosen))
            chosen += choice.value;
    }
    return Value(chosen);
}

Result<Value> CopierAnswering::parsedOne(const Value &answer) const
{
    auto typed = cast(answer);
    if (!typed || m_choices.isEmpty())
        return typed;
    QString refusal;
    List allowed;
    for (const CopierChoice &choice : m_choices) {
        const bool isMeant = pythonEqual(*typed, choice.value);
        if (isMeant && choice.refusal.isEmpty())
            return typed;
        if (isMeant && refusal.isEmpty())
            refusal = choice.refusal;
        if (choice.refusal.isEmpty())
            allowed += choice.value;
    }
    if (!refusal.isEmpty())
        return refused(refusal);
    return refused(u"%1 is not in %2"_s.arg(pythonRepr(*typed), pythonRepr(allowed)));
}

Result<> CopierAnswering::validated(const Value &answer) const
{
    if (m_question.validator.isEmpty())
        return {};
    jinja::TaggedValue context = m_context;
    context.insert(m_question.name, answer);
    const auto said = m_texts.renderedText(m_question.validator, context, m_options);
    if (!said)
        return located(said.error(), u"validator");
    const QString message = said->value.textOr().trimmed();
    if (message.isEmpty())
        return {};
    return failure({.code = u"answer.not-allowed"_s, .message = message});
}

QString CopierAnswering::shownText(const QString &text) const
{
    const auto shown = m_texts.renderedText(text, m_context, m_options);
    return shown ? shown->value.textOr() : text;
}

bool CopierAnswering::isMultiline() const
{
    if (m_question.multiline.isNull())
        return m_type == u"json" || m_type == u"yaml";
    const auto is = rendered(m_question.multiline);
    return is && copierBool(is->value);
}

} // namespace waymark
