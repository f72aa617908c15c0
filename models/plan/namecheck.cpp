#include "models/plan/namecheck.h"

#include "models/base/closest.h"
#include "models/base/textcontext.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("NameCheck");

/// Names that the texts of Backstage's steps have, and that are often looked for in files.
bool isOfSteps(const QString &name)
{
    constexpr std::array names = {u"parameters", u"each", u"user"};
    return std::ranges::any_of(names, [&](const char16_t *each) { return name == each; });
}

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
            m_problems += placed(name.first.located(
                {.severity = Severity::Warning,
                 .code = u"template.unknown-name"_s,
                 .message = translated("Nothing defines “%1”.").arg(name.path.join(u'.')),
                 .hint = hintFor(name, analysis, known)}));
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
    if (name.path.size() == 1 && m_unknown != Unknown::Name)
        return isMisspeltAlone(name, known);
    return !name.isOnlyTested || !name.hint.isEmpty();
}

bool NameCheck::isMisspeltAlone(const jinja::UndefinedName &name,
                                const jinja::KnownNames &known) const
{
    const QString &alone = name.path.constFirst();
    if (!closest(alone, known.names.keys()).isEmpty())
        return true;
    return m_unknown == Unknown::Outsider && (!name.isOnlyTested || isOfSteps(alone));
}

QString NameCheck::hintFor(const jinja::UndefinedName &name, const jinja::Analysis &analysis,
                           const jinja::KnownNames &known) const
{
    if (!name.hint.isEmpty())
        return name.hint;
    if (m_unknown != Unknown::Outsider || name.path.size() > 1 || known.names.size() != 1)
        return m_wayOut;
    const QString &alone = name.path.constFirst();
    const QString map = known.names.constBegin().key();
    const auto entry = std::ranges::find_if(analysis.reads, [&](const jinja::ContextRead &read) {
        return read.path.size() > 1 && read.path.constFirst() == alone;
    });
    const bool hasEntry = entry != analysis.reads.cend();
    const QString meant = map + u'.' + (hasEntry ? entry->path.at(1) : alone);
    const QString text = isOfSteps(alone)
        ? translated("In files there is only “%1”: hand it on in the step's “values”, and write "
                     "“%2”.")
        : translated("In files there is only “%1”: hand it on in the step's “values”, and write "
                     "“%2”. Around what is for another tool, put {% raw %} … {% endraw %}.");
    return text.arg(map, meant);
}

} // namespace waymark
