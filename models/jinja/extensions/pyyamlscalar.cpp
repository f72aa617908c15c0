#include "models/jinja/extensions/pyyamlscalar.h"

#include "models/base/regex.h"

namespace waymark::jinja {
namespace {

bool isBlank(QChar c)
{
    return c.isNull() || c == u' ' || c == u'\t' || c == u'\r' || isYamlBreak(c);
}

/// What a text holds, gone through character by character.
struct Findings
{
    bool blockIndicators = false;
    bool flowIndicators = false;
    bool breaks = false;
    bool special = false;
    bool leadingSpace = false;
    bool leadingBreak = false;
    bool trailingSpace = false;
    bool trailingBreak = false;
    bool breakSpace = false;
    bool spaceBreak = false;
};

void noteIndicator(Findings &found, QStringView text, qsizetype at, bool isAfterBlank)
{
    const QChar c = text[at];
    const bool isBeforeBlank = at + 1 >= text.size() || isBlank(text[at + 1]);
    const bool isFirst = at == 0;
    const QStringView flow
        = isFirst ? QStringView(u"#,[]{}&*!|>'\"%@`?:") : QStringView(u",?[]{}:");
    const QStringView block = isFirst ? QStringView(u"#,[]{}&*!|>'\"%@`") : QStringView();
    const bool isDash = isFirst && c == u'-' && isBeforeBlank;
    const bool isComment = !isFirst && c == u'#' && isAfterBlank;
    const bool isColon = (c == u':' || (isFirst && c == u'?')) && isBeforeBlank;
    found.flowIndicators = found.flowIndicators || flow.contains(c) || isDash || isComment;
    found.blockIndicators
        = found.blockIndicators || block.contains(c) || isDash || isComment || isColon;
}

bool isSpecial(char32_t code, bool allowsUnicode)
{
    if (code == u'\n' || (code >= 0x20 && code <= 0x7e))
        return false;
    const bool isPrintable = code == 0x85 || (code >= 0xa0 && code <= 0xd7ff)
        || (code >= 0xe000 && code <= 0xfffd && code != 0xfeff)
        || (code >= 0x10000 && code < 0x10ffff);
    return !isPrintable || !allowsUnicode;
}

Findings findingsOf(QStringView text, bool allowsUnicode)
{
    Findings found;
    if (text.startsWith(u"---") || text.startsWith(u"..."))
        found.blockIndicators = found.flowIndicators = true;
    bool isAfterBlank = true;
    bool isAfterSpace = false;
    bool isAfterBreak = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool isPair
            = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t code = isPair ? QChar::surrogateToUcs4(c, text[i + 1]) : c.unicode();
        noteIndicator(found, text, i, isAfterBlank);
        found.special = found.special || isSpecial(code, allowsUnicode);
        const bool isFirst = i == 0;
        const bool isLast = i + 1 == text.size();
        const bool isBreak = isYamlBreak(c);
        if (c == u' ') {
            found.leadingSpace = found.leadingSpace || isFirst;
            found.trailingSpace = found.trailingSpace || isLast;
            found.breakSpace = found.breakSpace || isAfterBreak;
        } else if (isBreak) {
            found.breaks = true;
            found.leadingBreak = found.leadingBreak || isFirst;
            found.trailingBreak = found.trailingBreak || isLast;
            found.spaceBreak = found.spaceBreak || isAfterSpace;
        }
        isAfterSpace = c == u' ';
        isAfterBreak = isBreak;
        isAfterBlank = isBlank(c);
        i += isPair ? 1 : 0;
    }
    return found;
}

} // namespace

bool isYamlBreak(QChar c)
{
    return c == u'\n' || c == QChar(0x85) || c == QChar(0x2028) || c == QChar(0x2029);
}

ScalarAnalysis analyzedScalar(QStringView text, bool allowsUnicode)
{
    ScalarAnalysis result;
    if (text.isEmpty()) {
        result.isEmpty = true;
        result.allowsFlowPlain = false;
        return result;
    }
    const Findings found = findingsOf(text, allowsUnicode);
    const bool hasOuterBlank
        = found.leadingSpace || found.leadingBreak || found.trailingSpace || found.trailingBreak;
    const bool needsDouble = found.spaceBreak || found.special;
    const bool allowsPlain = !hasOuterBlank && !found.breakSpace && !needsDouble && !found.breaks;
    result.isMultiline = found.breaks;
    result.allowsFlowPlain = allowsPlain && !found.flowIndicators;
    result.allowsBlockPlain = allowsPlain && !found.blockIndicators;
    result.allowsSingleQuoted = !found.breakSpace && !needsDouble;
    return result;
}

bool looksLikeOtherType(const QString &text)
{
    static const auto pattern = Regex::compile(
        QStringLiteral(
            R"(yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)"
            R"(|[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?)"
            R"(|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))"
            R"(|[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+)"
            R"(|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+|<<|~|null|Null|NULL||=|[!&*])"
            R"(|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2})"
            R"(:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?)"),
        RegexSyntax::Pcre);
    const auto match = pattern->fullMatch(text);
    return match && match->has_value();
}

} // namespace waymark::jinja
