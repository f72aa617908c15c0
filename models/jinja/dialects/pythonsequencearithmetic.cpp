#include "models/jinja/dialects/pythonarithmetic.h"

#include "models/jinja/dialects/python.h"
#include "models/jinja/methods/pythonbytes.h"

#include <limits>

namespace waymark::jinja::python {
namespace {

/// What CPython itself puts together and repeats; Markup does so in methods of its own.
bool isPlainSequence(const Value &value)
{
    return value.isSequence() || (value.isText() && !value.isMarkup()) || value.as<BytesObject>();
}

Value repeatedTimes(Runtime &runtime, const Value &what, const Value &times)
{
    const auto small = times.toInteger().toInt64();
    if (!small)
        runtime.fail(FailureKind::Overflow,
                     QStringLiteral("cannot fit 'int' into an index-sized integer"));
    const qint64 count = std::max<qint64>(*small, 0);
    const auto sizeOf = [&](qsizetype one) {
        qint64 size = 0;
        return __builtin_mul_overflow(one, count, &size) ? std::numeric_limits<qsizetype>::max()
                                                         : size;
    };
    if (what.isText()) {
        runtime.chargeText(sizeOf(what.text().size()));
        QString text = what.text().isEmpty() ? QString() : what.text().repeated(count);
        return what.isMarkup() ? Value::markup(std::move(text)) : Value(std::move(text));
    }
    if (const auto *bytes = what.as<BytesObject>()) {
        runtime.chargeText(sizeOf(bytes->bytes().size()));
        return bytesOf(bytes->bytes().isEmpty() ? QByteArray() : bytes->bytes().repeated(count));
    }
    const auto &items = what.items().items;
    runtime.chargeItems(sizeOf(static_cast<qsizetype>(items.size())));
    auto all = make<ListData>();
    for (qint64 i = 0; i < count && !items.empty(); ++i)
        all->items.insert(all->items.end(), items.begin(), items.end());
    return what.is(Value::Type::List) ? Value::list(all) : Value::tuple(all);
}

Value concatenatedBytes(Runtime &runtime, const Value &a, const Value &b)
{
    const auto *tail = b.as<BytesObject>();
    if (!tail)
        runtime.fail(FailureKind::Type,
                     QStringLiteral("can't concat %1 to bytes").arg(typeName(b)));
    const QByteArray &head = a.as<BytesObject>()->bytes();
    runtime.chargeText(head.size() + tail->bytes().size());
    return bytesOf(head + tail->bytes());
}

} // namespace

Value concatenated(Runtime &runtime, const Value &a, const Value &b)
{
    if (a.as<BytesObject>() && !b.isUndefined())
        return concatenatedBytes(runtime, a, b);
    if (a.isText() && b.isText()) {
        const bool isMarkup = a.isMarkup() || b.isMarkup();
        QString text = isMarkup ? runtime.escaped(a).text() : a.text();
        const QString tail = isMarkup ? runtime.escaped(b).text() : b.text();
        runtime.chargeText(text.size() + tail.size());
        text += tail;
        return isMarkup ? Value::markup(std::move(text)) : Value(std::move(text));
    }
    if (a.isSequence() && a.type() == b.type()) {
        const auto &tail = b.items().items;
        auto all = make<ListData>(a.items().items);
        runtime.chargeItems(std::ssize(all->items) + std::ssize(tail));
        all->items.insert(all->items.end(), tail.begin(), tail.end());
        return a.is(Value::Type::List) ? Value::list(all) : Value::tuple(all);
    }
    if (isPlainSequence(a) && !b.isUndefined()) {
        const QString type = a.isText() ? QStringLiteral("str")
            : a.is(Value::Type::Tuple)  ? QStringLiteral("tuple")
                                        : typeName(a);
        runtime.fail(
            FailureKind::Type,
            QStringLiteral("can only concatenate %1 (not \"%2\") to %1").arg(type, typeName(b)));
    }
    failOperands(runtime, BinaryOperator::Add, a, b);
}

Value repeated(Runtime &runtime, const Value &a, const Value &b)
{
    const auto repeats = [](const Value &value) {
        return value.isText() || value.isSequence() || value.as<BytesObject>();
    };
    if (repeats(a) && b.isIntegral())
        return repeatedTimes(runtime, a, b);
    if (repeats(b) && a.isIntegral())
        return repeatedTimes(runtime, b, a);
    if ((isPlainSequence(a) && !b.isUndefined()) || (isPlainSequence(b) && !a.isUndefined())) {
        runtime.fail(FailureKind::Type,
                     QStringLiteral("can't multiply sequence by non-int of type '%1'")
                         .arg(typeName(isPlainSequence(a) ? b : a)));
    }
    failOperands(runtime, BinaryOperator::Multiply, a, b);
}

} // namespace waymark::jinja::python
