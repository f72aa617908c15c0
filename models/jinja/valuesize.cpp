#include "models/jinja/valuesize.h"

#include "models/jinja/containers.h"
#include "models/jinja/object.h"

#include <algorithm>

namespace waymark::jinja {
namespace {

constexpr quint64 blockSize = 32; // of what is allocated by itself, beside its contents
constexpr quint64 objectSize = 256; // of an object with all that it needs
constexpr quint64 entrySize = sizeof(DictData::Entry) + 12; // with its share of the table

quint64 sizeOfText(const Value &value)
{
    const QString &text = value.text();
    return text.isDetached() ? blockSize + static_cast<quint64>(text.size()) * sizeof(QChar) : 0;
}

/// Of the texts among the first `count` items of the list `value`.
quint64 sizeOfTexts(const Value &value, quint64 count)
{
    quint64 size = 0;
    const std::vector<Value> &items = value.items().items;
    for (size_t i = 0; i < count; ++i)
        size += items[i].isText() ? sizeOfText(items[i]) : 0;
    return size;
}

} // namespace

quint64 itemsHeld(const Value &value)
{
    if (value.isSequence())
        return value.items().items.size();
    return value.is(Value::Type::Dict) ? static_cast<quint64>(value.dict().size()) : 0;
}

quint64 roomFor(const Value &value, quint64 count)
{
    return count * (value.isSequence() ? sizeof(Value) : entrySize);
}

quint64 sizeMade(const Value &value, quint64 mostItems)
{
    const quint64 items = std::min(itemsHeld(value), mostItems);
    switch (value.type()) {
    case Value::Type::Text:
        return sizeOfText(value);
    case Value::Type::BigInt:
        return blockSize + static_cast<quint64>(value.toInteger().bits()) / 8;
    case Value::Type::List:
    case Value::Type::Tuple:
        return 2 * blockSize + roomFor(value, items) + sizeOfTexts(value, items);
    case Value::Type::Dict:
        return 2 * blockSize + roomFor(value, items);
    case Value::Type::Range:
        return objectSize;
    case Value::Type::Object:
        return objectSize + value.object().bytesHeld();
    default:
        return 0;
    }
}

} // namespace waymark::jinja
