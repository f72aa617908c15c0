#include "models/jinja/literals.h"

#include "models/jinja/dialects/javascript.h"
#include "models/jinja/failure.h"
#include "models/jinja/regexobject.h"

#include <algorithm>

namespace waymark::jinja {

std::optional<Value> pythonConstant(QStringView name)
{
    if (name == u"true" || name == u"True")
        return Value(true);
    if (name == u"false" || name == u"False")
        return Value(false);
    if (name == u"none" || name == u"None")
        return Value::none();
    return std::nullopt;
}

Value pythonNumber(const Token &token)
{
    QString digits = token.text;
    digits.remove(u'_');
    if (token.is(TokenType::Float))
        return digits.toDouble();
    const QChar prefix = digits.size() > 2 ? digits[1].toLower() : QChar();
    const int base = prefix == u'x' ? 16 : prefix == u'o' ? 8 : prefix == u'b' ? 2 : 10;
    const QByteArray plain = base == 10 ? digits.toLatin1() : digits.sliced(2).toLatin1();
    return *Integer::parse(plain, base);
}

Value javaScriptNumber(const Token &token)
{
    return javascript::number(token.text.endsWith(u'.') ? token.text.chopped(1).toDouble()
                                                        : token.text.toDouble());
}

Value regexLiteral(const Token &token)
{
    QString flags = token.flags;
    std::ranges::sort(flags);
    const bool isRepeated = std::ranges::adjacent_find(flags) != flags.end();
    const RegexOptions options{.ignoreCase = flags.contains(u'i'),
                               .multiline = flags.contains(u'm')};
    auto regex = Regex::compile(token.text, RegexSyntax::JavaScript, options);
    if (isRepeated || !regex) {
        throw Failure{
            .kind = FailureKind::Syntax,
            .message = isRepeated
                ? QStringLiteral("invalid flags of a regular expression: %1").arg(token.flags)
                : regex.error().problem.message,
            .offset = token.offset};
    }
    return {Reference<Object>(make<RegexObject>(*std::move(regex), token.text, flags))};
}

Value RegexObject::attribute(Runtime & /*runtime*/, const QString &name)
{
    if (name == u"source")
        return m_pattern;
    if (name == u"flags")
        return m_flags;
    if (name == u"global")
        return isGlobal();
    if (name == u"ignoreCase")
        return m_flags.contains(u'i');
    if (name == u"multiline")
        return m_flags.contains(u'm');
    return name == u"lastIndex" ? Value(0) : Value();
}

} // namespace waymark::jinja
