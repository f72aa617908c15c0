#pragma once

#include "models/jinja/runtime.h"

#include <QString>

namespace waymark::jinja {

/// Puts a text together of parts of others, each of which keeps the answers that it comes from.
class TextBuilder
{
public:
    explicit TextBuilder(Runtime &runtime)
        : m_runtime(runtime)
    {
    }

    /// Room for so many units at once, if the limits allow for them.
    void reserve(qsizetype size)
    {
        grow(size);
        m_text.reserve(size);
    }
    /// Text that comes from `tags` as a whole.
    void append(QStringView text, Tags tags = 0);
    void append(const QString &text, Tags tags = 0) { append(QStringView(text), tags); }
    /// `length` units of `source`, which is a text, from `start`.
    void appendPart(const Value &source, qsizetype start, qsizetype length);
    /// All of `value`, as text.
    void append(const Value &value);

    [[nodiscard]] qsizetype size() const { return m_text.size(); }
    [[nodiscard]] Value take(bool isMarkup = false);

private:
    void grow(qsizetype length);
    void mark(Tags tags);

    Runtime &m_runtime;
    QString m_text;
    qsizetype m_charged = 0; ///< Up to this size the limits were looked at.
    TagTable::Pieces m_pieces;
};

} // namespace waymark::jinja
