#pragma once

#include "models/jinja/methods/pythoncharacters.h"
#include "models/jinja/runtime.h"

#include <optional>

namespace waymark::jinja {

/// A literal part of a format and the field behind it, if there is one.
struct FormatPiece
{
    TextSpan literal = {};
    bool isField = false;
    QString field = {};
    QString conversion = {}; ///< Behind "!".
    QString spec = {}; ///< Behind ":"; it may hold fields.
};

/// Reads a format as Python's "Format String Syntax" says, piece by piece.
class FieldReader
{
public:
    /// `format` outlives the reader.
    FieldReader(Runtime &runtime, QStringView format)
        : m_runtime(runtime)
        , m_text(format)
    {
    }
    [[nodiscard]] std::optional<FormatPiece> next();

private:
    [[noreturn]] void fail(const QString &message) const
    {
        m_runtime.fail(FailureKind::Value, message);
    }
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    void readField(FormatPiece &piece);
    void readConversion(FormatPiece &piece);
    void readSpec(FormatPiece &piece);

    Runtime &m_runtime;
    QStringView m_text;
    qsizetype m_at = 0;
};

/// "name.attribute[item]" of a field.
class FieldName
{
public:
    struct Step
    {
        bool isAttribute = false;
        Value name = {}; ///< A text, or an integer that is written in digits.
    };
    class Steps
    {
    public:
        explicit Steps(QStringView text)
            : m_text(text)
        {
        }
        /// The next one; errors of writing are thrown when they are reached.
        [[nodiscard]] std::optional<Step> next(Runtime &runtime);

    private:
        QStringView m_text;
        qsizetype m_at = 0;
    };

    FieldName(Runtime &runtime, QString text);
    [[nodiscard]] const Value &first() const { return m_first; } ///< A text or an integer.
    [[nodiscard]] Steps steps() const { return Steps(QStringView(m_text).sliced(m_firstLength)); }

private:
    QString m_text;
    qsizetype m_firstLength = 0;
    Value m_first = {};
};

} // namespace waymark::jinja
