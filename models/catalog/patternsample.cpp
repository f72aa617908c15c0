#include "models/catalog/patternsample.h"

#include <QList>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qsizetype mostLetters = 200; // nobody reads a longer one
constexpr int deepest = 40; // groups in groups

/// Letters that stand for a class, the plainest first.
constexpr QStringView plainLetters = u"aA0-_. :/@#";

/// `d` of "\d": a letter of that class; none: it stands for no letter ("\b").
QString escaped(QChar letter)
{
    switch (letter.unicode()) {
    case u'd':
        return u"0"_s;
    case u'w':
    case u'S':
    case u'D':
        return u"a"_s;
    case u'W':
        return u"-"_s;
    case u's':
        return u" "_s;
    case u't':
        return u"\t"_s;
    case u'n':
        return u"\n"_s;
    case u'r':
        return u"\r"_s;
    case u'b':
    case u'B':
    case u'A':
    case u'Z':
    case u'z':
        return {};
    default:
        return letter;
    }
}

/// Letters from one to another, both among them.
struct Range
{
    QChar first;
    QChar last;
};

/// Whether `letter` is of the class "\d" (or "\w", "\s", or the others with a capital).
bool isOf(QChar name, QChar letter)
{
    const QChar small = name.toLower();
    const bool isWord = letter.isLetterOrNumber() || letter == u'_';
    const bool isInside = small == u'd' ? letter.isDigit()
        : small == u'w'                 ? isWord
                                        : letter.isSpace();
    return isInside == (name == small);
}

/// What stands between brackets.
struct LetterClass
{
    QList<Range> ranges = {};
    QString names = {}; ///< "dw" of [\d\w].
    bool isNegated = false;

    [[nodiscard]] bool has(QChar letter) const
    {
        const auto holds = [letter](const Range &range) {
            return range.first <= letter && letter <= range.last;
        };
        const bool isIn = std::ranges::any_of(ranges, holds)
            || std::ranges::any_of(names, [letter](QChar name) { return isOf(name, letter); });
        return isIn != isNegated;
    }

    [[nodiscard]] QString sample() const
    {
        const auto *plain
            = std::ranges::find_if(plainLetters, [this](QChar letter) { return has(letter); });
        if (plain != plainLetters.end())
            return *plain;
        return isNegated || ranges.isEmpty() ? QString() : QString(ranges.first().first);
    }
};

/// How often something is there.
struct Times
{
    int least = 1;
    int most = 1;
};

/// Reads a pattern and writes what it asks for.
class Sampler
{
public:
    Sampler(QStringView pattern, int variant)
        : m_pattern(pattern)
        , m_branch(variant % 3)
        , m_more(variant / 3)
    {
    }

    QString run() { return alternatives().left(mostLetters); }

private:
    [[nodiscard]] bool isAtEnd() const { return m_at >= m_pattern.size(); }
    [[nodiscard]] QChar next() const { return isAtEnd() ? QChar() : m_pattern.at(m_at); }
    bool take(QStringView text)
    {
        if (!m_pattern.sliced(m_at).startsWith(text))
            return false;
        m_at += text.size();
        return true;
    }

    QString alternatives()
    {
        QStringList all = {sequence()};
        while (take(u"|"))
            all += sequence();
        return all.at(m_branch % all.size());
    }

    QString sequence()
    {
        QString text;
        while (!isAtEnd() && next() != u'|' && next() != u')') {
            const QString part = atom();
            const Times times = quantifier();
            const int wanted = std::min(times.most, times.least + m_more);
            const qsizetype room = mostLetters - text.size();
            for (int i = 0; i < wanted && text.size() < mostLetters && !part.isEmpty(); ++i)
                text += part.left(room);
        }
        return text;
    }

    QString atom()
    {
        if (take(u"("))
            return group();
        if (take(u"["))
            return letterClass().sample();
        if (take(u"\\"))
            return escape();
        const QChar letter = m_pattern.at(m_at++);
        if (letter == u'^' || letter == u'$')
            return {};
        return letter == u'.' ? u"a"_s : QString(letter);
    }

    QString escape()
    {
        if (isAtEnd())
            return {};
        const QChar letter = m_pattern.at(m_at++);
        const qsizetype digits = letter == u'x' ? 2 : letter == u'u' ? 4 : 0;
        bool isCode = false;
        const ushort code = m_pattern.sliced(m_at).left(digits).toUShort(&isCode, 16);
        if (digits == 0 || !isCode)
            return escaped(letter);
        m_at = std::min(m_at + digits, m_pattern.size());
        return QChar(code);
    }

    /// Behind its bracket.
    QString group()
    {
        const bool isLook = take(u"?=") || take(u"?!") || take(u"?<=") || take(u"?<!");
        if (!isLook && take(u"?")) {
            if (take(u"<") || take(u"P<"))
                m_at = std::max(m_at, m_pattern.indexOf(u'>', m_at) + 1);
            else
                m_at = std::max(m_at, m_pattern.indexOf(u':', m_at) + 1);
        }
        if (++m_depth > deepest)
            m_at = m_pattern.size();
        const QString text = alternatives();
        --m_depth;
        take(u")");
        return isLook ? QString() : text;
    }

    /// Behind its bracket.
    LetterClass letterClass()
    {
        LetterClass letters{.isNegated = take(u"^")};
        bool isFirst = true;
        while (!isAtEnd() && (next() != u']' || isFirst)) {
            isFirst = false;
            const bool isNamed = next() == u'\\' && m_at + 1 < m_pattern.size()
                && u"dDwWsS"_s.contains(m_pattern.at(m_at + 1));
            if (isNamed) {
                letters.names += m_pattern.at(m_at + 1);
                m_at += 2;
                continue;
            }
            const QChar first = classLetter();
            const bool isRange
                = next() == u'-' && m_at + 1 < m_pattern.size() && m_pattern.at(m_at + 1) != u']';
            m_at += isRange ? 1 : 0;
            letters.ranges += Range{first, isRange ? classLetter() : first};
        }
        take(u"]");
        return letters;
    }

    QChar classLetter()
    {
        if (!take(u"\\"))
            return m_pattern.at(m_at++);
        const QString letter = escape();
        return letter.isEmpty() ? u'\b' : letter.at(0);
    }

    Times quantifier()
    {
        Times times;
        if (take(u"*"))
            times = {0, int(mostLetters)};
        else if (take(u"+"))
            times = {1, int(mostLetters)};
        else if (take(u"?"))
            times = {0, 1};
        else if (!takeCount(times))
            return times;
        if (!take(u"?"))
            take(u"+"); // lazy or possessive: as often
        return times;
    }

    /// "{2}", "{2,}", "{2,5}"
    bool takeCount(Times &times)
    {
        const qsizetype end = m_pattern.indexOf(u'}', m_at);
        if (next() != u'{' || end < 0)
            return false;
        const QList<QStringView> parts = m_pattern.sliced(m_at + 1, end - m_at - 1).split(u',');
        bool isNumber = false;
        const int least = parts.first().toInt(&isNumber);
        if (!isNumber)
            return false;
        times.least = std::min(least, int(mostLetters));
        times.most = parts.size() == 1 ? times.least : parts.last().toInt(&isNumber);
        if (!isNumber)
            times.most = int(mostLetters);
        m_at = end + 1;
        return true;
    }

    const QStringView m_pattern;
    const int m_branch; ///< Of several, which is taken.
    const int m_more; ///< How often more than the least.
    qsizetype m_at = 0;
    int m_depth = 0;
};

} // namespace

QString patternSample(const QString &pattern, int variant)
{
    return Sampler(pattern, variant).run();
}

} // namespace waymark
