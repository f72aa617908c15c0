#include "models/catalog/cookiecuttervariables.h"

#include "models/base/textcontext.h"
#include "models/catalog/jsonvalues.h"
#include "models/catalog/violationwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("Cookiecutter");

/// What Python writes for a plain value.
QString shownChoice(const Value &value)
{
    if (const bool *truth = value.toBool())
        return *truth ? u"True"_s : u"False"_s;
    return value.isNull() ? u"None"_s : plainText(value);
}

Parameter::Type typeOf(const Value &raw)
{
    using enum Parameter::Type;
    if (raw.toList())
        return Choice;
    if (raw.toBool())
        return Boolean;
    const Map *map = raw.toMap();
    if (!map)
        return Text;
    const auto isText = [](const Map::Entry &entry) { return entry.value.toText() != nullptr; };
    return std::ranges::all_of(*map, isText) ? Mapping : Anything;
}

/// The words in `__prompts__` for a question and its choices.
void takePrompts(const Value &prompt, Parameter &parameter)
{
    const Map *map = prompt.toMap();
    const QString title = map ? map->value(u"__prompt__").textOr() : prompt.textOr();
    if (!title.isEmpty())
        parameter.title = title;
    for (ParameterChoice &choice : parameter.choices) {
        const QString label = map ? map->value(shownChoice(choice.value)).textOr() : QString();
        if (!label.isEmpty())
            choice.title = label;
    }
}

qsizetype placeOf(const List &list, const Value &value)
{
    const auto found
        = std::ranges::find_if(list, [&](const Value &each) { return isSameJson(each, value); });
    return found == list.end() ? -1 : found - list.begin();
}

/// Puts what was given into the place of what a template says, by the rules of Cookiecutter.
class Overwriting
{
public:
    /// An error: `over` cannot stand for `value`.
    static std::optional<Problem> overwrite(Value &value, const Value &over, bool isInside)
    {
        if (const List *choices = value.toList(); choices && !isInside)
            return over.toList() ? overwriteList(value, over) : choose(value, over);
        if (value.toMap() && over.toMap() && !value.toList())
            return overwriteMap(value, *over.toMap());
        value = over;
        return std::nullopt;
    }

private:
    static std::optional<Problem> choose(Value &value, const Value &over)
    {
        List choices = *value.toList();
        const qsizetype place = placeOf(choices, over);
        if (place < 0)
            return refusal(choices, over);
        choices.move(place, 0);
        value = choices;
        return std::nullopt;
    }

    static std::optional<Problem> overwriteList(Value &value, const Value &over)
    {
        for (const Value &item : *over.toList()) {
            if (placeOf(*value.toList(), item) < 0)
                return refusal(*value.toList(), item);
        }
        value = over;
        return std::nullopt;
    }

    static std::optional<Problem> overwriteMap(Value &value, const Map &over)
    {
        Map map = *value.toMap();
        for (const Map::Entry &entry : over) {
            Value inner = map.contains(entry.key) ? map.value(entry.key) : entry.value;
            if (auto problem = overwrite(inner, entry.value, true))
                return problem;
            map.insert(entry.key, inner);
        }
        value = map;
        return std::nullopt;
    }

    static Problem refusal(const List &choices, const Value &over)
    {
        QStringList names;
        for (const Value &choice : choices)
            names += shownChoice(choice);
        return {.code = u"answer.choice"_s,
                .message
                = translated("“%1” is none of the choices.").arg(shownChoice(over).left(100)),
                .hint = translated("Choose one of %1.").arg(alternatives(names))};
    }
};

} // namespace

Parameter variableParameter(const CookiecutterSettings &settings, const QString &name,
                            const Value &raw)
{
    Parameter parameter{.name = name, .path = {name}, .title = name, .type = typeOf(raw)};
    parameter.required = raw.toList() || raw.toBool();
    for (const Value &choice : raw.toList() ? *raw.toList() : List())
        parameter.choices += {choice, shownChoice(choice)};
    parameter.defaultValue = raw.toList() ? raw.toList()->value(0) : raw;
    parameter.nullable = raw.isNull();
    if (const Value *prompt = settings.prompts.find(name))
        takePrompts(*prompt, parameter);
    return parameter;
}

QList<RawVariable> overwrittenVariables(const CookiecutterSettings &settings, const Map &defaults,
                                        const Map &given)
{
    QList<RawVariable> variables;
    for (const Map::Entry &entry : settings.variables) {
        RawVariable variable{.name = entry.key, .value = entry.value, .usual = entry.value};
        if (const Value *over = defaults.find(entry.key)) {
            Value changed = entry.value;
            if (!Overwriting::overwrite(changed, *over, false))
                variable.value = variable.usual = changed;
        }
        if (const Value *over = given.find(entry.key)) {
            variable.isGiven = true;
            variable.given = *over;
            variable.problem = Overwriting::overwrite(variable.value, *over, false);
        }
        variables += variable;
    }
    return variables;
}

} // namespace waymark
