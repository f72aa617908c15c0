#include "models/plan/binaryornot.h"

#include "models/base/utf8.h"

#include <QByteArray>
#include <QStringDecoder>

#include <algorithm>

namespace waymark {
namespace {

constexpr qsizetype looked = 1024;
constexpr int fewestCharacters = 4; // beyond ASCII, from which on UTF-8 is believed

bool isPrintable(quint8 byte)
{
    return (byte >= 32 && byte < 127) || byte == '\n' || byte == '\r' || byte == '\t'
        || byte == '\f' || byte == '\b';
}

bool decodesAs(QByteArrayView bytes, QStringDecoder::Encoding encoding)
{
    QStringDecoder decoder(encoding);
    const QString text = decoder.decode(bytes);
    const qsizetype unit = encoding == QStringDecoder::Utf32 ? 4 : 2;
    return !decoder.hasError() && bytes.size() % unit == 0;
}

/// Whether a byte order mark says what the text is, and it is that; nothing: there is none.
std::optional<bool> byMark(QByteArrayView bytes)
{
    using namespace std::string_view_literals;
    const auto starts
        = [bytes](std::string_view mark) { return bytes.startsWith(QByteArrayView(mark)); };
    if (starts("\xef\xbb\xbf"sv))
        return decodeUtf8(bytes).has_value();
    if (starts("\xff\xfe\0\0"sv) || starts("\0\0\xfe\xff"sv))
        return decodesAs(bytes, QStringDecoder::Utf32);
    if (starts("\xfe\xff\0\0"sv) || starts("\0\0\xff\xfe"sv))
        return false; // in an order that nothing reads
    if (starts("\xff\xfe"sv) || starts("\xfe\xff"sv))
        return decodesAs(bytes, QStringDecoder::Utf16);
    return std::nullopt;
}

bool isEncodedText(QByteArrayView bytes)
{
    if (const auto decided = byMark(bytes))
        return *decided;
    const auto isLead = [](char c) { return static_cast<quint8>(c) >= 0xc0; };
    return std::ranges::count_if(bytes, isLead) >= fewestCharacters
        && decodeUtf8(bytes).has_value();
}

} // namespace

bool isBinaryOrNot(QByteArrayView contents)
{
    if (contents.isEmpty())
        return false;
    const QByteArrayView bytes = contents.first(std::min(contents.size(), looked));
    qsizetype unprintable = 0;
    qsizetype low = 0;
    for (const char c : bytes) {
        unprintable += isPrintable(static_cast<quint8>(c)) ? 0 : 1;
        low += static_cast<quint8>(c) < 127 ? 1 : 0;
    }
    const double size = double(bytes.size());
    const double unprintableShare = double(unprintable) / size;
    const double lowShare = double(low) / size;
    if (unprintableShare > 0.9 && lowShare > 0.9)
        return true;
    if (isEncodedText(bytes))
        return false;
    const bool isLikely
        = (unprintableShare > 0.3 && lowShare < 0.05) || (unprintableShare > 0.8 && lowShare > 0.8);
    return isLikely || bytes.contains('\0') || bytes.contains('\xff');
}

} // namespace waymark
