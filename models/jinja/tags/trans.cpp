#include "models/jinja/binder.h"
#include "models/jinja/callnodes.h"
#include "models/jinja/interpreter.h"
#include "models/jinja/operatornodes.h"
#include "models/jinja/outputnodes.h"
#include "models/jinja/parser.h"
#include "models/jinja/primarynodes.h"
#include "models/jinja/tags/registry.h"

#include <algorithm>

namespace waymark::jinja {
namespace {

/// What `value` gives is markup where the output is escaped (nodes.MarkSafeIfAutoescape).
class MarkSafeNode final : public ExpressionNode
{
public:
    explicit MarkSafeNode(ExpressionPtr value)
        : ExpressionNode(value->offset())
        , m_value(std::move(value))
    {
    }
    [[nodiscard]] Value evaluate(Interpreter &interpreter) const override
    {
        Value value = m_value->evaluate(interpreter);
        if (!interpreter.autoescapes() || value.isMarkup())
            return value;
        const Tags tags = value.tags();
        Value markup = Value::markup(interpreter.text(value));
        markup.setTags(tags);
        return markup;
    }
    void bind(Binder &binder) override { m_value->bind(binder); }
    void eachChild(const NodeVisitor &visit) const override { visit(*m_value); }

private:
    ExpressionPtr m_value;
};

/// An expression that stands in several places of the tree.
class SharedNode final : public ExpressionNode
{
public:
    explicit SharedNode(std::shared_ptr<ExpressionNode> value)
        : ExpressionNode(value->offset())
        , m_value(std::move(value))
    {
    }
    [[nodiscard]] Value evaluate(Interpreter &interpreter) const override
    {
        return m_value->evaluate(interpreter);
    }
    void bind(Binder &binder) override { m_value->bind(binder); }
    void eachChild(const NodeVisitor &visit) const override { visit(*m_value); }

private:
    std::shared_ptr<ExpressionNode> m_value;
};

/// trans: prints what gettext makes of its text, with its variables.
class TransNode final : public Statement
{
public:
    TransNode(qsizetype offset, ExpressionPtr called, ExpressionPtr message)
        : Statement(offset)
        , m_called(std::move(called))
        , m_output(offset, std::move(message))
    {
    }
    [[nodiscard]] Next execute(Interpreter &interpreter) const override
    {
        if (m_called)
            interpreter.store(m_result, m_called->evaluate(interpreter));
        return m_output.execute(interpreter);
    }
    void bind(Binder &binder) override
    {
        if (m_called) {
            binder.expression(*m_called);
            binder.assign(m_result);
        }
        m_output.bind(binder);
    }
    void eachChild(const NodeVisitor &visit) const override
    {
        if (m_called)
            visit(*m_called);
        visit(m_output);
    }

private:
    ExpressionPtr m_called; ///< A call that stands for a variable is made once, into `_trans`.
    Variable m_result = Variable(QStringLiteral("_trans"));
    OutputNode m_output;
};

/// Reads one trans block, as InternationalizationExtension.parse() does.
class TransParser
{
public:
    explicit TransParser(Parser &parser)
        : m_parser(parser)
        , m_offset(parser.take().offset)
    {
    }
    [[nodiscard]] StatementPtr parse();

private:
    struct VariableValue
    {
        QString name;
        std::function<ExpressionPtr()> make; ///< Each use is a node of its own.
    };
    struct Part
    {
        QStringList names;
        QString text;
    };
    void parseVariables();
    void parseVariable(const Token &name);
    [[nodiscard]] std::function<ExpressionPtr()> parseValue();
    [[nodiscard]] Part parsePart(bool isFirst);
    [[noreturn]] void refuseTag();
    void parsePlural();
    [[nodiscard]] ExpressionPtr message();
    [[nodiscard]] auto find(const QString &name) const
    {
        return std::ranges::find(m_variables, name, &VariableValue::name);
    }
    [[nodiscard]] std::function<ExpressionPtr()> reading(const QString &name) const
    {
        return [offset = m_offset, name] { return std::make_unique<NameNode>(offset, name); };
    }
    [[nodiscard]] QString finished(QString text) const;

