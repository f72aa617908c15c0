#pragma once

#include "models/jinja/ast.h"
#include "models/jinja/function.h"

#include <QString>
#include <QVarLengthArray>

#include <optional>
#include <utility>
#include <vector>

namespace waymark::jinja {

/// What stands between the parentheses of a call, a filter or a test.
struct CallArguments
{
    std::vector<ExpressionPtr> positional = {};
    std::vector<std::pair<QString, ExpressionPtr>> named = {};
    ExpressionPtr star = {}; ///< *args
    ExpressionPtr doubleStar = {}; ///< **kwargs
    std::optional<std::pair<QString, qsizetype>> repeated
        = {}; ///< A name that is given twice, and where, which Python refuses.

    void bind(Binder &binder) const;
    void eachChild(const NodeVisitor &visit) const;
};

/// The values of CallArguments, while a call runs.
struct EvaluatedArguments
{
    ArgumentValues positional = {};
    QVarLengthArray<NamedArgument, 2> named = {};

    void add(Interpreter &interpreter, const CallArguments &arguments);
    /// The same of a call of the template's own, which refuses names that are given twice.
    void addForCall(Interpreter &interpreter, const CallArguments &arguments);
    [[nodiscard]] Arguments view() const
    {
        return {{positional.data(), static_cast<size_t>(positional.size())},
                {named.data(), static_cast<size_t>(named.size())}};
    }
};

} // namespace waymark::jinja
