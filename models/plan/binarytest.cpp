#include "models/plan/binarytest.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <optional>

namespace waymark {
namespace {

constexpr qsizetype looked = 512;
constexpr qsizetype reserve = 3; // so that a character cut at the end of `looked` can be read whole

quint8 byteAt(QByteArrayView bytes, qsizetype i)
{
    return static_cast<quint8>(bytes[i]);
}

/// A byte order mark of text, or a signature of what is no text, decides at once.
std::optional<bool> bySignature(QByteArrayView bytes)
{
    using namespace std::string_view_literals;
    constexpr std::array textMarks
        = {"\xef\xbb\xbf"sv, "\0\0\xfe\xff"sv, "\xff\xfe\0\0"sv, "\x84\x31\x95\x33"sv};
    const auto starts
        = [bytes](std::string_view mark) { return bytes.startsWith(QByteArrayView(mark)); };
    if (std::ranges::any_of(textMarks, starts))
        return false;
    if (starts("%PDF-"sv))
        return true;
    if (starts("\xfe\xff"sv) || starts("\xff\xfe"sv))
        return false;
    return std::nullopt;
}

bool isPlain(quint8 byte)
{
    return (byte >= 7 && byte <= 14) || (byte >= 32 && byte <= 127);
}

bool isContinuation(quint8 byte)
{
    return byte >= 0x80 && byte <= 0xbf;
}

/// How many bytes the UTF-8 sequence that starts with `lead` has; 0: `lead` starts none.
qsizetype sequenceLength(quint8 lead)
{
    if (lead >= 0xc0 && lead <= 0xdf)
        return 2;
    if (lead >= 0xe0 && lead <= 0xef)
        return 3;
    return lead >= 0xf0 && lead <= 0xf7 ? 4 : 0;
}

struct Step
{
    qsizetype last; ///< The last byte that was taken.
    bool isOdd;
};

/// Takes the sequence at `i`. A broken one is odd and uses up its second byte too, as the package
/// does.
Step takeSequence(QByteArrayView bytes, qsizetype i)
{
    const qsizetype length = sequenceLength(byteAt(bytes, i));
    if (length == 0 || i + length > bytes.size())
        return {i, true};
    const bool whole = std::ranges::all_of(bytes.sliced(i + 1, length - 1), [](char c) {
        return isContinuation(static_cast<quint8>(c));
    });
    return whole ? Step{i + length - 1, false} : Step{i + 1, true};
}

/// Reads a Protocol Buffers message as far as its wire types tell.
class WireReader
{
public:
    explicit WireReader(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    [[nodiscard]] bool ranOut() const { return m_ranOut; }

    /// Whether a field of a known wire type stands here.
    bool readField()
    {
        const quint32 key = readVarint();
        switch (key & 7) {
        case 0:
            readVarint();
            return true;
        case 1:
            skip(8);
            return true;
        case 2:
            skip(static_cast<qint32>(readVarint()));
            return true;
        case 5:
            skip(4);
            return true;
        default:
            return false;
        }
    }

private:
    quint32 readVarint()
    {
        quint32 value = 0;
        for (int index = 0; !m_ranOut; ++index) {
            const quint8 byte = readByte();
            value |= static_cast<quint32>(byte & 0x7f) << ((7 * index) % 32);
            if ((byte & 0x80) == 0)
                break;
            m_ranOut = m_ranOut || index >= 10;
        }
        return value;
    }

    quint8 readByte()
    {
        if (m_ranOut || m_at == m_bytes.size()) {
            m_ranOut = true;
            return 0xff;
        }
        return byteAt(m_bytes, m_at++);
    }

    void skip(qint32 count)
    {
        for (qint32 i = 0; i < count && !m_ranOut; ++i)
            readByte();
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_ranOut = false;
};

bool looksLikeMessages(QByteArrayView bytes)
{
    WireReader reader(bytes);
    for (int fields = 0;; ++fields) {
        const bool known = reader.readField();
        if (reader.ranOut())
            return fields > 0;
        if (!known)
            return false;
    }
}

} // namespace

bool isBinary(QByteArrayView contents)
{
    if (contents.isEmpty())
        return false;
    if (const auto decided = bySignature(contents))
        return *decided;
    const QByteArrayView bytes = contents.first(std::min(contents.size(), looked + reserve));
    const qsizetype scanned = std::min(bytes.size(), looked);
    qsizetype odd = 0;
    for (qsizetype i = 0; i < scanned; ++i) {
        if (byteAt(bytes, i) == 0)
            return true;
        if (isPlain(byteAt(bytes, i)))
            continue;
        const Step step = takeSequence(bytes, i);
        i = step.last;
        if (!step.isOdd)
            continue;
        ++odd;
        if (i >= 32 && odd * 100 > 10 * scanned)
            return true;
    }
    return odd * 100 > 10 * scanned || (odd > 1 && looksLikeMessages(bytes.first(scanned)));
}

} // namespace waymark
