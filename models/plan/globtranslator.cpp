#include "models/plan/globtranslator.h"

#include "models/base/textcontext.h"

#include <QStringList>

#include <algorithm>
#include <cstdlib>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("GlobList");

constexpr int maximumRange = 1000;
constexpr qsizetype longestPattern = 4096;
constexpr int deepestBracket = 32;

/// Writes one glob pattern as a regular expression.
class Translator
{
public:
    /// `left`: how many characters may still be read and written; below 0, the result is for
    /// nothing.
    Translator(QStringView pattern, qsizetype &left, int depth = 0)
        : m_pattern(pattern)
        , m_left(left)
        , m_depth(depth)
    {
        if (depth > deepestBracket)
            m_left = -1;
    }

    QString translate()
    {
        while (m_at < m_pattern.size() && m_left >= 0) {
            const qsizetype before = m_regex.size();
            takeOne();
            m_left -= m_regex.size() - before + 1;
        }
        return std::move(m_regex);
    }

private:
    [[nodiscard]] QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_pattern.size() ? m_pattern[m_at + ahead] : QChar();
    }

    void takeOne()
    {
        const QChar c = peek();
        if (c == u'\\' && m_at + 1 < m_pattern.size()) {
            m_regex += escaped(m_pattern.sliced(m_at + 1, 1));
            m_at += 2;
        } else if (QStringView(u"@?*+!").contains(c) && peek(1) == u'('
                   && closing(m_at + 1, u'(', u')') > 0) {
            takeExtended(c);
        } else if (c == u'*') {
            takeStars();
        } else if (c == u'?') {
            m_regex += u"[^/]"_s;
            ++m_at;
        } else if (c == u'[') {
            takeClass();
        } else if (c == u'{' && closing(m_at, u'{', u'}') > 0) {
            takeBraces();
        } else {
            m_regex += escaped(m_pattern.sliced(m_at, 1));
            ++m_at;
        }
    }

    /// `text` with nothing in it that a regular expression would take for more than itself.
    static QString escaped(QStringView text)
    {
        QString result;
        for (const QChar c : text) {
            if (QStringView(u"\\^$.|?*+()[]{}-#").contains(c))
                result += u'\\';
            result += c;
        }
        return result;
    }

    /// Where the bracket at `open` is closed; -1: nowhere.
    [[nodiscard]] qsizetype closing(qsizetype open, QChar opens, QChar closes) const
    {
        int depth = 0;
        for (qsizetype i = open; i < m_pattern.size() && m_left >= 0; ++i) {
            --m_left;
            if (m_pattern[i] == u'\\')
                ++i;
            else if (m_pattern[i] == opens)
                ++depth;
            else if (m_pattern[i] == closes && --depth == 0)
                return i;
        }
        return -1;
    }

    void takeStars()
    {
        qsizetype stars = 0;
        while (peek(stars) == u'*')
            ++stars;
        const bool startsComponent = m_at == 0 || m_pattern[m_at - 1] == u'/';
        const bool endsComponent = m_at + stars == m_pattern.size() || peek(stars) == u'/';
        const bool spans = stars >= 2 && startsComponent && endsComponent;
        const bool hasSlash = peek(stars) == u'/';
        m_at += stars;
        if (!spans) {
            m_regex += startsComponent && endsComponent ? u"[^/]+"_s : u"[^/]*"_s;
        } else if (hasSlash) {
            m_regex += u"(?:[^/]+/)*"_s;
            ++m_at;
        } else if (m_regex.endsWith(u'/')) {
            m_regex.chop(1);
            m_regex += u"(?:/.*)?"_s; // the folder itself is one of those below it
        } else {
            m_regex += u".*"_s;
        }
    }

    void takeClass()
    {
        qsizetype end = m_at + 1;
        if (end < m_pattern.size() && m_pattern[end] == u'^')
            ++end;
        if (end < m_pattern.size() && m_pattern[end] == u']')
            ++end;
        while (end < m_pattern.size() && m_pattern[end] != u']')
            ++end;
        if (end >= m_pattern.size()) {
            m_regex += u"\\["_s;
            ++m_at;
            return;
        }
        QString inside = m_pattern.sliced(m_at + 1, end - m_at - 1).toString();
        const QString literal = escaped(m_pattern.sliced(m_at, end + 1 - m_at));
        const bool negated = inside.startsWith(u'^');
        if (negated)
            inside.removeFirst();
        inside.replace(u'\\', u"\\\\"_s).replace(u'[', u"\\["_s).replace(u']', u"\\]"_s);
        m_regex += u"(?:"_s + literal + u'|' + (negated ? u"[^/"_s : u"["_s) + inside + u"])"_s;
        m_at = end + 1;
    }

    /// The parts of `text` between commas or bars that no bracket holds.
    static QStringList split(QStringView text, QChar separator)
    {
        QStringList parts(1);
        int depth = 0;
        for (const QChar c : text) {
            depth += c == u'{' || c == u'(' ? 1 : c == u'}' || c == u')' ? -1 : 0;
            if (c == separator && depth == 0)
                parts += QString();
            else
                parts.last() += c;
        }
        return parts;
    }

    [[nodiscard]] QString inner(QStringView pattern) const
    {
        return Translator(pattern, m_left, m_depth + 1).translate();
    }

    [[nodiscard]] QString alternatives(const QStringList &parts) const
    {
        QStringList regexes;
        for (const QString &part : parts)
            regexes += inner(part);
        return regexes.join(u'|');
    }

    void takeBraces()
    {
        const qsizetype end = closing(m_at, u'{', u'}');
        const QStringView inside = m_pattern.sliced(m_at + 1, end - m_at - 1);
        const QStringList parts = split(inside, u',');
        const QStringList range = numbersOf(inside);
        if (parts.size() > 1)
            m_regex += u"(?:"_s + alternatives(parts) + u')';
        else if (!range.isEmpty())
            m_regex += u"(?:"_s + range.join(u'|') + u')';
        else
            m_regex += u"\\{"_s + inner(inside) + u"\\}"_s;
        m_at = end + 1;
    }

    static QStringList numbersOf(QStringView range)
    {
        const qsizetype dots = range.indexOf(u"..");
        if (dots < 0)
            return {};
        bool good = false;
        bool alsoGood = false;
        const int from = range.first(dots).toInt(&good);
        const int to = range.sliced(dots + 2).toInt(&alsoGood);
        QStringList numbers;
        if (good && alsoGood && std::abs(to - from) <= maximumRange) {
            for (int i = std::min(from, to); i <= std::max(from, to); ++i)
                numbers += QString::number(i);
        }
        return numbers;
    }

    void takeExtended(QChar kind)
    {
        const qsizetype end = closing(m_at + 1, u'(', u')');
        const QString inside
            = alternatives(split(m_pattern.sliced(m_at + 2, end - m_at - 2), u'|'));
        m_at = end + 1;
        if (kind == u'!') {
            const QString rest = inner(m_pattern.sliced(m_at));
            m_regex += u"(?!(?:"_s + inside + u')' + rest + u"$)[^/]*"_s;
            return;
        }
        m_regex += u"(?:"_s + inside + u')';
        if (kind != u'@')
            m_regex += kind;
    }

    const QStringView m_pattern;
    qsizetype &m_left;
    const int m_depth;
    qsizetype m_at = 0;
    QString m_regex;
};

} // namespace

Result<QString> globToRegex(QStringView pattern, qsizetype &left)
{
    if (pattern.size() > longestPattern)
        left = -1;
    QString regex = Translator(pattern, left).translate();
    if (left < 0)
        return failure({.code = u"plan.bad-glob"_s,
                        .message = translated("it is too long, or its brackets are too deep.")});
    return regex;
}

} // namespace waymark
