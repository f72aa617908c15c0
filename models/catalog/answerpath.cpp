#include "models/catalog/answerpath.h"

namespace waymark {
namespace {

Value *childOf(Value &value, const QString &step)
{
    if (Map *map = value.toMap())
        return map->find(step);
    List *list = value.toList();
    const std::optional<qsizetype> index = list ? indexIn(list->size(), step) : std::nullopt;
    return index ? &(*list)[*index] : nullptr;
}

/// The child of `value` at `step`, made where it is missing.
Value &openedChild(Value &value, const QString &step)
{
    if (Value *child = childOf(value, step))
        return *child;
    if (List *list = value.toList()) {
        list->append(Value());
        return list->last();
    }
    if (!value.toMap())
        value = Map();
    value.toMap()->insert(step, Value());
    return *value.toMap()->find(step);
}

void removeStep(Value &parent, const QString &step)
{
    if (Map *map = parent.toMap()) {
        map->remove(step);
    } else if (List *list = parent.toList()) {
        if (const std::optional<qsizetype> index = indexIn(list->size(), step))
            list->removeAt(*index);
    }
}

} // namespace

QString toText(const AnswerPath &path, const Value &answers)
{
    QString text;
    const Value *at = &answers;
    for (const QString &step : path) {
        const bool isItem = at && at->toList();
        if (isItem)
            text += u'[' + step + u']';
        else
            text += text.isEmpty() ? step : u'.' + step;
        at = at ? valueAt(*at, {step}) : nullptr;
    }
    return text;
}

AnswerPath parseAnswerPath(QStringView text)
{
    AnswerPath path;
    for (const QStringView part : text.split(u'.')) {
        const QList<QStringView> steps = part.split(u'[');
        path.append(steps.first().toString());
        for (qsizetype i = 1; i < steps.size(); ++i)
            path.append(
                (steps.at(i).endsWith(u']') ? steps.at(i).chopped(1) : steps.at(i)).toString());
    }
    return path;
}

Value withValueAt(Value answers, const AnswerPath &path, Value value)
{
    Value *at = &answers;
    for (const QString &step : path)
        at = &openedChild(*at, step);
    *at = std::move(value);
    return answers;
}

Value withoutValueAt(Value answers, const AnswerPath &path)
{
    if (path.isEmpty())
        return {};
    Value *parent = &answers;
    for (const QString &step : path.first(path.size() - 1)) {
        parent = childOf(*parent, step);
        if (!parent)
            return answers;
    }
    removeStep(*parent, path.last());
    return answers;
}

} // namespace waymark
