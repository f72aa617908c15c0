#include "models/jinja/extensions/registry.h"
#include "models/jinja/methods/pythonbytes.h"

#include <QCryptographicHash>
#include <QUuid>

#include <algorithm>
#include <optional>

namespace waymark::jinja {
namespace {

const QString strict = QStringLiteral("strict");

QString textOf(Call &call, size_t at)
{
    if (call[at].isUndefined())
        call.runtime().failUndefined(call[at]);
    return call.text(at);
}

Value encode(Call &call)
{
    const QByteArray bytes = encodedText(call.runtime(), textOf(call, 0), textOf(call, 1), strict);
    return {QString::fromLatin1(bytes.toBase64())};
}

Value decode(Call &call)
{
    // As base64.b64decode(): what is no digit is skipped.
    QByteArray digits;
    for (const char c : textOf(call, 0).toUtf8()) {
        if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '+'
            || c == '/' || c == '=')
            digits += c;
    }
    const auto decoded = QByteArray::fromBase64Encoding(digits);
    if (digits.size() % 4 != 0)
        call.runtime().fail(FailureKind::Value, QStringLiteral("Incorrect padding"));
    return {decodedBytes(call.runtime(), *decoded, textOf(call, 1), strict)};
}

std::optional<QCryptographicHash::Algorithm> algorithmNamed(const QString &name)
{
    using Hash = QCryptographicHash;
    static constexpr std::pair<QStringView, Hash::Algorithm> algorithms[] = {
        {u"md5", Hash::Md5},
        {u"sha1", Hash::Sha1},
        {u"sha224", Hash::Sha224},
        {u"sha256", Hash::Sha256},
        {u"sha384", Hash::Sha384},
        {u"sha512", Hash::Sha512},
        {u"sha3_224", Hash::Sha3_224},
        {u"sha3_256", Hash::Sha3_256},
        {u"sha3_384", Hash::Sha3_384},
        {u"sha3_512", Hash::Sha3_512},
        {u"blake2b", Hash::Blake2b_512},
        {u"blake2s", Hash::Blake2s_256},
    };
    const auto known = std::ranges::find(algorithms, QStringView(name.toLower()),
                                         &std::pair<QStringView, Hash::Algorithm>::first);
    return known == std::end(algorithms) ? std::nullopt : std::optional(known->second);
}

Value hashed(Call &call, QCryptographicHash::Algorithm algorithm)
{
    const QByteArray bytes = textOf(call, 0).toUtf8();
    call.runtime().charge(static_cast<quint64>(bytes.size() / 64));
    return {QString::fromLatin1(QCryptographicHash::hash(bytes, algorithm).toHex())};
}

Value md5(Call &call)
{
    return hashed(call, QCryptographicHash::Md5);
}

Value sha1(Call &call)
{
    return hashed(call, QCryptographicHash::Sha1);
}

/// None for an algorithm that there is not.
Value ansibleHash(Call &call)
{
    const auto algorithm = algorithmNamed(textOf(call, 1));
    return algorithm ? hashed(call, *algorithm) : Value::none();
}

Value copierHash(Call &call)
{
    const auto algorithm = algorithmNamed(textOf(call, 1));
    if (!algorithm)
        call.runtime().fail(FailureKind::Value,
                            QStringLiteral("unsupported hash type %1").arg(call.text(1)));
    return hashed(call, *algorithm);
}

Value uuid(Call &call, const QUuid &space)
{
    return {QUuid::createUuidV5(space, textOf(call, 0)).toString(QUuid::WithoutBraces)};
}

Value ansibleUuid(Call &call)
{
    return uuid(call, QUuid(QStringLiteral("20851c88-ac15-449f-9ee7-74829105da86")));
}

Value copierUuid(Call &call)
{
    static const QUuid dns(QStringLiteral("6ba7b810-9dad-11d1-80b4-00c04fd430c8"));
    static const QUuid copier
        = QUuid::createUuidV5(dns, QStringLiteral("https://github.com/copier-org/copier"));
    return uuid(call, copier);
}

constexpr FunctionRow rows[] = {
    {u"b64decode", "b64decode(string, encoding='utf-8')", decode},
    {u"b64encode", "b64encode(string, encoding='utf-8')", encode},
    {u"checksum", "sha1(data)", sha1},
    {u"md5", "md5(data)", md5},
    {u"sha1", "sha1(data)", sha1},
};
constexpr FunctionRow ansibleRows[] = {
    {u"hash", "get_hash(data, hashtype='sha1')", ansibleHash},
    {u"to_uuid", "to_uuid(string)", ansibleUuid},
};
constexpr FunctionRow copierRows[] = {
    {u"hash", "do_hash(data, algorithm='sha1')", copierHash},
    {u"to_uuid", "do_to_uuid(name)", copierUuid},
};

} // namespace

std::span<const FunctionRow> encodingFilters()
{
    return rows;
}
std::span<const FunctionRow> ansibleEncodingFilters()
{
    return ansibleRows;
}
std::span<const FunctionRow> copierEncodingFilters()
{
    return copierRows;
}

} // namespace waymark::jinja
