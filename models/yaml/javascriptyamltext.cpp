#include "models/yaml/javascriptyamltext.h"

#include "models/base/json.h"
#include "models/base/regex.h"
#include "models/yaml/linefolding.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using Style = JavaScriptYaml::Style;
using Blocks = JavaScriptYaml::Blocks;
using Quotes = JavaScriptYaml::Quotes;

constexpr auto blanks = u"\n\t ";

/// Whether `pattern`, in JavaScript's language, is found somewhere in `text`.
bool has(const QString &text, const Regex &pattern)
{
    const auto match = pattern.match(text);
    return match && match->has_value();
}

Regex compiled(const QString &pattern, bool isOfLines = false)
{
    return *Regex::compile(pattern, RegexSyntax::JavaScript, {.multiline = isOfLines});
}

/// A line that starts like a mark between documents, or a directive.
bool hasDocumentMark(const QString &text)
{
    static const Regex mark = compiled(u"^(?:%|---|\\.\\.\\.)"_s, true);
    return has(text, mark);
}

/// What cannot be written without quotes: signs at its start, ": ", " #", blanks at its ends.
bool needsQuotes(const QString &text)
{
    static const Regex sign = compiled(
        u"^[\\n\\t ,[\\]{}#&*!|>'\"%@`]|^[?-]$|^[?-][ \\t]|[\\n:][ \\t]|[ \\t]\\n|[\\n\\t ]#|[\\n\\t :]$"_s);
    return has(text, sign);
}

/// Whether the core schema of YAML 1.2 reads `text` as a number, a truth value or nothing.
bool isOtherScalar(const QString &text)
{
    static const Regex other = compiled(
        u"^(?:~|[Nn]ull|NULL|[Tt]rue|TRUE|[Ff]alse|FALSE|0o[0-7]+|[-+]?[0-9]+|0x[0-9a-fA-F]+"
        "|[-+]?\\.(?:inf|Inf|INF)|\\.nan|\\.NaN|\\.NAN"
        "|[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)[eE][-+]?[0-9]+"
        "|[-+]?(?:\\.[0-9]+|[0-9]+\\.[0-9]*))?$"_s);
    return has(text, other);
}

/// Control characters and halves of pairs can only be written as escapes.
bool needsEscapes(const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text.at(i).unicode();
        if (QChar::isHighSurrogate(c) && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            ++i;
        else if (QChar::isSurrogate(c) || (c < 0x20 && c != u'\t' && c != u'\n')
                 || (c >= 0x7f && c <= 0x9f))
            return true;
    }
    return false;
}

bool hasLongLine(const QString &text, qsizetype width)
{
    return std::ranges::any_of(QStringView(text).split(u'\n'),
                               [width](QStringView line) { return line.size() > width; });
}

/// `text` with `more` behind every run of line ends.
QString withIndents(const QString &text, const QString &more)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        result += text.at(i);
        if (text.at(i) == u'\n' && (i + 1 == text.size() || text.at(i + 1) != u'\n'))
            result += more;
    }
    return result;
}

/// `\u0085` and the like in YAML's shorter forms.
QString shortEscape(const QString &escape)
{
    const QString code = escape.sliced(2);
    if (code == u"0000")
        return u"\\0"_s;
    if (code == u"0007")
        return u"\\a"_s;
    if (code == u"000b")
        return u"\\v"_s;
    if (code == u"001b")
        return u"\\e"_s;
    return code.startsWith(u"00") ? u"\\x"_s + code.sliced(2) : escape;
}

/// Writes one text.
class Writer
{
public:
    Writer(const QString &text, const JavaScriptYamlPlace &place, const JavaScriptYaml &options)
        : m_text(text)
        , m_place(place)
        , m_options(options)
    {
    }

