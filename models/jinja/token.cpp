#include "models/jinja/token.h"

#include <array>

namespace waymark::jinja {

QString described(TokenType type)
{
    // In the order of TokenType.
    static constexpr std::array names = {
        u"template data / text",
        u"begin of statement block",
        u"end of statement block",
        u"begin of print statement",
        u"end of print statement",
        u"name",
        u"constant",
        u"string",
        u"integer",
        u"float",
        u"regular expression",
        u"+",
        u"-",
        u"/",
        u"//",
        u"*",
        u"%",
        u"**",
        u"~",
        u"[",
        u"]",
        u"(",
        u")",
        u"{",
        u"}",
        u"==",
        u"!=",
        u"===",
        u"!==",
        u">",
        u">=",
        u"<",
        u"<=",
        u"=",
        u".",
        u":",
        u"|",
        u",",
        u";",
        u"unknown character",
        u"end of template",
    };
    return QString(names.at(static_cast<size_t>(type)));
}

QString described(const Token &token)
{
    const bool speaksForItself = token.is(TokenType::Name) || token.is(TokenType::Constant)
        || token.is(TokenType::Unknown);
    return speaksForItself ? token.text : described(token.type);
}

} // namespace waymark::jinja
