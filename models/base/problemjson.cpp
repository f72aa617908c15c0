#include "models/base/problemjson.h"

using namespace Qt::StringLiterals;

namespace waymark {

QLatin1StringView severityName(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return "note"_L1;
    case Severity::Warning:
        return "warning"_L1;
    case Severity::Error:
        return "error"_L1;
    }
    Q_UNREACHABLE_RETURN({});
}

Map problemToJson(const Problem &problem)
{
    Map map{{u"severity"_s, QString(severityName(problem.severity))},
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

List problemsToJson(const QList<Problem> &problems)
{
    List list;
    for (const Problem &problem : problems)
        list += problemToJson(problem);
    return list;
}

} // namespace waymark
