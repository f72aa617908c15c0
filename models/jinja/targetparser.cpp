#include "models/jinja/parser.h"

#include "models/jinja/literals.h"
#include "models/jinja/nesting.h"
#include "models/jinja/target.h"

namespace waymark::jinja {

Token Parser::parseAssignedName()
{
    const Token name = expect(TokenType::Name);
    if (grammar().constantNames && pythonConstant(name.text))
        failAt(name.offset, QStringLiteral("can't assign to 'name'"));
    return name;
}

/// Where a target stands: an attribute of a namespace may be one only outside of parentheses.
enum class Parser::TargetPlace : quint8 { Plain, WithNamespace, InParentheses };

/// What stands for a target but cannot be one, by the name of its node in Jinja2.
struct Parser::BadTarget
{
    QString kind = {};
    qsizetype offset = 0;
};

Target Parser::parseTargetPart(TargetPlace place, BadTarget &bad)
{
    const qsizetype offset = m_current.offset;
    if (m_current.is(TokenType::LeftParenthesis)) {
        const Nesting nesting(*this);
        take();
        Target inner = parseTargets(TargetPlace::InParentheses, bad);
        expect(TokenType::RightParenthesis);
        return inner;
    }
    const bool isConstant = m_current.is(TokenType::Name) && pythonConstant(m_current.text);
    if (m_current.is(TokenType::Name) && !isConstant) {
        const QString name = take().text;
        if (place == TargetPlace::WithNamespace && skipIf(TokenType::Dot))
            return Target(Variable(name), expect(TokenType::Name).text);
        if (place == TargetPlace::InParentheses && m_current.is(TokenType::Dot)) {
            while (skipIf(TokenType::Dot))
                (void)expect(TokenType::Name);
            if (bad.kind.isEmpty())
                bad = {QStringLiteral("getattr"), offset};
        }
        return Target(Variable(name));
    }
    const QString kind = m_current.is(TokenType::LeftBracket) ? QStringLiteral("list")
        : m_current.is(TokenType::LeftBrace)                  ? QStringLiteral("dict")
                                                              : QStringLiteral("const");
    (void)parsePrimary();
    if (bad.kind.isEmpty())
        bad = {kind, offset};
    return Target(Variable());
}

Target Parser::parseTargets(TargetPlace place, BadTarget &bad)
{
    const qsizetype offset = m_current.offset;
    std::vector<Target> parts;
    bool isTuple = false;
    while (!isTupleEnd()) {
        parts.push_back(parseTargetPart(place, bad));
        if (!skipIf(TokenType::Comma))
            break;
        isTuple = true;
    }
    if (parts.empty())
        fail(QStringLiteral("Expected an expression, got '%1'").arg(described(m_current)));
    if (isTuple && !bad.kind.isEmpty())
        bad = {QStringLiteral("tuple"), offset};
    return isTuple ? Target(std::move(parts)) : std::move(parts.front());
}

TargetPtr Parser::parseTarget(bool withNamespace)
{
    BadTarget bad;
    const auto place = withNamespace ? TargetPlace::WithNamespace : TargetPlace::Plain;
    auto target = std::make_unique<Target>(parseTargets(place, bad));
    if (!bad.kind.isEmpty())
        failAt(bad.offset, QStringLiteral("can't assign to '%1'").arg(bad.kind));
    return target;
}

} // namespace waymark::jinja
