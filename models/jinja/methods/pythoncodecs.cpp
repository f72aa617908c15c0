#include "models/jinja/methods/pythonbytes.h"

#include "models/jinja/runtime.h"

#include <QStringDecoder>
#include <QStringEncoder>

#include <algorithm>

namespace waymark::jinja {
namespace {

enum class Codec : quint8 { Utf8, Ascii, Latin1, Utf16 };

/// By the names that Python's codecs go by.
std::optional<Codec> codecNamed(const QString &name)
{
    static constexpr std::pair<QStringView, Codec> names[] = {
        {u"utf_8", Codec::Utf8},       {u"utf8", Codec::Utf8},      {u"u8", Codec::Utf8},
        {u"ascii", Codec::Ascii},      {u"us_ascii", Codec::Ascii}, {u"646", Codec::Ascii},
        {u"latin_1", Codec::Latin1},   {u"latin1", Codec::Latin1},  {u"iso_8859_1", Codec::Latin1},
        {u"iso8859_1", Codec::Latin1}, {u"l1", Codec::Latin1},      {u"utf_16", Codec::Utf16},
        {u"utf16", Codec::Utf16},
    };
    QString normal = name.toLower();
    normal.replace(u'-', u'_').replace(u' ', u'_');
    const auto row
        = std::ranges::find(names, QStringView(normal), &std::pair<QStringView, Codec>::first);
    return row == std::end(names) ? std::nullopt : std::optional(row->second);
}

Codec codecOrFail(Runtime &runtime, const QString &name)
{
    const auto codec = codecNamed(name);
    if (!codec)
        runtime.fail(FailureKind::Value, QStringLiteral("unknown encoding: %1").arg(name));
    return *codec;
}

QString hexadecimal(char32_t value, int width)
{
    return QString::number(value, 16).rightJustified(width, u'0');
}

QString escapedPoint(char32_t code)
{
    return code > 0xffff ? QStringLiteral("\\U") + hexadecimal(code, 8)
        : code > 0xff    ? QStringLiteral("\\u") + hexadecimal(code, 4)
                         : QStringLiteral("\\x") + hexadecimal(code, 2);
}

/// What stands for a code point that a codec has not.
QByteArray replacement(Runtime &runtime, char32_t code, const QString &errors)
{
    if (errors == u"ignore")
        return {};
    if (errors == u"replace")
        return "?";
    if (errors == u"xmlcharrefreplace")
        return "&#" + QByteArray::number(static_cast<quint32>(code)) + ';';
    if (errors == u"backslashreplace")
        return escapedPoint(code).toLatin1();
    runtime.fail(FailureKind::Value, QStringLiteral("unknown error handler name '%1'").arg(errors));
}

/// Fails for the code points from `start` to `end`, which `codec` cannot hold.
[[noreturn]] void failEncoding(Runtime &runtime, QStringView codec, const QList<uint> &points,
                               qsizetype start, qsizetype end, QStringView why)
{
    const QString what = end - start == 1
        ? QStringLiteral("character '%1' in position %2")
              .arg(escapedPoint(points[start]))
              .arg(start)
        : QStringLiteral("characters in position %1-%2").arg(start).arg(end - 1);
    runtime.fail(FailureKind::Value,
                 QStringLiteral("'%1' codec can't encode %2: %3").arg(codec, what, why));
}

QByteArray encodedNarrow(Runtime &runtime, const QString &text, Codec codec, const QString &errors)
{
    const char32_t limit = codec == Codec::Ascii ? 0x80 : 0x100;
    const QList<uint> points = text.toUcs4();
    QByteArray result;
    for (qsizetype i = 0; i < points.size(); ++i) {
        if (points[i] < limit) {
            result += static_cast<char>(points[i]);
        } else if (errors == u"strict") {
            qsizetype end = i;
            while (end < points.size() && points[end] >= limit)
                ++end;
            const bool isAscii = codec == Codec::Ascii;
            failEncoding(runtime, isAscii ? u"ascii" : u"latin-1", points, i, end,
                         isAscii ? u"ordinal not in range(128)" : u"ordinal not in range(256)");
        } else {
            result += replacement(runtime, points[i], errors);
        }
    }
    return result;
}

QString decodedAscii(Runtime &runtime, const QByteArray &bytes, const QString &errors)
{
    QString result;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<quint8>(bytes[i]);
        if (byte < 0x80) {
            result += QChar(static_cast<char16_t>(byte));
        } else if (errors == u"strict") {
            runtime.fail(FailureKind::Value,
                         QStringLiteral("'ascii' codec can't decode byte 0x%1 in position %2: "
                                        "ordinal not in range(128)")
                             .arg(hexadecimal(byte, 2))
                             .arg(i));
        } else if (errors == u"backslashreplace") {
            result += escapedPoint(byte);
        } else if (errors == u"replace") {
            result += QChar(QChar::ReplacementCharacter);
        }
    }
    return result;
}

/// A sequence of bytes for one code point; with a `fault`, the longest that could have begun one.
struct Utf8Part
{
    qsizetype length = 1;
    QStringView fault = {}; ///< In CPython's words; empty: there is none.
};

Utf8Part utf8PartOf(QByteArrayView bytes)
{
    const auto lead = static_cast<quint8>(bytes.front());
    if (lead < 0x80)
        return {};
    if (lead < 0xc2 || lead > 0xf4)
        return {1, u"invalid start byte"};
    const qsizetype wanted = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    quint8 least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    quint8 most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    for (qsizetype i = 1; i < wanted; ++i) {
        if (i >= bytes.size())
            return {i, u"unexpected end of data"};
        const auto byte = static_cast<quint8>(bytes[i]);
        if (byte < least || byte > most)
            return {i, u"invalid continuation byte"};
        least = 0x80;
        most = 0xbf;
    }
    return {wanted};
}

[[noreturn]] void failUtf8(Runtime &runtime, const QByteArray &bytes, qsizetype at,
                           const Utf8Part &part)
{
    const QString what = part.length == 1
        ? QStringLiteral("byte 0x%1 in position %2")
              .arg(hexadecimal(static_cast<quint8>(bytes[at]), 2))
              .arg(at)
        : QStringLiteral("bytes in position %1-%2").arg(at).arg(at + part.length - 1);
    runtime.fail(FailureKind::Value,
                 QStringLiteral("'utf-8' codec can't decode %1: %2").arg(what, part.fault));
}

/// What stands for `bytes` that mean nothing, by the name of the way with errors.
QString replacedBytes(Runtime &runtime, QByteArrayView bytes, const QString &errors)
{
    if (errors == u"ignore")
        return {};
    if (errors == u"replace")
        return QString(QChar(QChar::ReplacementCharacter));
    if (errors != u"backslashreplace") {
        runtime.fail(FailureKind::Value,
                     QStringLiteral("unknown error handler name '%1'").arg(errors));
    }
    QString result;
    for (const char byte : bytes)
        result += escapedPoint(static_cast<quint8>(byte));
    return result;
}

QString decodedUtf8(Runtime &runtime, const QByteArray &bytes, const QString &errors)
{
    const auto decoded = [](QByteArrayView valid) { // a mark at its start is a character
        return QString(
            QStringDecoder(QStringDecoder::Utf8, QStringConverter::Flag::ConvertInitialBom)(valid));
    };
    if (bytes.isValidUtf8())
        return decoded(bytes);
    QString result;
    Utf8Part part;
    for (qsizetype at = 0; at < bytes.size(); at += part.length) {
        const QByteArrayView rest = QByteArrayView(bytes).sliced(at);
        part = utf8PartOf(rest);
        if (part.fault.isEmpty())
            result += decoded(rest.first(part.length));
        else if (errors == u"strict")
            failUtf8(runtime, bytes, at, part);
        else
            result += replacedBytes(runtime, rest.first(part.length), errors);
    }
    return result;
}

} // namespace

