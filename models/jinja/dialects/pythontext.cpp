#include "models/jinja/dialects/python.h"

#include "models/jinja/escaping.h"
#include "models/jinja/namedtuple.h"

#include <algorithm>

namespace waymark::jinja::python {
namespace {

/// Where Python has the types that are not built in.
QString moduleOf(QStringView type)
{
    struct Home
    {
        QStringView type;
        QStringView module;
    };
    static constexpr Home homes[] = {
        {u"BlockReference", u"jinja2.runtime."},
        {u"Cycler", u"jinja2.utils."},
        {u"Joiner", u"jinja2.utils."},
        {u"LoopContext", u"jinja2.runtime."},
        {u"Macro", u"jinja2.runtime."},
        {u"Markup", u"markupsafe."},
        {u"Namespace", u"jinja2.utils."},
        {u"TemplateModule", u"jinja2.environment."},
        {u"TemplateReference", u"jinja2.runtime."},
        {u"_GroupTuple", u"jinja2.filters."},
        {u"datetime", u"datetime."},
    };
    const auto home = std::ranges::find(homes, type, &Home::type);
    return home == std::end(homes) ? QString() : home->module.toString();
}

/// What DebugUndefined prints.
QString debugText(Runtime &runtime, const Value &value)
{
    const UndefinedData *why = value.undefinedReason();
    if (!why || why->lenient)
        return {};
    QString message = why->name.isText() ? why->name.text() : QString();
    if (!why->hint.isEmpty()) {
        message = QStringLiteral("undefined value printed: %1").arg(why->hint);
    } else if (!why->owner.isMissing()) {
        message = QStringLiteral("no such element: %1[%2]")
                      .arg(describedType(runtime, why->owner), repr(runtime, why->name));
    }
    return QStringLiteral("{{ %1 }}").arg(message);
}

} // namespace

QString typeName(const Value &value)
{
    switch (value.type()) {
    case Value::Type::Missing:
    case Value::Type::Undefined:
        return QStringLiteral("Undefined");
    case Value::Type::None:
        return QStringLiteral("NoneType");
    case Value::Type::Bool:
        return QStringLiteral("bool");
    case Value::Type::Int:
    case Value::Type::BigInt:
        return QStringLiteral("int");
    case Value::Type::Float:
        return QStringLiteral("float");
    case Value::Type::Text:
        return value.isMarkup() ? QStringLiteral("Markup") : QStringLiteral("str");
    case Value::Type::List:
        return QStringLiteral("list");
    case Value::Type::Tuple:
        return dynamic_cast<const NamedTuple *>(&value.items()) ? QStringLiteral("_GroupTuple")
                                                                : QStringLiteral("tuple");
    case Value::Type::Dict:
        return value.dict().isOrdered ? QStringLiteral("collections.OrderedDict")
                                      : QStringLiteral("dict");
    case Value::Type::Range:
        return QStringLiteral("range");
    case Value::Type::Object:
        return value.object().typeName();
    }
    Q_UNREACHABLE_RETURN({});
}

QString describedType(const Runtime &runtime, const Value &value)
{
    if (value.isNone())
        return QStringLiteral("None");
    const QString type = runtime.typeName(value);
    return QStringLiteral("%1%2 object").arg(moduleOf(type), type);
}

QString toText(Runtime &runtime, const Value &value)
{
    if (value.isText())
        return value.text();
    if (value.isUndefined()) {
        if (runtime.isStrict(value))
            runtime.failUndefined(value);
        return runtime.options().undefined == UndefinedKind::Debug ? debugText(runtime, value)
                                                                   : QString();
    }
    if (value.is(Value::Type::Object)) {
        if (const Value printed = value.object().printed(); printed.isText())
            return printed.text();
    }
    return repr(runtime, value);
}

bool truthy(Runtime &runtime, const Value &value)
{
    switch (value.type()) {
    case Value::Type::Undefined:
        if (runtime.isStrict(value))
            runtime.failUndefined(value);
        return false;
    case Value::Type::Missing:
    case Value::Type::None:
        return false;
    case Value::Type::Bool:
    case Value::Type::Int:
        return value.integer() != 0;
    case Value::Type::Float:
        return value.real() != 0;
    case Value::Type::Text:
        return !value.text().isEmpty();
    case Value::Type::BigInt:
        return true;
    case Value::Type::List:
    case Value::Type::Tuple:
        return !value.items().items.empty();
    case Value::Type::Dict:
        return value.dict().size() > 0;
    case Value::Type::Range:
        return value.range().size() > 0;
    case Value::Type::Object:
        return value.object().isTrue();
    }
    Q_UNREACHABLE_RETURN(false);
}

QString escape(QStringView text)
{
    static constexpr HtmlEntity entities[] = {
        {u'&', u"&amp;"}, {u'<', u"&lt;"}, {u'>', u"&gt;"}, {u'\'', u"&#39;"}, {u'"', u"&#34;"},
    };
    return withEntities(text, entities);
}

} // namespace waymark::jinja::python
