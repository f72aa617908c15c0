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

/// The operators, filters and attributes that one expression may hold: what is chained is nested in
/// the tree.
inline constexpr int mostLinks = 5000;

/// Stands around an expression while it is read; with the outermost one the counting begins anew.
class ExpressionScope
{
public:
    explicit ExpressionScope(Parser &parser)
        : m_parser(parser)
    {
        ++m_parser.m_expressions;
    }
    ~ExpressionScope()
    {
        if (--m_parser.m_expressions == 0)
            m_parser.m_links = 0;
    }
    ExpressionScope(const ExpressionScope &) = delete;
    ExpressionScope &operator=(const ExpressionScope &) = delete;

private:
    Parser &m_parser;
};

} // namespace waymark::jinja
