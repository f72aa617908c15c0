#include "models/jinja/runtime.h"

#include "models/base/closest.h"
#include "models/jinja/dialect.h"
#include "models/jinja/engine.h"
#include "models/jinja/function.h"
#include "models/jinja/template.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QTimeZone>

#include <algorithm>

namespace waymark::jinja {

namespace {

constexpr quint64 stepsBetweenLooks = 4096; // a few dozen microseconds

quint64 seedOf(const QByteArray &seed)
{
    const QByteArray hash = QCryptographicHash::hash(seed, QCryptographicHash::Sha256);
    quint64 number = 0;
    for (int i = 0; i < 8; ++i)
        number = number << 8 | static_cast<uchar>(hash[i]);
    return number;
}

} // namespace

Runtime::Runtime(const CompiledEnvironment &environment, const RenderOptions &options)
    : m_environment(environment)
    , m_dialect(&environment.dialect)
    , m_limits(options.limits)
    , m_stop(options.stop)
    , m_now(options.now)
    , m_seed(options.seed)
    , m_autoescape(environment.options.autoescape)
    , m_steps(options.limits.steps
              - (options.spent ? std::min(*options.spent, options.limits.steps) : 0))
    , m_before(m_steps)
    , m_spent(options.spent)
    , m_draws(options.draws)
    , m_started(m_limits.time ? std::chrono::steady_clock::now()
                              : std::chrono::steady_clock::time_point())
{
}

Runtime::~Runtime()
{
    if (m_spent)
        *m_spent += m_before - m_steps - m_fuel;
}

const Options &Runtime::options() const
{
    return m_environment.options;
}

void Runtime::refuel(quint64 steps)
{
    if (m_stop.stop_requested())
        fail(FailureKind::Cancelled, QCoreApplication::translate("jinja", "stopped"));
    if (m_limits.time && std::chrono::steady_clock::now() - m_started > *m_limits.time) {
        const auto message
            = QCoreApplication::translate("jinja", "the template runs for longer than %1 ms");
        fail(FailureKind::Limit, message.arg(m_limits.time->count()),
             QCoreApplication::translate("jinja", "Look for a loop that runs too often."));
    }
    const quint64 wanted = std::max(steps + 1, stepsBetweenLooks);
    if (m_fuel + m_steps <= steps) {
        const auto message
            = QCoreApplication::translate("jinja", "the template takes more than %1 steps");
        fail(FailureKind::Limit, message.arg(m_limits.steps),
             QCoreApplication::translate("jinja", "Look for a loop that runs too often."));
    }
    const quint64 added = std::min(wanted, m_steps);
    m_steps -= added;
    m_fuel += added;
}

void Runtime::chargeText(qsizetype length)
{
    if (length > m_limits.output) {
        const auto message = QCoreApplication::translate("jinja", "a text of more than %1 MB");
        fail(FailureKind::Limit, message.arg(m_limits.output >> 20),
             QCoreApplication::translate("jinja",
                                         "Look for a text that is repeated, or grows in a loop."));
    }
    charge(static_cast<quint64>(length) / 16);
}

void Runtime::checkItems(qsizetype count) const
{
    if (count > m_limits.items) {
        const auto message = QCoreApplication::translate("jinja", "more than %1 items");
        fail(FailureKind::Limit, message.arg(m_limits.items),
             QCoreApplication::translate(
                 "jinja", "Look for a range or a list that is longer than it has to be."));
    }
}

void Runtime::chargeItems(qsizetype count)
{
    checkItems(count);
    charge(static_cast<quint64>(count));
}

void Runtime::fail(FailureKind kind, const QString &message, const QString &hint) const
{
    failHere({.kind = kind, .message = message, .hint = hint});
    Q_UNREACHABLE();
}

QDateTime Runtime::now() const
{
    return m_now.isValid() ? m_now : QDateTime::fromSecsSinceEpoch(0, QTimeZone::UTC);
}

bool Runtime::isTrue(const Value &value)
{
    return m_dialect->truthy(*this, value);
}
QString Runtime::text(const Value &value)
{
    return value.isText() ? value.text() : m_dialect->text(*this, value);
}
QString Runtime::repr(const Value &value)
{
    return m_dialect->repr(*this, value);
}
QString Runtime::typeName(const Value &value) const
{
    if (!value.isUndefined() || !m_dialect->bindsAsPython)
        return m_dialect->typeName(value);
    const UndefinedData *why = value.undefinedReason();
    switch (why && why->lenient ? UndefinedKind::Lenient : options().undefined) {
    case UndefinedKind::Strict:
        return QStringLiteral("StrictUndefined");
    case UndefinedKind::Chainable:
        return QStringLiteral("ChainableUndefined");
    case UndefinedKind::Debug:
        return QStringLiteral("DebugUndefined");
    default:
        return QStringLiteral("Undefined");
    }
}
bool Runtime::equal(const Value &a, const Value &b)
{
    return m_dialect->equal(*this, a, b);
}
bool Runtime::compare(Comparison how, const Value &a, const Value &b)
{
    return m_dialect->compare(*this, how, a, b);
}
bool Runtime::contains(const Value &container, const Value &value)
{
    return m_dialect->contains(*this, container, value);
}
Value Runtime::add(const Value &a, const Value &b)
{
    return m_dialect->binary(*this, BinaryOperator::Add, a, b);
}
Value Runtime::attribute(const Value &base, const QString &name)
{
    return m_dialect->attribute(*this, base, name);
}
Value Runtime::item(const Value &base, const Value &key)
{
    return m_dialect->item(*this, base, key);
}
bool Runtime::isCallable(const Value &value) const
{
    return value.is(Value::Type::Object) && value.object().isCallable();
}
std::optional<qsizetype> Runtime::length(const Value &value)
{
    return m_dialect->length(*this, value);
}
bool Runtime::isIterable(const Value &value) const
{
    return m_dialect->isIterable(value);
}
std::vector<Value> Runtime::items(const Value &value)
{
    return m_dialect->items(*this, value);
}

Value Runtime::call(const Value &callee, const Arguments &arguments)
{
    if (callee.isUndefined())
        failUndefined(callee);
    if (!callee.is(Value::Type::Object))
        fail(FailureKind::Type,
             QStringLiteral("'%1' object is not callable").arg(typeName(callee)));
    charge(1);
    return callee.object().call(*this, arguments);
}

const Function *Runtime::findFilter(const QString &name) const
{
    return m_environment.filters.find(name);
}
const Function *Runtime::findTest(const QString &name) const
{
    return m_environment.tests.find(name);
}

bool Runtime::applyTest(const QString &name, const Arguments &arguments)
{
    const Function *function = findTest(name);
    if (!function)
        fail(FailureKind::Runtime, m_dialect->noSuchTest(name), didYouMeanTest(name));
    return truthy(Call::run(*this, *function, arguments));
}

QString Runtime::didYouMeanFilter(const QString &name) const
{
    return m_environment.filterHint(name);
}
QString Runtime::didYouMeanTest(const QString &name) const
{
    return didYouMean(name, m_environment.tests.names());
}

Value Runtime::escaped(const Value &value)
{
    if (value.isMarkup())
        return value;
    Value result = Value::markup(m_dialect->escape(text(value)));
    result.setTags(deepTags(value));
    return result;
}

quint64 Runtime::random(quint64 bound)
{
    Q_ASSERT(bound > 0);
    if (m_draws)
        *m_draws = true;
    if (!m_random)
        m_random = std::make_unique<std::mt19937_64>(seedOf(m_seed));
    const quint64 highest = std::mt19937_64::max() - std::mt19937_64::max() % bound;
    quint64 drawn = (*m_random)();
    while (drawn >= highest)
        drawn = (*m_random)();
    return drawn % bound;
}

} // namespace waymark::jinja
