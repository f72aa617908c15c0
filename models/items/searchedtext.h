#pragma once

#include "models/items/searchwords.h"

#include <optional>

namespace waymark {

/// How all of a query is met by one text, and where, for showing it.
struct TextMatch
{
    int score = 0; ///< 0 to 100 for each word, more where it stands in front.
    QList<TextSpan> spans = {}; ///< In order, without overlap.
};

/// A text made ready to be searched many times.
struct SearchedText
{
    explicit SearchedText(QStringView text);

    QList<TextSpan> places = {}; ///< Of its words.
    QList<SearchWord> words = {};
};

/// Nothing where a word of `query` is met by no word of `text`, even with slips. The first letters
/// of several words ("cab" of "Create and begin") count as a word that is met.
[[nodiscard]] std::optional<TextMatch> matchText(const QList<SearchWord> &query,
                                                 const SearchedText &text);
[[nodiscard]] std::optional<TextMatch> matchText(const QList<SearchWord> &query, QStringView text);

/// The places in `text` that meet a word of `query`, whether or not all are met.
[[nodiscard]] QList<TextSpan> matchedSpans(const QList<SearchWord> &query,
                                           const SearchedText &text);
[[nodiscard]] QList<TextSpan> matchedSpans(const QList<SearchWord> &query, QStringView text);

} // namespace waymark
