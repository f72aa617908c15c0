#include "views/widgets/codemarks.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace waymark {
namespace {

using Kind = LineMark::Kind;

/// How marks weigh in a line that has several.
int gravityOf(const LineMark &mark)
{
    switch (mark.kind) {
    case Kind::Current:
    case Kind::Filler:
        return 0;
    case Kind::Added:
    case Kind::Removed:
        return 1;
    case Kind::Linked:
        return 2;
    case Kind::Warning:
        return 3;
    case Kind::Error:
        return 4;
    }
    return 0;
}

void apply(LineLook &look, const LineMark &mark)
{
    look.isStrong = mark.kind != Kind::Current && mark.kind != Kind::Filler;
    switch (mark.kind) {
    case Kind::Current:
        look.tint = Token::CodeCur;
        break;
    case Kind::Added:
        look
            = {Token::AddSoft, Token::AddStrong, Token::AddTx, true, false, false, u'+', look.note};
        break;
    case Kind::Removed:
        look = {Token::DelSoft, Token::DelStrong, Token::DelTx, true, false,
                false,          u'\u2212',        look.note};
        break;
    case Kind::Filler:
        look.tint = Token::CodeGutter;
        look.isFiller = true;
        break;
    case Kind::Linked:
        look.tint = Token::CodeFocus;
        look.number = Token::AccentTx;
        look.hasBar = true;
        break;
    case Kind::Warning:
        look.tint = Token::WarnSoft;
        look.number = Token::WarnTx;
        break;
    case Kind::Error:
        look.tint = Token::ErrSoft;
        look.number = Token::ErrTx;
        break;
    }
    if (!mark.note.isEmpty())
        look.note = mark.note;
}

QString wordsFor(const LineMark &mark)
{
    const auto say = [&](const char *words) {
        return QCoreApplication::translate("CodeView", words).arg(mark.note).trimmed();
    };
    switch (mark.kind) {
    case Kind::Current:
        return mark.note;
    case Kind::Added:
        return say(QT_TRANSLATE_NOOP("CodeView", "added %1"));
    case Kind::Removed:
        return say(QT_TRANSLATE_NOOP("CodeView", "removed %1"));
    case Kind::Filler:
        return say(QT_TRANSLATE_NOOP("CodeView", "no line here %1"));
    case Kind::Linked:
        return say(QT_TRANSLATE_NOOP("CodeView", "from %1"));
    case Kind::Warning:
        return say(QT_TRANSLATE_NOOP("CodeView", "warning: %1"));
    case Kind::Error:
        return say(QT_TRANSLATE_NOOP("CodeView", "error: %1"));
    }
    return {};
}

} // namespace

CodeMarks::CodeMarks(QList<LineMark> marks)
    : m_marks(std::move(marks))
{
    const auto place = [](const LineMark &mark) { return std::pair(mark.line, gravityOf(mark)); };
    if (!std::ranges::is_sorted(std::as_const(m_marks), {}, place)) // as they come from one file
        std::ranges::stable_sort(m_marks, {}, place);
    m_hasSigns = std::ranges::any_of(m_marks, [](const LineMark &mark) {
        return mark.kind == Kind::Added || mark.kind == Kind::Removed;
    });
    m_hasFillers = std::ranges::find(m_marks, Kind::Filler, &LineMark::kind) != m_marks.end();
}

std::span<const LineMark> CodeMarks::of(int line) const
{
    const auto found = std::ranges::equal_range(m_marks, line + 1, {}, &LineMark::line);
    return {found.begin(), found.end()};
}

LineLook CodeMarks::lookOf(int line, bool isCurrent) const
{
    LineLook look;
    if (isCurrent)
        look.tint = Token::CodeCur;
    for (const LineMark &mark : of(line))
        apply(look, mark);
    return look;
}

QString CodeMarks::spoken(int line) const
{
    QStringList words;
    for (const LineMark &mark : of(line)) {
        const QString said = wordsFor(mark);
        if (!said.isEmpty() && !words.contains(said))
            words.prepend(said); // the gravest first
    }
    return words.join(QStringLiteral(", "));
}

} // namespace waymark
