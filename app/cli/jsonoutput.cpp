#include "app/cli/jsonoutput.h"

#include "models/base/problemjson.h"

using namespace Qt::StringLiterals;

namespace waymark::cli {

Map withProblems(Map members, const QList<Problem> &problems)
{
    if (!problems.isEmpty())
        members.insert(u"problems"_s, problemsToJson(problems));
    return members;
}

} // namespace waymark::cli
