#include "models/plan/iterations.h"

namespace waymark {

using jinja::Sources;
using jinja::TaggedValue;

QList<std::pair<TaggedValue, TaggedValue>> entriesOf(const TaggedValue &value)
{
    QList<std::pair<TaggedValue, TaggedValue>> entries;
    const auto add = [&](const QString &key, const TaggedValue &item, const Sources &keySources) {
        TaggedValue tagged(key);
        tagged.addSources(keySources);
        entries += {tagged, item};
    };
    for (const TaggedValue::Entry &entry : value.map()) {
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
