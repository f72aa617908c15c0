#include "models/jinja/extensions/pythonrandom.h"

#include <QCryptographicHash>

#include <algorithm>

namespace waymark::jinja {
namespace {

/// The magnitude of `value`, 32 bits each, the lowest first.
std::vector<quint32> wordsOf(Integer value)
{
    if (value.sign() < 0)
        value = -value;
    std::vector<quint32> words;
    const Integer base = Integer(qint64(1) << 32);
    while (!value.isZero()) {
        words.push_back(static_cast<quint32>(*Integer::floorModulo(value, base).toInt64()));
        value = value.shiftedRight(32);
    }
    if (words.empty())
        words.push_back(0);
    return words;
}

/// A text as a number: its bytes and their SHA-512, the highest byte first.
std::vector<quint32> wordsOf(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    bytes += QCryptographicHash::hash(bytes, QCryptographicHash::Sha512);
    return wordsOf(*Integer::parse(bytes.toHex(), 16));
}

} // namespace

PythonRandom::PythonRandom(Runtime &runtime, const Value &seed)
    : m_runtime(runtime)
    , m_isSeeded(!seed.isNone())
{
    if (!m_isSeeded)
        return;
    if (!seed.isText() && !seed.isIntegral()) {
        runtime.fail(FailureKind::Type,
                     QStringLiteral("The only supported seed types are: None,\nint, float, str, "
                                    "bytes, and bytearray."));
    }
    fill(seed.isText() ? wordsOf(seed.text()) : wordsOf(seed.toInteger()));
}

// The Mersenne Twister, MT19937, as Matsumoto and Nishimura define it.

void PythonRandom::start(quint32 seed)
{
    m_state[0] = seed;
    for (quint32 i = 1; i < m_state.size(); ++i)
        m_state[i] = 1812433253U * (m_state[i - 1] ^ (m_state[i - 1] >> 30)) + i;
}

void PythonRandom::fill(const std::vector<quint32> &key)
{
    start(19650218U);
    const size_t size = m_state.size();
    size_t i = 1;
    const auto advance = [&] {
        if (++i < size)
            return;
        m_state[0] = m_state[size - 1];
        i = 1;
    };
    const auto mixed = [&](quint32 factor) {
        return m_state[i] ^ ((m_state[i - 1] ^ (m_state[i - 1] >> 30)) * factor);
    };
    for (size_t turn = 0; turn < std::max(size, key.size()); ++turn) {
        const size_t j = turn % key.size();
        m_state[i] = mixed(1664525U) + key[j] + static_cast<quint32>(j);
        advance();
    }
    for (size_t turn = 1; turn < size; ++turn) {
        m_state[i] = mixed(1566083941U) - static_cast<quint32>(i);
        advance();
    }
    m_state[0] = 0x80000000U;
}

quint32 PythonRandom::next()
{
    if (!m_isSeeded)
        return static_cast<quint32>(m_runtime.random(quint64(1) << 32));
    if (m_at >= m_state.size()) {
        constexpr size_t size = 624;
        for (size_t i = 0; i < size; ++i) {
            const quint32 mixed
                = (m_state[i] & 0x80000000U) | (m_state[(i + 1) % size] & 0x7fffffffU);
            m_state[i] = m_state[(i + 397) % size] ^ (mixed >> 1) ^ ((mixed & 1) ? 0x9908b0dfU : 0);
        }
        m_at = 0;
    }
    quint32 number = m_state[m_at++];
    number ^= number >> 11;
    number ^= (number << 7) & 0x9d2c5680U;
    number ^= (number << 15) & 0xefc60000U;
    return number ^ (number >> 18);
}

/// random.getrandbits(count)
Integer PythonRandom::bits(qint64 count)
{
    Integer result = 0;
    for (quint32 place = 0; count > 0; count -= 32, place += 32) {
        quint32 word = next();
        if (count < 32)
            word >>= 32 - count;
        result = result + Integer(static_cast<qint64>(word)).shiftedLeft(place);
    }
    return result;
}

Integer PythonRandom::below(const Integer &limit)
{
    const qint64 count = limit.bits();
    for (;;) {
        Integer number = bits(count);
        if (number < limit)
            return number;
    }
}

size_t PythonRandom::index(size_t count)
{
    return static_cast<size_t>(*below(Integer(static_cast<qint64>(count))).toInt64());
}

void PythonRandom::shuffle(std::vector<Value> &items)
{
    m_runtime.charge(items.size());
    for (size_t i = items.size(); i-- > 1;)
        std::swap(items[i], items[index(i + 1)]);
}

} // namespace waymark::jinja
