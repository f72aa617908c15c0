#include "models/jinja/textbuilder.h"

#include <utility>

namespace waymark::jinja {

void TextBuilder::grow(qsizetype length)
{
    const qsizetype size = m_text.size() + length;
    if (size <= m_charged)
        return;
    m_runtime.chargeText(size);
    m_charged = size + size / 8 + 64;
}

void TextBuilder::mark(Tags tags)
{
    if (m_runtime.isTracking())
        m_pieces.push_back({m_text.size(), tags, 0, 0});
}

void TextBuilder::append(QStringView text, Tags tags)
{
    if (text.isEmpty() && tags == 0)
        return;
    grow(text.size());
    m_text += text;
    mark(m_runtime.tagTable().flattened(tags));
}

void TextBuilder::appendPart(const Value &source, qsizetype start, qsizetype length)
{
    const TagTable::Pieces *pieces
        = m_runtime.isTracking() ? m_runtime.tagTable().pieces(source.tags()) : nullptr;
    if (!pieces) {
        append(QStringView(source.text()).sliced(start, length), source.tags());
        return;
    }
    grow(length);
    const qsizetype end = start + length;
    const qsizetype shift = m_text.size() - start;
    m_text += QStringView(source.text()).sliced(start, length);
    qsizetype before = 0;
    for (TagTable::Piece piece : *pieces) {
        const qsizetype from = std::exchange(before, piece.end);
        const bool isEmpty = from == piece.end && from >= start && from <= end;
        if (!isEmpty && (piece.end <= start || from >= end))
            continue;
        piece.end = std::min(piece.end, end) + shift;
        m_pieces.push_back(piece);
    }
}

void TextBuilder::append(const Value &value)
{
    if (value.isText())
        appendPart(value, 0, value.text().size());
    else
        append(m_runtime.text(value), m_runtime.deepTags(value));
}

Value TextBuilder::take(bool isMarkup)
{
    m_runtime.chargeText(m_text.size());
    Value result = isMarkup ? Value::markup(std::move(m_text)) : Value(std::move(m_text));
    m_text = QString();
    if (m_runtime.isTracking())
        result.setTags(m_runtime.tagTable().fromPieces(std::move(m_pieces)));
    m_pieces = {};
    return result;
}

} // namespace waymark::jinja
