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

Result<Reference<RegexObject>> regexFrom(const QString &pattern, QString flags)
{
    std::ranges::sort(flags);
    if (std::ranges::adjacent_find(flags) != flags.end()) {
        return failure(
            {.message = QStringLiteral("invalid flags of a regular expression: %1").arg(flags)});
    }
    const RegexOptions options{.ignoreCase = flags.contains(u'i'),
                               .multiline = flags.contains(u'm')};
    auto regex = Regex::compile(pattern, RegexSyntax::JavaScript, options);
    if (!regex)
        return std::unexpected(regex.error());
    return make<RegexObject>(*std::move(regex), pattern, flags);
}

Value regexLiteral(const Token &token)
{
    auto regex = regexFrom(token.text, token.flags);
    if (!regex) {
        throw Failure{.kind = FailureKind::Syntax,
                      .message = regex.error().problem.message,
                      .offset = token.offset};
    }
    return {Reference<Object>(*std::move(regex))};
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
    if (name == u"sticky")
        return isSticky();
    if (name == u"dotAll" || name == u"unicode" || name == u"hasIndices")
        return false;
    return name == u"lastIndex" ? Value(static_cast<qint64>(m_lastIndex)) : Value();
}

} // namespace waymark::jinja
