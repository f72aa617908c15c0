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

TargetPtr Parser::parseTarget(bool withNamespace)
{
    const auto one = [&]() -> Target {
        if (m_current.is(TokenType::LeftParenthesis)) {
            const Nesting nesting(*this);
            take();
            Target inner = std::move(*parseTarget(withNamespace));
            expect(TokenType::RightParenthesis);
            return inner;
        }
        const qsizetype offset = m_current.offset;
        if (!m_current.is(TokenType::Name) || pythonConstant(m_current.text)) {
            const bool isLiteral = m_current.is(TokenType::Name) || m_current.is(TokenType::String)
                || m_current.is(TokenType::Integer) || m_current.is(TokenType::Float);
            if (isLiteral)
                failAt(offset, QStringLiteral("can't assign to 'const'"));
            fail(QStringLiteral("unexpected '%1'").arg(described(m_current)));
        }
        const QString name = take().text;
        if (withNamespace && skipIf(TokenType::Dot))
            return Target(Variable(name), expect(TokenType::Name).text);
        return Target(Variable(name));
    };
    std::vector<Target> parts;
    bool isTuple = false;
    while (!isTupleEnd()) {
        parts.push_back(one());
        if (!skipIf(TokenType::Comma))
            break;
        isTuple = true;
    }
    if (parts.empty())
        fail(QStringLiteral("Expected an expression, got '%1'").arg(described(m_current)));
    return std::make_unique<Target>(isTuple ? Target(std::move(parts)) : std::move(parts.front()));
}

} // namespace waymark::jinja
