#pragma once

#include "models/jinja/object.h"

#include <QByteArray>
#include <QHashFunctions>

namespace waymark::jinja {

class Call;

/// Python's bytes: what encode() and to_bytes() give.
class BytesObject final : public Object
{
public:
    explicit BytesObject(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    [[nodiscard]] QString typeName() const override { return QStringLiteral("bytes"); }
    [[nodiscard]] QString toText(Runtime &runtime) const override;
    [[nodiscard]] bool isTrue() const override { return !m_bytes.isEmpty(); }
    [[nodiscard]] quint64 bytesHeld() const override
    {
        return static_cast<quint64>(m_bytes.size());
    }
    [[nodiscard]] Value item(Runtime &runtime, const Value &key) override;
    [[nodiscard]] std::optional<qsizetype> length(Runtime & /*runtime*/) override
    {
        return m_bytes.size();
    }
    [[nodiscard]] bool isIterable() const override { return true; }
    [[nodiscard]] Value iterator(Runtime &runtime) override;
    [[nodiscard]] bool contains(Runtime &runtime, const Value &value) override;
    [[nodiscard]] bool equals(const Object &other) const override;
    [[nodiscard]] size_t hash() const override { return qHash(m_bytes); }

private:
    QByteArray m_bytes;
};

[[nodiscard]] Value bytesOf(const QByteArray &bytes);
/// Those that a method of bytes is called on.
[[nodiscard]] const QByteArray &bytesIn(const Call &call);
/// Fails for what are no bytes.
[[nodiscard]] QByteArray bytesLike(const Runtime &runtime, const Value &value);
/// str.encode(): fails for a codec or a way with errors that Python has not, and for what the codec
/// cannot hold.
[[nodiscard]] QByteArray encodedText(Runtime &runtime, const QString &text, const QString &codec,
                                     const QString &errors);
/// bytes.decode(), the same way round.
[[nodiscard]] QString decodedBytes(Runtime &runtime, const QByteArray &bytes, const QString &codec,
                                   const QString &errors);

} // namespace waymark::jinja
