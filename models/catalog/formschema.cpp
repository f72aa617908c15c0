#include "models/catalog/formschema.h"

#include "models/base/closest.h"
#include "models/base/valuepath.h"
#include "models/catalog/questionnaire.h"
#include "models/catalog/schema.h"
#include "models/catalog/schemareader.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

/// All schemas of one value: `schema`, and those of its branches.
void collectAlternatives(const Schema &schema, QList<const Schema *> &all)
{
    all.append(&schema);
    for (const auto *list : {&schema.allOf, &schema.anyOf, &schema.oneOf}) {
        for (const SchemaPointer &each : *list)
            collectAlternatives(*each, all);
    }
    for (const Schema::Dependency &dependency : schema.dependencies) {
        if (dependency.schema)
            collectAlternatives(*dependency.schema, all);
    }
    for (const SchemaPointer &each : {schema.consequence, schema.alternative}) {
        if (each)
            collectAlternatives(*each, all);
    }
}

QList<const Schema *> alternatives(const Schema &schema)
{
    QList<const Schema *> all;
    collectAlternatives(schema, all);
    return all;
}

/// The schemas that any branch of any of `schemas` has for the property or item `step`.
QList<const Schema *> inside(const QList<const Schema *> &schemas, const QString &step)
{
    QList<const Schema *> found;
    for (const Schema *schema : schemas) {
        for (const Schema *each : alternatives(*schema)) {
            if (const Schema *property = each->property(step))
                found.append(property);
            else if (each->items && !step.isEmpty() && step.at(0).isDigit())
                found.append(each->items.get());
            else if (each->additional && !each->additional->isNever)
                found.append(each->additional.get());
        }
    }
    return found;
}

bool holdsSecret(const Schema &schema)
{
    return std::ranges::any_of(alternatives(schema), [](const Schema *each) {
        if (each->shown.isSecret() || (each->items && holdsSecret(*each->items)))
            return true;
        return std::ranges::any_of(each->properties, [](const Schema::Property &property) {
            return holdsSecret(*property.schema);
        });
    });
}

bool isSwitchedOff(const Value &page)
{
    return page.toMap() && page.toMap()->contains(u"backstage:featureFlag");
}

QString pageTitle(const Schema &schema, const Value &page, qsizetype index)
{
    if (!schema.shown.title.isEmpty())
        return schema.shown.title;
    const Value *name = page.toMap() ? page.toMap()->find(u"name") : nullptr;
    return name && name->toText() && !name->toText()->isEmpty()
        ? *name->toText()
        : QCoreApplication::translate("Schema", "Page %1").arg(index + 1);
}

/// The names of all questions of `schemas` and their branches, in their order, each once.
QStringList namesIn(const QList<const Schema *> &schemas)
{
    QStringList names;
    for (const Schema *schema : schemas) {
        for (const Schema *each : alternatives(*schema)) {
            for (const Schema::Property &property : each->properties)
                names += property.name;
        }
    }
    names.removeDuplicates();
    return names;
}

QStringList namesIn(const QList<FormSchema::Page> &pages)
{
    QList<const Schema *> schemas;
    for (const FormSchema::Page &page : pages)
        schemas.append(page.schema.get());
    return namesIn(schemas);
}

/// Warns of what `required` of `schema`, and of what its questions hold, names though nothing asks
/// for it. `names` are the questions there are.
void checkRequired(const Schema &schema, const QString &pointer, const QStringList &names,
                   QList<FormProblem> &problems)
{
    const bool isOpen
        = !schema.patternProperties.isEmpty() || (schema.additional && !schema.additional->isNever);
    const List required = schema.source.value(u"required").toList()
        ? *schema.source.value(u"required").toList()
        : List();
    for (qsizetype i = 0; i < required.size() && !isOpen; ++i) {
        const QString name = required.at(i).textOr();
        if (!schema.required.contains(name) || names.contains(name))
            continue;
        const QString meant = didYouMean(name, names);
        problems.append(
            {pointer + u"/required/"_s + QString::number(i),
             {.severity = Severity::Warning,
              .code = u"schema.required"_s,
              .message = QCoreApplication::translate("Schema",
                                                     "“required” names “%1”, and no question is "
                                                     "called that.")
                             .arg(name),
              .hint = meant.isEmpty()
                  ? QCoreApplication::translate("Schema",
                                                "Ask for it under “properties”, or take it out.")
                  : meant}});
    }
    for (const Schema::Property &property : schema.properties) {
        if (!property.schema->properties.isEmpty())
            checkRequired(*property.schema, pointer + u"/properties"_s + pointerStep(property.name),
                          namesIn({property.schema.get()}), problems);
    }
}

} // namespace

