#pragma once

#include <QByteArrayView>
#include <QString>

#include <compare>
#include <vector>

namespace waymark {

/// A place in a text that is shown: 0-based line and column. A column is a UTF-16 unit.
struct TextPlace
{
    int line = 0;
    int column = 0;

    friend auto operator<=>(const TextPlace &, const TextPlace &) = default;
};

/// A text cut into lines for reading. It has at least one line; a line end at its end begins none.
class CodeText
{
public:
    CodeText() = default;
    explicit CodeText(QString text);

    /// What `bytes` spell as UTF-8; what is no UTF-8 becomes U+FFFD.
    [[nodiscard]] static CodeText fromBytes(QByteArrayView bytes);

    /// Whether the text spells all the bytes it was made from.
    [[nodiscard]] bool isExact() const { return m_isExact; }

    [[nodiscard]] QStringView text() const { return m_text; }
    /// In UTF-16 units.
    [[nodiscard]] int size() const { return int(m_text.size()); }
    [[nodiscard]] int lineCount() const { return int(m_starts.size()); }
    /// Without its line end.
    [[nodiscard]] QStringView line(int line) const;
    /// Where `line` starts; that of the line behind the last is the size.
    [[nodiscard]] int startOf(int line) const;

    [[nodiscard]] int offsetOf(TextPlace place) const;
    /// The nearest place: an offset inside of a line end is the end of its line.
    [[nodiscard]] TextPlace placeOf(int offset) const;
    [[nodiscard]] TextPlace end() const;
    /// The nearest place that the text has.
    [[nodiscard]] TextPlace clamped(TextPlace place) const;
    /// From `first` to `last` with the line ends between them; of the whole, also with its last.
    [[nodiscard]] QString between(TextPlace first, TextPlace last) const;

private:
    QString m_text;
    std::vector<int> m_starts{0};
    bool m_isExact = true;
};

} // namespace waymark
