#include "models/jinja/dialect.h"
#include "models/jinja/dialects/fixedfloat.h"
#include "models/jinja/guards.h"
#include "models/jinja/interpreter.h"
#include "models/jinja/outputnodes.h"

#include <charconv>

namespace waymark::jinja {

void ExpressionNode::print(Interpreter &interpreter) const
{
    if (const Value *value = peek(interpreter))
        interpreter.print(*value);
    else
        interpreter.print(evaluate(interpreter));
}

void Interpreter::print(const Value &value)
{
    Tags tags = value.tags();
    m_output->countPart();
    switch (value.type()) {
    case Value::Type::Text:
        if (m_autoescape && !value.isMarkup()) {
            m_output->append(dialect().escape(value.text()));
        } else if (const auto *pieces = tagTable().pieces(tags); pieces && m_output->isMarking()) {
            printPieces(value, *pieces);
            return;
        } else {
            m_output->append(value.text());
        }
        break;
    case Value::Type::Int: {
        char digits[24];
        const auto end = std::to_chars(std::begin(digits), std::end(digits), value.integer()).ptr;
        m_output->append(QByteArrayView(digits, end));
        break;
    }
    case Value::Type::Float: {
        char digits[longestFloat];
        char *const end = dialect().writeFloat(value.real(), std::begin(digits));
        m_output->append(QByteArrayView(digits, end));
        break;
    }
    default: {
        const QString printed = dialect().printed(*this, value);
        m_output->append(m_autoescape && !value.isNumber() ? dialect().escape(printed) : printed);
        if (isTracking())
            tags = deepTags(value);
        break;
    }
    }
    if (m_output->isMarking())
        m_output->mark(tagTable().united(tagTable().flattened(tags), m_control), m_place);
}

void Interpreter::printPieces(const Value &value, const TagTable::Pieces &pieces)
{
    const QStringView text = value.text();
    const Tags control = m_control;
    const Place here = m_place;
    qsizetype start = 0;
    for (size_t i = 0; i < pieces.size(); ++i) {
        const TagTable::Piece piece = pieces[i];
        m_output->append(text.sliced(start, piece.end - start));
        m_output->mark(tagTable().united(piece.tags, control),
                       piece.source ? Place{piece.source, piece.offset} : here);
        start = piece.end;
    }
}

void Interpreter::printLiteral(QByteArrayView utf8, quint32 offset)
{
    m_output->countPart();
    m_output->append(utf8);
    m_output->mark(m_control, {m_place.source, offset});
}

void Interpreter::printNothing(Tags tags)
{
    m_output->mark(tagTable().united(tagTable().asControl(tags), m_control), m_place);
}

Next TextNode::execute(Interpreter &interpreter) const
{
    interpreter.charge(1);
    if (!interpreter.isSilent())
        interpreter.printLiteral(m_bytes, offset());
    return Next::Go;
}

Next OutputNode::execute(Interpreter &interpreter) const
{
    interpreter.charge(1);
    if (m_isDropped || (interpreter.isSilent() && !interpreter.dialect().dropsOutputOfChildren))
        return Next::Go;
    interpreter.beginStatement(offset());
    m_printed->print(interpreter);
    return Next::Go;
}

} // namespace waymark::jinja
