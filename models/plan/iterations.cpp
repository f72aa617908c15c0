#include "models/plan/iterations.h"

#include "models/base/javascriptdata.h"

namespace waymark {

using jinja::Sources;
using jinja::TaggedValue;

namespace {

/// The places of `entries` in the order that an object of JavaScript gives its keys.
QList<qsizetype> placesOf(const TaggedValue::Map &entries)
{
    Map places;
    for (qsizetype i = 0; i < entries.size(); ++i)
        places.insert(entries.at(i).key, qint64(i));
    QList<qsizetype> ordered;
    ordered.reserve(entries.size());
    for (const Map::Entry &place : inJavaScriptOrder(places))
        ordered += place.value.toInteger()->toInt64().value_or(0);
    return ordered;
}

} // namespace

QList<std::pair<TaggedValue, TaggedValue>> entriesOf(const TaggedValue &value)
{
    QList<std::pair<TaggedValue, TaggedValue>> entries;
    const auto add = [&](const QString &key, const TaggedValue &item, const Sources &keySources) {
        TaggedValue tagged(key);
        tagged.addSources(keySources);
        entries += {tagged, item};
    };
    for (const qsizetype place : placesOf(value.map())) {
        const TaggedValue::Entry &entry = value.map().at(place);
        if (!entry.value.isUndefined())
            add(entry.key, entry.value, value.sources());
    }
    for (const TaggedValue &item : value.list())
        add(QString::number(entries.size()), item, value.sources().asControl());
    for (const QChar c : value.scalar().textOr()) {
        TaggedValue unit{Value(QString(c))};
        unit.addSources(value.sources());
        add(QString::number(entries.size()), unit, value.sources().asControl());
    }
    return entries;
}

} // namespace waymark
