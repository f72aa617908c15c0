#include "models/items/searchedtext.h"

#include <algorithm>

namespace waymark {
namespace {

/// Where `typed` is met best in `text`, and how well.
struct Met
{
    WordMatch how = WordMatch::None;
    TextSpan span = {};
};

Met bestOf(const SearchWord &typed, const SearchedText &text)
{
    Met best;
    for (qsizetype i = 0; i < text.words.size(); ++i) {
        const SearchWord &there = text.words.at(i);
        const WordMatch how = matchPlainly(typed, there);
        if (how > best.how)
            best = {how,
                    {text.places.at(i).start + there.text.indexOf(typed.text), typed.text.size()}};
    }
    if (best.how != WordMatch::None)
        return best;
    for (qsizetype i = 0; i < text.words.size(); ++i) {
        const TextSpan &place = text.places.at(i);
        if (matchesWithSlips(typed, text.words.at(i)))
            return {WordMatch::Typo, {place.start, std::min(place.length, typed.text.size())}};
    }
    return {};
}

/// The first letters of words that follow each other and spell `typed`; none where they do not.
QList<TextSpan> initialsOf(const SearchWord &typed, const SearchedText &text)
{
    const qsizetype count = typed.text.size();
    for (qsizetype first = 0; count > 1 && first + count <= text.words.size(); ++first) {
        qsizetype same = 0;
        while (same < count && text.words.at(first + same).text.at(0) == typed.text.at(same))
            ++same;
        if (same < count)
            continue;
        QList<TextSpan> spans;
        for (qsizetype i = 0; i < count; ++i)
            spans += {text.places.at(first + i).start, 1};
        return spans;
    }
    return {};
}

QList<TextSpan> inOrder(QList<TextSpan> spans)
{
    std::ranges::sort(spans, {}, &TextSpan::start);
    QList<TextSpan> joined;
    for (const TextSpan &span : std::as_const(spans)) {
        if (!joined.isEmpty() && joined.last().start + joined.last().length >= span.start) {
            const qsizetype end
                = std::max(joined.last().start + joined.last().length, span.start + span.length);
            joined.last().length = end - joined.last().start;
        } else {
            joined += span;
        }
    }
    return joined;
}

} // namespace

SearchedText::SearchedText(QStringView text)
{
    const QString there = folded(text);
    places = wordsIn(there);
    for (const TextSpan &place : std::as_const(places))
        words += SearchWord(there.sliced(place.start, place.length));
}

std::optional<TextMatch> matchText(const QList<SearchWord> &query, const SearchedText &text)
{
    TextMatch match;
    for (const SearchWord &typed : query) {
        const Met met = bestOf(typed, text);
        const QList<TextSpan> initials
            = met.how > WordMatch::Typo ? QList<TextSpan>() : initialsOf(typed, text);
        if (met.how == WordMatch::None && initials.isEmpty())
            return {};
        match.spans += initials.isEmpty() ? QList{met.span} : initials;
        match.score += initials.isEmpty() ? int(met.how) : int(WordMatch::Inside);
        if (match.spans.last().start == 0)
            match.score += 10;
    }
    match.spans = inOrder(match.spans);
    return match;
}

std::optional<TextMatch> matchText(const QList<SearchWord> &query, QStringView text)
{
    return matchText(query, SearchedText(text));
}

QList<TextSpan> matchedSpans(const QList<SearchWord> &query, const SearchedText &text)
{
    QList<TextSpan> spans;
    for (const SearchWord &typed : query) {
        const Met met = bestOf(typed, text);
        if (met.how != WordMatch::None)
            spans += met.span;
    }
    return inOrder(spans);
}

QList<TextSpan> matchedSpans(const QList<SearchWord> &query, QStringView text)
{
    return matchedSpans(query, SearchedText(text));
}

} // namespace waymark
