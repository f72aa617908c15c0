#include "models/plan/commitmessage.h"

#include "models/catalog/slug.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

/// `name` as a part of a branch's name: as it is, where it may be.
QString branchPart(const QString &name)
{
    const auto isPlain = [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-' || c == u'_');
    };
    const bool isWord = std::ranges::all_of(name, isPlain) && !name.startsWith(u'-');
    return isWord ? name : slug(name);
}

} // namespace

QString serviceName(const Plan &plan, const FormSchema &schema)
{
    const QString answer = plan.answers.value(schema.serviceName()).textOr();
    const QString &path = plan.destination.path;
    return answer.isEmpty() ? path.sliced(path.lastIndexOf(u'/') + 1) : answer;
}

QString commitMessage(const Plan &plan, const QString &serviceName)
{
    QString message = u"Create "_s + serviceName.simplified() + u" from "_s + plan.made.name;
    if (!plan.made.ref.isEmpty())
        message += u' ' + plan.made.ref;
    QString body;
    for (const RecordedDeviation &deviation : plan.deviations) {
        const QString reason = deviation.reason.simplified();
        if (!deviation.answer.isEmpty())
            body += u"\n- "_s + deviation.answer + u": "_s
                + (reason.isEmpty() ? u"no reason given"_s : reason);
    }
    if (!body.isEmpty())
        message += u"\n\nDepartures from the golden path:"_s + body;
    return message;
}

QString branchFor(const QString &serviceName, const QString &path)
{
    for (const QString &name : {serviceName, path.section(u'/', -1)}) {
        if (const QString part = branchPart(name); !part.isEmpty())
            return u"add-"_s + part;
    }
    return u"add-service"_s;
}

} // namespace waymark
