#include "models/yaml/schemaphrases.h"

#include "models/base/json.h"

#include <QCoreApplication>
#include <QList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

struct Phrase
{
    QLatin1StringView start;
    const char *text;
};

const QList<Phrase> &phrases()
{
    static const QList<Phrase> all{
        {"Expected number less than or equal to"_L1,
         QT_TRANSLATE_NOOP("JsonSchema", "%1 should be at most %2.")},
        {"Expected number less than"_L1,
         QT_TRANSLATE_NOOP("JsonSchema", "%1 should be less than %2.")},
        {"Expected number greater than or equal to"_L1,
         QT_TRANSLATE_NOOP("JsonSchema", "%1 should be at least %2.")},
        {"Expected number greater than"_L1,
         QT_TRANSLATE_NOOP("JsonSchema", "%1 should be more than %2.")},
        {"String should be no more than"_L1,
         QT_TRANSLATE_NOOP("JsonSchema", "%1 should have at most %2 characters.")},
        {"String should be no fewer than"_L1,
         QT_TRANSLATE_NOOP("JsonSchema", "%1 should have at least %2 characters.")},
        {"Array should contain no more than"_L1,
         QT_TRANSLATE_NOOP("JsonSchema", "%1 should have at most %2 items.")},
        {"Array should contain no fewer than"_L1,
         QT_TRANSLATE_NOOP("JsonSchema", "%1 should have at least %2 items.")},
        {"Array contains more items than"_L1,
         QT_TRANSLATE_NOOP("JsonSchema", "%1 has more items than are allowed.")},
        {"Object should have no more than"_L1,
         QT_TRANSLATE_NOOP("JsonSchema", "%1 should have at most %2 keys.")},
        {"Object should have no fewer than"_L1,
         QT_TRANSLATE_NOOP("JsonSchema", "%1 should have at least %2 keys.")},
        {"Value should be a multiple of"_L1,
         QT_TRANSLATE_NOOP("JsonSchema", "%1 should be a multiple of %2.")},
        {"String should be a valid date-time"_L1,
         QT_TRANSLATE_NOOP("JsonSchema",
                           "%1 should be a date with time, such as 2026-11-24T10:00:00Z.")},
        {"String should be a valid date"_L1,
         QT_TRANSLATE_NOOP("JsonSchema", "%1 should be a date, such as 2026-11-24.")},
        {"String should be a valid time"_L1,
         QT_TRANSLATE_NOOP("JsonSchema", "%1 should be a time, such as 10:00:00Z.")},
        {"Failed to any values"_L1,
         QT_TRANSLATE_NOOP("JsonSchema", "%1 holds none of the items that it must hold.")},
        {"Failed to validate against exactly one"_L1,
         QT_TRANSLATE_NOOP("JsonSchema", "%1 fits several forms of which only one is allowed.")},
    };
    return all;
}

/// The first number in valijson's sentence, as a person writes it: 10.000000 is 10.
QString numberIn(const QString &description)
{
    for (QString word : description.split(u' ')) {
        bool isNumber = false;
        const double number = word.remove(u'#').toDouble(&isNumber);
        if (isNumber)
            return QString::fromLatin1(shortestDigits(number));
    }
    return {};
}

} // namespace

QString quotedIn(const QString &description)
{
    constexpr QLatin1StringView unknownKey("constraints: '");
    const qsizetype before = description.indexOf(unknownKey);
    const qsizetype start
        = before < 0 ? description.indexOf(u'\'') : before + unknownKey.size() - 1;
    return description.sliced(start + 1, description.lastIndexOf(u'\'') - start - 1);
}

QString phraseFor(const QString &description, const QString &subject)
{
    const auto phrase = std::ranges::find_if(
        phrases(), [&](const Phrase &p) { return description.startsWith(p.start); });
    const char *text = phrase == phrases().cend()
        ? QT_TRANSLATE_NOOP("JsonSchema", "%1 is not allowed here.")
        : phrase->text;
    QString message = QCoreApplication::translate("JsonSchema", text).arg(subject);
    if (message.contains("%2"_L1))
        message.replace("%2"_L1, numberIn(description));
    return message;
}

} // namespace waymark
