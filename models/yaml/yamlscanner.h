#pragma once

#include "models/yaml/yamltoken.h"

#include <QByteArrayView>
#include <QList>

#include <deque>
#include <optional>

namespace waymark {

/// Splits YAML text into tokens, strictly: what it lets through, PyYAML reads alike. It looks ahead
/// no further than a key may be long (1024 bytes), whatever the text. Throws YamlFault.
class YamlScanner
{
public:
    /// `text` is UTF-8 without control characters; scanning begins at `start`, the start of a line.
    YamlScanner(QByteArrayView text, qsizetype start);

    [[nodiscard]] const YamlToken &peek();
    YamlToken take();

private:
    using Type = YamlToken::Type;
    struct SimpleKey // a place that turns out to be a key when ":" follows
    {
        qsizetype tokenNumber;
        qsizetype offset;
        qsizetype line;
        qsizetype column;
        bool isRequired;
    };

    [[nodiscard]] char at(qsizetype ahead = 0) const;
    [[nodiscard]] bool isBlankAt(qsizetype ahead) const; // blank, tab, line end or end of text
    [[nodiscard]] bool isBreakAt(qsizetype ahead) const; // line end or end of text
    [[nodiscard]] bool isFlowIndicatorAt(qsizetype ahead) const;
    [[nodiscard]] bool isDocumentMarkAt() const;
    [[nodiscard]] qsizetype column() const { return m_offset - m_lineStart; }
    [[nodiscard]] bool inFlow() const { return m_flowLevel > 0; }
    [[nodiscard]] bool isEnd() const { return m_offset >= m_text.size(); }
    void skipBreak();
    [[noreturn]] void fail(const char *code, const QString &message, const QString &hint = {},
                           std::optional<qsizetype> offset = {}) const;

    void fetch();
    bool fetchIndicator();
    void skipToToken();
    void skipTabs();
    void skipComment();
    void push(Type type, qsizetype length);
    void fetchStreamEnd();
    void fetchDirective();
    void fetchDocumentMark(Type type);
    void fetchFlowStart(Type type);
    void fetchFlowEnd(Type type);
    void fetchBlockEntry();
    void fetchKey();
    void fetchValue();
    void fetchName(Type type);
    void fetchTag();
    [[nodiscard]] bool isValueAt() const;
    [[nodiscard]] bool isPlainAt() const;

    void fetchBlockScalar();
    void fetchQuoted(char quote);
    void skipEscape();
    void fetchPlain();
    [[nodiscard]] qsizetype plainEnd();
    [[nodiscard]] bool skipPlainBlanks(qsizetype indent);
    [[nodiscard]] qsizetype blockScalarHeader();
    [[nodiscard]] qsizetype detectIndent(qsizetype least);
    qsizetype skipBlockLines(qsizetype indent);

    void saveSimpleKey();
    void removeSimpleKey();
    void dropStaleKeys();
    [[nodiscard]] bool needsMore();
    void rollIndent(qsizetype column, Type type, std::optional<qsizetype> tokenNumber,
                    qsizetype offset);
    void unrollIndent(qsizetype column);

    QByteArrayView m_text;
    qsizetype m_offset = 0;
    qsizetype m_lineStart = 0;
    qsizetype m_line = 0;
    std::deque<YamlToken> m_tokens;
    qsizetype m_taken = 0;
    bool m_isReady = false; // the first of m_tokens is what comes next
    bool m_isDone = false;
    int m_flowLevel = 0;
    QByteArray m_flows; // the open brackets
    qsizetype m_indent = -1;
    QList<qsizetype> m_indents;
    bool m_isKeyAllowed = true;
    bool m_isJsonBefore = false; // in flow: a quoted text or a bracket's end is the token before
    QList<std::optional<SimpleKey>> m_keys = {std::nullopt}; // one a flow level
};

} // namespace waymark
