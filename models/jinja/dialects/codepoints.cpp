#include "models/jinja/dialects/codepoints.h"

#include <algorithm>

namespace waymark::jinja {

namespace {
qsizetype pairs(QStringView text)
{
    return std::ranges::count_if(text, [](QChar c) { return c.isLowSurrogate(); });
}
} // namespace

qsizetype codePointCount(QStringView text)
{
    return text.size() - pairs(text);
}

qsizetype unitOf(QStringView text, qsizetype index)
{
    qsizetype unit = 0;
    for (; index > 0 && unit < text.size(); --index)
        unit += text[unit].isHighSurrogate() && unit + 1 < text.size()
                && text[unit + 1].isLowSurrogate()
            ? 2
            : 1;
    return unit;
}

QString codePoints(QStringView text, qsizetype index, qsizetype count)
{
    if (pairs(text) == 0) {
        const qsizetype start = std::min(index, text.size());
        return text.sliced(start, std::min(count, text.size() - start)).toString();
    }
    const QStringView rest = text.sliced(unitOf(text, index));
    return rest.first(unitOf(rest, count)).toString();
}

int compareCodePoints(QStringView a, QStringView b)
{
    const auto [left, right] = std::ranges::mismatch(a, b);
    if (left == a.end() || right == b.end())
        return a.size() < b.size() ? -1 : a.size() > b.size() ? 1 : 0;
    if (left->isSurrogate() != right->isSurrogate())
        return left->isSurrogate() ? 1 : -1; // beyond all that one unit holds
    return *left < *right ? -1 : 1;
}

QString movedAscii(QStringView text, char16_t first, int distance)
{
    QString result(text.size(), Qt::Uninitialized);
    auto *out = reinterpret_cast<char16_t *>(result.data());
    char16_t all = 0;
    for (const QChar unit : text) {
        const char16_t c = unit.unicode();
        all |= c;
        const bool isLetter = static_cast<char16_t>(c - first) < 26;
        *out++ = static_cast<char16_t>(isLetter ? c + distance : c);
    }
    return all < 0x80 && !text.isEmpty() ? result : QString();
}

} // namespace waymark::jinja