    Parser &m_parser;
    qsizetype m_offset;
    std::optional<QString> m_context;
    std::vector<VariableValue> m_variables;
    std::optional<bool> m_isTrimmed;
    std::function<ExpressionPtr()> m_number; ///< What decides between singular and plural.
    ExpressionPtr m_called;
    Part m_singular;
    std::optional<Part> m_plural;
};

/// What reads the value that is given to a variable.
std::function<ExpressionPtr()> TransParser::parseValue()
{
    ExpressionPtr value = m_parser.parseExpression();
    if (!m_number && dynamic_cast<CallNode *>(value.get())) {
        m_called = std::move(value);
        return reading(QStringLiteral("_trans"));
    }
    return [shared = std::shared_ptr<ExpressionNode>(std::move(value))] {
        return std::make_unique<SharedNode>(shared);
    };
}

void TransParser::parseVariable(const Token &name)
{
    const bool hasValue = m_parser.skipIf(TokenType::Assign);
    m_variables.emplace_back(name.text, hasValue ? parseValue() : reading(name.text));
    if (!m_number)
        m_number = m_variables.back().make;
}

void TransParser::parseVariables()
{
    while (!m_parser.current().is(TokenType::BlockEnd)) {
        if (!m_variables.empty())
            m_parser.expect(TokenType::Comma);
        if (m_parser.skipIf(TokenType::Colon))
            break;
        const Token name = m_parser.expect(TokenType::Name);
        if (find(name.text) != m_variables.end()) {
            Parser::failAt(
                name.offset,
                QStringLiteral("translatable variable '%1' defined twice.").arg(name.text));
        }
        const bool isMode = name.text == u"trimmed" || name.text == u"notrimmed";
        if (isMode && !m_isTrimmed && !m_parser.current().is(TokenType::Assign))
            m_isTrimmed = name.text == u"trimmed";
        else
            parseVariable(name);
    }
    m_parser.expect(TokenType::BlockEnd);
}

/// The text up to the next tag, whose BlockBegin is taken; a "%" in it is doubled.
TransParser::Part TransParser::parsePart(bool isFirst)
{
    Part part;
    for (;;) {
        if (m_parser.current().is(TokenType::Data)) {
            part.text += m_parser.take().text.replace(u'%', QStringLiteral("%%"));
        } else if (m_parser.skipIf(TokenType::VariableBegin)) {
            const QString name = m_parser.expect(TokenType::Name).text;
            part.names.append(name);
            part.text += QStringLiteral("%(%1)s").arg(name);
            m_parser.expect(TokenType::VariableEnd);
        } else if (!m_parser.skipIf(TokenType::BlockBegin)) {
            m_parser.fail(QStringLiteral("unclosed translation block"));
        } else {
            const Token &tag = m_parser.current();
            if (tag.isName(u"endtrans") || (tag.isName(u"pluralize") && isFirst))
                return part;
            refuseTag();
        }
    }
}

/// The tag is none that a translatable text can hold.
void TransParser::refuseTag()
{
    const Token &tag = m_parser.current();
    if (tag.isName(u"pluralize"))
        m_parser.fail(QStringLiteral("a translatable section can have only one pluralize section"));
    if (tag.isName(u"trans"))
        m_parser.fail(QStringLiteral("trans blocks can't be nested; did you mean `endtrans`?"));
    m_parser.fail(QStringLiteral("control structures in translatable sections are not "
                                 "allowed; saw `%1`")
                      .arg(tag.is(TokenType::Name) ? tag.text : QStringLiteral("None")));
}

void TransParser::parsePlural()
{
    m_parser.take();
    if (!m_parser.current().is(TokenType::BlockEnd)) {
        const Token name = m_parser.expect(TokenType::Name);
        const auto variable = find(name.text);
        if (variable == m_variables.end()) {
            Parser::failAt(
                name.offset,
                QStringLiteral("unknown variable '%1' for pluralization").arg(name.text));
        }
        m_number = variable->make;
    }
    m_parser.expect(TokenType::BlockEnd);
    m_plural = parsePart(false);
}

StatementPtr TransParser::parse()
{
    if (m_parser.current().is(TokenType::String))
        m_context = m_parser.take().text;
    parseVariables();
    m_singular = parsePart(true);
    if (!m_number && !m_singular.names.isEmpty())
        m_number = reading(m_singular.names.front());
    if (m_parser.current().isName(u"pluralize"))
        parsePlural();
    m_parser.take();
    if (m_plural && !m_number)
        Parser::failAt(m_offset, QStringLiteral("pluralize without variables"));
    ExpressionPtr printed = message();
    return std::make_unique<TransNode>(m_offset, std::move(m_called), std::move(printed));
}

/// With one blank for each line break where that is wished for. Where no variable is printed, a
/// "%" stands for itself again.
QString TransParser::finished(QString text) const
{
    if (m_isTrimmed.value_or(false)) {
        QStringList lines;
        for (const QString &line : text.split(u'\n')) {
            if (const QString words = line.trimmed(); !words.isEmpty())
                lines += words;
        }
        text = lines.join(u' ');
    }
    if (m_singular.names.isEmpty() && (!m_plural || m_plural->names.isEmpty()))
        text.replace(QStringLiteral("%%"), QStringLiteral("%"));
    return text;
}

/// gettext(…) % {…}, with the function that fits.
ExpressionPtr TransParser::message()
{
    CallArguments arguments;
    const auto add = [&](const QString &text) {
        arguments.positional.push_back(std::make_unique<ConstantNode>(m_offset, Value(text)));
    };
    QString function = QStringLiteral("gettext");
    if (m_context) {
        function.prepend(u'p');
        add(*m_context);
    }
    add(finished(m_singular.text));
    if (m_plural) {
        function.prepend(u'n');
        add(finished(m_plural->text));
        arguments.positional.push_back(m_number());
    }
    ExpressionPtr text = std::make_unique<MarkSafeNode>(std::make_unique<CallNode>(
        m_offset, std::make_unique<NameNode>(m_offset, function), std::move(arguments)));
    for (const QString &name : m_singular.names + m_plural.value_or(Part()).names) {
        if (find(name) == m_variables.end())
            m_variables.emplace_back(name, reading(name));
    }
    if (m_variables.empty())
        return text;
    std::vector<DictNode::Entry> entries;
    entries.reserve(m_variables.size());
    for (const VariableValue &variable : m_variables) {
        entries.emplace_back(std::make_unique<ConstantNode>(m_offset, Value(variable.name)),
                             variable.make());
    }
    return std::make_unique<BinaryNode>(m_offset, BinaryOperator::Modulo, std::move(text),
                                        std::make_unique<DictNode>(m_offset, std::move(entries)));
}

} // namespace

StatementPtr parseTrans(Parser &parser)
{
    return TransParser(parser).parse();
}

} // namespace waymark::jinja
