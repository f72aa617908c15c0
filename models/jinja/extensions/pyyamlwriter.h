#pragma once

#include "models/jinja/extensions/pyyaml.h"

#include <vector>

namespace waymark::jinja {

/// Writes YAML as PyYAML's emitter does: its columns, its indentation and its ways to quote a
/// text.
class PyYamlWriter
{
public:
    PyYamlWriter(Runtime &runtime, const PyYamlStyle &style);

    [[nodiscard]] Runtime &runtime() const { return m_runtime; }
    [[nodiscard]] const PyYamlStyle &style() const { return m_style; }
    [[nodiscard]] bool isWide() const { return m_column > m_width; } ///< The line is full.
    [[nodiscard]] bool isIndention() const { return m_isIndention; } ///< Only indicators so far.
    [[nodiscard]] bool isOpenEnded() const
    {
        return m_isOpenEnded;
    } ///< It needs a "..." behind it.
    [[nodiscard]] QString take() { return std::move(m_text); }

    void increaseIndent(bool isFlow, bool isIndentless);
    void decreaseIndent();
    /// On a line of its own, at the indentation.
    void writeIndent();
    void indicator(QStringView text, bool needsWhitespace, bool isWhitespace = false,
                   bool isIndention = false);

    // Texts; `splits`: they may go on in another line.
    void plain(QStringView text, bool isRoot, bool splits);
    void singleQuoted(QStringView text, bool splits);
    void doubleQuoted(const QString &text, bool splits);

private:
    void write(QStringView text);
    void lineBreak(QStringView text);
    void breaks(QStringView text);
    void writeTextIndent(); ///< Inside of a text that goes on.
    [[nodiscard]] bool isEscaped(char32_t c) const;

    Runtime &m_runtime;
    PyYamlStyle m_style;
    qint64 m_width;
    QString m_text;
    qsizetype m_charged = 0;
    std::vector<int> m_indents;
    int m_indent = -1;
    qint64 m_column = 0;
    bool m_isWhitespace = true;
    bool m_isIndention = true;
    bool m_isOpenEnded = false;
};

} // namespace waymark::jinja
