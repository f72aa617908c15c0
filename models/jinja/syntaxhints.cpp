#include "models/jinja/syntaxhints.h"

#include <QCoreApplication>

namespace waymark::jinja {
namespace {

enum class Sign : quint8 { Variable, Block, Comment };

/// A message that contains `part` gets `hint`, in which %1 and %2 are the start and the end of
/// `sign`, and %3 is the line in which it was last opened before the place.
struct Row
{
    QLatin1StringView part;
    Sign sign;
    const char *hint;
};

using namespace Qt::StringLiterals;

// The first row that fits counts.
constexpr Row rows[] = {
    {", expected 'end of print statement'"_L1, Sign::Variable,
     QT_TRANSLATE_NOOP("jinja", "“%1” was opened in line %3 and is not closed: write %2")},
    {", expected 'end of statement block'"_L1, Sign::Block,
     QT_TRANSLATE_NOOP("jinja", "“%1” was opened in line %3 and is not closed: write %2")},
    {"nd of comment"_L1, Sign::Comment,
     QT_TRANSLATE_NOOP("jinja", "The comment that begins in line %3 is not closed: write %2")},
    {"Missing end of raw"_L1, Sign::Block,
     QT_TRANSLATE_NOOP("jinja", "Write %1 endraw %2 where the template language goes on.")},
    {", expected ')'"_L1, Sign::Variable,
     QT_TRANSLATE_NOOP("jinja", "A bracket “(” is not closed before the expression ends.")},
    {", expected ']'"_L1, Sign::Variable,
     QT_TRANSLATE_NOOP("jinja", "A bracket “[” is not closed before the expression ends.")},
    {", expected '}'"_L1, Sign::Variable,
     QT_TRANSLATE_NOOP("jinja", "A bracket “{” is not closed before the expression ends.")},
    {"expected token ',', got 'end of"_L1, Sign::Variable,
     QT_TRANSLATE_NOOP("jinja", "A bracket is not closed before the expression ends.")},
    {"unexpected '}'"_L1, Sign::Variable,
     QT_TRANSLATE_NOOP("jinja", "An expression ends with %2, and a map in it with } before that.")},
    {"got '}'"_L1, Sign::Variable,
     QT_TRANSLATE_NOOP("jinja", "An expression ends with %2, and a map in it with } before that.")},
    {"unexpected char '\"'"_L1, Sign::Variable,
     QT_TRANSLATE_NOOP("jinja", "The text that begins here is not closed: write \" at its end.")},
    {"unexpected char \"'\""_L1, Sign::Variable,
     QT_TRANSLATE_NOOP("jinja", "The text that begins here is not closed: write ' at its end.")},
    {"expected token 'end of print statement', got"_L1, Sign::Variable,
     QT_TRANSLATE_NOOP("jinja",
                       "“%1” in line %3 holds one expression: before this, an operator "
                       "is missing, or %2")},
    {"expected token 'end of statement block', got"_L1, Sign::Block,
     QT_TRANSLATE_NOOP("jinja", "The tag is complete before this: an operator or %2 is missing.")},
    {"expected token 'in', got"_L1, Sign::Block,
     QT_TRANSLATE_NOOP("jinja", "Write: %1 for NAME in LIST %2")},
    {"expected token 'name', got"_L1, Sign::Variable,
     QT_TRANSLATE_NOOP("jinja", "A name is missing before this.")},
    {"expected name or number"_L1, Sign::Variable,
     QT_TRANSLATE_NOOP("jinja", "A name is missing behind the dot.")},
    {"xpected an expression"_L1, Sign::Variable,
     QT_TRANSLATE_NOOP("jinja", "An expression is missing before this.")},
    {"unexpected 'end of"_L1, Sign::Variable,
     QT_TRANSLATE_NOOP("jinja",
                       "Something is missing before this: a name, a value, or a bracket.")},
    {"tag name expected"_L1, Sign::Block,
     QT_TRANSLATE_NOOP("jinja", "The name of a tag is missing behind %1")},
    {"unknown tag 'end"_L1, Sign::Block,
     QT_TRANSLATE_NOOP("jinja", "No tag is open here that this could close.")},
};

struct Signs
{
    QString start;
    QString end;
};

Signs signsOf(Sign sign, const Delimiters &delimiters)
{
    switch (sign) {
    case Sign::Variable:
        return {delimiters.variableStart, delimiters.variableEnd};
    case Sign::Block:
        return {delimiters.blockStart, delimiters.blockEnd};
    case Sign::Comment:
        return {delimiters.commentStart, delimiters.commentEnd};
    }
    Q_UNREACHABLE_RETURN({});
}

/// The line of the last `start` in `text` up to `offset`.
qsizetype lineOf(const QString &start, QStringView text, qsizetype offset)
{
    const QStringView before = text.first(std::min(offset + start.size(), text.size()));
    const qsizetype at = before.lastIndexOf(start);
    return before.first(std::max<qsizetype>(at, 0)).count(u'\n') + 1;
}

} // namespace

QString hintOf(const Failure &failure, QStringView text, const Delimiters &delimiters)
{
    if (!failure.hint.isEmpty() || failure.kind != FailureKind::Syntax)
        return failure.hint;
    for (const Row &row : rows) {
        if (!failure.message.contains(row.part))
            continue;
        const Signs signs = signsOf(row.sign, delimiters);
        const qsizetype line = lineOf(signs.start, text, std::max<qsizetype>(failure.offset, 0));
        return QCoreApplication::translate("jinja", row.hint)
            .replace(u"%1"_s, signs.start)
            .replace(u"%2"_s, signs.end)
            .replace(u"%3"_s, QString::number(line));
    }
    return {};
}

} // namespace waymark::jinja
