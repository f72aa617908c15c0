#include "views/widgets/highlighting.h"

#include "views/widgets/coderows.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>

#include <algorithm>
#include <array>

namespace waymark {
namespace {

using KSyntaxHighlighting::State;

/// How far above a line its colours are guessed from, when those before it are not known.
constexpr int guessFrom = 60;

struct Brackets
{
    QStringView open;
    QStringView close;
    bool isOnlyOfTemplates;
};

constexpr std::array brackets{
    Brackets{u"{{", u"}}", true}, Brackets{u"{%", u"%}", true}, Brackets{u"{#", u"#}", true},
    Brackets{u"${{", u"}}", false}, // over the first
};

/// Puts `span` over those that are there.
void cover(QList<CodeSpan> &spans, const CodeSpan &span)
{
    const int end = span.first + span.length;
    QList<CodeSpan> kept;
    for (const CodeSpan &old : std::as_const(spans)) {
        const int oldEnd = old.first + old.length;
        if (old.first < span.first)
            kept += {old.first, std::min(oldEnd, span.first) - old.first, old.style};
        if (oldEnd > end) {
            const int first = std::max(old.first, end);
            kept += {first, oldEnd - first, old.style};
        }
    }
    const auto behind
        = std::ranges::find_if(kept, [&](const CodeSpan &other) { return other.first >= end; });
    kept.insert(behind, span);
    spans = std::move(kept);
}

} // namespace

Highlighting::Highlighting(LineAt lineAt)
    : m_lineAt(std::move(lineAt))
    , m_styles(KSyntaxHighlighting::Definition())
{
}

void Highlighting::setLanguage(const KSyntaxHighlighting::Definition &language, bool isTemplate)
{
    setDefinition(language);
    m_styles = HighlightingStyles(language);
    m_isPlain = !language.isValid();
    m_isTemplate = isTemplate;
    reset(int(m_ends.size()));
}

QString Highlighting::languageName() const
{
    return m_isPlain ? QString() : definition().name();
}

void Highlighting::reset(int lines)
{
    m_ends.assign(size_t(lines), State());
    m_isLooked.assign(size_t(lines), false);
    m_todo.clear();
    m_likelyLine = -1;
    if (!m_isPlain && lines > 0)
        m_todo.push_back({0, lines});
}

void Highlighting::replace(int line, int removed, int inserted)
{
    const auto at = [&](auto &list) { return list.begin() + line; };
    m_ends.erase(at(m_ends), at(m_ends) + removed);
    m_ends.insert(at(m_ends), size_t(inserted), State());
    m_isLooked.erase(at(m_isLooked), at(m_isLooked) + removed);
    m_isLooked.insert(at(m_isLooked), size_t(inserted), false);
    m_likelyLine = -1;
    if (m_isPlain)
        return;
    const int lines = int(m_ends.size());
    const auto moved = [&](int end) {
        return end >= line + removed ? end - removed + inserted : std::min(end, line + inserted);
    };
    for (Range &range : m_todo)
        range = {moved(range.first), moved(range.end)};
    // Without a line in their place, the one behind may start otherwise than before.
    m_todo.push_back({line, std::min(lines, line + std::max(inserted, 1))});
    std::ranges::sort(m_todo, {}, &Range::first);
    joinRanges();
}

Highlighting::Slice Highlighting::work(int end, const QDeadlineTimer &until)
{
    Slice slice;
    if (!m_todo.empty())
        slice.first = slice.end = m_todo.front().first;
    while (!m_todo.empty() && m_todo.front().first < end) {
        if (until.hasExpired()) {
            slice.isMore = true;
            break;
        }
        Range &range = m_todo.front();
        slice.end = range.first + 1;
        lookAt(range);
    }
    return slice;
}

bool Highlighting::isKnown(int line) const
{
    return m_todo.empty() || line < m_todo.front().first;
}

QList<CodeSpan> Highlighting::spans(int line)
{
    m_spans.clear();
    m_text = m_lineAt(line);
    m_isCollecting = true;
    if (!m_isPlain) {
        const bool isStartKnown = line == 0 || m_isLooked[size_t(line) - 1];
        const State before = !isStartKnown ? likelyBefore(line)
            : line == 0                    ? State()
                                           : m_ends[size_t(line) - 1];
        const State end = after(line, before);
        if (!isStartKnown) {
            m_likely = end;
            m_likelyLine = line + 1;
        }
    }
    m_isCollecting = false;
    if (m_text.size() <= CodeRows::longestLine)
        addExpressions(m_text);
    return std::exchange(m_spans, {});
}

void Highlighting::applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format)
{
    const bool isSeen = m_isCollecting && !m_text.sliced(offset, length).trimmed().isEmpty();
    if (!isSeen)
        return;
    const CodeStyle style = m_styles.styleOf(format, m_text.sliced(offset, length));
    if (style == CodeStyle())
        return;
    if (!m_spans.isEmpty() && m_spans.last().style == style
        && m_spans.last().first + m_spans.last().length == offset)
        m_spans.last().length += length;
    else
        m_spans += {offset, length, style};
}

State Highlighting::after(int line, const State &before)
{
    const QStringView text = m_lineAt(line);
    return text.size() > CodeRows::longestLine ? before : highlightLine(text, before);
}

void Highlighting::lookAt(Range &range)
{
    const auto line = size_t(range.first);
    const State before = line == 0 ? State() : m_ends[line - 1];
    State end = after(range.first, before);
    if (end == before)
        end = before; // lines share what is equal
    const bool isSame = m_isLooked[line] && m_ends[line] == end;
    m_ends[line] = std::move(end);
    m_isLooked[line] = true;
    ++range.first;
    if (range.first == range.end && !isSame && size_t(range.end) < m_ends.size())
        ++range.end;
    if (range.first == range.end)
        m_todo.erase(m_todo.begin());
    else
        joinRanges();
}

/// Only neighbours may touch.
void Highlighting::joinRanges()
{
    for (size_t i = 0; i + 1 < m_todo.size();) {
        Range &range = m_todo[i];
        const Range &next = m_todo[i + 1];
        if (next.first > range.end) {
            ++i;
            continue;
        }
        range.end = std::max(range.end, next.end);
        m_todo.erase(m_todo.begin() + qsizetype(i) + 1);
    }
    std::erase_if(m_todo, [](const Range &range) { return range.first >= range.end; });
}

State Highlighting::likelyBefore(int line)
{
    if (m_likelyLine == line)
        return m_likely;
    int from = std::max(0, line - guessFrom);
    while (from < line && from > 0 && !m_isLooked[size_t(from) - 1]
           && m_lineAt(from).startsWith(u' '))
        ++from; // better from a line that stands for itself
    if (from == line)
        from = std::max(0, line - guessFrom);
    m_isCollecting = false;
    State state = from > 0 && m_isLooked[size_t(from) - 1] ? m_ends[size_t(from) - 1] : State();
    for (int at = from; at < line; ++at)
        state = after(at, state);
    m_isCollecting = true;
    return state;
}

void Highlighting::addExpressions(QStringView text)
{
    for (const Brackets &pair : brackets) {
        if (pair.isOnlyOfTemplates && !m_isTemplate)
            continue;
        for (qsizetype at = text.indexOf(pair.open); at >= 0;) {
            const qsizetype close = text.indexOf(pair.close, at);
            const qsizetype end = close < 0 ? text.size() : close + pair.close.size();
            cover(m_spans,
                  {int(at), int(end - at), {Token::SynExpr, pair.open == u"{#", m_isTemplate}});
            at = text.indexOf(pair.open, end);
        }
    }
}

} // namespace waymark
