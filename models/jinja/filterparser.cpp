#include "models/jinja/parser.h"

#include "models/jinja/callnodes.h"
#include "models/jinja/operatornodes.h"
#include "models/jinja/primarynodes.h"

#include <algorithm>

namespace waymark::jinja {
namespace {

/// The name that a name or a literal is, as JavaScript writes it.
QString nameIn(const ExpressionNode &expression)
{
    if (const auto *name = dynamic_cast<const NameNode *>(&expression))
        return name->variable().name;
    const auto *constant = dynamic_cast<const ConstantNode *>(&expression);
    if (!constant)
        return QStringLiteral("undefined");
    const Value &value = constant->value();
    if (value.isText())
        return value.text();
    if (value.isNone())
        return QStringLiteral("null");
    if (value.is(Value::Type::Bool))
        return value.boolean() ? QStringLiteral("true") : QStringLiteral("false");
    return QString::number(value.toDouble());
}

/// The test that Nunjucks takes from the expression that it parses behind `is`.
std::pair<QString, CallArguments> testNamedBy(ExpressionPtr expression)
{
    if (auto *call = dynamic_cast<CallNode *>(expression.get()))
        return {nameIn(call->callee()), call->takeArguments()};
    if (auto *filter = dynamic_cast<FilterNode *>(expression.get())) {
        CallArguments arguments = filter->takeArguments();
        arguments.positional.insert(arguments.positional.begin(), filter->takeValue());
        return {filter->name(), std::move(arguments)};
    }
    return {nameIn(*expression), CallArguments()};
}

} // namespace

ExpressionPtr Parser::parseIs(size_t level)
{
    ExpressionPtr left = parseLevel(level + 1);
    if (!m_current.isName(u"is"))
        return left;
    const qsizetype offset = take().offset;
    const bool isInverted = skipIfName(u"not");
    auto [name, arguments] = testNamedBy(parseLevel(level + 1));
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
