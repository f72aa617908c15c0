#include "models/catalog/decidinganswers.h"

#include "models/catalog/questionnaire.h"
#include "models/catalog/schema.h"

#include <algorithm>

namespace waymark {
namespace {

using Names = QSet<QString>;

/// Goes through all branches of a page with the names that decide whether they are taken.
class Walk
{
public:
    void take(const Schema &schema, const Names &deciders);
    /// With what the deciders themselves depend on.
    void close();
    [[nodiscard]] QHash<QString, QStringList> sorted() const;

private:
    void takeProperties(const Schema &schema, const Names &deciders, const QString &except = {});
    void takeOptions(const QList<SchemaPointer> &options, const Names &deciders);
    void takeDependency(const Schema::Dependency &dependency, const Names &deciders);

    QHash<QString, Names> m_deciders;
};

void Walk::take(const Schema &schema, const Names &deciders)
{
    takeProperties(schema, deciders);
    takeOptions(schema.oneOf, deciders);
}

void Walk::takeProperties(const Schema &schema, const Names &deciders, const QString &except)
{
    for (const Schema::Property &property : schema.properties) {
        if (except.isNull() || property.name != except)
            m_deciders[property.name].unite(deciders);
    }
    for (const SchemaPointer &each : schema.allOf)
        take(*each, deciders);
    takeOptions(schema.anyOf, deciders);
    if (schema.condition) {
        const Names more = deciders + mentionedNames(*schema.condition);
        for (const SchemaPointer &branch : {schema.consequence, schema.alternative}) {
            if (branch)
                take(*branch, more);
        }
    }
    for (const Schema::Dependency &dependency : schema.dependencies)
        takeDependency(dependency, deciders);
}

void Walk::takeOptions(const QList<SchemaPointer> &options, const Names &deciders)
{
    Names more = deciders;
    for (const SchemaPointer &option : options)
        more.unite(mentionedNames(*option));
    for (const SchemaPointer &option : options)
        take(*option, more);
}

void Walk::takeDependency(const Schema::Dependency &dependency, const Names &deciders)
{
    if (!dependency.schema)
        return;
    Names more = deciders;
    more.insert(dependency.trigger);
    takeProperties(*dependency.schema, more);
    for (const SchemaPointer &branch : dependency.schema->oneOf) {
        takeProperties(*branch, more, dependency.trigger);
        takeOptions(branch->oneOf, more);
    }
}

void Walk::close()
{
    bool hasGrown = true;
    while (hasGrown) {
        hasGrown = false;
        for (Names &deciders : m_deciders) {
            const Names before = deciders;
            for (const QString &name : before)
                deciders.unite(m_deciders.value(name));
            hasGrown = hasGrown || deciders.size() != before.size();
        }
    }
}

QHash<QString, QStringList> Walk::sorted() const
{
    QHash<QString, QStringList> all;
    for (auto entry = m_deciders.cbegin(); entry != m_deciders.cend(); ++entry) {
        QStringList names(entry->cbegin(), entry->cend());
        std::ranges::sort(names);
        if (!names.isEmpty())
            all.insert(entry.key(), names);
    }
    return all;
}

} // namespace

QHash<QString, QStringList> decidingAnswers(const FormSchema &form)
{
    if (const auto &questionnaire = form.questionnaire())
        return questionnaire->decidingAnswers();
    Walk walk;
    for (const FormSchema::Page &page : form.pages())
        walk.take(*page.schema, {});
    walk.close();
    return walk.sorted();
}

} // namespace waymark
