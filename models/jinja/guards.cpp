#include "models/jinja/guards.h"

#include <QCoreApplication>

namespace waymark::jinja {

namespace {
constexpr quint32 highestStack
    = 4000; // nodes inside each other, over all calls: what 8 MB of stack take
}

RunGuard::RunGuard(Interpreter &interpreter, Activation &activation, const Routine &routine,
                   const CompiledTemplate &source)
    : m_interpreter(interpreter)
    , m_activation(interpreter.m_activation)
    , m_frame(interpreter.m_frame)
    , m_place(interpreter.m_place)
    , m_statement(interpreter.m_statement)
    , m_height(interpreter.m_height)
{
    if (interpreter.m_depth >= interpreter.m_limits.depth
        || m_height + routine.height > highestStack) {
        const auto message
            = QCoreApplication::translate("jinja", "calls are nested more than %1 levels deep");
        interpreter.fail(FailureKind::Limit, message.arg(interpreter.m_depth),
                         QCoreApplication::translate(
                             "jinja", "Look for a macro or a loop that calls itself without end."));
    }
    ++interpreter.m_depth;
    interpreter.m_height += routine.height;
    interpreter.m_activation = &activation;
    interpreter.m_frame = {&source, nullptr, false, interpreter.m_output};
    interpreter.m_place.source = interpreter.sourceIndex(source);
}

RunGuard::~RunGuard()
{
    --m_interpreter.m_depth;
    m_interpreter.m_height = m_height;
    m_interpreter.m_activation = m_activation;
    m_interpreter.m_frame = m_frame;
    m_interpreter.m_place = m_place;
    m_interpreter.m_statement = m_statement;
}

CaptureGuard::CaptureGuard(Interpreter &interpreter, bool isText)
    : m_interpreter(interpreter)
    , m_output(interpreter.m_limits.output,
               interpreter.m_wantsProvenance || interpreter.isTracking())
    , m_outer(interpreter.m_output)
    , m_wasCapturing(interpreter.m_frame.isCapturing)
    , m_held(static_cast<quint64>(m_outer->size()))
{
    interpreter.chargeBytes(m_held);
    interpreter.m_output = &m_output;
    interpreter.m_frame.isCapturing = m_wasCapturing || isText;
}

CaptureGuard::~CaptureGuard()
{
    m_interpreter.m_memory += m_held;
    m_interpreter.m_output = m_outer;
    m_interpreter.m_frame.isCapturing = m_wasCapturing;
}

Value CaptureGuard::text()
{
    if (const auto &refusal = m_output.refusal())
        m_interpreter.fail(FailureKind::Type, refusal->message);
    const QByteArrayView bytes = m_output.bytes();
    m_interpreter.chargeText(bytes.size());
    QString text = QString::fromUtf8(bytes);
    m_interpreter.chargeBytes(static_cast<quint64>(text.size()) * sizeof(QChar));
    if (!m_output.isMarking())
        return Value(std::move(text));

    const bool isAscii = text.size() == bytes.size();
    TagTable::Pieces pieces;
    pieces.reserve(m_output.marks().size());
    qsizetype start = 0;
    qsizetype units = 0;
    for (const Output::Mark &mark : m_output.marks()) {
        units = isAscii ? mark.end
                        : units + QString::fromUtf8(bytes.sliced(start, mark.end - start)).size();
        start = mark.end;
        pieces.push_back({units, mark.tags, mark.place.source, mark.place.offset});
    }
    Value value(std::move(text));
    value.setTags(m_interpreter.tagTable().fromPieces(std::move(pieces)));
    return value;
}

} // namespace waymark::jinja
