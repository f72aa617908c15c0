#pragma once

#include "models/jinja/token.h"

#include <QStringView>

#include <span>

namespace waymark::jinja {

struct OperatorToken
{
    QStringView text;
    TokenType type;
};

/// The longest of `operators` (longest first) that `rest` starts with, or null.
[[nodiscard]] inline const OperatorToken *operatorAt(QStringView rest,
                                                     std::span<const OperatorToken> operators)
{
    for (const OperatorToken &candidate : operators) {
        if (rest.startsWith(candidate.text.front()) && rest.startsWith(candidate.text))
            return &candidate;
    }
    return nullptr;
}

} // namespace waymark::jinja
