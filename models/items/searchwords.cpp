#include "models/items/searchwords.h"

#include <algorithm>
#include <array>
#include <bit>

namespace waymark {
namespace {

constexpr qsizetype longestWord = 32; // of those that are compared letter by letter

QChar foldedLetter(QChar c)
{
    if (c.unicode() < 128)
        return c.toLower();
    const QString parts = c.decomposition();
    const bool isLetterWithMark = c.decompositionTag() == QChar::Canonical && !parts.isEmpty();
    return (isLetterWithMark ? foldedLetter(parts.at(0)) : c).toLower();
}

quint64 letterBit(QChar c)
{
    return quint64(1) << (c.unicode() % 64);
}

/// The least number of edits (a letter wrong, missing, too many, or two swapped) between `typed`
/// and any beginning of `word`.
int prefixDistance(QStringView typed, QStringView word)
{
    using Line = std::array<int, longestWord + 3>;
    Line beforeLast = {};
    Line last = {};
    Line line = {};
    const qsizetype width = std::min(word.size(), typed.size() + 2);
    for (qsizetype j = 0; j <= width; ++j)
        last[size_t(j)] = int(j);
    for (qsizetype i = 1; i <= typed.size(); ++i) {
        line[0] = int(i);
        for (qsizetype j = 1; j <= width; ++j) {
            const auto at = size_t(j);
            const bool isSame = typed.at(i - 1) == word.at(j - 1);
            line[at] = std::min({last[at] + 1, line[at - 1] + 1, last[at - 1] + (isSame ? 0 : 1)});
            const bool isSwapped = i > 1 && j > 1 && typed.at(i - 1) == word.at(j - 2)
                && typed.at(i - 2) == word.at(j - 1);
            if (isSwapped)
                line[at] = std::min(line[at], beforeLast[at - 2] + 1);
        }
        beforeLast = last;
        last = line;
    }
    return *std::min_element(last.begin(), last.begin() + width + 1);
}

} // namespace

QString folded(QStringView text)
{
    QString result = text.toString();
    for (QChar &c : result)
        c = foldedLetter(c);
    return result;
}

QList<TextSpan> wordsIn(QStringView text)
{
    QList<TextSpan> words;
    qsizetype start = -1;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool isPart = i < text.size() && text.at(i).isLetterOrNumber();
        if (isPart && start < 0)
            start = i;
        if (isPart || start < 0)
            continue;
        words += {start, i - start};
        start = -1;
    }
    return words;
}

SearchWord::SearchWord(const QString &foldedText)
    : text(foldedText)
{
    for (const QChar c : foldedText)
        letters |= letterBit(c);
}

QList<SearchWord> searchWords(QStringView query)
{
    const QString text = folded(query);
    QList<SearchWord> words;
    for (const TextSpan &word : wordsIn(text))
        words += SearchWord(text.sliced(word.start, word.length));
    return words;
}

int slipsAllowed(qsizetype length)
{
    return length < 4 ? 0 : length < 8 ? 1 : 2;
}

WordMatch matchPlainly(const SearchWord &typed, const SearchWord &word)
{
    if ((typed.letters & ~word.letters) != 0 || typed.text.size() > word.text.size())
        return WordMatch::None;
    if (word.text.startsWith(typed.text))
        return typed.text.size() == word.text.size() ? WordMatch::Whole : WordMatch::Beginning;
    const bool isInside = typed.text.size() > 1 && word.text.contains(typed.text);
    return isInside ? WordMatch::Inside : WordMatch::None;
}

bool matchesWithSlips(const SearchWord &typed, const SearchWord &word)
{
    const int most = slipsAllowed(typed.text.size());
    const bool canBe = most > 0 && typed.text.size() <= longestWord
        && typed.text.size() <= word.text.size() + most
        && std::popcount(typed.letters & ~word.letters) <= most;
    return canBe && prefixDistance(typed.text, word.text) <= most;
}

} // namespace waymark
