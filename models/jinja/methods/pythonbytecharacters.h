#pragma once

namespace waymark::jinja {

// What the methods of bytes take for letters and digits: ASCII, whatever the bytes encode.

constexpr bool isSmallByte(char byte)
{
    return byte >= 'a' && byte <= 'z';
}
constexpr bool isBigByte(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}
constexpr bool isLetterByte(char byte)
{
    return isSmallByte(byte) || isBigByte(byte);
}
constexpr bool isDigitByte(char byte)
{
    return byte >= '0' && byte <= '9';
}
constexpr bool isAlnumByte(char byte)
{
    return isLetterByte(byte) || isDigitByte(byte);
}
constexpr char smallByte(char byte)
{
    return isBigByte(byte) ? static_cast<char>(byte + ('a' - 'A')) : byte;
}
constexpr char bigByte(char byte)
{
    return isSmallByte(byte) ? static_cast<char>(byte - ('a' - 'A')) : byte;
}
/// What bytes.isspace() calls a blank.
constexpr bool isByteSpace(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

} // namespace waymark::jinja
