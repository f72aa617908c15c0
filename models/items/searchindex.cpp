#include "models/items/searchindex.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace waymark {
namespace {

quint8 weightOf(SearchIndex::Field field)
{
    static constexpr std::array<quint8, 6> weights = {100, 90, 60, 40, 30, 10};
    return weights.at(size_t(field));
}

} // namespace

SearchIndex::SearchIndex(const QList<QList<Text>> &documents)
    : m_count(int(documents.size()))
{
    QHash<QString, qsizetype> places;
    for (int document = 0; document < m_count; ++document) {
        for (const Text &text : documents.at(document))
            add(document, text, places);
    }
}

void SearchIndex::add(int document, const Text &text, QHash<QString, qsizetype> &places)
{
    const quint8 weight = weightOf(text.field);
    const QString there = folded(text.text);
    for (const TextSpan &span : wordsIn(there)) {
        const QString word = there.sliced(span.start, span.length);
        const auto place = places.constFind(word);
        const auto at = size_t(place == places.cend() ? qsizetype(m_terms.size()) : *place);
        if (place == places.cend()) {
            places.insert(word, qsizetype(at));
            m_terms.push_back({SearchWord(word), {}});
        }
        std::vector<Posting> &postings = m_terms[at].postings;
        if (postings.empty() || postings.back().document != document)
            postings.push_back({document, weight});
        else
            postings.back().weight = std::max(postings.back().weight, weight);
    }
}

/// How well each document meets `typed`; 0: not at all.
std::vector<int> SearchIndex::scoresOf(const SearchWord &typed) const
{
    std::vector<int> scores(size_t(m_count), 0);
    const auto take = [&scores](const Term &term, WordMatch how) {
        for (const Posting &posting : term.postings) {
            int &score = scores[size_t(posting.document)];
            score = std::max(score, int(how) * posting.weight);
        }
    };
    bool isThere = false;
    for (const Term &term : m_terms) {
        const WordMatch how = matchPlainly(typed, term.word);
        if (how == WordMatch::None)
            continue;
        take(term, how);
        isThere = true;
    }
    if (isThere)
        return scores;
    for (const Term &term : m_terms) {
        if (matchesWithSlips(typed, term.word))
            take(term, WordMatch::Typo);
    }
    return scores;
}

QList<SearchIndex::Hit> SearchIndex::find(const QList<SearchWord> &query) const
{
    QList<Hit> hits;
    std::vector<int> total(size_t(query.isEmpty() ? 0 : m_count), 1);
    for (const SearchWord &typed : query) {
        const std::vector<int> scores = scoresOf(typed);
        for (size_t i = 0; i < total.size(); ++i)
            total[i] = total[i] > 0 && scores[i] > 0 ? total[i] + scores[i] : 0;
    }
    for (size_t i = 0; i < total.size(); ++i) {
        if (total[i] > 0)
            hits += {int(i), total[i] - 1};
    }
    return hits;
}

} // namespace waymark
