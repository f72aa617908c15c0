#pragma once

#include "models/jinja/dialects/codepoints.h"

#include <QString>
#include <QStringView>

#include <vector>

namespace waymark::jinja {

// Text as Python's str sees it: by code points, with the classes and mappings of its unicode
// database.

[[nodiscard]] bool isPythonSpace(char32_t c); ///< str.isspace
[[nodiscard]] bool isPythonAlpha(char32_t c); ///< str.isalpha
[[nodiscard]] bool isPythonDecimal(char32_t c); ///< str.isdecimal
[[nodiscard]] bool isPythonDigit(char32_t c); ///< str.isdigit
[[nodiscard]] bool isPythonNumeric(char32_t c); ///< str.isnumeric
[[nodiscard]] bool isPythonAlnum(char32_t c); ///< str.isalnum
[[nodiscard]] bool isPythonPrintable(char32_t c); ///< str.isprintable: repr() shows it as it is
[[nodiscard]] bool isPythonWord(char32_t c); ///< \w of re
[[nodiscard]] bool isPythonLineBreak(char32_t c); ///< Where str.splitlines cuts.
[[nodiscard]] bool isPythonLower(char32_t c); ///< Of a cased letter.
[[nodiscard]] bool isPythonUpper(char32_t c);
[[nodiscard]] bool isPythonTitle(char32_t c);

[[nodiscard]] bool isPythonIdentifierStart(char32_t c); ///< Of a name, as str.isidentifier sees it.
[[nodiscard]] bool isPythonIdentifierPart(char32_t c);
[[nodiscard]] bool isPythonLowerText(QStringView text); ///< str.islower
[[nodiscard]] bool isPythonUpperText(QStringView text); ///< str.isupper

[[nodiscard]] QString pythonLower(QStringView text);
[[nodiscard]] QString pythonUpper(QStringView text);
[[nodiscard]] QString pythonTitle(QStringView text);
[[nodiscard]] QString pythonCapitalize(QStringView text);
[[nodiscard]] QString pythonCasefold(QStringView text);
[[nodiscard]] QString pythonSwapcase(QStringView text);

/// The code points of a text, for a loop over them; a lone surrogate is one.
class CodePoints
{
public:
    class Iterator
    {
    public:
        Iterator(QStringView text, qsizetype at)
            : m_text(text)
            , m_at(at)
        {
        }
        [[nodiscard]] qsizetype position() const { return m_at; } ///< In UTF-16 units.
        char32_t operator*() const
        {
            const QChar unit = m_text[m_at];
            return width() == 2 ? QChar::surrogateToUcs4(unit, m_text[m_at + 1]) : unit.unicode();
        }
        Iterator &operator++()
        {
            m_at += width();
            return *this;
        }
        bool operator!=(const Iterator &other) const { return m_at != other.m_at; }

    private:
        [[nodiscard]] qsizetype width() const
        {
            const bool isPair = m_text[m_at].isHighSurrogate() && m_at + 1 < m_text.size()
                && m_text[m_at + 1].isLowSurrogate();
            return isPair ? 2 : 1;
        }
        QStringView m_text;
        qsizetype m_at;
    };
    explicit CodePoints(QStringView text)
        : m_text(text)
    {
    }
    [[nodiscard]] Iterator begin() const { return {m_text, 0}; }
    [[nodiscard]] Iterator end() const { return {m_text, m_text.size()}; }

private:
    QStringView m_text;
};

[[nodiscard]] QString codePointText(char32_t c);

/// A part of a text, in UTF-16 units.
struct TextSpan
{
    qsizetype start = 0;
    qsizetype length = 0;
    [[nodiscard]] qsizetype end() const { return start + length; }
};
/// The lines of str.splitlines(); `keepEnds` as its keepends.
[[nodiscard]] std::vector<TextSpan> pythonLines(QStringView text, bool keepEnds = false);
/// What str.strip() leaves: without the spaces, or the characters of `set`, at the ends that are
/// asked for.
enum class StripEnds : quint8 { Left = 1, Right = 2, Both = 3 };
[[nodiscard]] TextSpan pythonStripped(QStringView text, StripEnds ends = StripEnds::Both);
[[nodiscard]] TextSpan pythonStripped(QStringView text, StripEnds ends, QStringView set);

} // namespace waymark::jinja
