#pragma once

#include "models/jinja/ast.h"
#include "models/jinja/operators.h"
#include "models/jinja/token.h"

#include <QStringView>

#include <optional>
#include <span>

namespace waymark::jinja {

class Parser;

/// What one level of precedence parses.
enum class LevelKind : quint8 {
    Conditional, ///< a if b else c
    Or,
    And,
    Not,
    Comparison, ///< A chain of the operators, `in` and `not in` where `withIn`.
    In, ///< Nunjucks' own level of `in`.
    Is, ///< Nunjucks' own level of `is`.
    Binary, ///< Left-associative operators.
    Concatenation, ///< ~
};

struct LevelOperator
{
    TokenType token;
    BinaryOperator op;
};

struct Level
{
    LevelKind kind;
    std::span<const LevelOperator> operators = {};
    bool withIn = false;
};

/// The expressions of a language: its levels of precedence from the weakest to the strongest, and
/// what its literals and postfixes allow.
struct Grammar
{
    std::span<const Level> levels;
    bool hasTuples = false; ///< (1, 2); otherwise parentheses group, as JavaScript's do.
    bool joinsStrings = false; ///< "a" "b" is "ab".
    bool hasSlices = false;
    bool hasStars = false; ///< f(*args, **kwargs)
    bool hasIntegerAttributes = false; ///< a.0
    bool chainsConditionals = false; ///< a if b else c if d else e
    bool testsBehindFilters = false; ///< `is` belongs to the postfixes.
    bool hasTrailingCommas = false; ///< [1, 2,]
    bool anyBracketCloses = false; ///< Nunjucks takes [1) for [1].
    bool keysAreNames = false; ///< {a: 1} has the key "a".
    bool constantNames
        = false; ///< true, none and so on are names of constants (else tokens of their own).
    /// Called with every expression that stands for itself: Nunjucks' operators have JavaScript's
    /// precedence in the end.
    ExpressionPtr (*finish)(ExpressionPtr expression) = nullptr;
};

} // namespace waymark::jinja
