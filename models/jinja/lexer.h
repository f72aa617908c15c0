#pragma once

#include "models/jinja/options.h"
#include "models/jinja/token.h"

#include <QStringView>

#include <memory>

namespace waymark::jinja {

enum class LexerStart : quint8 {
    Text, ///< A whole template.
    Expression, ///< As if behind a variableStart.
};

/// Cuts a template into tokens, one at a time. What is no token throws a Failure with its offset.
class Lexer
{
public:
    virtual ~Lexer() = default;
    [[nodiscard]] virtual Token next() = 0;

protected:
    explicit Lexer(QStringView text)
        : m_text(text)
    {
    }
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    /// The unit `ahead` of here, or NUL behind the end.
    [[nodiscard]] QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar();
    }
    [[nodiscard]] bool looksAt(QStringView what, qsizetype at) const
    {
        return !what.isEmpty() && at < m_text.size() && m_text[at] == what[0]
            && m_text.sliced(at).startsWith(what);
    }
    [[nodiscard]] bool looksAt(QStringView what) const { return looksAt(what, m_at); }
    [[noreturn]] static void fail(const QString &message, qsizetype offset);

    const QStringView m_text;
    qsizetype m_at = 0;
};

/// `text` has no line ends but '\n'. Both views outlive the lexer.
[[nodiscard]] std::unique_ptr<Lexer> makeJinja2Lexer(QStringView text, const Options &options,
                                                     LexerStart start);
[[nodiscard]] std::unique_ptr<Lexer> makeNunjucksLexer(QStringView text, const Options &options,
                                                       LexerStart start);

/// Whether Python's re takes `c` for \s (and str.isspace for a space).
[[nodiscard]] bool isTemplateSpace(QChar c);
/// Whether JavaScript takes `c` for \s.
[[nodiscard]] bool isJavaScriptSpace(QChar c);

} // namespace waymark::jinja
