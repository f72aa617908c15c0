#include "models/jinja/dialects/python.h"

#include "models/jinja/dialects/codepoints.h"
#include "models/jinja/methods/pythonbytes.h"

#include <algorithm>
#include <limits>

namespace waymark::jinja::python {
namespace {

/// slice.indices(size).
struct Indices
{
    qint64 start = 0;
    qint64 stop = 0;
    qint64 step = 1;
    [[nodiscard]] qint64 count() const { return RangeData(start, stop, step).size(); }
};

std::optional<qint64> sliceIndex(Runtime &runtime, const Value &value)
{
    if (value.isMissing() || value.isNone())
        return std::nullopt;
    if (!value.isIntegral()) {
        runtime.fail(
            FailureKind::Type,
            QStringLiteral("slice indices must be integers or None or have an __index__ method"));
    }
    const Integer integer = value.toInteger();
    constexpr qint64 most = std::numeric_limits<qint64>::max() / 4;
    return integer.toInt64() ? std::clamp(*integer.toInt64(), -most, most)
        : integer.sign() < 0 ? -most
                             : most;
}

Indices indicesOf(Runtime &runtime, const SliceObject &slice, qint64 size)
{
    Indices result;
    result.step = sliceIndex(runtime, slice.step).value_or(1);
    if (result.step == 0)
        runtime.fail(FailureKind::Value, QStringLiteral("slice step cannot be zero"));
    const bool descends = result.step < 0;
    const qint64 lower = descends ? -1 : 0;
    const qint64 upper = descends ? size - 1 : size;
    const auto clamped = [&](const Value &part, qint64 fallback) {
        const auto index = sliceIndex(runtime, part);
        if (!index)
            return fallback;
        return std::clamp(*index < 0 ? *index + size : *index, lower, upper);
    };
    result.start = clamped(slice.start, descends ? upper : lower);
    result.stop = clamped(slice.stop, descends ? lower : upper);
    return result;
}

Value slicedText(Runtime &runtime, const Value &base, const SliceObject &slice)
{
    const QString &text = base.text();
    const Indices indices = indicesOf(runtime, slice, codePointCount(text));
    QString result;
    if (indices.step == 1) {
        result = codePoints(text, indices.start, std::max<qint64>(0, indices.stop - indices.start));
    } else {
        const QList<uint> points = text.toUcs4();
        QList<uint> chosen;
        for (qint64 i = 0; i < indices.count(); ++i)
            chosen.append(points[indices.start + i * indices.step]);
        result = QString::fromUcs4(reinterpret_cast<const char32_t *>(chosen.constData()),
                                   chosen.size());
    }
    return base.isMarkup() ? Value::markup(result) : Value(result);
}

} // namespace

bool canBeSliced(const Value &base, const SliceObject &slice)
{
    const auto isIndex
        = [](const Value &part) { return part.isMissing() || part.isNone() || part.isIntegral(); };
    const bool isSliceable = base.isText() || base.isSequence() || base.is(Value::Type::Range)
        || base.as<BytesObject>();
    if (!isSliceable || !isIndex(slice.step))
        return false;
    const bool isRefused = slice.step.isIntegral() && slice.step.toInteger().isZero();
    return isRefused || (isIndex(slice.start) && isIndex(slice.stop));
}

Value sliced(Runtime &runtime, const Value &base, const SliceObject &slice)
{
    if (base.isText())
        return slicedText(runtime, base, slice);
    if (const auto *bytes = base.as<BytesObject>()) {
        const Indices indices = indicesOf(runtime, slice, bytes->bytes().size());
        QByteArray part;
        for (qint64 i = 0; i < indices.count(); ++i)
            part += bytes->bytes()[indices.start + i * indices.step];
        return bytesOf(part);
    }
    if (base.is(Value::Type::Dict))
        runtime.fail(FailureKind::Type, QStringLiteral("unhashable type: 'slice'"));
    if (!base.isSequence() && !base.is(Value::Type::Range)) {
        runtime.fail(FailureKind::Type,
                     QStringLiteral("'%1' object is not subscriptable").arg(typeName(base)));
    }
    if (base.is(Value::Type::Range)) {
        const RangeData &range = base.range();
        const Indices indices = indicesOf(runtime, slice, range.size());
        return {make<RangeData>(range.at(indices.start), range.at(indices.stop),
                                range.step * indices.step)};
    }
    const auto &items = base.items().items;
    const Indices indices = indicesOf(runtime, slice, static_cast<qint64>(items.size()));
    runtime.chargeItems(indices.count());
    auto result = make<ListData>();
    for (qint64 i = 0; i < indices.count(); ++i)
        result->items.push_back(items[static_cast<size_t>(indices.start + i * indices.step)]);
    return base.is(Value::Type::List) ? Value::list(result) : Value::tuple(result);
}

} // namespace waymark::jinja::python

namespace waymark::jinja {

QString SliceObject::toText(Runtime &runtime) const
{
    const auto shown
        = [&](const Value &part) { return runtime.repr(part.isMissing() ? Value::none() : part); };
    return QStringLiteral("slice(%1, %2, %3)").arg(shown(start), shown(stop), shown(step));
}

} // namespace waymark::jinja
