#include "models/jinja/dialects/reassociation.h"

#include "models/jinja/failure.h"
#include "models/jinja/operatornodes.h"
#include "models/jinja/primarynodes.h"

#include <optional>
#include <vector>

namespace waymark::jinja {
namespace {

/// How tight JavaScript binds what Nunjucks writes in line; nothing for what it writes as a call.
std::optional<int> tightness(BinaryOperator op)
{
    switch (op) {
    case BinaryOperator::Or:
        return 1;
    case BinaryOperator::And:
        return 2;
    case BinaryOperator::Equal:
    case BinaryOperator::NotEqual:
    case BinaryOperator::StrictEqual:
    case BinaryOperator::StrictNotEqual:
        return 3;
    case BinaryOperator::Less:
    case BinaryOperator::LessOrEqual:
    case BinaryOperator::Greater:
    case BinaryOperator::GreaterOrEqual:
        return 4;
    case BinaryOperator::Add:
    case BinaryOperator::Subtract:
    case BinaryOperator::Concatenate:
        return 5;
    case BinaryOperator::Multiply:
    case BinaryOperator::Divide:
    case BinaryOperator::Modulo:
        return 6;
    default:
        return std::nullopt;
    }
}

/// One part of the line: an operand with the signs before it, and the operator behind it.
struct Part
{
    std::vector<std::pair<UnaryOperator, quint32>> signs = {};
    ExpressionPtr operand = {};
    BinaryOperator op = BinaryOperator::Add; ///< Behind it; that of the last part means nothing.
    quint32 offset = 0;
};

class Line
{
public:
    ExpressionPtr reassociated(ExpressionPtr expression)
    {
        write(std::move(expression));
        return parse(1);
    }

private:
    void write(ExpressionPtr expression)
    {
        if (auto *binary = dynamic_cast<BinaryNode *>(expression.get())) {
            if (tightness(binary->op())) {
                write(binary->takeLeft());
                m_parts.back().op = binary->op();
                m_parts.back().offset = binary->offset();
                m_isOpen = false;
                write(binary->takeRight());
                return;
            }
        } else if (auto *unary = dynamic_cast<UnaryNode *>(expression.get())) {
            open().signs.emplace_back(unary->op(), unary->offset());
            write(unary->takeOperand());
            return;
        }
        open().operand = call(std::move(expression));
        m_isOpen = false;
    }

    /// What is written as a call has its operands inside parentheses.
    static ExpressionPtr call(ExpressionPtr expression)
    {
        auto *binary = dynamic_cast<BinaryNode *>(expression.get());
        if (!binary)
            return expression;
        const BinaryOperator op = binary->op();
        if (op != BinaryOperator::FloorDivide && op != BinaryOperator::Power)
            return expression; // `in` was finished by the parser
        ExpressionPtr left = binary->takeLeft();
        ExpressionPtr right = binary->takeRight();
        if (op == BinaryOperator::Power) {
            return std::make_unique<BinaryNode>(binary->offset(), op,
                                                withJavaScriptPrecedence(std::move(left)),
                                                withJavaScriptPrecedence(std::move(right)));
        }
        // Math.floor(left / right): one line inside, whose last division need not be the one that
        // floors.
        auto inner = std::make_unique<BinaryNode>(binary->offset(), BinaryOperator::Divide,
                                                  std::move(left), std::move(right));
        return std::make_unique<BinaryNode>(
            binary->offset(), BinaryOperator::FloorDivide,
            withJavaScriptPrecedence(std::move(inner)),
            std::make_unique<ConstantNode>(binary->offset(), Value(1)));
    }

    Part &open()
    {
        if (!m_isOpen)
            m_parts.emplace_back();
        m_isOpen = true;
        return m_parts.back();
    }

    ExpressionPtr operand()
    {
        Part &part = m_parts[m_at];
        ExpressionPtr result = std::move(part.operand);
        for (size_t i = part.signs.size(); i > 0; --i) {
            const auto [op, offset] = part.signs[i - 1];
            const bool isDoubled
                = i > 1 && op != UnaryOperator::Not && part.signs[i - 2].first == op;
            if (isDoubled) { // "--" and "++" are other operators there
                throw Failure{.kind = FailureKind::Syntax,
                              .message
                              = QStringLiteral("two signs in a row need parentheses between them"),
                              .offset = offset};
            }
            result = std::make_unique<UnaryNode>(offset, op, std::move(result));
        }
        return result;
    }

    /// Precedence climbing over the parts from m_at on.
    ExpressionPtr parse(int loosest)
    {
        ExpressionPtr left = operand();
        while (m_at + 1 < m_parts.size()) {
            const BinaryOperator op = m_parts[m_at].op;
            const int tight = *tightness(op);
            if (tight < loosest)
                break;
            const quint32 offset = m_parts[m_at].offset;
            ++m_at;
            left = std::make_unique<BinaryNode>(offset, op, std::move(left), parse(tight + 1));
        }
        return left;
    }

    std::vector<Part> m_parts;
    bool m_isOpen = false;
    size_t m_at = 0;
};

} // namespace

ExpressionPtr withJavaScriptPrecedence(ExpressionPtr expression)
{
    const bool isPlain = !dynamic_cast<BinaryNode *>(expression.get())
        && !dynamic_cast<UnaryNode *>(expression.get());
    return isPlain ? std::move(expression) : Line().reassociated(std::move(expression));
}

} // namespace waymark::jinja
