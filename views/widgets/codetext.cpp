#include "views/widgets/codetext.h"

#include <QStringDecoder>

#include <algorithm>

namespace waymark {

CodeText::CodeText(QString text)
    : m_text(std::move(text))
{
    const QStringView all(m_text);
    for (qsizetype at = all.indexOf(u'\n'); at >= 0 && at + 1 < all.size();
         at = all.indexOf(u'\n', at + 1))
        m_starts.push_back(int(at) + 1);
}

CodeText CodeText::fromBytes(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless
                               | QStringDecoder::Flag::ConvertInitialBom);
    CodeText text(decoder.decode(bytes));
    text.m_isExact = !decoder.hasError();
    return text;
}

QStringView CodeText::line(int line) const
{
    const int start = m_starts.at(size_t(line));
    QStringView shown = text().sliced(start, startOf(line + 1) - start);
    if (shown.endsWith(u'\n'))
        shown.chop(1);
    if (shown.endsWith(u'\r'))
        shown.chop(1);
    return shown;
}

int CodeText::startOf(int line) const
{
    return line < lineCount() ? m_starts.at(size_t(line)) : size();
}

int CodeText::offsetOf(TextPlace place) const
{
    const TextPlace known = clamped(place);
    return startOf(known.line) + known.column;
}

TextPlace CodeText::placeOf(int offset) const
{
    const auto behind = std::ranges::upper_bound(m_starts, std::max(offset, 0));
    const int line = int(behind - m_starts.begin()) - 1;
    return clamped({line, offset - startOf(line)});
}

TextPlace CodeText::end() const
{
    return {lineCount() - 1, int(line(lineCount() - 1).size())};
}

TextPlace CodeText::clamped(TextPlace place) const
{
    if (place.line < 0)
        return {};
    if (place.line >= lineCount())
        return end();
    return {place.line, std::clamp(place.column, 0, int(line(place.line).size()))};
}

QString CodeText::between(TextPlace first, TextPlace last) const
{
    if (clamped(first) == TextPlace() && clamped(last) == end())
        return m_text;
    const int start = offsetOf(first);
    return m_text.mid(start, offsetOf(last) - start);
}

} // namespace waymark
