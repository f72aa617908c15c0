#pragma once

#include "models/jinja/object.h"
#include "models/jinja/runtime.h"

#include <QHash>
#include <QString>
#include <QVarLengthArray>

#include <span>
#include <vector>

namespace waymark::jinja {

class Call;
using NativeFunction = Value (*)(Call &call);

/// How answers pass through a function.
enum class Flow : quint8 {
    Deep, ///< The result depends on all of every argument.
    Items, ///< It hands items of its arguments on, which keep what they depend on; its own shape,
           ///< or that an item was chosen, depends on the arguments' shapes and simple values.
    Own, ///< The function tags its result itself.
    Characters, ///< Deep, but a text of unchanged length keeps its pieces (upper, lower, …).
    Lines, ///< Deep, but a text of the same number of lines keeps its pieces line by line (indent).
};

/// One row of a table of filters, tests, methods or globals. `signature` is Python's: the name that
/// errors of binding use, then the parameters with literal defaults, "*args" and "**kwargs" last:
/// "do_indent(s, width=4, first=False, blank=False)". One that begins with "&" is not there, but
/// counted by errors: what Jinja2 passes to its own functions. The piped or tested value, or the
/// receiver of a method, is the first. In JavaScript's dialect no argument is ever missing or too
/// many: parameters without a value are undefined, and keywords arrive as one more object at the
/// end.
struct FunctionRow
{
    const char16_t *name;
    const char *signature;
    NativeFunction function;
    Flow flow = Flow::Deep;
};

/// A row that is ready to be called.
struct Function
{
    struct Parameter
    {
        QString name;
        Value fallback; ///< Missing: it has to be given.
    };
    QString name;
    QString pythonName;
    std::vector<Parameter> parameters;
    size_t required = 0; ///< Of the parameters: those up to the last one without a fallback.
    bool takesRest = false;
    bool takesKeywords = false;
    qsizetype hidden = 0; ///< Parameters that are only counted.
    NativeFunction function = nullptr;
    Flow flow = Flow::Deep;

    [[nodiscard]] static Function from(const FunctionRow &row);
};

/// Functions by name.
class FunctionTable
{
public:
    FunctionTable() = default;
    FunctionTable(std::initializer_list<std::span<const FunctionRow>> families);
    void add(std::span<const FunctionRow> family);
    void add(const FunctionTable &other);
    /// Or null. Valid as long as the table.
    [[nodiscard]] const Function *find(const QString &name) const;
    [[nodiscard]] QStringList names() const; ///< Sorted.

private:
    QHash<QString, std::shared_ptr<const Function>> m_functions;
};

/// The values that a call passes, and what is bound of them: most functions take no more.
using ArgumentValues = QVarLengthArray<Value, 6>;

/// One call of a native function, its arguments bound to the parameters of its row.
class Call
{
public:
    Call(Runtime &runtime, const Function &function)
        : m_runtime(runtime)
        , m_function(function)
    {
    }
    /// The value of parameter `i`, counted from 0, its default where it was not given.
    const Value &operator[](size_t i) const { return m_bound[i]; }
    Value &operator[](size_t i) { return m_bound[i]; }
    [[nodiscard]] size_t count() const { return m_bound.size(); }
    /// How many arguments were really given, the value itself included.
    [[nodiscard]] size_t given() const { return m_given; }
    [[nodiscard]] std::span<const Value> rest() const { return m_rest; } ///< *args
    [[nodiscard]] std::span<const NamedArgument> keywords() const
    {
        return m_keywords;
    } ///< **kwargs
    [[nodiscard]] Runtime &runtime() const { return m_runtime; }
    [[nodiscard]] const Function &function() const { return m_function; }
    /// Argument `i` as text (Python: str(x); JavaScript: String(x)).
    [[nodiscard]] QString text(size_t i) const { return m_runtime.text((*this)[i]); }
    [[nodiscard]] bool truthy(size_t i) const { return m_runtime.truthy((*this)[i]); }
    /// A text result that is markup where argument 0 is.
    [[nodiscard]] Value like(QString text) const;

    /// Binds as the dialect of `runtime` does, runs, and tags the result by the row's Flow.
    [[nodiscard]] static Value run(Runtime &runtime, const Function &function,
                                   const Arguments &arguments);
    /// Whether `count` arguments, none of them by name, are bound as they are.
    [[nodiscard]] static bool takesInOrder(const Function &function, size_t count, bool asPython)
    {
        return count <= function.parameters.size()
            && (asPython ? count >= function.required : !function.takesKeywords);
    }
    /// The same with arguments that takesInOrder(), where they lie, and where no answer is tracked.
    [[nodiscard]] static Value runInOrder(Runtime &runtime, const Function &function,
                                          ArgumentValues &arguments);

private:
    void bindInOrder(ArgumentValues &arguments);
    void bindAsPython(const Arguments &arguments);
    void bindAsJavaScript(const Arguments &arguments);
    [[noreturn]] void failTooMany(size_t given) const;

    Runtime &m_runtime;
    const Function &m_function;
    ArgumentValues m_own;
    std::span<Value> m_bound; ///< Of m_own, or where its arguments lie.
    std::vector<Value> m_rest;
    std::vector<NamedArgument> m_keywords;
    size_t m_given = 0;
};

} // namespace waymark::jinja
