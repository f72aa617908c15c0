#include "app/cli/jsonoutput.h"

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return u"note"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Error:
        return u"error"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

Value asJson(const Problem &problem)
{
    Map map{{u"severity"_s, severityName(problem.severity)},
            {u"code"_s, problem.code},
            {u"message"_s, problem.message}};
    if (!problem.file.isEmpty())
        map.insert(u"file"_s, problem.file);
    if (problem.position) {
        map.insert(u"line"_s, problem.position->line);
        map.insert(u"column"_s, problem.position->column);
    }
    if (!problem.hint.isEmpty())
        map.insert(u"hint"_s, problem.hint);
    return map;
}

Value asJson(const QList<Problem> &problems)
{
    List list;
    for (const Problem &problem : problems)
        list += asJson(problem);
    return list;
}

Map withProblems(Map members, const QList<Problem> &problems)
{
    if (!problems.isEmpty())
        members.insert(u"problems"_s, asJson(problems));
    return members;
}

} // namespace waymark::cli
