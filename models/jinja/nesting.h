#pragma once

#include "models/jinja/parser.h"

namespace waymark::jinja {

inline constexpr int deepestNesting = 200;

/// Counts how deep brackets, calls and tags stand inside each other while it lives.
class Nesting
{
public:
    explicit Nesting(Parser &parser);
    ~Nesting() { --m_parser.m_depth; }
    Nesting(const Nesting &) = delete;
    Nesting &operator=(const Nesting &) = delete;

private:
    Parser &m_parser;
};

} // namespace waymark::jinja
