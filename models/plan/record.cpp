#include "models/plan/record.h"

#include "models/yaml/yaml.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

const QByteArray comment
    = "# How this service was made. Waymark keeps it in step with its template from this;\n"
      "# change answers with \"waymark update --set\".\n";

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
    Map map;
    if (deviation.answer.isEmpty()) {
        map.insert(u"file"_s, deviation.file);
    } else {
        map.insert(u"answer"_s, deviation.answer);
        map.insert(u"golden"_s, deviation.golden);
        map.insert(u"value"_s, deviation.value);
    }
    insertText(map, u"reason"_s, deviation.reason);
    insertText(map, u"owner"_s, deviation.owner);
    insertText(map, u"since"_s, deviation.since.toString(Qt::ISODate));
    insertText(map, u"expires"_s, deviation.expires.toString(Qt::ISODate));
    return map;
}

QString textOf(const Map &map, QStringView key)
{
    return map.value(key).textOr();
}

TemplateIdentity identityOf(const Map &map)
{
    return {.name = textOf(map, u"name"),
            .url = textOf(map, u"url"),
            .path = textOf(map, u"path"),
            .ref = textOf(map, u"ref"),
            .commit = textOf(map, u"commit").toLatin1(),
            .tree = textOf(map, u"tree").toLatin1()};
}

RecordedDeviation deviationOf(const Map &map)
{
    return {.answer = textOf(map, u"answer"),
            .file = textOf(map, u"file"),
            .golden = map.value(u"golden"),
            .value = map.value(u"value"),
            .reason = textOf(map, u"reason"),
            .owner = textOf(map, u"owner"),
            .since = QDate::fromString(textOf(map, u"since"), Qt::ISODate),
            .expires = QDate::fromString(textOf(map, u"expires"), Qt::ISODate)};
}

std::unexpected<Error> noRecord(const YamlDocument &document, SourcePosition position,
                                const QString &what)
{
    return std::unexpected(Error{
        document.placed({.code = u"record.unreadable"_s,
                         .message = what,
                         .hint = QCoreApplication::translate("ServiceRecord",
                                                             "Restore the file from the "
                                                             "service's history: git log -- %1")
                                     .arg(QString::fromLatin1(recordPath))},
                        position)});
}

template<typename Take>
void forEachItem(const Map &map, QStringView key, Take take)
{
    const Value list = map.value(key);
    if (const List *items = list.toList()) {
        for (const Value &item : *items)
            take(item);
    }
}

ServiceRecord recordOf(const Map &map)
{
    ServiceRecord record;
    if (const Map *made = map.find(u"template") ? map.find(u"template")->toMap() : nullptr)
        record.made = identityOf(*made);
    if (const Map *answers = map.find(u"answers") ? map.find(u"answers")->toMap() : nullptr)
        record.answers = *answers;
    forEachItem(map, u"secrets", [&](const Value &name) { record.secrets += name.textOr(); });
    forEachItem(map, u"deviations", [&](const Value &item) {
        if (const Map *deviation = item.toMap())
            record.deviations += deviationOf(*deviation);
    });
    record.seed = textOf(map, u"seed").toLatin1();
    record.renderedAt = QDateTime::fromString(textOf(map, u"rendered_at"), Qt::ISODateWithMs);
    return record;
}

} // namespace

QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(time.time().msec() == 0 ? Qt::ISODate : Qt::ISODateWithMs);
}

QByteArray toRecordFile(const ServiceRecord &record)
{
    Map map{{u"version"_s, record.version},
            {u"template"_s, toMap(record.made)},
            {u"answers"_s, record.answers}};
    if (!record.secrets.isEmpty())
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

Result<ServiceRecord> readRecord(const QByteArray &content, const QString &file)
{
    const auto document = parseYamlDocument(content, {.file = file});
    if (!document)
        return std::unexpected(document.error());
    const Value value = document->toValue();
    const Map *map = value.toMap();
    if (!map) {
        return noRecord(*document, document->root().position(),
                        QCoreApplication::translate("ServiceRecord",
                                                    "This is no service record: it must be a map, "
                                                    "not %1.")
                            .arg(value.typeName()));
    }
    const YamlNode *versionNode = document->root().find(u"version");
    const Value version = map->value(u"version");
    const auto number = version.toInteger() ? version.toInteger()->toInt64() : std::nullopt;
    if (!number || *number < 1 || *number > 1'000'000) {
        return noRecord(*document,
                        versionNode ? versionNode->position() : document->root().position(),
                        QCoreApplication::translate("ServiceRecord",
                                                    "This is no service record: its “version” must "
                                                    "be a whole number from 1 on."));
    }
    ServiceRecord record = recordOf(*map);
    record.version = static_cast<int>(*number);
    return record;
}

} // namespace waymark
