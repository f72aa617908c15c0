#include "models/jinja/lexer.h"

#include "models/jinja/failure.h"

namespace waymark::jinja {

void Lexer::fail(const QString &message, qsizetype offset)
{
    throw Failure{.kind = FailureKind::Syntax, .message = message, .offset = offset};
}

bool isTemplateSpace(QChar c)
{
    const char16_t unit = c.unicode();
    if (unit < 0x80)
        return unit == u' ' || (unit >= 0x09 && unit <= 0x0d) || (unit >= 0x1c && unit <= 0x1f);
    return unit == 0x85 || c.isSpace();
}

bool isJavaScriptSpace(QChar c)
{
    const char16_t unit = c.unicode();
    if (unit < 0x80)
        return unit == u' ' || (unit >= 0x09 && unit <= 0x0d);
    return unit == 0xfeff || (unit != 0x85 && c.isSpace());
}

} // namespace waymark::jinja
