#include "models/catalog/contradictions.h"

#include "models/base/textcontext.h"
#include "models/catalog/acceptance.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("Schema");

/// Whether `value` is more than `most`, as a schema compares numbers.
bool exceeds(const Value &value, const Value &most)
{
    Schema schema;
    schema.limits.maximum = most;
    return !accepts(schema, value);
}

bool isPositive(const Value &value)
{
    Schema schema;
    schema.limits.exclusiveMinimum = Value(0);
    return accepts(schema, value);
}

bool exceeds(const Schema::Sizes &sizes)
{
    return sizes.least && sizes.most && *sizes.least > *sizes.most;
}

/// Whether the default may be completed by those of its parts, so that it alone tells nothing.
bool isCompleted(const Schema &schema)
{
    if (schema.describesMap() || !schema.tuple.isEmpty())
        return true;
    return schema.describesList() && schema.items
        && (schema.items->describesMap() || schema.items->describesList());
}

/// Collects what is wrong with one schema.
class Contradictions
{
public:
    Contradictions(const Schema &schema, QString pointer)
        : m_schema(schema)
        , m_pointer(std::move(pointer))
    {
    }

    QList<FormProblem> found()
    {
        const Parameter::Limits &limits = m_schema.limits;
        const Value *choices = m_schema.source.find(u"enum");
        if (choices && choices->toList() && choices->toList()->isEmpty())
            warn(u"enum"_s, translated("There is nothing to choose from: no answer is allowed."));
        if (limits.minimum && limits.maximum && exceeds(*limits.minimum, *limits.maximum))
            warn(u"minimum"_s,
                 translated("The least is more than the most: no answer is allowed."));
        if (limits.multipleOf && !isPositive(*limits.multipleOf))
            warn(u"multipleOf"_s,
                 translated("Only multiples of a number above 0 can be asked for."));
        warnOfSizes(u"minLength"_s, m_schema.textSizes);
        warnOfSizes(u"minItems"_s, m_schema.listSizes);
        warnOfSizes(u"minProperties"_s, m_schema.mapSizes);
        if (m_schema.defaultValue && !isCompleted(m_schema)
            && !accepts(m_schema, *m_schema.defaultValue))
            warn(u"default"_s, translated("The default is no answer that this question allows."));
        return std::move(m_found);
    }

private:
    void warnOfSizes(const QString &key, const Schema::Sizes &sizes)
    {
        if (exceeds(sizes))
            warn(key, translated("The least is more than the most: no answer is allowed."));
    }

    void warn(const QString &key, const QString &message)
    {
        m_found += {m_pointer + u'/' + key,
                    {.severity = Severity::Warning,
                     .code = key == u"default" ? u"schema.default"_s : u"schema.contradiction"_s,
                     .message = message}};
    }

    const Schema &m_schema;
    const QString m_pointer;
    QList<FormProblem> m_found;
};

} // namespace

QList<FormProblem> contradictions(const Schema &schema, const QString &pointer)
{
    return Contradictions(schema, pointer).found();
}

} // namespace waymark
