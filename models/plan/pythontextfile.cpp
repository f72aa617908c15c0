#include "models/plan/pythontextfile.h"

#include <algorithm>

namespace waymark {
namespace {

constexpr qsizetype blockSize = 8192;

/// The end of what was read when the first line end of `bytes` was found.
qsizetype endOfFirstRead(const QByteArray &bytes)
{
    const auto isEnd = [](char c) { return c == '\n' || c == '\r'; };
    const auto first = std::ranges::find_if(bytes, isEnd);
    if (first == bytes.end())
        return bytes.size();
    const qsizetype place = first - bytes.begin();
    const qsizetype block = std::min((place / blockSize + 1) * blockSize, bytes.size());
    // A carriage return at the end of a block waits for the next one.
    if (bytes.at(block - 1) != '\r' || block == bytes.size())
        return block;
    return place == block - 1 ? std::min(block + blockSize, bytes.size()) : block - 1;
}

} // namespace

QByteArray withUniversalNewlines(const QByteArray &bytes)
{
    if (!bytes.contains('\r'))
        return bytes;
    QByteArray text = bytes;
    text.replace("\r\n", "\n");
    return text.replace('\r', '\n');
}

QByteArray firstNewline(const QByteArray &bytes)
{
    const QByteArray read = bytes.first(endOfFirstRead(bytes));
    const qsizetype both = read.count("\r\n");
    if (read.count('\r') > both)
        return "\r";
    if (read.count('\n') > both)
        return "\n";
    return both > 0 ? QByteArrayLiteral("\r\n") : QByteArray();
}

jinja::Rendered withNewlines(jinja::Rendered rendered, const QByteArray &newline)
{
    if (newline.isEmpty() || newline == "\n" || !rendered.bytes.contains('\n'))
        return rendered;
    const qsizetype longer = newline.size() - 1;
    qsizetype passed = 0; // bytes of which the line ends are counted
    qsizetype ends = 0;
    const auto moved = [&](qsizetype offset) {
        ends += QByteArrayView(rendered.bytes).sliced(passed, offset - passed).count('\n');
        passed = offset;
        return offset + ends * longer;
    };
    for (jinja::Stretch &stretch : rendered.provenance.stretches) {
        stretch.start = moved(stretch.start);
        stretch.end = moved(stretch.end);
    }
    rendered.bytes.replace("\n", newline);
    return rendered;
}

} // namespace waymark
