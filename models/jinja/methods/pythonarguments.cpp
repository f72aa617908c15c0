#include "models/jinja/methods/pythonarguments.h"

#include "models/jinja/containers.h"

#include <algorithm>
#include <limits>

namespace waymark::jinja {
namespace {

[[noreturn]] void fail(const Call &call, const QString &message)
{
    call.runtime().fail(FailureKind::Type, message);
}

QString plural(size_t count)
{
    return count == 1 ? QString() : QStringLiteral("s");
}

void noKeywords(const Call &call)
{
    if (!call.keywords().empty())
        fail(call,
             QStringLiteral("%1() takes no keyword arguments").arg(call.function().pythonName));
}

} // namespace

QString methodName(const Call &call)
{
    const QString &name = call.function().pythonName;
    return name.sliced(name.indexOf(u'.') + 1);
}

void noArguments(const Call &call)
{
    noKeywords(call);
    if (const size_t given = call.rest().size())
        fail(call,
             QStringLiteral("%1() takes no arguments (%2 given)")
                 .arg(call.function().pythonName)
                 .arg(given));
}

const Value &oneArgument(const Call &call)
{
    noKeywords(call);
    if (const size_t given = call.rest().size(); given != 1) {
        const auto message = QStringLiteral("%1() takes exactly one argument (%2 given)");
        fail(call, message.arg(call.function().pythonName).arg(given));
    }
    return call.rest().front();
}

std::span<const Value> argumentsBetween(const Call &call, size_t least, size_t most)
{
    noKeywords(call);
    const size_t given = call.rest().size();
    if (given >= least && given <= most)
        return call.rest();
    const size_t expected = given < least ? least : most;
    fail(call,
         QStringLiteral("%1 expected %2%3 argument%4, got %5")
             .arg(methodName(call),
                  least == most       ? QString()
                      : given < least ? QStringLiteral("at least ")
                                      : QStringLiteral("at most "))
             .arg(expected)
             .arg(plural(expected))
             .arg(given));
}

std::span<const Value> parsedArguments(const Call &call, size_t least, size_t most)
{
    if (!call.keywords().empty())
        fail(call, QStringLiteral("%1() takes no keyword arguments").arg(methodName(call)));
    const size_t given = call.rest().size();
    if (given >= least && given <= most)
        return call.rest();
    const size_t expected = given < least ? least : most;
    fail(
        call,
        QStringLiteral("%1() takes at %2 %3 argument%4 (%5 given)")
            .arg(methodName(call), given < least ? QStringLiteral("least") : QStringLiteral("most"))
            .arg(expected)
            .arg(plural(expected))
            .arg(given));
}

std::vector<Value> namedArguments(const Call &call, std::initializer_list<const char16_t *> names)
{
    const size_t given = call.rest().size() + call.keywords().size();
    if (given > names.size()) {
        fail(call,
             QStringLiteral("%1() takes at most %2 %3argument%4 (%5 given)")
                 .arg(methodName(call))
                 .arg(names.size())
                 .arg(call.rest().empty() ? QStringLiteral("keyword ") : QString(),
                      plural(names.size()))
                 .arg(given));
    }
    std::vector<Value> bound(call.rest().begin(), call.rest().end());
    bound.resize(names.size());
    for (const NamedArgument &argument : call.keywords()) {
        const auto name = std::ranges::find_if(
            names, [&](const char16_t *known) { return argument.name == known; });
        if (name == names.end()) {
            const auto message = QStringLiteral("'%1' is an invalid keyword argument for %2()");
            fail(call, message.arg(argument.name, methodName(call)));
        }
        const auto place = static_cast<size_t>(name - names.begin());
        if (!bound[place].isMissing()) {
            const auto message
                = QStringLiteral("argument for %1() given by name ('%2') and position (%3)");
            fail(call, message.arg(methodName(call), argument.name).arg(place + 1));
        }
        bound[place] = argument.value;
    }
    return bound;
}

qint64 asIndex(Runtime &runtime, const Value &value)
{
    if (value.is(Value::Type::BigInt))
        runtime.fail(FailureKind::Overflow,
                     QStringLiteral("Python int too large to convert to C ssize_t"));
    if (!value.isIntegral()) {
        const auto message = QStringLiteral("'%1' object cannot be interpreted as an integer");
        runtime.fail(FailureKind::Type, message.arg(runtime.typeName(value)));
    }
    return value.integer();
}

qint64 asSliceBound(Runtime &runtime, const Value &value, qint64 fallback, bool allowsNone)
{
    if (value.isMissing() || (allowsNone && value.isNone()))
        return fallback;
    if (value.is(Value::Type::BigInt))
        return value.toInteger().sign() < 0 ? std::numeric_limits<qint64>::min()
                                            : std::numeric_limits<qint64>::max();
    if (!value.isIntegral()) {
        runtime.fail(
            FailureKind::Type,
            allowsNone
                ? QStringLiteral(
                      "slice indices must be integers or None or have an __index__ method")
                : QStringLiteral("slice indices must be integers or have an __index__ method"));
    }
    return value.integer();
}

qint64 clampedBound(qint64 index, qint64 length)
{
    if (index < 0)
        index = index < -length ? 0 : index + length;
    return std::min(index, length);
}

QString unhashableType(const Runtime &runtime, const Value &key)
{
    if (isHashable(key))
        return {};
    if (!key.is(Value::Type::Tuple))
        return runtime.typeName(key);
    const auto &items = key.items().items;
    const auto worst = std::ranges::find_if_not(items, isHashable);
    return worst == items.end() ? QString() : unhashableType(runtime, *worst);
}

void requireHashable(Runtime &runtime, const Value &key)
{
    const QString type = unhashableType(runtime, key);
    if (!type.isEmpty())
        runtime.fail(FailureKind::Type, QStringLiteral("unhashable type: '%1'").arg(type));
}

} // namespace waymark::jinja
