#include "models/yaml/schemamessages.h"

#include "models/base/closest.h"
#include "models/base/json.h"
#include "models/base/valuepath.h"
#include "models/yaml/schemaphrases.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("JsonSchema", text);
}

Value valueOrNull(const Value &data, const QStringList &path)
{
    const Value *found = valueAt(data, path);
    return found ? *found : Value();
}

QString typeName(const QString &type)
{
    if (type == "string"_L1)
        return tr("text");
    if (type == "integer"_L1)
        return tr("a whole number");
    if (type == "number"_L1)
        return tr("a number");
    if (type == "boolean"_L1)
        return tr("true or false");
    if (type == "array"_L1)
        return tr("a list");
    return type == "object"_L1 ? tr("a map") : tr("null");
}

/// "a, b or c"
QString oneOf(const QStringList &choices)
{
    if (choices.size() < 2)
        return choices.join(QString());
    return tr("%1 or %2").arg(choices.first(choices.size() - 1).join(u", "_s), choices.last());
}

QString shown(const Value &value)
{
    const QString text = QString::fromUtf8(toJson(value));
    constexpr qsizetype longest = 60;
    return text.size() <= longest ? text : text.first(longest) + u'…';
}

class Explainer
{
public:
    Explainer(const SchemaFailure &failure, const SchemaLookup &schema, const Value &data,
              const QString &subject)
        : m_failure(failure)
        , m_subject(subject)
        , m_schemas(schema.schemasAt(failure.path))
        , m_value(valueOrNull(data, failure.path))
        , m_isItem(!failure.path.isEmpty()
                   && valueOrNull(data, failure.path.first(failure.path.size() - 1)).toList())
        , m_said(failure.description)
    {
    }

    SchemaProblem run() const
    {
        struct Rule
        {
            QLatin1StringView start;
            SchemaProblem (Explainer::*explain)() const;
        };
        static const QList<Rule> rules{
            {"Value type not permitted"_L1, &Explainer::wrongType},
            {noAlternative, &Explainer::wrongType},
            {"Missing required property"_L1, &Explainer::missing},
            {"Missing dependency"_L1, &Explainer::missing},
            {"Object contains a property"_L1, &Explainer::unknown},
            {"Failed to match against any enum"_L1, &Explainer::wrongChoice},
            {"Failed to match expected value"_L1, &Explainer::wrongChoice},
            {"Failed to match regex"_L1, &Explainer::wrongPattern},
            {"Elements at indexes"_L1, &Explainer::repeated},
            {"Failed to validate against schema associated with property"_L1,
             &Explainer::forbidden},
        };
        const auto rule = std::ranges::find_if(
            rules, [this](const Rule &r) { return m_said.startsWith(r.start); });
        return rule == rules.cend() ? otherwise() : (this->*rule->explain)();
    }

private:
    [[nodiscard]] SchemaProblem at(const QString &code, const QString &message,
                                   const QString &hint) const
    {
        return {.path = m_failure.path,
                .problem = {.code = code, .message = message, .hint = hint}};
    }

    [[nodiscard]] QString subject() const
    {
        if (m_failure.path.isEmpty())
            return m_subject.isEmpty() ? tr("The document") : m_subject;
        if (m_isItem)
            return tr("Item %1").arg(m_failure.path.last().toLongLong() + 1);
        return u"“%1”"_s.arg(m_failure.path.last());
    }

    /// All that the parts of the schema list under `key`, each once.
    [[nodiscard]] List listed(QStringView key) const
    {
        List all;
        for (const Map *schema : m_schemas) {
            const Value *found = schema->find(key);
            const List here = found && found->toList() ? *found->toList()
                : found                                ? List{*found}
                                                       : List();
            for (const Value &value : here) {
                if (!all.contains(value))
                    all.append(value);
            }
        }
        return all;
    }

    [[nodiscard]] SchemaProblem wrongType() const
    {
        QStringList expected;
        QStringList types;
        for (const Value &type : listed(u"type")) {
            types += type.textOr();
            expected += typeName(type.textOr());
        }
        QString hint;
        const bool isTextForOther = m_value.toText() && !types.contains(u"string"_s);
        if (types.contains(u"string"_s) && !m_value.toList() && !m_value.toMap()
            && !m_value.toText())
            hint = tr("Put it in quotes to make it text.");
        else if (isTextForOther && !types.contains(u"object"_s) && !types.contains(u"array"_s))
            hint = tr("Write it without quotes if it is in quotes.");
        const bool isSure = !expected.isEmpty() && !fitsOneOf(types) && hasEachFormAType();
        const QString message = isSure
            ? tr("%1 should be %2, not %3.").arg(subject(), oneOf(expected), m_value.typeName())
            : tr("%1 has none of the forms that are allowed here.").arg(subject());
        return at(u"schema.type"_s, message, isSure ? hint : QString());
    }

