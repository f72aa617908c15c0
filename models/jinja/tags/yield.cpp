#include "models/jinja/interpreter.h"
#include "models/jinja/macroparser.h"
#include "models/jinja/parser.h"
#include "models/jinja/tags/registry.h"

namespace waymark::jinja {
namespace {

/// yield: Copier's loop in a name. The render goes on as if there were none, and tells what is to
/// be gone through; whoever renders names does it again for each item.
class YieldNode final : public Statement
{
public:
    YieldNode(qsizetype offset, QString name, ExpressionPtr iterable, MacroDefinition body)
        : Statement(offset)
        , m_name(std::move(name))
        , m_iterable(std::move(iterable))
        , m_body(std::move(body))
    {
    }
    [[nodiscard]] Next execute(Interpreter &interpreter) const override
    {
        interpreter.charge(1);
        interpreter.beginStatement(offset());
        const Value iterable = m_iterable->evaluate(interpreter);
        interpreter.at(offset());
        if (const auto &other = interpreter.yielded()) {
            interpreter.fail(
                FailureKind::Runtime,
                QStringLiteral("Attempted to parse the yield tag twice. Only one yield tag is "
                               "allowed per path name.\nA yield tag with the name: \"%1\" and "
                               "iterable: \"%2\" already exists.")
                    .arg(other->name, interpreter.text(other->iterable)));
        }
        interpreter.yielded() = Yielded{.name = m_name, .iterable = iterable};
        const Reference<Object> body = make<Jinja2Macro>(m_body, interpreter);
        try {
            interpreter.print(interpreter.call(Value(body), {}));
        } catch (const Failure &failure) {
            if (failure.kind != FailureKind::Undefined)
                throw;
        }
        return Next::Go;
    }
    void bind(Binder &binder) override
    {
        binder.expression(*m_iterable);
        bindJinja2Macro(binder, m_body);
    }
    void eachChild(const NodeVisitor &visit) const override
    {
        visit(*m_iterable);
        m_body.eachChild(visit);
    }

private:
    QString m_name;
    ExpressionPtr m_iterable;
    MacroDefinition m_body;
};

} // namespace

StatementPtr parseYield(Parser &parser)
{
    const qsizetype offset = parser.take().offset;
    MacroDefinition body;
    body.offset = static_cast<quint32>(offset);
    const QString name = parser.parseAssignedName().text;
    (void)parser.expectName(u"from");
    ExpressionPtr iterable = parser.parseExpression();
    body.body = parser.parseBodyUntil(u"endyield");
    finishJinja2Macro(body, offset);
    return std::make_unique<YieldNode>(offset, name, std::move(iterable), std::move(body));
}

} // namespace waymark::jinja
