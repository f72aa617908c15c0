#pragma once

#include "models/jinja/value.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QStringView>

#include <optional>
#include <utility>
#include <vector>

namespace waymark::jinja {

/// Where in which template of a render something was printed.
struct Place
{
    quint32 source = 0; ///< From 1, by Interpreter's count of templates; 0: nowhere.
    quint32 offset = 0;
};

/// Bytes that grow, and where each stretch of them comes from.
class Output
{
public:
    struct Mark
    {
        qsizetype end = 0;
        Tags tags = 0;
        Place place = {};
    };

    /// Grows to `limit` bytes at most: then append() throws a std::length_error.
    Output(qsizetype limit, bool isMarking)
        : m_limit(limit)
        , m_isMarking(isMarking)
    {
    }

    /// Room for so many bytes at once, if there may be so many.
    void reserve(qsizetype size);
    void append(QByteArrayView utf8);
    void append(QStringView text);
    void append(char ascii);
    /// What was appended since the last mark comes from `tags` and was printed at `place`.
    void mark(Tags tags, Place place);
    /// Back to an earlier size.
    void truncate(qsizetype size, size_t marks);

    /// What Python's join() says at the end of all output where a part of it is no text.
    struct Refusal
    {
        QString message = {};
        Place place = {};
    };
    void countPart() { ++m_parts; }
    /// What is printed up to endPart(), which gets what this returned, is one part.
    [[nodiscard]] qint64 beginPart() { return std::exchange(m_parts, 0); }
    void endPart(qint64 before) { m_parts = before + 1; }
    /// The next part is a `type`, and was printed at `place`.
    void refuse(const QString &type, Place place);
    [[nodiscard]] const std::optional<Refusal> &refusal() const { return m_refusal; }

    [[nodiscard]] qsizetype size() const { return m_size; }
    [[nodiscard]] bool isMarking() const { return m_isMarking; }
    [[nodiscard]] const std::vector<Mark> &marks() const { return m_marks; }
    [[nodiscard]] QByteArrayView bytes() const { return QByteArrayView(m_bytes).first(m_size); }
    [[nodiscard]] QByteArray take();

private:
    /// Where `length` bytes may be written.
    [[nodiscard]] char *room(qsizetype length)
    {
        if (m_size + length > m_bytes.size())
            grow(m_size + length);
        return m_data + m_size;
    }
    void grow(qsizetype size);
    void appendOther(QStringView text);

    QByteArray m_bytes; ///< As long as there is room.
    char *m_data = nullptr;
    qsizetype m_size = 0;
    qsizetype m_limit;
    qsizetype m_halfEnd = 0; ///< Behind the half of a surrogate pair, while nothing follows it,
    QChar m_half; ///< and which that was.
    bool m_isMarking;
    qint64 m_parts = 0;
    std::optional<Refusal> m_refusal;
    std::vector<Mark> m_marks;
};

} // namespace waymark::jinja
