#include "models/plan/record.h"

#include "models/yaml/yaml.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

const QByteArray comment
    = "# How this service was made: from which template, with which answers. Waymark reads this.\n";

void insertText(Map &map, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        map.insert(key, text);
}

Map toMap(const TemplateIdentity &made)
{
    Map map{{u"name"_s, made.name}};
    insertText(map, u"url"_s, made.url);
    insertText(map, u"path"_s, made.path);
    insertText(map, u"ref"_s, made.ref);
    insertText(map, u"commit"_s, QString::fromLatin1(made.commit));
    insertText(map, u"tree"_s, QString::fromLatin1(made.tree));
    return map;
}

Map toMap(const RecordedDeviation &deviation)
{
    Map map = deviationSubject(deviation);
    insertText(map, u"reason"_s, deviation.reason);
    insertText(map, u"owner"_s, deviation.owner);
    insertText(map, u"since"_s, deviation.since.toString(Qt::ISODate));
    insertText(map, u"expires"_s, deviation.expires.toString(Qt::ISODate));
    return map;
}

} // namespace

Map deviationSubject(const RecordedDeviation &deviation)
{
    if (deviation.answer.isEmpty())
        return {{u"file"_s, deviation.file}};
    return {{u"answer"_s, deviation.answer},
            {u"golden"_s, deviation.golden},
            {u"value"_s, deviation.value}};
}

QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(time.time().msec() == 0 ? Qt::ISODate : Qt::ISODateWithMs);
}

QByteArray toRecordFile(const ServiceRecord &record)
{
    Map map{{u"version"_s, record.version}};
    if (!record.isBeside) {
        map.insert(u"template"_s, toMap(record.made));
        map.insert(u"answers"_s, record.answers);
    }
    if (!record.isBeside && !record.secrets.isEmpty())
        map.insert(u"secrets"_s, record.secrets);
    map.insert(u"seed"_s, QString::fromLatin1(record.seed));
    map.insert(u"rendered_at"_s, timeText(record.renderedAt));
    List deviations;
    for (const RecordedDeviation &deviation : record.deviations)
        deviations += toMap(deviation);
    if (!deviations.isEmpty())
        map.insert(u"deviations"_s, deviations);
    return comment + toYaml(map);
}

} // namespace waymark
