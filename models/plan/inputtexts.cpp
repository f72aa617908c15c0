#include "models/plan/inputtexts.h"

#include "models/base/javascriptdata.h"

namespace waymark {

using jinja::TaggedValue;

QString shownText(const ActionInput &input, const TaggedValue &value)
{
    if (value.isUndefined())
        return {};
    const Value data = jsonData(value);
    const QString text = data.toText() ? *data.toText() : QString::fromUtf8(toJavaScriptJson(data));
    return input.context().mask().masked(text, value.allSources());
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
