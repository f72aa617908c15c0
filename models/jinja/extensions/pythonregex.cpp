#include "models/jinja/extensions/pythonregex.h"

namespace waymark::jinja {
namespace {

Regex compiled(Runtime &runtime, const QString &pattern, const RegexOptions &options)
{
    auto regex = Regex::compile(pattern, RegexSyntax::Python, options);
    if (!regex)
        runtime.fail(FailureKind::Value, regex.error().problem.message);
    return *regex;
}

/// The names of the groups of `pattern`, in their order.
QStringList groupNames(const QString &pattern)
{
    QStringList names;
    bool isInClass = false;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar c = pattern[i];
        if (c == u'\\') {
            ++i;
        } else if (isInClass) {
            isInClass = c != u']';
        } else if (c == u'[') {
            isInClass = true;
            const qsizetype first = i + (i + 1 < pattern.size() && pattern[i + 1] == u'^' ? 2 : 1);
            if (first < pattern.size() && pattern[first] == u']')
                i = first; // which stands for itself there
        } else if (c == u'(') {
            const QStringView rest = QStringView(pattern).sliced(i + 1);
            if (rest.startsWith(u"?P<"))
                names += rest.sliced(3, std::max<qsizetype>(rest.indexOf(u'>') - 3, 0)).toString();
            else if (!rest.startsWith(u'?'))
                names += QString();
        }
    }
    return names;
}

} // namespace

PythonRegex::PythonRegex(Runtime &runtime, const QString &pattern, RegexOptions options)
    : m_runtime(runtime)
    , m_regex(compiled(runtime, pattern, options))
    , m_names(groupNames(pattern))
{
}

std::optional<RegexMatch> PythonRegex::search(const QString &text) const
{
    const auto match = m_regex.match(text);
    if (!match)
        m_runtime.fail(FailureKind::Limit, match.error().problem.message);
    return *match;
}

QList<RegexMatch> PythonRegex::findAll(const QString &text) const
{
    auto matches = m_regex.globalMatch(text);
    if (!matches)
        m_runtime.fail(FailureKind::Limit, matches.error().problem.message);
    m_runtime.chargeItems(matches->size());
    return *matches;
}

qsizetype PythonRegex::groupNamed(const QString &name) const
{
    const qsizetype at = m_names.indexOf(name);
    if (name.isEmpty() || at < 0)
        m_runtime.fail(FailureKind::Key, QStringLiteral("no such group"));
    return at + 1;
}

qsizetype PythonRegex::groupAt(QStringView name, qsizetype place) const
{
    bool isNumber = false;
    const int number = name.toInt(&isNumber);
    if (!isNumber) {
        if (!m_names.contains(name.toString()) || name.isEmpty()) {
            m_runtime.fail(FailureKind::Key,
                           QStringLiteral("\"unknown group name '%1'\"").arg(name));
        }
        return m_names.indexOf(name.toString()) + 1;
    }
    if (number < 0 || number > groupCount())
        m_runtime.fail(
            FailureKind::Value,
            QStringLiteral("invalid group reference %1 at position %2").arg(number).arg(place));
    return number;
}

QString PythonRegex::expanded(const QString &replacement, const QString &text,
                              const RegexMatch &match) const
{
    static constexpr QStringView letters = u"abfnrtv\\";
    static constexpr QStringView meanings = u"\a\b\f\n\r\t\v\\";
    QString result;
    for (qsizetype i = 0; i < replacement.size(); ++i) {
        if (replacement[i] != u'\\' || i + 1 == replacement.size()) {
            if (replacement[i] == u'\\')
                m_runtime.fail(FailureKind::Value,
                               QStringLiteral("bad escape (end of pattern) at position %1").arg(i));
            result += replacement[i];
            continue;
        }
        const QChar c = replacement[++i];
        if (c == u'g') {
            const qsizetype end = replacement.indexOf(u'>', i);
            if (i + 1 >= replacement.size() || replacement[i + 1] != u'<' || end < 0)
                m_runtime.fail(FailureKind::Value, QStringLiteral("missing <, unterminated name"));
            const QStringView name = QStringView(replacement).sliced(i + 2, end - i - 2);
            result += match.in(text, groupAt(name, i + 2));
            i = end;
        } else if (c.isDigit() && c != u'0') {
            const bool hasTwo = i + 1 < replacement.size() && replacement[i + 1].isDigit();
            const QStringView number = QStringView(replacement).sliced(i, hasTwo ? 2 : 1);
            result += match.in(text, groupAt(number, i));
            i += hasTwo ? 1 : 0;
        } else if (c == u'0') {
            result += QChar(0);
        } else if (const qsizetype letter = letters.indexOf(c); letter >= 0) {
            result += meanings[letter];
        } else if (c.unicode() < 0x80 && c.isLetter()) {
            m_runtime.fail(FailureKind::Value,
                           QStringLiteral("bad escape \\%1 at position %2").arg(c).arg(i - 1));
        } else {
            (result += u'\\') += c;
        }
    }
    return result;
}

QString PythonRegex::replaced(const QString &text, const QString &replacement,
                              qsizetype count) const
{
    QString result;
    qsizetype at = 0;
    qsizetype done = 0;
    for (const RegexMatch &match : findAll(text)) {
        if (count > 0 && done++ == count)
            break;
        result += QStringView(text).sliced(at, match.groups[0].start - at);
        result += expanded(replacement, text, match);
        m_runtime.charge(1);
        at = match.groups[0].end;
        m_runtime.chargeText(result.size() - result.size() / 2);
    }
    return result += QStringView(text).sliced(at);
}

QString pythonEscapedPattern(const QString &text)
{
    static constexpr QStringView special = u"()[]{}?*+-|^$\\.&~# \t\n\r\v\f";
    QString result;
    for (const QChar c : text) {
        if (special.contains(c))
            result += u'\\';
        result += c;
    }
    return result;
}

} // namespace waymark::jinja
