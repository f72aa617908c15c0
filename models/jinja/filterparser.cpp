#include "models/jinja/parser.h"

#include "models/jinja/callnodes.h"
#include "models/jinja/operatornodes.h"
#include "models/jinja/primarynodes.h"

#include <algorithm>

namespace waymark::jinja {

ExpressionPtr Parser::parseIs(size_t level)
{
    ExpressionPtr left = parseLevel(level + 1);
    if (!m_current.isName(u"is"))
        return left;
    const qsizetype offset = take().offset;
    const bool isInverted = skipIfName(u"not");
    // Nunjucks parses an expression here and takes the name of what it gets.
    QString name = m_current.text;
    CallArguments arguments;
    const bool isNamed = m_current.is(TokenType::Name) || m_current.is(TokenType::Constant)
        || m_current.is(TokenType::String);
    if (name == u"none")
        name = QStringLiteral("null"); // there, both are the same constant
    if (isNamed) {
        take();
        if (m_current.is(TokenType::LeftParenthesis))
            arguments = parseArguments();
    } else {
        const ExpressionPtr other = parseLevel(level + 1);
        if (const auto *filter = dynamic_cast<const FilterNode *>(other.get()))
            name = filter->name();
        else if (!dynamic_cast<const ConstantNode *>(other.get()))
            name = QStringLiteral("undefined");
    }
    left
        = std::make_unique<TestNode>(offset, finished(std::move(left)), name, std::move(arguments));
    if (isInverted)
        left = std::make_unique<UnaryNode>(offset, UnaryOperator::Not, std::move(left));
    return left;
}

ExpressionPtr Parser::parseFilters(ExpressionPtr base, bool startsInline)
{
    const bool hasPostfixes = base && grammar().testsBehindFilters;
    for (;;) {
        if (m_current.is(TokenType::Pipe) || startsInline) {
            if (!startsInline)
                take();
            startsInline = false;
            const qsizetype offset = m_current.offset;
            const QString name = parseDottedName();
            CallArguments arguments;
            if (m_current.is(TokenType::LeftParenthesis))
                arguments = parseArguments();
            base = std::make_unique<FilterNode>(offset,
                                                base ? finished(std::move(base)) : ExpressionPtr(),
                                                name, std::move(arguments));
        } else if (hasPostfixes && m_current.isName(u"is")) {
            base = parseTest(std::move(base));
        } else if (hasPostfixes && m_current.is(TokenType::LeftParenthesis)) {
            const qsizetype offset = m_current.offset;
            base = std::make_unique<CallNode>(offset, std::move(base), parseArguments());
        } else {
            return base;
        }
        link();
    }
}

QString Parser::parseDottedName()
{
    QString name = expect(TokenType::Name).text;
    while (skipIf(TokenType::Dot))
        name += u'.' + expect(TokenType::Name).text;
    return name;
}

ExpressionPtr Parser::parseTest(ExpressionPtr base)
{
    const qsizetype offset = take().offset;
    const bool isInverted = skipIfName(u"not");
    const QString name = parseDottedName();
    CallArguments arguments;
    static constexpr TokenType starts[]
        = {TokenType::Name,     TokenType::String,          TokenType::Integer,
           TokenType::Float,    TokenType::LeftParenthesis, TokenType::LeftBracket,
           TokenType::LeftBrace};
    const bool isWord
        = m_current.isName(u"else") || m_current.isName(u"or") || m_current.isName(u"and");
    if (m_current.is(TokenType::LeftParenthesis)) {
        arguments = parseArguments();
    } else if (std::ranges::find(starts, m_current.type) != std::end(starts) && !isWord) {
        if (m_current.isName(u"is"))
            fail(QStringLiteral("You cannot chain multiple tests with is"));
        arguments.positional.push_back(parsePostfix(parsePrimary()));
    }
    base = std::make_unique<TestNode>(offset, std::move(base), name, std::move(arguments));
    if (isInverted)
        base = std::make_unique<UnaryNode>(offset, UnaryOperator::Not, std::move(base));
    return base;
}

} // namespace waymark::jinja
