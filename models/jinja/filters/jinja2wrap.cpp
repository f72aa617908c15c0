#include "models/jinja/filters/jinja2wrap.h"

#include "models/jinja/methods/pythoncharacters.h"

#include <algorithm>
#include <deque>
#include <string>
#include <string_view>

namespace waymark::jinja {
namespace {

using Text = std::u32string_view;

bool isBlank(char32_t c)
{
    return c == U' ' || (c >= 0x09 && c <= 0x0d);
}
bool isLetter(char32_t c)
{
    return isPythonWord(c) && !isPythonDecimal(c);
}
/// What may stand before a dash between words.
bool endsWord(char32_t c)
{
    return isPythonWord(c) || Text(U"!\"'&.,?").contains(c);
}

/// Cuts a text into words, blanks and dashes, between which a line may end (textwrap's wordsep_re).
class Chunker
{
public:
    Chunker(Text text, bool breaksOnHyphens)
        : m_text(text)
        , m_breaksOnHyphens(breaksOnHyphens)
    {
    }

    std::deque<Text> chunks() const
    {
        std::deque<Text> result;
        for (size_t at = 0; at < m_text.size();) {
            const size_t end = isBlank(m_text[at]) ? blanksEnd(at)
                : m_breaksOnHyphens && isDash(at)  ? hyphensEnd(at)
                                                   : wordEnd(at);
            result.push_back(m_text.substr(at, end - at));
            at = end;
        }
        return result;
    }

private:
    [[nodiscard]] bool is(size_t at, bool (*belongs)(char32_t)) const
    {
        return at < m_text.size() && belongs(m_text[at]);
    }
    [[nodiscard]] bool isHyphen(size_t at) const
    {
        return at < m_text.size() && m_text[at] == U'-';
    }

    [[nodiscard]] size_t blanksEnd(size_t at) const
    {
        while (is(at, isBlank))
            ++at;
        return at;
    }
    [[nodiscard]] size_t hyphensEnd(size_t at) const
    {
        while (isHyphen(at))
            ++at;
        return at;
    }
    /// Whether two hyphens or more stand here between two words.
    [[nodiscard]] bool isDash(size_t at) const
    {
        return at > 0 && isHyphen(at) && isHyphen(at + 1) && endsWord(m_text[at - 1])
            && is(hyphensEnd(at), isPythonWord);
    }
    /// Whether a word may be broken behind the hyphen here.
    [[nodiscard]] bool isBreak(size_t at) const
    {
        if (!isHyphen(at) || at < 2 || !isLetter(m_text[at - 1]))
            return false;
        const bool isBehindTwo = isLetter(m_text[at - 2]);
        const bool isBehindOne = at >= 3 && m_text[at - 2] == U'-' && isLetter(m_text[at - 3]);
        const size_t next = at + 1;
        return (isBehindTwo || isBehindOne) && is(next, isLetter)
            && is(isHyphen(next + 1) ? next + 2 : next + 1, isLetter);
    }
    [[nodiscard]] size_t wordEnd(size_t at) const
    {
        for (size_t end = at + 1;; ++end) {
            if (end >= m_text.size() || isBlank(m_text[end]))
                return end;
            if (!m_breaksOnHyphens)
                continue;
            if (isBreak(end))
                return end + 1;
            if (isDash(end))
                return end;
        }
    }

    Text m_text;
    bool m_breaksOnHyphens;
};

bool isEmptyLine(Text chunk)
{
    return std::ranges::all_of(chunk, isPythonSpace);
}

/// Puts chunks into lines, as textwrap's _wrap_chunks does.
class Wrapper
{
public:
    Wrapper(std::deque<Text> chunks, const WrapOptions &options)
        : m_chunks(std::move(chunks))
        , m_options(options)
        , m_width(static_cast<size_t>(options.width))
    {
    }

    QStringList lines()
    {
        QStringList lines;
        while (!m_chunks.empty()) {
            m_line.clear();
            m_length = 0;
            if (!lines.isEmpty() && isEmptyLine(m_chunks.front()))
                m_chunks.pop_front();
            while (!m_chunks.empty() && m_length + m_chunks.front().size() <= m_width)
                take(m_chunks.front().size());
            if (!m_chunks.empty() && m_chunks.front().size() > m_width)
                breakWord();
            if (!m_line.empty() && isEmptyLine(m_line.back()))
                m_line.pop_back();
            if (!m_line.empty())
                lines.append(joined());
        }
        return lines;
    }

private:
    /// `length` units of the next chunk into the line.
    void take(size_t length)
    {
        m_line.push_back(m_chunks.front().substr(0, length));
        m_length += m_line.back().size();
        m_chunks.front().remove_prefix(m_line.back().size());
        if (m_chunks.front().empty())
            m_chunks.pop_front();
    }

    void breakWord()
    {
        const Text chunk = m_chunks.front();
        const size_t room = m_width - m_length;
        if (!m_options.breaksLongWords) {
            if (m_line.empty())
                take(chunk.size());
            return;
        }
        size_t end = room;
        if (m_options.breaksOnHyphens && chunk.size() > room && room > 0) {
            const size_t hyphen = chunk.substr(0, room).rfind(U'-');
            if (hyphen != Text::npos
                && chunk.substr(0, hyphen).find_first_not_of(U'-') != Text::npos)
                end = hyphen + 1;
        }
        take(end);
    }

    [[nodiscard]] QString joined() const
    {
        std::u32string line;
        for (const Text chunk : m_line)
            line += chunk;
        return QString::fromStdU32String(line);
    }

    std::deque<Text> m_chunks;
    const WrapOptions &m_options;
    size_t m_width;
    std::vector<Text> m_line;
    size_t m_length = 0;
};

} // namespace

QStringList wrapped(Runtime &runtime, QStringView text, const WrapOptions &options)
{
    Q_ASSERT(options.width > 0);
    runtime.chargeText(text.size());
    runtime.charge(static_cast<quint64>(text.size()));
    const std::u32string points = text.toString().toStdU32String();
    return Wrapper(Chunker(points, options.breaksOnHyphens).chunks(), options).lines();
}

} // namespace waymark::jinja
