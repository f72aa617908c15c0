#pragma once

#include <QByteArrayList>
#include <QHash>

#include <bitset>

namespace waymark {

/// Finds any of some texts. A search looks at each byte once, however many texts there are.
class TextFinder
{
public:
    /// The length in bytes of the shortest text that can be found.
    static constexpr qsizetype shortest = 8;

    /// Adds `text`; one that is too short is never found.
    void add(const QByteArray &text);
    [[nodiscard]] bool isOneIn(QByteArrayView bytes) const;
    /// `bytes` with `other` in the place of each text; of several at one place, the longest.
    [[nodiscard]] QByteArray replaced(const QByteArray &bytes, QByteArrayView other) const;

private:
    [[nodiscard]] qsizetype lengthAt(QByteArrayView bytes) const;

    QHash<QByteArray, QByteArrayList> m_texts; ///< By how they start; the longest first.
    std::bitset<1 << 16> m_starts; ///< The first two bytes of all of them.
};

} // namespace waymark
