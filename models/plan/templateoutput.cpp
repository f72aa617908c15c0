#include "models/plan/templateoutput.h"

#include "models/base/textcontext.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::TaggedValue;

/// Whether an entry of `output` is shown: it has no `if`, or one that holds.
bool isShown(const TaggedValue &item)
{
    const TaggedValue *condition = item.find(u"if"_s);
    return !condition || condition->isUndefined() || isTruthy(*condition);
}

QString textOf(const TaggedValue &map, const QString &key, const SecretMask &mask)
{
    const TaggedValue *found = map.find(key);
    return found ? mask.masked(found->scalar().textOr(), found->sources()) : QString();
}

TaggedValue::List shownItems(const TaggedValue &output, const QString &key)
{
    const TaggedValue *items = output.find(key);
    TaggedValue::List shown = items ? items->list() : TaggedValue::List();
    shown.removeIf([](const TaggedValue &item) { return !isShown(item); });
    return shown;
}

} // namespace

void addOutput(const Template &definition, const StepContext &context, Rendering &rendering)
{
    if (!definition.output)
        return;
    const auto output = context.evaluated(*definition.output);
    if (!output) {
        Problem problem = output.error().problem;
        problem.severity = Severity::Warning; // the files are whole without it
        rendering.problems += problem;
        return;
    }
    const SecretMask &mask = context.mask();
    for (const TaggedValue &link : shownItems(*output, u"links"_s)) {
        const QString url = textOf(link, u"url"_s, mask);
        const QString entity = url.isEmpty() ? textOf(link, u"entityRef"_s, mask) : QString();
        if (!url.isEmpty() || !entity.isEmpty())
            rendering.links += {textOf(link, u"title"_s, mask), url, entity};
    }
    for (const TaggedValue &item : shownItems(*output, u"text"_s)) {
        if (const QString content = textOf(item, u"content"_s, mask); !content.isEmpty())
            rendering.texts += content;
    }
}

QString shownTarget(const OutputLink &link)
{
    constexpr TextContext translated("Renderer");
    return link.url.isEmpty() ? translated("%1 in the portal’s catalog").arg(link.entity)
                              : link.url;
}

} // namespace waymark
