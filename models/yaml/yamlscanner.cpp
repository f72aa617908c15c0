#include "models/yaml/yamlscanner.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Yaml", text);
}

} // namespace

YamlScanner::YamlScanner(QByteArrayView text, qsizetype start)
    : m_text(text)
    , m_offset(start)
    , m_lineStart(start)
{
}

const YamlToken &YamlScanner::peek()
{
    while (!m_isReady && needsMore())
        fetch();
    m_isReady = true;
    return m_tokens.front();
}

YamlToken YamlScanner::take()
{
    const YamlToken token = peek();
    if (token.type != Type::StreamEnd) {
        m_tokens.pop_front();
        m_isReady = false;
        ++m_taken;
    }
    return token;
}

char YamlScanner::at(qsizetype ahead) const
{
    const qsizetype offset = m_offset + ahead;
    return offset < m_text.size() ? m_text.at(offset) : '\0';
}

bool YamlScanner::isBreakAt(qsizetype ahead) const
{
    const char c = at(ahead);
    return c == '\n' || c == '\r' || c == '\0';
}

bool YamlScanner::isBlankAt(qsizetype ahead) const
{
    const char c = at(ahead);
    return c == ' ' || c == '\t' || isBreakAt(ahead);
}

bool YamlScanner::isFlowIndicatorAt(qsizetype ahead) const
{
    const char c = at(ahead);
    return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
}

bool YamlScanner::isDocumentMarkAt() const
{
    const auto mark
        = m_text.sliced(m_offset).first(std::min<qsizetype>(3, m_text.size() - m_offset));
    return column() == 0 && (mark == "---" || mark == "...") && isBlankAt(3);
}

void YamlScanner::skipBreak()
{
    m_offset += at() == '\r' ? 2 : 1;
    m_lineStart = m_offset;
    ++m_line;
}

void YamlScanner::fail(const char *code, const QString &message, const QString &hint,
                       std::optional<qsizetype> offset) const
{
    throw YamlFault{offset.value_or(m_offset), QString::fromLatin1(code), message, hint};
}

bool YamlScanner::needsMore()
{
    if (m_isDone)
        return false;
    if (m_tokens.empty())
        return true;
    dropStaleKeys();
    return std::ranges::any_of(
        m_keys, [this](const auto &key) { return key && key->tokenNumber == m_taken; });
}

void YamlScanner::skipTabs()
{
    qsizetype length = 0;
    while (at(length) == ' ' || at(length) == '\t')
        ++length;
    const bool isAllowed = inFlow() || !m_isKeyAllowed || isBreakAt(length) || at(length) == '#';
    if (!isAllowed) {
        fail("yaml.tab", tr("A tab is used for indentation."),
             tr("Indent with blanks; YAML allows no tabs there."));
    }
    m_offset += length;
}

void YamlScanner::skipComment()
{
    while (!isBreakAt(0))
        ++m_offset;
}

void YamlScanner::skipToToken()
{
    for (;;) {
        while (at() == ' ')
            ++m_offset;
        if (at() == '\t')
            skipTabs();
        const bool isAfterBlank = column() == 0 || at(-1) == ' ' || at(-1) == '\t';
        if (at() == '#' && isAfterBlank)
            skipComment();
        if (isEnd() || !isBreakAt(0))
            return;
        skipBreak();
        if (!inFlow())
            m_isKeyAllowed = true;
    }
}

void YamlScanner::push(Type type, qsizetype length)
{
    m_tokens.push_back({.type = type, .begin = m_offset, .end = m_offset + length});
    m_offset += length;
}

void YamlScanner::fetch()
{
    skipToToken();
    dropStaleKeys();
    unrollIndent(column());
    if (isEnd())
        return fetchStreamEnd();
    if (column() == 0 && at() == '%')
        return fetchDirective();
    if (isDocumentMarkAt())
        return fetchDocumentMark(at() == '-' ? Type::DocumentStart : Type::DocumentEnd);
    const bool wasJsonBefore = std::exchange(m_isJsonBefore, m_isJsonBefore && at() == ':');
    if (fetchIndicator())
        return;
    if (isPlainAt())
        return fetchPlain();
    m_isJsonBefore = wasJsonBefore;
    fail("yaml.syntax", tr("“%1” cannot begin a value.").arg(QLatin1Char(at())),
         tr("Put the text in quotes."));
}

void YamlScanner::fetchStreamEnd()
{
    unrollIndent(-1);
    removeSimpleKey();
    if (inFlow()) {
        // The grammar says what is open: it knows where.
        m_isKeyAllowed = false;
    }
    push(Type::StreamEnd, 0);
    m_isDone = true;
}

} // namespace waymark