    [[nodiscard]] QString run() const
    {
        const Style style = needsEscapes(m_text) ? Style::DoubleQuoted
            : m_place.isKey ? m_options.defaultKeyType.value_or(m_options.defaultStringType)
                            : m_options.defaultStringType;
        switch (style) {
        case Style::DoubleQuoted:
            return doubleQuoted();
        case Style::SingleQuoted:
            return singleQuoted();
        case Style::Literal:
        case Style::Folded:
            return m_place.isKey || m_place.isInFlow ? quoted() : block(m_place.indent);
        case Style::Plain:
            break;
        }
        return plain();
    }

private:
    [[nodiscard]] FoldingWidths widths() const
    {
        return {.line = m_options.lineWidth,
                .content = m_options.minContentWidth,
                .first = m_place.column};
    }
    [[nodiscard]] QString folded(const QString &text, const QString &indent, Folding folding) const
    {
        return m_place.isKey ? text : foldedText(text, indent, folding, widths()).text;
    }
    /// Lines of a text that could be taken for marks are indented.
    [[nodiscard]] QString innerIndent() const
    {
        return m_place.indent.isEmpty() && hasDocumentMark(m_text) ? u"  "_s : m_place.indent;
    }

    [[nodiscard]] QString plain() const
    {
        const bool hasLines = m_text.contains(u'\n');
        const bool isInOneLine = m_place.isKey || m_place.isInFlow;
        const auto isFlowSign = [](QChar c) { return u"[]{},"_s.contains(c); };
        if ((m_place.isKey && hasLines)
            || (m_place.isInFlow && std::ranges::any_of(m_text, isFlowSign)))
            return quoted();
        if (needsQuotes(m_text))
            return isInOneLine || !hasLines ? quoted() : block(m_place.indent);
        if (!isInOneLine && hasLines)
            return block(m_place.indent);
        if (hasDocumentMark(m_text)) {
            if (m_place.indent.isEmpty())
                return block(u"  "_s);
            if (m_place.isKey && m_place.indent.size() == m_options.indent)
                return quoted();
        }
        const QString lines = withIndents(m_text, u'\n' + m_place.indent);
        return isOtherScalar(lines) ? quoted() : folded(lines, m_place.indent, Folding::Flow);
    }

    [[nodiscard]] QString quoted() const
    {
        const bool hasDouble = m_text.contains(u'"');
        const bool hasSingle = m_text.contains(u'\'');
        const bool isSingle = m_options.singleQuote != Quotes::Double
            && (hasDouble == hasSingle ? m_options.singleQuote == Quotes::Single : hasDouble);
        return isSingle ? singleQuoted() : doubleQuoted();
    }

    [[nodiscard]] QString singleQuoted() const
    {
        static const Regex blankAtLineEnd = compiled(u"[ \\t]\\n|\\n[ \\t]"_s);
        if (m_options.singleQuote == Quotes::Double || (m_place.isKey && m_text.contains(u'\n'))
            || has(m_text, blankAtLineEnd))
            return doubleQuoted();
        const QString indent = innerIndent();
        QString inside = m_text;
        inside.replace(u'\'', u"''"_s);
        return folded(u'\'' + withIndents(inside, u'\n' + indent) + u'\'', indent, Folding::Flow);
    }

    [[nodiscard]] QString doubleQuoted() const
    {
        QString json = QString::fromUtf8(jsonString(m_text));
        if (m_options.doubleQuotedAsJson)
            return json;
        const QString indent = innerIndent();
        QString result;
        for (qsizetype i = 0; i < json.size();)
            result += piece(json, i, indent);
        return folded(result, indent, Folding::Quoted);
    }

    /// The next character of `json`, or the next escapes, which `at` is moved behind.
    [[nodiscard]] QString piece(const QString &json, qsizetype &at, const QString &indent) const
    {
        const auto isEscape = [&json](qsizetype place, QChar kind) {
            return place + 1 < json.size() && json.at(place) == u'\\' && json.at(place + 1) == kind;
        };
        if (json.at(at) == u' ' && isEscape(at + 1, u'n')) {
            at += 1;
            return u"\\ "_s + escape(json, at, indent); // a blank there would be folded away
        }
        if (json.at(at) == u'\\')
            return escape(json, at, indent);
        return {json.at(at++)};
    }

    [[nodiscard]] QString escape(const QString &json, qsizetype &at, const QString &indent) const
    {
        const qsizetype start = at;
        const QChar kind = json.at(at + 1);
        at += kind == u'u' ? 6 : 2;
        if (kind == u'u')
            return shortEscape(json.sliced(start, 6));
        const auto isEnd = [&json](qsizetype place) { return json.at(place) == u'"'; };
        if (kind != u'n' || m_place.isKey || isEnd(at)
            || json.size() < m_options.doubleQuotedMinMultiLineLength)
            return json.sliced(start, 2);
        QString lines = u"\n\n"_s;
        while (json.at(at) == u'\\' && json.at(at + 1) == u'n' && !isEnd(at + 2)) {
            lines += u'\n';
            at += 2;
        }
        return lines + indent + (json.at(at) == u' ' ? u"\\"_s : QString());
    }

