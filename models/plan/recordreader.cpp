#include "models/plan/record.h"
#include "models/yaml/yaml.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

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
    record.isBeside = !map.contains(u"template"_s) && !map.contains(u"answers"_s);
    record.renderedAt = QDateTime::fromString(textOf(map, u"rendered_at"), Qt::ISODateWithMs);
    return record;
}

} // namespace

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
