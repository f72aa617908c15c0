#pragma once

#include "models/base/value.h"
#include "models/jinja/binder.h"
#include "models/jinja/extensions/registry.h"
#include "models/jinja/grammar.h"
#include "models/jinja/lexer.h"
#include "models/jinja/operators.h"
#include "models/jinja/runtime.h"
#include "models/jinja/tags/registry.h"

#include <memory>
#include <optional>
#include <span>

namespace waymark::jinja {

class MethodTable;

/// All in which the languages differ, as a table: the parser, the nodes and the filters ask it and
/// never which language they are in. Functions throw a Failure for what their language refuses.
struct Dialect
{
    QLatin1StringView name; ///< What it calls itself in errors.

    // Reading.
    std::unique_ptr<Lexer> (*makeLexer)(QStringView text, const Options &options, LexerStart start);
    std::unique_ptr<Binder> (*makeBinder)(const CompiledEnvironment &environment);
    const Grammar *grammar;
    std::span<const TagRow> tags;
    bool normalizesNewlines; ///< "\r\n" and "\r" are read as "\n",
    bool dropsFinalNewline; ///< and one at the end is dropped, unless the options keep it.
    bool endsAtLastToken; ///< Errors at its end have the line of the last token.

    // Functions.
    const FunctionTable &(*filters)();
    const FunctionTable &(*tests)();
    const FunctionTable &(*globals)();
    std::span<const ExtensionRow> (*extensions)();
    QString (*noSuchTemplate)(const QString &name);
    QString (*noSuchFilter)(const QString &name);
    QString (*noSuchTest)(const QString &name);
    /// Throws what the language says of a call of what cannot be called; `name` is how the template
    /// names it.
    void (*failCall)(Runtime &runtime, const Value &callee, const QString &name);
    bool macrosAreMarkup; ///< Even where nothing is escaped.
    bool bindsAsPython; ///< Else as JavaScript: no argument is missing or too many.

    // Values.
    bool (*truthy)(Runtime &runtime, const Value &value);
    QString (*text)(Runtime &runtime, const Value &value);
    /// What a float prints, to `out`, which has room for longestFloat; gives the end.
    char *(*writeFloat)(double value, char *out);
    /// What a value other than a text or a number in place prints.
    QString (*printed)(Runtime &runtime, const Value &value);
    QString (*repr)(Runtime &runtime, const Value &value);
    QString (*typeName)(const Value &value);
    bool (*equal)(Runtime &runtime, const Value &a, const Value &b);
    bool (*compare)(Runtime &runtime, Comparison how, const Value &a, const Value &b);
    bool (*contains)(Runtime &runtime, const Value &container, const Value &value);
    Value (*binary)(Runtime &runtime, BinaryOperator op, const Value &a, const Value &b);
    Value (*unary)(Runtime &runtime, UnaryOperator op, const Value &operand);
    Value (*attribute)(Runtime &runtime, const Value &base, const QString &name);
    Value (*item)(Runtime &runtime, const Value &base, const Value &key);
    /// Whether an entry `name` of a map is what `map.name` gives, whatever else maps have.
    bool (*isEntryFirst)(const Options &options, const QString &name);
    /// The method that `base.name(…)` calls, or null: then it is called as any value is.
    const Function *(*method)(Runtime &runtime, const Value &base, const QString &name);
    std::optional<qsizetype> (*length)(Runtime &runtime, const Value &value);
    bool (*isIterable)(const Value &value);
    std::vector<Value> (*items)(Runtime &runtime, const Value &value);
    Value (*fromInteger)(const Integer &value); ///< A number of the data,
    waymark::Value (*toNumber)(double value); ///< and back: JavaScript's 2.0 is an integer.
    QString (*escape)(QStringView text);
    bool dropsOutputOfChildren; ///< A template that extends another runs, but nothing of it is
                                ///< seen; else what it prints behind the extends is not even run.
    bool hasSelf; ///< The variable `self`, with all blocks.
    bool
        needsElse; ///< An inline if without else is Undefined where it is false, not an empty text.
    bool resolvesRelativeNames; ///< Of templates.
    bool framesAreDynamic; ///< Blocks and includes see the variables of where they are used.
    bool failsAtStatements; ///< Errors have the line of their statement.
    bool ordersIndexKeys; ///< Of maps, as JavaScript does.
};

[[nodiscard]] const Dialect &jinja2Dialect();
[[nodiscard]] const Dialect &nunjucksDialect();

} // namespace waymark::jinja
