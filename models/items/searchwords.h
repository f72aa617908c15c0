#pragma once

#include <QList>
#include <QString>

namespace waymark {

/// `text` for comparing: small letters without their marks, each at the place it had.
[[nodiscard]] QString folded(QStringView text);

/// A part of a text, in UTF-16 units.
struct TextSpan
{
    qsizetype start = 0;
    qsizetype length = 0;
    friend bool operator==(const TextSpan &, const TextSpan &) = default;
};

/// The words of `text`: stretches of letters and digits.
[[nodiscard]] QList<TextSpan> wordsIn(QStringView text);

/// How well a word that somebody types is met by a word of a text; the higher the better.
enum class WordMatch : quint8 {
    None = 0,
    Typo = 30, ///< By its beginning, but for a slip or two: see slipsAllowed().
    Inside = 50,
    Beginning = 80,
    Whole = 100,
};

/// A word of a query, or of a text, made ready to be compared many times.
struct SearchWord
{
    SearchWord() = default;
    explicit SearchWord(const QString &foldedText);

    QString text = {};
    quint64 letters = 0; ///< Which ones occur, as a set of bits.
};

/// Every word of `query`.
[[nodiscard]] QList<SearchWord> searchWords(QStringView query);

/// How many letters may be wrong, missing, too many or swapped in a typed word of this length: none
/// below four, one below eight, else two.
[[nodiscard]] int slipsAllowed(qsizetype length);

/// Without regard to slips.
[[nodiscard]] WordMatch matchPlainly(const SearchWord &typed, const SearchWord &word);
/// Whether `typed` is the beginning of `word` but for slipsAllowed().
[[nodiscard]] bool matchesWithSlips(const SearchWord &typed, const SearchWord &word);

} // namespace waymark
