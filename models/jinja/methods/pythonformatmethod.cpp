#include "models/jinja/methods/pythonformatmethod.h"

#include "models/jinja/dialects/pythonformat.h"
#include "models/jinja/methods/pythoncharacters.h"
#include "models/jinja/methods/pythonfields.h"
#include "models/jinja/methods/pythonrepr.h"
#include "models/jinja/textbuilder.h"

namespace waymark::jinja {
namespace {

constexpr int deepestSpecs = 2;

class FieldFormatter
{
public:
    FieldFormatter(Runtime &runtime, bool escapes, const FormatArguments &arguments)
        : m_runtime(runtime)
        , m_escapes(escapes)
        , m_arguments(arguments)
    {
    }

    void format(TextBuilder &out, const Value &format, int depth)
    {
        if (depth < 0)
            fail(QStringLiteral("Max string recursion exceeded"));
        FieldReader reader(m_runtime, format.text());
        while (const auto piece = reader.next()) {
            out.appendPart(format, piece->literal.start, piece->literal.length);
            if (piece->isField)
                formatField(out, *piece, depth);
        }
    }

private:
    [[noreturn]] void fail(const QString &message, FailureKind kind = FailureKind::Value)
    {
        m_runtime.fail(kind, message);
    }

    void formatField(TextBuilder &out, const FormatPiece &piece, int depth)
    {
        const FieldName name(m_runtime, numbered(piece.field));
        Value value = find(name);
        const Tags tags = m_runtime.isTracking()
            ? m_runtime.tagTable().united(m_runtime.shallowTags(m_root), m_runtime.deepTags(value))
            : 0;
        value = converted(std::move(value), piece.conversion);
        TextBuilder spec(m_runtime);
        format(spec, Value(piece.spec), depth - 1);
        out.append(shown(value, spec.take().text()), tags);
    }

    /// The name of a field, the next number where it has none.
    QString numbered(const QString &name)
    {
        const auto mixed = QStringLiteral(
            "cannot switch from manual field specification to automatic field numbering");
        if (name.isEmpty()) {
            if (m_isManual)
                fail(mixed);
            return QString::number(m_nextNumber++);
        }
        bool isNumber = true;
        for (const char32_t c : CodePoints(name))
            isNumber = isNumber && isPythonDigit(c);
        if (isNumber) {
            if (m_nextNumber > 0)
                fail(mixed);
            m_isManual = true;
        }
        return name;
    }

    Value find(const FieldName &name)
    {
        m_root = name.first().is(Value::Type::Int) ? positional(name.first().integer())
                                                   : named(name.first());
        Value value = m_root;
        FieldName::Steps steps = name.steps();
        while (const auto step = steps.next(m_runtime))
            value = step->isAttribute ? m_runtime.attribute(value, step->name.text())
                                      : m_runtime.item(value, step->name);
        return value;
    }

    Value positional(qint64 index)
    {
        if (index >= static_cast<qint64>(m_arguments.positional.size()))
            fail(QStringLiteral("tuple index out of range"), FailureKind::Key);
        return m_arguments.positional[static_cast<size_t>(index)];
    }

    Value named(const Value &name)
    {
        const Value &mapping = m_arguments.mapping;
        if (mapping.isUndefined())
            m_runtime.failUndefined(mapping);
        if (mapping.is(Value::Type::Dict)) {
            if (const Value *value = mapping.dict().find(name))
                return *value;
            fail(m_runtime.repr(name), FailureKind::Key);
        }
        const QString type = m_runtime.typeName(mapping);
        fail(mapping.isText() ? QStringLiteral("string indices must be integers, not 'str'")
                 : mapping.isSequence()
                 ? QStringLiteral("%1 indices must be integers or slices, not str").arg(type)
                 : QStringLiteral("'%1' object is not subscriptable").arg(type),
             FailureKind::Type);
    }

    Value converted(Value value, const QString &conversion)
    {
        if (conversion.isEmpty())
            return value;
        if (conversion == u's')
            return {m_runtime.text(value)};
        if (conversion == u'r')
            return {m_runtime.repr(value)};
        if (conversion == u'a')
            return {asciiOnly(m_runtime.repr(value))};
        fail(QStringLiteral("Unknown conversion specifier %1").arg(conversion));
    }

    QString shown(const Value &value, const QString &spec)
    {
        if (!m_escapes)
            return pythonFormatted(m_runtime, value, spec);
        if (!value.isMarkup())
            return m_runtime.escaped(Value(pythonFormatted(m_runtime, value, spec))).text();
        if (!spec.isEmpty())
            fail(QStringLiteral("Unsupported format specification for Markup."));
        return value.text();
    }

    Runtime &m_runtime;
    bool m_escapes;
    const FormatArguments &m_arguments;
    Value m_root; ///< Of the field that is being formatted.
    qint64 m_nextNumber = 0;
    bool m_isManual = false;
};

} // namespace

Value fieldFormatted(Runtime &runtime, const Value &format, const FormatArguments &arguments)
{
    TextBuilder out(runtime);
    FieldFormatter(runtime, format.isMarkup(), arguments).format(out, format, deepestSpecs);
    return out.take(format.isMarkup());
}

} // namespace waymark::jinja
