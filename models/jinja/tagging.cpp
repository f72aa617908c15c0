#include "models/jinja/dialect.h"
#include "models/jinja/interpreter.h"
#include "models/jinja/runtime.h"

#include <algorithm>

namespace waymark::jinja {
namespace {

constexpr int deepestTags = 64; // a structure that holds itself ends here

qsizetype lengthOfTexts(std::span<const Value> values)
{
    qsizetype length = 0;
    for (const Value &value : values)
        length += value.isText() ? value.text().size() : 0;
    return length;
}

/// Unites the tags of a value and of all it holds.
class DeepTags
{
public:
    explicit DeepTags(Runtime &runtime)
        : m_runtime(runtime)
    {
    }

    Tags of(const Value &value, int depth)
    {
        Tags tags = m_runtime.shallowTags(value);
        if (depth > deepestTags)
            return tags;
        if (value.isSequence()) {
            m_runtime.charge(value.items().items.size() / 8);
            for (const Value &item : value.items().items)
                tags = m_runtime.tagTable().united(tags, of(item, depth + 1));
        } else if (value.is(Value::Type::Dict)) {
            for (const DictData::Entry &entry : value.dict().entries()) {
                tags = m_runtime.tagTable().united(tags, of(entry.key, depth + 1));
                tags = m_runtime.tagTable().united(tags, of(entry.value, depth + 1));
            }
        } else if (value.is(Value::Type::Object)) {
            if (const Value plain = value.object().plain(); !plain.isMissing())
                tags = m_runtime.tagTable().united(tags, of(plain, depth + 1));
        }
        return tags;
    }

private:
    Runtime &m_runtime;
};

} // namespace

Tags Runtime::deepTags(const Value &value)
{
    return isTracking() ? DeepTags(*this).of(value, 0) : 0;
}

Tags Runtime::shallowTags(const Value &value)
{
    if (!isTracking())
        return 0;
    const Tags tags = m_tagTable.flattened(value.tags());
    if (value.isSequence())
        return m_tagTable.united(tags, value.items().shape);
    if (value.is(Value::Type::Dict))
        return m_tagTable.united(tags, value.dict().shape);
    if (value.is(Value::Type::Object))
        return m_tagTable.united(tags, value.object().shape());
    return tags;
}

Value Runtime::tagged(Value value, Tags tags)
{
    if (tags == 0)
        return value;
    const auto *pieces = m_tagTable.pieces(value.tags());
    if (!pieces) {
        value.setTags(m_tagTable.united(value.tags(), tags));
        return value;
    }
    TagTable::Pieces more = *pieces;
    for (TagTable::Piece &piece : more)
        piece.tags = m_tagTable.united(piece.tags, tags);
    value.setTags(m_tagTable.fromPieces(std::move(more)));
    return value;
}

void Interpreter::tagResult(BinaryOperator op, Value &result, const Value &left, const Value &right)
{
    if (!isTracking())
        return;
    if (op == BinaryOperator::Modulo && left.isText())
        return; // a format, which has seen to its parts itself
    const bool joins = op == BinaryOperator::Add || op == BinaryOperator::Concatenate;
    if (joins && result.isText() && (left.isText() || right.isText())) {
        const qsizetype size = result.text().size();
        qsizetype leftSize = left.isText() ? left.text().size() : size - right.text().size();
        Tags leftTags = left.isText() ? left.tags() : deepTags(left);
        Tags rightTags = right.isText() ? right.tags() : deepTags(right);
        const bool isEscaped = left.isText() && right.isText()
            && leftSize + right.text().size() != size; // one of them, as the other is markup
        if (isEscaped && right.isMarkup()) {
            leftSize = size - right.text().size();
            leftTags = m_tagTable.flattened(leftTags);
        } else if (isEscaped) {
            rightTags = m_tagTable.flattened(rightTags);
        }
        const qsizetype rightSize = size - leftSize;
        result.setTags(rightSize < 0
                           ? m_tagTable.united(leftTags, rightTags)
                           : m_tagTable.concatenated(leftTags, leftSize, rightTags, rightSize));
        return;
    }
    const bool isContainer = result.isSequence() || result.is(Value::Type::Dict);
    if (isContainer)
        taintShape(result, m_tagTable.united(shallowTags(left), shallowTags(right)));
    else
        result.setTags(m_tagTable.united(deepTags(left), deepTags(right)));
}

Value Interpreter::joined(std::span<const Value> values, bool isPlain)
{
    const bool isMarkup = m_autoescape && !isPlain && std::ranges::any_of(values, &Value::isMarkup);
    QString all;
    all.reserve(std::min(lengthOfTexts(values), m_limits.output));
    Tags tags = 0;
    for (const Value &value : values) {
        const qsizetype before = all.size();
        const QString part = isMarkup ? escaped(value).text() : text(value);
        chargeText(before + part.size());
        all += part;
        if (!isTracking())
            continue;
        const Tags own
            = value.isText() && part.size() == value.text().size() ? value.tags() : deepTags(value);
        tags = m_tagTable.concatenated(tags, before, own, part.size());
    }
    Value result = isMarkup ? Value::markup(std::move(all)) : Value(std::move(all));
    chargeMade(result, 0);
    result.setTags(tags);
    return result;
}

Value Interpreter::missingElse(quint32 offset)
{
    if (!dialect().needsElse)
        return {QString()};
    const SourceText &source = m_frame.source->source;
    auto why = make<UndefinedData>();
    why->hint = QStringLiteral(
                    "the inline if-expression on line %1 in '%2' evaluated to false and no else "
                    "section was defined.")
                    .arg(source.line(offset))
                    .arg(source.name());
    why->lenient = true;
    return Value::undefined(why);
}

void Interpreter::taintShape(const Value &value, Tags tags)
{
    if (value.isSequence())
        value.items().shape = m_tagTable.united(value.items().shape, tags);
    else if (value.is(Value::Type::Dict))
        value.dict().shape = m_tagTable.united(value.dict().shape, tags);
    else if (value.is(Value::Type::Object))
        value.object().addShape(*this, tags);
}

} // namespace waymark::jinja
