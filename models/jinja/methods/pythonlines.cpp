#include "models/jinja/methods/pythoncharacters.h"

#include <QList>

#include <algorithm>

namespace waymark::jinja {
namespace {

template<typename Belongs>
TextSpan stripped(QStringView text, StripEnds ends, Belongs belongs)
{
    qsizetype start = text.size();
    qsizetype end = 0;
    const CodePoints points(text);
    for (auto it = points.begin(); it != points.end();) {
        const qsizetype at = it.position();
        const bool stays = !belongs(*it);
        ++it;
        if (!stays)
            continue;
        start = std::min(start, at);
        end = it.position();
    }
    start = ends == StripEnds::Right ? 0 : start;
    end = ends == StripEnds::Left ? text.size() : std::max(start, end);
    return {start, end - start};
}

} // namespace

std::vector<TextSpan> pythonLines(QStringView text, bool keepEnds)
{
    std::vector<TextSpan> lines;
    qsizetype start = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!isPythonLineBreak(text[i].unicode()))
            continue;
        const bool isPair = text[i] == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n';
        const qsizetype end = i;
        i += isPair ? 1 : 0;
        lines.push_back({start, (keepEnds ? i + 1 : end) - start});
        start = i + 1;
    }
    if (start < text.size())
        lines.push_back({start, text.size() - start});
    return lines;
}

TextSpan pythonStripped(QStringView text, StripEnds ends)
{
    return stripped(text, ends, isPythonSpace);
}

TextSpan pythonStripped(QStringView text, StripEnds ends, QStringView set)
{
    const QList<uint> wanted = set.toUcs4();
    return stripped(text, ends, [&](char32_t c) { return wanted.contains(c); });
}

} // namespace waymark::jinja
