#include "models/jinja/filters/jinja2wrap.h"

#include "models/jinja/filters/jinja2wrapchunks.h"
#include "models/jinja/methods/pythoncharacters.h"

#include <algorithm>
#include <deque>
#include <string>
#include <string_view>

namespace waymark::jinja {
namespace {

using Text = std::u32string_view;

bool isEmptyLine(Text chunk)
{
    return std::ranges::all_of(chunk, isPythonSpace);
}

/// Puts chunks into lines, as textwrap's _wrap_chunks does.
class Wrapper
{
public:
    Wrapper(Runtime &runtime, std::deque<Text> chunks, const WrapOptions &options)
        : m_runtime(runtime)
        , m_chunks(std::move(chunks))
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
        const size_t room = m_width < 1 ? 1 : m_width - m_length;
        if (!m_options.breaksLongWords) {
            if (m_line.empty())
                take(chunk.size());
            return;
        }
        if (m_options.isReal && m_width >= 1) {
            m_runtime.fail(FailureKind::Type,
                           QStringLiteral("slice indices must be integers or None or have an "
                                          "__index__ method"));
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

    Runtime &m_runtime;
    std::deque<Text> m_chunks;
    const WrapOptions &m_options;
    size_t m_width;
    std::vector<Text> m_line;
    size_t m_length = 0;
};

} // namespace

QStringList wrapped(Runtime &runtime, QStringView text, const WrapOptions &options)
{
    Q_ASSERT(options.width >= 0);
    runtime.chargeText(text.size());
    runtime.charge(static_cast<quint64>(text.size()));
    const std::u32string points = text.toString().toStdU32String();
    return Wrapper(runtime, wrapChunks(points, options.breaksOnHyphens), options).lines();
}

} // namespace waymark::jinja