FormSchema::FormSchema(std::shared_ptr<const Questionnaire> questionnaire)
    : m_questionnaire(std::move(questionnaire))
    , m_names(m_questionnaire->names())
    , m_secretNames(m_questionnaire->secretNames())
    , m_serviceName(m_questionnaire->serviceName())
{
}

FormSchema::Read FormSchema::read(const Value &pages, const QSet<QString> &optional)
{
    Read result;
    result.schema.m_optional = optional;
    const bool isList = pages.toList() != nullptr;
    const List list = isList ? *pages.toList() : pages.isNull() ? List() : List{pages};
    QStringList places; // of the pages, as pointers
    for (qsizetype i = 0; i < list.size(); ++i) {
        const Value &page = list.at(i);
        if (isSwitchedOff(page))
            continue;
        places += isList ? u'/' + QString::number(i) : QString();
        SchemaReader reader(page, places.constLast());
        const SchemaPointer schema = reader.readRoot();
        result.problems.append(reader.problems());
        result.schema.m_pages.append(
            {pageTitle(*schema, page, i), schema->shown.description, schema});
    }
    result.schema.findNames();
    const QStringList names = namesIn(result.schema.m_pages);
    for (qsizetype i = 0; i < places.size(); ++i)
        checkRequired(*result.schema.m_pages.at(i).schema, places.at(i), names, result.problems);
    return result;
}

std::optional<Parameter> FormSchema::parameter(const QString &name) const
{
    return parameter(AnswerPath{name});
}

std::optional<Parameter> FormSchema::parameter(const AnswerPath &path) const
{
    if (m_questionnaire)
        return path.size() == 1 ? m_questionnaire->parameter(path.first()) : std::nullopt;
    QList<const Schema *> schemas;
    for (const Page &page : m_pages)
        schemas.append(page.schema.get());
    for (const QString &step : path)
        schemas = inside(schemas, step);
    if (path.isEmpty() || schemas.isEmpty())
        return {};
    Parameter parameter = schemas.first()->shown;
    parameter.name = path.last();
    parameter.path = path;
    return parameter;
}

bool FormSchema::isSecret(const AnswerPath &path) const
{
    if (m_questionnaire)
        return m_secretNames.contains(path.value(0));
    QList<const Schema *> schemas;
    for (const Page &page : m_pages)
        schemas.append(page.schema.get());
    const auto isShownAsSecret = [](const Schema *schema) {
        return std::ranges::any_of(alternatives(*schema),
                                   [](const Schema *each) { return each->shown.isSecret(); });
    };
    for (const QString &step : path) {
        schemas = inside(schemas, step);
        if (std::ranges::any_of(schemas, isShownAsSecret))
            return true;
    }
    return false;
}

/// What is looked up at every keystroke is found once.
void FormSchema::findNames()
{
    m_names = namesIn(m_pages);
    m_secretNames = m_names;
    m_secretNames.removeIf([this](const QString &name) { return !holdsSecrets(name); });
    m_serviceName = asked(u"EntityNamePicker", u"name"_s);
    m_ownerName = asked(u"OwnerPicker", u"owner"_s);
}

bool FormSchema::holdsSecrets(const QString &name) const
{
    const auto isSecret = [](const Schema *schema) { return holdsSecret(*schema); };
    return std::ranges::any_of(m_pages, [&](const Page &page) {
        return std::ranges::any_of(inside({page.schema.get()}, name), isSecret);
    });
}

/// The first name that is asked for by `field`, else `usual` where that is asked.
QString FormSchema::asked(QStringView field, const QString &usual) const
{
    for (const QString &name : m_names) {
        if (parameter(name)->field == field)
            return name;
    }
    return m_names.contains(usual) ? usual : QString();
}

} // namespace waymark
