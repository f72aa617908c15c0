#pragma once

#include "models/items/searchwords.h"

#include <QHash>

#include <vector>

namespace waymark {

/// The texts of many documents, made ready to be searched at each keystroke: every word is kept
/// once, with the documents that it occurs in. A value.
class SearchIndex
{
public:
    /// What a text is to its document; the earlier, the more it weighs.
    enum class Field : quint8 { Title, Name, Tag, Description, Owner, Body };
    struct Text
    {
        Field field;
        QString text;
    };
    struct Hit
    {
        int document = 0;
        int score = 0;
        friend bool operator==(const Hit &, const Hit &) = default;
    };

    SearchIndex() = default;
    /// `documents` are known by their number. It takes about 50 ns for each letter: not for the
    /// thread of a window.
    explicit SearchIndex(const QList<QList<Text>> &documents);

    /// The documents in which each word of `query` is met, in their order. A word may have slips
    /// where no document has it as it is typed. Without a word, there are none.
    [[nodiscard]] QList<Hit> find(const QList<SearchWord> &query) const;

private:
    struct Posting
    {
        int document = 0;
        quint8 weight = 0; ///< The most that the word weighs there.
    };
    struct Term
    {
        SearchWord word;
        std::vector<Posting> postings;
    };

    void add(int document, const Text &text, QHash<QString, qsizetype> &places);
    [[nodiscard]] std::vector<int> scoresOf(const SearchWord &typed) const;

    std::vector<Term> m_terms;
    int m_count = 0;
};

} // namespace waymark