    /// Whether the types that are listed are those of all forms.
    [[nodiscard]] bool hasEachFormAType() const
    {
        const auto saysType = [](const Value &form) {
            const Map *map = form.toMap();
            return map && (map->contains(u"type") || map->contains(u"$ref"));
        };
        return std::ranges::all_of(m_schemas, [&](const Map *schema) {
            return std::ranges::all_of(QStringList{u"anyOf"_s, u"oneOf"_s},
                                       [&](const QString &key) {
                                           const Value *forms = schema->find(key);
                                           return !forms || !forms->toList()
                                               || std::ranges::all_of(*forms->toList(), saysType);
                                       });
        });
    }

    [[nodiscard]] bool fitsOneOf(const QStringList &types) const
    {
        static const QHash<Value::Type, QString> names{
            {Value::Type::Null, u"null"_s},       {Value::Type::Bool, u"boolean"_s},
            {Value::Type::Integer, u"integer"_s}, {Value::Type::Float, u"number"_s},
            {Value::Type::Text, u"string"_s},     {Value::Type::List, u"array"_s},
            {Value::Type::Map, u"object"_s}};
        const bool isNumber = m_value.toInteger() && types.contains(u"number"_s);
        return isNumber || types.contains(names.value(m_value.type()));
    }

    [[nodiscard]] SchemaProblem missing() const
    {
        const QString key = quotedIn(m_said);
        return at(u"schema.missing-key"_s, tr("The key “%1” is missing.").arg(key),
                  tr("Add “%1: …” here.").arg(key));
    }

    [[nodiscard]] SchemaProblem unknown() const
    {
        const QString key = quotedIn(m_said);
        QStringList known;
        for (const Map *schema : m_schemas) {
            const Value *properties = schema->find(u"properties");
            if (properties && properties->toMap())
                known += properties->toMap()->keys();
        }
        known.removeDuplicates();
        QString hint = didYouMean(key, known);
        if (hint.isEmpty() && !known.isEmpty())
            hint = tr("Known here: %1.").arg(known.join(u", "_s));
        SchemaProblem problem
            = at(u"schema.unknown-key"_s, tr("The key “%1” is not known here.").arg(key), hint);
        problem.path.append(key);
        problem.isAboutKey = true;
        return problem;
    }

    [[nodiscard]] SchemaProblem wrongChoice() const
    {
        QStringList choices;
        QStringList texts;
        const List all = listed(u"enum") + constants();
        for (const Value &choice : all) {
            choices += choice.toText() ? *choice.toText() : shown(choice);
            texts += choice.textOr();
        }
        choices.removeDuplicates(); // of an enum and a condition's const
        const QString meant = m_value.toText() ? didYouMean(*m_value.toText(), texts) : QString();
        return at(u"schema.choice"_s,
                  tr("%1 should be %2, not %3.").arg(subject(), oneOf(choices), shown(m_value)),
                  meant);
    }

    [[nodiscard]] List constants() const
    {
        List constants;
        for (const Map *schema : m_schemas) {
            if (const Value *constant = schema->find(u"const"))
                constants.append(*constant);
        }
        return constants;
    }

    [[nodiscard]] SchemaProblem wrongPattern() const
    {
        QStringList patterns;
        for (const Value &pattern : listed(u"pattern"))
            patterns += pattern.textOr();
        return at(u"schema.pattern"_s, tr("%1 may not be %2.").arg(subject(), shown(m_value)),
                  tr("It must match %1.").arg(oneOf(patterns)));
    }

    [[nodiscard]] SchemaProblem repeated() const
    {
        const QString second = m_said.section(u'#', 2).section(u' ', 0, 0);
        SchemaProblem problem
            = at(u"schema.repeated"_s,
                 tr("Item %1 stands in the list a second time.").arg(second.toLongLong() + 1),
                 tr("Remove it."));
        problem.path.append(second);
        return problem;
    }

    [[nodiscard]] SchemaProblem forbidden() const
    {
        const QString key = quotedIn(m_said);
        SchemaProblem problem
            = at(u"schema.unknown-key"_s, tr("The key “%1” is not allowed here.").arg(key),
                 tr("Remove it."));
        problem.path.append(key);
        problem.isAboutKey = true;
        return problem;
    }

    [[nodiscard]] SchemaProblem otherwise() const
    {
        return at(u"schema.value"_s, phraseFor(m_said, subject()), {});
    }

    const SchemaFailure &m_failure;
    const QString &m_subject;
    QList<const Map *> m_schemas;
    Value m_value;
    bool m_isItem;
    const QString &m_said;
};

} // namespace

SchemaProblem explained(const SchemaFailure &failure, const SchemaLookup &schema, const Value &data,
                        const QString &subject)
{
    return Explainer(failure, schema, data, subject).run();
}

} // namespace waymark
