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

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

} // namespace

void YamlScanner::fetchQuoted(char quote)
{
    saveSimpleKey();
    m_isKeyAllowed = false;
    const qsizetype begin = m_offset++;
    const qsizetype firstLine = m_line;
    for (; at() != quote || (quote == '\'' && at(1) == quote);) {
        if (isEnd() || isDocumentMarkAt()) {
            fail("yaml.unterminated", tr("The text in quotes that begins here never ends."),
                 tr("Write %1 at its end.").arg(QLatin1Char(quote)), begin);
        }
        if (quote == '"' && at() == '\\')
            skipEscape();
        else if (isBreakAt(0))
            skipBreak();
        else
            m_offset += at() == quote ? 2 : 1;
    }
    ++m_offset;
    if (!isBlankAt(0) && !isFlowIndicatorAt(0) && at() != ':') {
        fail("yaml.syntax", tr("Text stands right behind a closing quote."),
             quote == '"' ? tr("Write \\\" for a quote inside the text.")
                          : tr("Write '' for a quote inside the text."));
    }
    m_isJsonBefore = true;
    if (m_line != firstLine && !inFlow())
        m_keys.last().reset();
    const auto style = quote == '"' ? YamlNode::Style::DoubleQuoted : YamlNode::Style::SingleQuoted;
    m_tokens.push_back({.type = Type::Scalar, .style = style, .begin = begin, .end = m_offset});
}

void YamlScanner::skipEscape()
{
    const char c = at(1);
    if (c == '\n' || c == '\r') {
        ++m_offset;
        return skipBreak();
    }
    const qsizetype digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    bool isKnown = digits > 0 || QByteArrayView("0abt\tnvfre \"/\\N_LP").contains(c);
    qsizetype length = 2;
    while (length < 2 + digits && isHex(at(length)))
        ++length;
    const uint point
        = m_text.sliced(m_offset + std::min<qsizetype>(2, m_text.size() - m_offset), length - 2)
              .toUInt(nullptr, 16);
    isKnown = isKnown && length == 2 + digits && point <= 0x10FFFF
        && (point < 0xD800 || point > 0xDFFF);
    if (!isKnown) {
        fail("yaml.escape",
             tr("“%1” is no escape that YAML knows.")
                 .arg(QString::fromUtf8(
                     m_text.sliced(m_offset).first(std::min(length, m_text.size() - m_offset)))),
             tr("Write \\\\ for a backslash, or use single quotes."));
    }
    m_offset += length;
}

void YamlScanner::fetchPlain()
{
    saveSimpleKey();
    m_isKeyAllowed = false;
    const qsizetype begin = m_offset;
    const qsizetype end = plainEnd();
    m_tokens.push_back({.type = Type::Scalar, .begin = begin, .end = end});
}

qsizetype YamlScanner::plainEnd()
{
    const qsizetype indent = m_indent + 1;
    qsizetype end = m_offset;
    while (!isDocumentMarkAt() && at() != '#') {
        while (!isBlankAt(0)) {
            const bool isColonEnd
                = at() == ':' && (isBlankAt(1) || (inFlow() && isFlowIndicatorAt(1)));
            if (isColonEnd || (inFlow() && isFlowIndicatorAt(0)))
                return end;
            end = ++m_offset;
        }
        if (isEnd() || !skipPlainBlanks(indent))
            return end;
    }
    return end;
}

/// Over the blanks and line ends within a plain scalar; whether it may go on behind them.
bool YamlScanner::skipPlainBlanks(qsizetype indent)
{
    bool isNextLine = false;
    while (isBlankAt(0) && !isEnd()) {
        if (isBreakAt(0)) {
            skipBreak();
            isNextLine = true;
            continue;
        }
        if (at() == '\t' && isNextLine && !inFlow() && column() < indent) {
            skipTabs();
            continue;
        }
        ++m_offset;
    }
    m_isKeyAllowed = m_isKeyAllowed || (isNextLine && !inFlow());
    return inFlow() || !isNextLine || column() >= indent;
}

/// Over the line of "|" or ">": the indentation that it names, or 0.
qsizetype YamlScanner::blockScalarHeader()
{
    qsizetype increment = 0;
    bool isChompingKnown = false;
    for (++m_offset;; ++m_offset) {
        if (at() >= '1' && at() <= '9' && increment == 0)
            increment = at() - '0';
        else if ((at() == '+' || at() == '-') && !isChompingKnown)
            isChompingKnown = true;
        else
            break;
    }
    const qsizetype behind = m_offset;
    while (at() == ' ' || at() == '\t')
        ++m_offset;
    if (at() == '#' && m_offset > behind)
        skipComment();
    if (!isBreakAt(0)) {
        fail("yaml.block-header",
             tr("“%1” cannot stand behind the sign of a text block.").arg(QLatin1Char(at())),
             tr("Begin the text on the line below; only +, -, 1 to 9 and a comment may follow | "
                "and >."));
    }
    return increment;
}

/// The indentation of the first line that is not blank, at least `least`.
qsizetype YamlScanner::detectIndent(qsizetype least)
{
    qsizetype widest = 0;
    qsizetype offset = m_offset;
    for (;;) {
        qsizetype blanks = 0;
        while (offset + blanks < m_text.size() && m_text.at(offset + blanks) == ' ')
            ++blanks;
        widest = std::max(widest, blanks);
        offset += blanks;
        const QByteArrayView rest = m_text.sliced(offset);
        if (rest.startsWith('\t') && blanks < least) {
            fail("yaml.tab", tr("A tab is used for indentation."),
                 tr("Indent with blanks; YAML allows no tabs there."), offset);
        }
        if (!rest.startsWith('\n') && !rest.startsWith("\r\n"))
            return std::max(least, widest);
        offset += rest.startsWith('\n') ? 1 : 2;
    }
}

/// Over the lines of a block scalar; where its text ends.
qsizetype YamlScanner::skipBlockLines(qsizetype indent)
{
    for (qsizetype end = m_offset;;) {
        while (at() == ' ' && column() < indent)
            ++m_offset;
        if (!isBreakAt(0) && column() < indent)
            return end;
        while (!isBreakAt(0))
            ++m_offset;
        end = m_offset;
        if (isEnd())
            return end;
        skipBreak();
        end = m_offset;
    }
}

void YamlScanner::fetchBlockScalar()
{
    removeSimpleKey();
    m_isKeyAllowed = true;
    YamlToken token{.type = Type::Scalar, .begin = m_offset};
    token.style = at() == '|' ? YamlNode::Style::Literal : YamlNode::Style::Folded;
    const qsizetype increment = blockScalarHeader();
    if (!isEnd())
        skipBreak();
    const qsizetype base = std::max<qsizetype>(m_indent, 0);
    const qsizetype indent
        = increment > 0 ? base + increment : detectIndent(std::max<qsizetype>(m_indent + 1, 1));
    if (indent > std::numeric_limits<qint16>::max())
        fail("yaml.syntax", tr("This line is indented too far."), tr("Indent with fewer blanks."));
    token.end = skipBlockLines(indent);
    token.indent = static_cast<qint16>(indent);
    m_tokens.push_back(token);
}

} // namespace waymark
