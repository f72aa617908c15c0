#include "models/jinja/filters/jinja2wrapchunks.h"

#include "models/jinja/methods/pythoncharacters.h"

namespace waymark::jinja {
namespace {

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
    return isPythonWord(c) || std::u32string_view(U"!\"'&.,?").contains(c);
}

class Chunker
{
public:
    Chunker(std::u32string_view text, bool breaksOnHyphens)
        : m_text(text)
        , m_breaksOnHyphens(breaksOnHyphens)
    {
    }

    std::deque<std::u32string_view> chunks() const
    {
        std::deque<std::u32string_view> result;
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

    std::u32string_view m_text;
    bool m_breaksOnHyphens;
};

} // namespace

std::deque<std::u32string_view> wrapChunks(std::u32string_view text, bool breaksOnHyphens)
{
    return Chunker(text, breaksOnHyphens).chunks();
}

} // namespace waymark::jinja
