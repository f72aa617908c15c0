#include "models/jinja/output.h"

#include "models/jinja/failure.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

namespace waymark::jinja {

namespace {
constexpr size_t finestMarks = 1'000'000; // behind them, neighbours that depend on the same are one
}

namespace {
/// With U+FFFD for each half of a surrogate pair that stands alone.
QString withoutHalves(QStringView text)
{
    QString result = text.toString();
    for (qsizetype i = 0; i < result.size(); ++i) {
        const bool isPair = result[i].isHighSurrogate() && i + 1 < result.size()
            && result[i + 1].isLowSurrogate();
        if (isPair)
            ++i;
        else if (result[i].isSurrogate())
            result[i] = QChar::ReplacementCharacter;
    }
    return result;
}
} // namespace

void Output::grow(qsizetype size)
{
    if (size > m_limit) {
        const auto message
            = QCoreApplication::translate("jinja", "the output is larger than %1 MB");
        throw Failure{.kind = FailureKind::Limit, .message = message.arg(m_limit >> 20)};
    }
    m_bytes.resize(std::min(std::max<qsizetype>({size, m_bytes.size() * 2, 512}), m_limit));
    m_data = m_bytes.data();
}

void Output::reserve(qsizetype size)
{
    if (size <= m_bytes.size() || size > m_limit)
        return;
    m_bytes.resize(size);
    m_data = m_bytes.data();
}

void Output::refuse(const QString &type, Place place)
{
    if (!m_refusal) {
        const auto message = QStringLiteral("sequence item %1: expected str instance, %2 found");
        m_refusal = Refusal{message.arg(m_parts).arg(type), place};
    }
    ++m_parts;
}

void Output::append(QByteArrayView utf8)
{
    if (utf8.isEmpty())
        return;
    std::memcpy(room(utf8.size()), utf8.data(), static_cast<size_t>(utf8.size()));
    m_size += utf8.size();
}

void Output::append(char ascii)
{
    *room(1) = ascii;
    ++m_size;
}

void Output::append(QStringView text)
{
    if (text.isEmpty())
        return;
    char *out = room(text.size());
    const char16_t *in = text.utf16();
    char16_t all = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        all |= in[i];
        out[i] = static_cast<char>(in[i]);
    }
    if (all < 0x80)
        m_size += text.size();
    else
        appendOther(text);
}

/// More than ASCII. Two halves of a surrogate pair that come one behind the other are one
/// character, as they are in JavaScript's texts.
void Output::appendOther(QStringView text)
{
    if (m_halfEnd > 0 && m_halfEnd == m_size && text.front().isLowSurrogate()) {
        m_size -= qsizetype(sizeof("\uFFFD")) - 1;
        for (auto mark = m_marks.rbegin(); mark != m_marks.rend() && mark->end > m_size; ++mark)
            mark->end = m_size;
        append(QByteArrayView((QString(m_half) + text.front()).toUtf8()));
        text = text.sliced(1);
    }
    if (text.isEmpty())
        return;
    append(QByteArrayView(text.isValidUtf16() ? text.toUtf8() : withoutHalves(text).toUtf8()));
    m_half = text.back();
    m_halfEnd = m_half.isHighSurrogate() ? m_size : 0;
}

void Output::mark(Tags tags, Place place)
{
    if (!m_isMarking)
        return;
    if (m_marks.size() > finestMarks && m_marks.back().tags == tags)
        m_marks.back().end = m_size;
    else
        m_marks.push_back({m_size, tags, place});
}

void Output::truncate(qsizetype size, size_t marks)
{
    m_size = size;
    m_marks.resize(std::min(marks, m_marks.size()));
}

QByteArray Output::take()
{
    m_bytes.truncate(m_size);
    m_data = nullptr;
    m_size = 0;
    return std::move(m_bytes);
}

} // namespace waymark::jinja
