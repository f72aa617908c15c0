#include "models/jinja/function.h"

#include "models/jinja/dialect.h"

#include <algorithm>

namespace waymark::jinja {
namespace {

/// The value of a default as a signature writes it.
Value literal(QStringView text)
{
    if (text == u"None")
        return Value::none();
    if (text == u"True" || text == u"False")
        return text == u"True";
    if (text == u"undefined")
        return Value::undefined();
    if (text.startsWith(u'\''))
        return {text.sliced(1).chopped(1).toString()};
    bool isInteger = false;
    const qint64 integer = text.toLongLong(&isInteger);
    Q_ASSERT_X(isInteger || text.contains(u'.'), "literal", "a default is a Python literal");
    return isInteger ? Value(integer) : Value(text.toDouble());
}

/// Cuts at the commas that are not inside quotes.
QStringList cutAtCommas(QStringView text)
{
    QStringList parts;
    QString part;
    bool isQuoted = false;
    for (const QChar c : text) {
        isQuoted = isQuoted != (c == u'\'');
        if (c == u',' && !isQuoted)
            parts.append(std::exchange(part, {}).trimmed());
        else
            part += c;
    }
    if (!part.trimmed().isEmpty())
        parts.append(part.trimmed());
    return parts;
}

} // namespace

Function Function::from(const FunctionRow &row)
{
    const QString signature = QString::fromLatin1(row.signature);
    const qsizetype open = signature.indexOf(u'(');
    Function result;
    result.name = QString(row.name);
    result.pythonName = signature.first(open);
    result.function = row.function;
    result.flow = row.flow;
    for (const QString &part : cutAtCommas(QStringView(signature).sliced(open + 1).chopped(1))) {
        const qsizetype equals = part.indexOf(u'=');
        if (part.startsWith(u'&'))
            ++result.hidden;
        else if (part.startsWith(u"**"))
            result.takesKeywords = true;
        else if (part.startsWith(u'*'))
            result.takesRest = true;
        else if (equals < 0)
            result.parameters.push_back({part, {}});
        else
            result.parameters.push_back(
                {part.first(equals), literal(QStringView(part).sliced(equals + 1))});
    }
    const auto last = std::ranges::find_if(
        result.parameters.rbegin(), result.parameters.rend(),
        [](const Parameter &parameter) { return parameter.fallback.isMissing(); });
    result.required = static_cast<size_t>(std::distance(last, result.parameters.rend()));
    return result;
}

FunctionTable::FunctionTable(std::initializer_list<std::span<const FunctionRow>> families)
{
    for (const auto &family : families)
        add(family);
}

void FunctionTable::add(std::span<const FunctionRow> family)
{
    for (const FunctionRow &row : family) {
        const auto function = std::make_shared<const Function>(Function::from(row));
        m_functions.insert(function->name, function);
    }
}

void FunctionTable::add(const FunctionTable &other)
{
    m_functions.insert(other.m_functions);
}

const Function *FunctionTable::find(const QString &name) const
{
    const auto known = m_functions.constFind(name);
    return known == m_functions.cend() ? nullptr : known->get();
}

QStringList FunctionTable::names() const
{
    QStringList names = m_functions.keys();
    names.sort();
    return names;
}

Value Call::like(QString text) const
{
    return m_bound.front().isMarkup() ? Value::markup(std::move(text)) : Value(std::move(text));
}

Value Call::run(Runtime &runtime, const Function &function, const Arguments &arguments)
{
    Call call(runtime, function);
    if (runtime.dialect().bindsAsPython)
        call.bindAsPython(arguments);
    else
        call.bindAsJavaScript(arguments);
    call.m_bound = {call.m_own.data(), static_cast<size_t>(call.m_own.size())};
    if (!runtime.isTracking())
        return function.function(call);
    return runtime.flowing(function.flow, function.function(call), arguments);
}

Value Call::runInOrder(Runtime &runtime, const Function &function, ArgumentValues &arguments)
{
    Call call(runtime, function);
    call.bindInOrder(arguments);
    return function.function(call);
}

/// The common way: nothing by name, nothing missing, nothing over.
void Call::bindInOrder(ArgumentValues &arguments)
{
    const auto &parameters = m_function.parameters;
    m_given = static_cast<size_t>(arguments.size());
    const bool asPython = m_runtime.dialect().bindsAsPython;
    for (size_t i = m_given; i < parameters.size(); ++i)
        arguments.append(asPython ? parameters[i].fallback : Value::undefined());
    m_bound = {arguments.data(), static_cast<size_t>(arguments.size())};
}

/// As CPython binds a function's arguments, with its messages.
void Call::bindAsPython(const Arguments &arguments)
{
    const bool isWhole = arguments.named.empty()
        && takesInOrder(m_function, arguments.positional.size(), true)
        && std::ranges::none_of(arguments.positional, &Value::isMissing);
    if (isWhole) {
        for (const Value &value : arguments.positional)
            m_own.append(value);
        bindInOrder(m_own);
        return;
    }
    const auto &parameters = m_function.parameters;
    const auto fail = [&](const QString &message) {
        m_runtime.fail(FailureKind::Type, m_function.pythonName + QStringLiteral("() ") + message);
    };
    m_given = arguments.positional.size() + arguments.named.size();
    m_own.resize(static_cast<qsizetype>(parameters.size()));
    const size_t placed = std::min(parameters.size(), arguments.positional.size());
    std::ranges::copy(arguments.positional.first(placed), m_own.begin());
    if (m_function.takesRest) {
        const auto rest = arguments.positional.subspan(placed);
        m_rest.assign(rest.begin(), rest.end());
    }
    for (const NamedArgument &argument : arguments.named) {
        const auto parameter
            = std::ranges::find(parameters, argument.name, &Function::Parameter::name);
        const qsizetype index = std::distance(parameters.begin(), parameter);
        if (parameter == parameters.end() && m_function.takesKeywords)
            m_keywords.push_back(argument);
        else if (parameter == parameters.end())
            fail(QStringLiteral("got an unexpected keyword argument '%1'").arg(argument.name));
        else if (!m_own[index].isMissing())
            fail(QStringLiteral("got multiple values for argument '%1'").arg(argument.name));
        else
            m_own[index] = argument.value;
    }
    if (arguments.positional.size() > parameters.size() && !m_function.takesRest)
        failTooMany(arguments.positional.size());
    QStringList missing;
    for (size_t i = 0; i < parameters.size(); ++i) {
        Value &bound = m_own[static_cast<qsizetype>(i)];
        if (bound.isMissing())
            bound = parameters[i].fallback;
        if (bound.isMissing())
            missing.append(u'\'' + parameters[i].name + u'\'');
    }
    if (missing.isEmpty())
        return;
    const QString last = missing.takeLast();
    const QString names = missing.isEmpty() ? last
        : missing.size() == 1
        ? missing.first() + QStringLiteral(" and ") + last
        : missing.join(QStringLiteral(", ")) + QStringLiteral(", and ") + last;
    fail(QStringLiteral("missing %1 required positional argument%2: %3")
             .arg(missing.size() + 1)
             .arg(missing.isEmpty() ? QString() : QStringLiteral("s"), names));
}

void Call::failTooMany(size_t given) const
{
    const auto &parameters = m_function.parameters;
    const qsizetype hidden = m_function.hidden;
    const auto required
        = hidden + std::ranges::count_if(parameters, [](const Function::Parameter &parameter) {
              return parameter.fallback.isMissing();
          });
    const qsizetype most = hidden + static_cast<qsizetype>(parameters.size());
    given += static_cast<size_t>(hidden);
    const QString takes = required == most
        ? QString::number(most)
        : QStringLiteral("from %1 to %2").arg(required).arg(most);
    m_runtime.fail(
        FailureKind::Type,
        QStringLiteral("%1() takes %2 positional argument%3 but %4 %5 given")
            .arg(m_function.pythonName, takes, most == 1 ? QString() : QStringLiteral("s"))
            .arg(given)
            .arg(given == 1 ? QStringLiteral("was") : QStringLiteral("were")));
}

void Call::bindAsJavaScript(const Arguments &arguments)
{
    const auto &parameters = m_function.parameters;
    if (arguments.named.empty() && takesInOrder(m_function, arguments.positional.size(), false)) {
        for (const Value &value : arguments.positional)
            m_own.append(value);
        bindInOrder(m_own);
        return;
    }
    std::vector<Value> given(arguments.positional.begin(), arguments.positional.end());
    if (m_function.takesKeywords) {
        m_keywords.assign(arguments.named.begin(), arguments.named.end());
        for (size_t i = given.size(); i < parameters.size(); ++i) {
            const auto named
                = std::ranges::find(m_keywords, parameters[i].name, &NamedArgument::name);
            given.push_back(named == m_keywords.end() ? Value::undefined() : named->value);
        }
    } else if (!arguments.named.empty()) {
        auto keywords = make<DictData>();
        for (const NamedArgument &argument : arguments.named)
            keywords->insert(argument.name, argument.value);
        keywords->insert(QStringLiteral("__keywords"), Value(true));
        given.emplace_back(keywords);
    }
    m_given = given.size();
    const size_t placed = std::min(parameters.size(), given.size());
    m_own.assign(given.begin(), given.begin() + static_cast<qsizetype>(placed));
    m_rest.assign(given.begin() + static_cast<qsizetype>(placed), given.end());
    for (size_t i = placed; i < parameters.size(); ++i)
        m_own.append(Value::undefined());
}

} // namespace waymark::jinja
