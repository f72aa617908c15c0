#pragma once

#include "views/theme/tokens.h"

#include <QHash>

namespace KSyntaxHighlighting {
class Definition;
class Format;
} // namespace KSyntaxHighlighting

namespace waymark {

/// How a piece of code looks.
struct CodeStyle
{
    Token token = Token::Tx;
    bool isItalic = false;
    bool isExpression = false; ///< of a template: it has a ground of its own

    friend bool operator==(const CodeStyle &, const CodeStyle &) = default;
};

/// Columns of a line that look alike.
struct CodeSpan
{
    int first = 0;
    int length = 0;
    CodeStyle style = {};

    friend bool operator==(const CodeSpan &, const CodeSpan &) = default;
};

/// Which of the design's colours stands for what a language's definition tells apart.
class HighlightingStyles
{
public:
    explicit HighlightingStyles(const KSyntaxHighlighting::Definition &definition);

    [[nodiscard]] CodeStyle styleOf(const KSyntaxHighlighting::Format &format,
                                    QStringView text) const;

private:
    QHash<QString, Token> m_ours; // by the format's name, where its kind says too little
    mutable QHash<int, CodeStyle> m_known; // by the format's id
    bool m_isYaml = false;
    bool m_isMarkdown = false;
};

} // namespace waymark
