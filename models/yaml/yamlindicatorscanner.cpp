#include "models/yaml/yamlscanner.h"

#include <QCoreApplication>

#include <utility>

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Yaml", text);
}

} // namespace

bool YamlScanner::fetchIndicator()
{
    switch (at()) {
    case '[':
        return fetchFlowStart(Type::FlowSequenceStart), true;
    case '{':
        return fetchFlowStart(Type::FlowMappingStart), true;
    case ']':
        return fetchFlowEnd(Type::FlowSequenceEnd), true;
    case '}':
        return fetchFlowEnd(Type::FlowMappingEnd), true;
    case '*':
        return fetchName(Type::Alias), true;
    case '&':
        return fetchName(Type::Anchor), true;
    case '!':
        return fetchTag(), true;
    case '\'':
    case '"':
        return fetchQuoted(at()), true;
    case ',':
        if (!inFlow())
            return false;
        removeSimpleKey();
        m_isKeyAllowed = true;
        return push(Type::FlowEntry, 1), true;
    case '|':
    case '>':
        return !inFlow() && (fetchBlockScalar(), true);
    case '-':
        return isBlankAt(1) && (fetchBlockEntry(), true);
    case '?':
        return isBlankAt(1) && (fetchKey(), true);
    case ':':
        return isValueAt() && (fetchValue(), true);
    default:
        return false;
    }
}

void YamlScanner::fetchDirective()
{
    unrollIndent(-1);
    removeSimpleKey();
    m_isKeyAllowed = false;
    qsizetype length = 0;
    while (!isBreakAt(length))
        ++length;
    push(Type::Directive, length);
}

void YamlScanner::fetchDocumentMark(Type type)
{
    unrollIndent(-1);
    removeSimpleKey();
    m_isKeyAllowed = false;
    push(type, 3);
}

void YamlScanner::fetchFlowStart(Type type)
{
    saveSimpleKey();
    ++m_flowLevel;
    m_flows += at();
    m_keys.append(std::nullopt);
    m_isKeyAllowed = true;
    push(type, 1);
}

void YamlScanner::fetchFlowEnd(Type type)
{
    const char opener = at() == ']' ? '[' : '{';
    if (!m_flows.endsWith(opener)) {
        fail("yaml.bracket", tr("“%1” closes nothing that is open.").arg(QLatin1Char(at())),
             tr("Remove it, or put the text in quotes."));
    }
    removeSimpleKey();
    --m_flowLevel;
    m_flows.chop(1);
    m_keys.removeLast();
    m_isKeyAllowed = false;
    m_isJsonBefore = true;
    push(type, 1);
}

void YamlScanner::fetchBlockEntry()
{
    if (inFlow() || !m_isKeyAllowed) {
        fail("yaml.syntax", tr("A list item cannot begin here."),
             tr("Begin it on a line of its own, or put the text in quotes."));
    }
    rollIndent(column(), Type::BlockSequenceStart, {}, m_offset);
    removeSimpleKey();
    m_isKeyAllowed = true;
    push(Type::BlockEntry, 1);
}

void YamlScanner::fetchKey()
{
    if (!inFlow()) {
        if (!m_isKeyAllowed)
            fail("yaml.syntax", tr("A key cannot begin here."), tr("Put the text in quotes."));
        rollIndent(column(), Type::BlockMappingStart, {}, m_offset);
    }
    removeSimpleKey();
    m_isKeyAllowed = !inFlow();
    push(Type::Key, 1);
}

bool YamlScanner::isValueAt() const
{
    return isBlankAt(1) || (inFlow() && (m_isJsonBefore || isFlowIndicatorAt(1)));
}

void YamlScanner::fetchValue()
{
    m_isJsonBefore = false;
    if (const std::optional<SimpleKey> key = std::exchange(m_keys.last(), std::nullopt)) {
        const YamlToken token{.type = Type::Key, .begin = key->offset, .end = key->offset};
        m_tokens.insert(m_tokens.begin() + (key->tokenNumber - m_taken), token);
        rollIndent(key->column, Type::BlockMappingStart, key->tokenNumber, key->offset);
        m_isKeyAllowed = false;
        return push(Type::Value, 1);
    }
    if (!inFlow()) {
        if (!m_isKeyAllowed) {
            fail("yaml.syntax", tr("“:” is not allowed here: it would begin a second value."),
                 tr("Put the text that holds “: ” in quotes, or begin the key on a line of its "
                    "own."));
        }
        rollIndent(column(), Type::BlockMappingStart, {}, m_offset);
    }
    m_isKeyAllowed = !inFlow();
    push(Type::Value, 1);
}

bool YamlScanner::isPlainAt() const
{
    const char c = at();
    if (c == '-' || c == '?' || c == ':')
        return !isBlankAt(1) && !(inFlow() && isFlowIndicatorAt(1));
    return !QByteArrayView(",[]{}#&*!|>'\"%@`").contains(c);
}

} // namespace waymark
