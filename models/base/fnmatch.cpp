#include "models/base/fnmatch.h"

#include <QList>

namespace waymark {
namespace {

using CodePoints = QList<uint>;

/// Where the set that begins behind the `[` at `at` - 1 has its `]`; -1: it has none.
qsizetype endOfSet(const CodePoints &pattern, qsizetype at)
{
    qsizetype end = at;
    if (end < pattern.size() && pattern.at(end) == u'!')
        ++end;
    if (end < pattern.size() && pattern.at(end) == u']')
        ++end;
    return pattern.indexOf(u']', end);
}

/// Whether the set between `from` and `to` of `pattern` has `c`.
bool isInSet(const CodePoints &pattern, qsizetype from, qsizetype to, uint c)
{
    const bool isNegated = pattern.at(from) == u'!';
    qsizetype at = isNegated ? from + 1 : from;
    bool isIn = false;
    while (at < to) {
        const bool isRange = at + 2 < to && pattern.at(at + 1) == u'-';
        const uint last = isRange ? pattern.at(at + 2) : pattern.at(at);
        isIn = isIn || (c >= pattern.at(at) && c <= last);
        at += isRange ? 3 : 1;
    }
    return isIn != isNegated;
}

/// Matches one pattern; a `*` is tried again from its next place when what follows does not match.
class Matcher
{
public:
    Matcher(CodePoints name, CodePoints pattern)
        : m_name(std::move(name))
        , m_pattern(std::move(pattern))
    {
    }

    bool run()
    {
        while (m_at < m_name.size()) {
            if (m_in < m_pattern.size() && m_pattern.at(m_in) == u'*') {
                m_star = ++m_in;
                m_retry = m_at;
            } else if (takeOne()) {
                ++m_at;
            } else if (m_star >= 0) {
                m_in = m_star;
                m_at = ++m_retry;
            } else {
                return false;
            }
        }
        while (m_in < m_pattern.size() && m_pattern.at(m_in) == u'*')
            ++m_in;
        return m_in == m_pattern.size();
    }

private:
    /// Whether the next sign of the pattern stands for the next character.
    bool takeOne()
    {
        if (m_in == m_pattern.size())
            return false;
        const uint sign = m_pattern.at(m_in);
        const uint c = m_name.at(m_at);
        const qsizetype end = sign == u'[' ? endOfSet(m_pattern, m_in + 1) : -1;
        if (end >= 0) {
            if (!isInSet(m_pattern, m_in + 1, end, c))
                return false;
            m_in = end + 1;
            return true;
        }
        if (sign != u'?' && sign != c)
            return false;
        ++m_in;
        return true;
    }

    const CodePoints m_name;
    const CodePoints m_pattern;
    qsizetype m_at = 0; // in the name
    qsizetype m_in = 0; // in the pattern
    qsizetype m_star = -1; // behind the last `*`
    qsizetype m_retry = 0; // where what that stands for ends
};

} // namespace

bool fnmatches(QStringView name, QStringView pattern)
{
    return Matcher(name.toUcs4(), pattern.toUcs4()).run();
}

bool globMatches(QStringView path, QStringView pattern)
{
    const QList<QStringView> names = path.split(u'/');
    QList<QStringView> parts = pattern.split(u'/', Qt::SkipEmptyParts);
    parts.removeAll(QStringView(u"."));
    qsizetype at = 0; // in the path
    qsizetype in = 0; // in the pattern
    qsizetype stars = -1; // behind the last `**`
    qsizetype retry = 0; // where the folders that those stand for end
    while (at < names.size()) {
        if (in < parts.size() && parts.at(in) == u"**") {
            stars = ++in;
            retry = at;
            if (stars == parts.size())
                return true;
        } else if (in < parts.size() && fnmatches(names.at(at), parts.at(in))) {
            ++at;
            ++in;
        } else if (stars >= 0) {
            in = stars;
            at = ++retry;
        } else {
            return false;
        }
    }
    return in == parts.size();
}

} // namespace waymark
