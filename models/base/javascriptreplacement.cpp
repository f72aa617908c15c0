#include "models/base/javascriptreplacement.h"

#include <algorithm>

namespace waymark {

QString javaScriptReplacement(const QString &pattern, const QString &text, const RegexMatch &match,
                              qsizetype most)
{
    QString result;
    for (qsizetype i = 0; i < pattern.size() && result.size() <= most; ++i) {
        const QChar next = pattern[i] == u'$' && i + 1 < pattern.size() ? pattern[i + 1] : QChar();
        const auto digit = [&](qsizetype at) {
            return at < pattern.size() && pattern[at] >= u'0' && pattern[at] <= u'9'
                ? pattern[at].unicode() - u'0'
                : -1;
        };
        const int one = next.isNull() ? -1 : digit(i + 1);
        const int two = one >= 0 && digit(i + 2) >= 0 ? one * 10 + digit(i + 2) : -1;
        const auto isGroup = [&](int group) { return group > 0 && group < match.groups.size(); };
        if (next == u'$') {
            result += u'$';
        } else if (next == u'&') {
            result += match.in(text);
        } else if (next == u'`') {
            result += QStringView(text).first(match.groups[0].start);
        } else if (next == u'\'') {
            result += QStringView(text).sliced(match.groups[0].end);
        } else if (isGroup(two) || isGroup(one)) {
            result += match.in(text, isGroup(two) ? two : one);
            i += isGroup(two) ? 1 : 0;
        } else {
            result += pattern[i];
            continue;
        }
        ++i;
    }
    return result;
}

std::optional<QString> withReplacements(const QString &text, const QList<RegexMatch> &matches,
                                        const QString &replacement, qsizetype most)
{
    QString result;
    qsizetype from = 0;
    for (const RegexMatch &match : matches) {
        result += QStringView(text).sliced(from, match.groups[0].start - from);
        result += javaScriptReplacement(replacement, text, match, most);
        from = match.groups[0].end;
        if (result.size() > most)
            return std::nullopt;
    }
    result += QStringView(text).sliced(from);
    return result.size() > most ? std::nullopt : std::optional(result);
}

QList<RegexMatch> placesOf(const QString &part, const QString &text, qsizetype limit)
{
    QList<RegexMatch> places;
    const qsizetype step = std::max<qsizetype>(1, part.size());
    for (qsizetype at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + step)) {
        if (limit > 0 && places.size() == limit)
            break;
        places += RegexMatch{.groups = {{at, at + part.size()}}};
    }
    return places;
}

} // namespace waymark
