#include "models/plan/textfinder.h"

#include <algorithm>

namespace waymark {
namespace {

std::size_t firstTwo(QByteArrayView bytes)
{
    return static_cast<std::size_t>(static_cast<uchar>(bytes.at(0)) << 8)
        | static_cast<uchar>(bytes.at(1));
}

} // namespace

void TextFinder::add(const QByteArray &text)
{
    if (text.size() < shortest)
        return;
    m_starts.set(firstTwo(text));
    QByteArrayList &texts = m_texts[text.first(shortest)];
    const auto isLonger
        = [](const QByteArray &a, const QByteArray &b) { return a.size() > b.size(); };
    texts.insert(std::ranges::upper_bound(texts, text, isLonger), text);
}

/// Of the text that `bytes` start with; 0: there is none.
qsizetype TextFinder::lengthAt(QByteArrayView bytes) const
{
    if (bytes.size() < shortest || !m_starts.test(firstTwo(bytes)))
        return 0;
    const auto texts
        = m_texts.constFind(QByteArray::fromRawData(bytes.data(), shortest)); // no copy of it
    if (texts == m_texts.cend())
        return 0;
    const auto isHere = [bytes](const QByteArray &text) { return bytes.startsWith(text); };
    const auto found = std::ranges::find_if(*texts, isHere);
    return found == texts->cend() ? 0 : found->size();
}

bool TextFinder::isOneIn(QByteArrayView bytes) const
{
    if (m_texts.isEmpty())
        return false;
    for (qsizetype i = 0; i + shortest <= bytes.size(); ++i) {
        if (lengthAt(bytes.sliced(i)) > 0)
            return true;
    }
    return false;
}

QByteArray TextFinder::replaced(const QByteArray &bytes, QByteArrayView other) const
{
    if (!isOneIn(bytes))
        return bytes;
    QByteArray made;
    qsizetype done = 0;
    for (qsizetype i = 0; i < bytes.size();) {
        const qsizetype length = lengthAt(QByteArrayView(bytes).sliced(i));
        if (length > 0) {
            made += bytes.sliced(done, i - done);
            made += other;
            done = i + length;
        }
        i += std::max(length, qsizetype(1));
    }
    return made + bytes.sliced(done);
}

} // namespace waymark