    [[nodiscard]] QString block(const QString &ownIndent) const;
    [[nodiscard]] static QString foldedLines(const QString &lines);

    const QString &m_text;
    const JavaScriptYamlPlace &m_place;
    const JavaScriptYaml &m_options;
};

/// What is folded in a block: a single end of line is one more, lines that are indented stay.
QString Writer::foldedLines(const QString &lines)
{
    QString doubled;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines.at(i) == u'\n' && (i == 0 || lines.at(i - 1) != u'\n'))
            doubled += u'\n';
        doubled += lines.at(i);
    }
    static const Regex indented
        = compiled(u"(?:^|\\n)([\\t ].*)(?:([\\n\\t ]*)\\n(?![\\n\\t ]))?"_s);
    const auto matches = indented.globalMatch(doubled);
    if (!matches)
        return doubled;
    QString result;
    qsizetype from = 0;
    for (const RegexMatch &match : *matches) {
        result += QStringView(doubled).sliced(from, match.groups[0].start - from);
        result += match.in(doubled, 1);
        if (match.groups.size() > 2 && match.groups[2].isValid())
            result += match.in(doubled, 2);
        from = match.groups[0].end;
    }
    return result.append(QStringView(doubled).sliced(from));
}

QString Writer::block(const QString &ownIndent) const
{
    static const Regex blankLastLine = compiled(u"\\n[\\t ]+$"_s);
    if (m_options.blockQuote == Blocks::Never || has(m_text, blankLastLine))
        return quoted();
    const QString indent = ownIndent.isEmpty() && hasDocumentMark(m_text) ? u"  "_s : ownIndent;
    const bool isFolded = m_options.blockQuote == Blocks::Folded;
    const bool isLiteral = m_options.blockQuote == Blocks::Literal
        || (!isFolded
            && (m_options.lineWidth <= 0
                || !hasLongLine(m_text, m_options.lineWidth - indent.size())));
    if (m_text.isEmpty())
        return isLiteral ? u"|\n"_s : u">\n"_s;
    qsizetype size = m_text.size();
    while (size > 0 && QStringView(blanks).contains(m_text.at(size - 1)))
        --size;
    QString end = m_text.sliced(size);
    const qsizetype newLine = end.indexOf(u'\n');
    const bool isAllEnd = size == 0 || newLine != end.size() - 1;
    const QString chomp = newLine < 0 ? u"-"_s : isAllEnd ? u"+"_s : QString();
    if (end.endsWith(u'\n'))
        end.chop(1);
    end = end.isEmpty() ? end : withIndents(end, indent);
    if (end.endsWith(u'\n' + indent) && !indent.isEmpty())
        end.chop(indent.size());
    qsizetype first = 0;
    while (first < size && (m_text.at(first) == u' ' || m_text.at(first) == u'\n'))
        ++first;
    const bool startsWithBlank = m_text.first(first).contains(u' ');
    const qsizetype lastLine = m_text.first(first).lastIndexOf(u'\n');
    const QString start = withIndents(m_text.first(lastLine + 1), indent);
    const QString middle = m_text.sliced(lastLine + 1, size - lastLine - 1);
    const QString header
        = (startsWithBlank ? (indent.isEmpty() ? u"1"_s : u"2"_s) : QString()) + chomp;
    if (!isLiteral) {
        FoldingWidths own = widths();
        own.first = m_place.indent.size();
        const FoldedText body = foldedText(start + withIndents(foldedLines(middle), indent) + end,
                                           indent, Folding::Block, own);
        if (isFolded || !body.hasLongLine)
            return u'>' + header + u'\n' + indent + body.text;
    }
    return u'|' + header + u'\n' + indent + start + withIndents(middle, indent) + end;
}

} // namespace

QString javaScriptYamlText(const QString &text, const JavaScriptYamlPlace &place,
                           const JavaScriptYaml &options)
{
    return Writer(text, place, options).run();
}

} // namespace waymark
