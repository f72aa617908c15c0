#include "models/catalog/schemakeys.h"

#include "models/catalog/jsonvalues.h"

#include <QCoreApplication>

#include <algorithm>

namespace waymark {

template<typename Fits>
const Value *SchemaReader::Keys::checked(const QString &key, const char *wanted, Fits fits) const
{
    const Value *value = m_map.find(key);
    if (!value || fits(*value))
        return value;
    m_complain(pointer(key),
               QCoreApplication::translate("Schema", "“%1” has to be %2, not %3.")
                   .arg(key, QCoreApplication::translate("Schema", wanted), value->typeName()));
    return nullptr;
}

QString SchemaReader::Keys::text(const QString &key) const
{
    const Value *value = checked(key, QT_TRANSLATE_NOOP("Schema", "text"),
                                 [](const Value &v) { return v.toText() != nullptr; });
    return value ? *value->toText() : QString();
}

bool SchemaReader::Keys::flag(const QString &key) const
{
    const Value *value = checked(key, QT_TRANSLATE_NOOP("Schema", "true or false"),
                                 [](const Value &v) { return v.toBool() != nullptr; });
    return value && *value->toBool();
}

std::optional<Value> SchemaReader::Keys::number(const QString &key) const
{
    const Value *value = checked(key, QT_TRANSLATE_NOOP("Schema", "a number"), isNumber);
    return value ? std::optional(*value) : std::nullopt;
}

std::optional<qint64> SchemaReader::Keys::count(const QString &key) const
{
    const auto isCount = [](const Value &v) {
        return isWholeNumber(v) && compareNumbers(v, 0) >= 0
            && compareNumbers(v, qint64(1) << 52) <= 0;
    };
    const Value *value
        = checked(key, QT_TRANSLATE_NOOP("Schema", "a whole number, 0 or more"), isCount);
    if (!value)
        return {};
    return value->toInteger() ? value->toInteger()->toInt64()
                              : static_cast<qint64>(*value->toFloat());
}

List SchemaReader::Keys::list(const QString &key) const
{
    const Value *value = checked(key, QT_TRANSLATE_NOOP("Schema", "a list"),
                                 [](const Value &v) { return v.toList() != nullptr; });
    return value ? *value->toList() : List();
}

Map SchemaReader::Keys::map(const QString &key) const
{
    const Value *value = checked(key, QT_TRANSLATE_NOOP("Schema", "a map"),
                                 [](const Value &v) { return v.toMap() != nullptr; });
    return value ? *value->toMap() : Map();
}

QStringList SchemaReader::Keys::texts(const QString &key) const
{
    const auto isTexts = [](const Value &v) {
        return v.toList() && std::ranges::all_of(*v.toList(), [](const Value &i) {
                   return i.toText() != nullptr;
               });
    };
    const Value *value = checked(key, QT_TRANSLATE_NOOP("Schema", "a list of texts"), isTexts);
    QStringList texts;
    for (const Value &each : value ? *value->toList() : List())
        texts.append(*each.toText());
    return texts;
}

} // namespace waymark
