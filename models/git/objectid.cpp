#include "models/git/objectid.h"

#include <QHashFunctions>

#include <algorithm>
#include <cctype>

namespace waymark::git {

std::optional<ObjectId> ObjectId::parse(QByteArrayView hex)
{
    const auto isDigit = [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; };
    if (hex.size() != 2 * size || !std::ranges::all_of(hex, isDigit))
        return {};
    const QByteArray bytes = QByteArray::fromHex(hex.toByteArray());
    return fromRaw(reinterpret_cast<const unsigned char *>(bytes.constData()));
}

ObjectId ObjectId::fromRaw(const unsigned char *bytes)
{
    ObjectId id;
    std::copy_n(bytes, size, id.m_bytes.begin());
    return id;
}

QByteArray ObjectId::toHex() const
{
    return QByteArray(reinterpret_cast<const char *>(m_bytes.data()), size).toHex();
}

size_t qHash(const ObjectId &id, size_t seed)
{
    return qHashBits(id.m_bytes.data(), id.m_bytes.size(), seed);
}

} // namespace waymark::git
