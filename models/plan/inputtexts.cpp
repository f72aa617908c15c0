#include "models/plan/inputtexts.h"

#include "models/base/javascriptdata.h"

using namespace Qt::StringLiterals;

namespace waymark {

using jinja::TaggedValue;

namespace {

/// `value` as jsonData() has it, with asterisks for each leaf that comes from a secret, and for a
/// list or map whose size or keys do.
Value shownData(const TaggedValue &value, const SecretMask &mask)
{
    Value data = value.isList() || value.isMap() ? Value() : jsonData(value);
    if (data.toText())
        return mask.masked(*data.toText(), value.sources());
    if (mask.covers(value.sources()))
        return u"******"_s;
    if (value.isList()) {
        List items;
        for (const TaggedValue &item : value.list())
            items += shownData(item, mask);
        return items;
    }
    if (!value.isMap())
        return data;
    Map entries;
    for (const TaggedValue::Entry &entry : value.map()) {
        if (!entry.value.isUndefined())
            entries.insert(mask.masked(entry.key, {}), shownData(entry.value, mask));
    }
    return entries;
}

} // namespace

QString shownText(const ActionInput &input, const TaggedValue &value)
{
    if (value.isUndefined())
        return {};
    const Value data = shownData(value, input.context().mask());
    return data.toText() ? *data.toText() : QString::fromUtf8(toJavaScriptJson(data));
}

QString shownText(const ActionInput &input, const QString &key)
{
    return shownText(input, input.of(key));
}

QList<ResolvedInput> shownTexts(const ActionInput &input)
{
    QList<ResolvedInput> texts;
    for (const TaggedValue::Entry &entry : input.all().map()) {
        if (!entry.value.isUndefined())
            texts += {.name = entry.key, .text = shownText(input, entry.value)};
    }
    return texts;
}

} // namespace waymark
