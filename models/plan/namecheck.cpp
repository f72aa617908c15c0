#include "models/plan/namecheck.h"

#include "models/base/closest.h"
#include "models/base/textcontext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("NameCheck");

} // namespace

void NameCheck::checkText(const QString &text, const QString &file,
                          const jinja::Environment &language, const jinja::KnownNames &known)
{
    checkText(text, file, language, known, [](const Problem &problem) { return problem; });
}

void NameCheck::checkText(const QString &text, const QString &file,
                          const jinja::Environment &language, const jinja::KnownNames &known,
                          const Placed &placed)
{
    if (isStopped())
        return;
    const jinja::Analysis analysis = jinja::analyze(text, file, language, known);
    for (const jinja::TemplateUse &use : analysis.uses)
        m_used += use.found;
    for (const jinja::UndefinedName &name : analysis.undefined) {
        const bool isItsOwn = name.first.file == file; // others are read by themselves
        if (isItsOwn && !isFull() && isMisspelt(name, analysis, known))
            m_problems += placed(name.first.located(problemOf(name)));
    }
}

void NameCheck::checkName(const QString &name, const QString &file,
                          const jinja::Environment &language, const jinja::KnownNames &known)
{
    if (!name.contains(u'{') || m_checkedNames.contains(name))
        return;
    m_checkedNames += name;
    checkText(name, file, language, known, [](Problem problem) {
        problem.message = translated("In the name of the file: %1").arg(problem.message);
        problem.position.reset();
        problem.excerpt.clear();
        problem.excerptColumn = 0;
        return problem;
    });
}

QList<Problem> NameCheck::problems(const QSet<QString> &files) const
{
    QList<Problem> problems = m_problems;
    erase_if(problems, [&](const Problem &problem) { return files.contains(problem.file); });
    return problems;
}

bool NameCheck::isMisspelt(const jinja::UndefinedName &name, const jinja::Analysis &analysis,
                           const jinja::KnownNames &known) const
{
    const bool isPrivate = name.path.constLast().startsWith(u'_'); // of the tool
    if (isPrivate || name.isOutOfReach || name.isSetElsewhere || analysis.isOptional(name.path))
        return false;
    if (name.path.size() == 1 && m_unknown == Unknown::Slip)
        return !closest(name.path.constFirst(), known.names.keys()).isEmpty();
    return !name.isOnlyTested || !name.hint.isEmpty();
}

Problem NameCheck::problemOf(const jinja::UndefinedName &name) const
{
    return {.severity = Severity::Warning,
            .code = u"template.unknown-name"_s,
            .message = translated("Nothing defines “%1”.").arg(name.path.join(u'.')),
            .hint = name.hint.isEmpty() ? m_wayOut : name.hint};
}

} // namespace waymark
