#include "models/jinja/dialects/pythonformatspec.h"

#include "models/jinja/dialects/pythonformat.h"

#include <algorithm>
#include <limits>

namespace waymark::jinja {
namespace {

bool isAlignment(char32_t c)
{
    return c == U'<' || c == U'>' || c == U'=' || c == U'^';
}

/// Goes through a specification from left to right.
class SpecReader
{
public:
    SpecReader(Runtime &runtime, QStringView text, const QString &typeName)
        : m_runtime(runtime)
        , m_source(text)
        , m_typeName(typeName)
        , m_text(text.toUcs4())
    {
    }

    FormatSpec read(char32_t fallback)
    {
        FormatSpec spec;
        const bool hasFill = readAlignment(spec);
        if (peek() == U'+' || peek() == U'-' || peek() == U' ')
            spec.sign = take();
        spec.coercesZero = skip(U'z');
        spec.isAlternate = skip(U'#');
        if (!hasFill && skip(U'0')) {
            spec.fill = U'0';
            if (!spec.align && fallback != U's')
                spec.align = U'=';
        }
        spec.width = readNumber();
        readGrouping(spec);
        if (skip(U'.')) {
            spec.precision = readNumber();
            if (spec.precision < 0)
                fail(QStringLiteral("Format specifier missing precision"));
        }
        if (m_text.size() - m_at > 1)
            fail(QStringLiteral("Invalid format specifier '%1' for object of type '%2'")
                     .arg(m_source, m_typeName));
        spec.type = m_at < m_text.size() ? take() : fallback;
        if (spec.grouping)
            checkGrouping(spec);
        return spec;
    }

private:
    [[nodiscard]] char32_t peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : 0;
    }
    char32_t take() { return m_text[m_at++]; }
    bool skip(char32_t c)
    {
        const bool isThere = peek() == c;
        m_at += isThere ? 1 : 0;
        return isThere;
    }
    [[noreturn]] void fail(const QString &message) { m_runtime.fail(FailureKind::Value, message); }

    /// Whether there was a fill character.
    bool readAlignment(FormatSpec &spec)
    {
        if (isAlignment(peek(1))) {
            spec.fill = take();
            spec.align = take();
            return true;
        }
        if (isAlignment(peek()))
            spec.align = take();
        return false;
    }

    qint64 readNumber()
    {
        constexpr qint64 most = std::numeric_limits<qint64>::max();
        qint64 number = -1;
        while (peek() >= U'0' && peek() <= U'9') {
            const qint64 digit = take() - U'0';
            number = std::max<qint64>(number, 0);
            if (number > (most - digit) / 10)
                fail(QStringLiteral("Too many decimal digits in format string"));
            number = number * 10 + digit;
        }
        return number;
    }

    void readGrouping(FormatSpec &spec)
    {
        const auto failBoth = [&] { fail(QStringLiteral("Cannot specify both ',' and '_'.")); };
        if (skip(U','))
            spec.grouping = U',';
        if (peek() == U'_') {
            if (spec.grouping)
                failBoth();
            spec.grouping = take();
        }
        if (peek() == U',' && spec.grouping == U'_')
            failBoth();
    }

    void checkGrouping(const FormatSpec &spec)
    {
        static const QList<uint> decimal = QStringLiteral("defgEG%F").toUcs4();
        static const QList<uint> binary = QStringLiteral("boxX").toUcs4();
        if (spec.type == 0 || decimal.contains(spec.type)
            || (binary.contains(spec.type) && spec.grouping == U'_'))
            return;
        fail(QStringLiteral("Cannot specify '%1' with '%2'.")
                 .arg(shownCharacter(spec.grouping), shownCharacter(spec.type)));
    }

    Runtime &m_runtime;
    QStringView m_source;
    const QString &m_typeName;
    QList<uint> m_text;
    qsizetype m_at = 0;
};

} // namespace

FormatSpec FormatSpec::parse(Runtime &runtime, QStringView text, const QString &typeName,
                             char32_t fallback)
{
    return SpecReader(runtime, text, typeName).read(fallback);
}

} // namespace waymark::jinja
