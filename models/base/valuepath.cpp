#include "models/base/valuepath.h"

using namespace Qt::StringLiterals;

namespace waymark {

std::optional<qsizetype> indexIn(qsizetype size, QStringView step)
{
    bool isNumber = false;
    const qlonglong index = step.toLongLong(&isNumber);
    return isNumber && index >= 0 && index < size ? std::optional<qsizetype>(index) : std::nullopt;
}

const Value *valueAt(const Value &value, const QStringList &path)
{
    const Value *at = &value;
    for (const QString &step : path) {
        const List *list = at->toList();
        const auto index = list ? indexIn(list->size(), step) : std::nullopt;
        const Map *map = at->toMap();
        at = index ? &list->at(*index) : map ? map->find(step) : nullptr;
        if (!at)
            return nullptr;
    }
    return at;
}

QString pointerStep(QStringView key)
{
    QString step = key.toString();
    return u'/' + step.replace(u'~', "~0"_L1).replace(u'/', "~1"_L1);
}

QString pointerOf(const QStringList &path)
{
    QString pointer;
    for (const QString &step : path)
        pointer += pointerStep(step);
    return pointer;
}

std::optional<QStringList> pathOf(QStringView pointer)
{
    if (pointer.isEmpty())
        return QStringList();
    if (!pointer.startsWith(u'/'))
        return {};
    QStringList path;
    for (const QStringView step : pointer.sliced(1).split(u'/'))
        path.append(step.toString().replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1));
    return path;
}

} // namespace waymark
