#include "models/yaml/yamlscanner.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace waymark {
namespace {

constexpr qsizetype longestKey
    = 1024; // YAML 1.2, section 7.4: so much must tell a key from a value

QString tr(const char *text)
{
    return QCoreApplication::translate("Yaml", text);
}

} // namespace

void YamlScanner::fetchName(Type type)
{
    saveSimpleKey();
    m_isKeyAllowed = false;
    qsizetype length = 1;
    while (!isBlankAt(length) && !isFlowIndicatorAt(length))
        ++length;
    if (length == 1) {
        fail("yaml.syntax", tr("“%1” must be followed by a name.").arg(QLatin1Char(at())),
             tr("Put the text in quotes."));
    }
    if (at(length - 1) == ':') {
        const QString hint = type == Type::Alias
            ? tr("Write a blank before the colon.")
            : tr("Remove the colon: what follows is the anchor's value.");
        fail("yaml.syntax", tr("A name cannot end with “:”."), hint, m_offset + length - 1);
    }
    push(type, length);
}

void YamlScanner::fetchTag()
{
    saveSimpleKey();
    m_isKeyAllowed = false;
    qsizetype length = 1;
    if (at(1) == '<') {
        while (!isBlankAt(length) && at(length) != '>')
            ++length;
        length += at(length) == '>' ? 1 : 0;
    } else {
        while (!isBlankAt(length) && !isFlowIndicatorAt(length))
            ++length;
    }
    const bool isEnded = isBlankAt(length) || (inFlow() && isFlowIndicatorAt(length));
    const bool isClosed = at(1) != '<' || (length > 3 && at(length - 1) == '>');
    const auto isTagCharacter = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || QByteArrayView("-#;/?:@&=+$_.~*'()%!<>,[]").contains(c);
    };
    const auto tag = m_text.sliced(m_offset, length);
    if (!isEnded || !isClosed || !std::ranges::all_of(tag, isTagCharacter)) {
        fail("yaml.tag", tr("This tag cannot be read."),
             tr("Write it as !name and a blank behind it, or put the text in quotes."));
    }
    push(Type::Tag, length);
}

void YamlScanner::saveSimpleKey()
{
    if (!m_isKeyAllowed)
        return;
    removeSimpleKey();
    const qsizetype number = m_taken + static_cast<qsizetype>(m_tokens.size());
    m_keys.last()
        = SimpleKey{number, m_offset, m_line, column(), !inFlow() && m_indent == column()};
}

void YamlScanner::removeSimpleKey()
{
    const std::optional<SimpleKey> key = std::exchange(m_keys.last(), std::nullopt);
    if (key && key->isRequired) {
        fail("yaml.colon-missing", tr("A key must be followed by “:”."),
             tr("Write “: ” behind it, or indent it if it goes on with the text before."),
             key->offset);
    }
}

void YamlScanner::dropStaleKeys()
{
    for (std::optional<SimpleKey> &key : m_keys) {
        if (!key || (key->line == m_line && m_offset - key->offset <= longestKey))
            continue;
        if (key->isRequired) {
            fail("yaml.colon-missing", tr("A key must be followed by “:” on its line."),
                 tr("Write “: ” behind it, or indent it if it goes on with the text before."),
                 key->offset);
        }
        key.reset();
    }
}

void YamlScanner::rollIndent(qsizetype column, Type type, std::optional<qsizetype> tokenNumber,
                             qsizetype offset)
{
    if (inFlow() || m_indent >= column)
        return;
    m_indents.append(m_indent);
    m_indent = column;
    const YamlToken token{.type = type, .begin = offset, .end = offset};
    if (tokenNumber)
        m_tokens.insert(m_tokens.begin() + (*tokenNumber - m_taken), token);
    else
        m_tokens.push_back(token);
}

void YamlScanner::unrollIndent(qsizetype column)
{
    while (!inFlow() && m_indent > column) {
        m_tokens.push_back({.type = Type::BlockEnd, .begin = m_offset, .end = m_offset});
        m_indent = m_indents.takeLast();
    }
}

} // namespace waymark
