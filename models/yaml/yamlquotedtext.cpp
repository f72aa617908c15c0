#include "models/yaml/yamlquotedtext.h"

#include "models/yaml/sourcetext.h"

namespace waymark {
namespace {

/// What the escape `letter` stands for; those with digits apart.
char32_t escaped(char letter)
{
    switch (letter) {
    case '0':
        return 0;
    case 'a':
        return '\a';
    case 'b':
        return '\b';
    case 't':
        return '\t';
    case 'n':
        return '\n';
    case 'v':
        return '\v';
    case 'f':
        return '\f';
    case 'r':
        return '\r';
    case 'e':
        return 0x1B;
    case 'N':
        return 0x85;
    case '_':
        return 0xA0;
    case 'L':
        return 0x2028;
    case 'P':
        return 0x2029;
    default: // blank, tab, quote, slash and backslash are themselves
        return static_cast<uchar>(letter);
    }
}

/// Reads what stands between the quotes, which the scanner has found to be right.
class QuotedReader
{
public:
    QuotedReader(QByteArrayView inner, char quote)
        : m_rest(inner)
        , m_quote(quote)
    {
    }

    QString run()
    {
        while (!m_rest.isEmpty()) {
            if (isBlank() || isBreak())
                readBlanks();
            else if (m_quote == '"' && m_rest.front() == '\\')
                readEscape();
            else
                readCharacter();
        }
        return textOf(m_text);
    }

private:
    [[nodiscard]] bool isBlank() const
    {
        return !m_rest.isEmpty() && (m_rest.front() == ' ' || m_rest.front() == '\t');
    }
    [[nodiscard]] bool isBreak() const
    {
        return m_rest.startsWith('\n') || m_rest.startsWith('\r');
    }
    void skip(qsizetype count) { m_rest = m_rest.sliced(count); }

    /// Over blanks and line ends: how many line ends.
    qsizetype skipBreaks()
    {
        qsizetype count = 0;
        while (isBlank() || isBreak()) {
            count += m_rest.front() == '\n' ? 1 : 0;
            skip(1);
        }
        return count;
    }

    void readBlanks()
    {
        const QByteArrayView before = m_rest;
        while (isBlank())
            skip(1);
        if (!isBreak()) {
            m_text += before.first(before.size() - m_rest.size());
            return;
        }
        const qsizetype breaks = skipBreaks();
        if (breaks == 1)
            m_text += ' ';
        else
            m_text.append(breaks - 1, '\n');
    }

    void readEscape()
    {
        skip(1);
        if (isBreak()) {
            m_text.append(skipBreaks() - 1, '\n');
            return;
        }
        const char letter = m_rest.front();
        const qsizetype digits = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
        const char32_t point
            = digits > 0 ? m_rest.sliced(1, digits).toUInt(nullptr, 16) : escaped(letter);
        m_text += QString(QChar::fromUcs4(point)).toUtf8();
        skip(1 + digits);
    }

    void readCharacter()
    {
        const char c = m_rest.front();
        m_text += c;
        skip(m_quote == '\'' && c == '\'' ? 2 : 1); // a single quote is written twice
    }

    QByteArrayView m_rest;
    char m_quote;
    QByteArray m_text;
};

} // namespace

QString quotedText(QByteArrayView source)
{
    const char quote = source.front();
    const QByteArrayView inner = source.sliced(1).chopped(1);
    const bool isAsWritten = !inner.contains('\n') && !inner.contains(quote == '"' ? '\\' : quote);
    return isAsWritten ? textOf(inner) : QuotedReader(inner, quote).run();
}

} // namespace waymark