QByteArray encodedText(Runtime &runtime, const QString &text, const QString &codec,
                       const QString &errors)
{
    switch (codecOrFail(runtime, codec)) {
    case Codec::Utf8:
        return text.toUtf8();
    case Codec::Utf16: {
        QStringEncoder encoder(QStringEncoder::Utf16LE, QStringConverter::Flag::Default);
        return QByteArray("\xff\xfe", 2) + QByteArray(encoder(text));
    }
    case Codec::Ascii:
        return encodedNarrow(runtime, text, Codec::Ascii, errors);
    case Codec::Latin1:
        break;
    }
    return encodedNarrow(runtime, text, Codec::Latin1, errors);
}

QString decodedBytes(Runtime &runtime, const QByteArray &bytes, const QString &codec,
                     const QString &errors)
{
    if (bytes.isEmpty())
        return {}; // before it looks for the codec
    switch (codecOrFail(runtime, codec)) {
    case Codec::Utf8:
        return decodedUtf8(runtime, bytes, errors);
    case Codec::Ascii:
        return decodedAscii(runtime, bytes, errors);
    case Codec::Utf16: {
        QStringDecoder decoder(QStringDecoder::Utf16);
        return decoder(bytes);
    }
    case Codec::Latin1:
        break;
    }
    return QString::fromLatin1(bytes);
}

} // namespace waymark::jinja
