#include "models/base/patterntranslator.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace waymark {

std::optional<QString> pcreProperty(const QString &property)
{
    // PCRE2 knows the short names of the general categories only.
    static const QHash<QString, QString> categories{
        {u"Letter"_s, u"L"_s},
        {u"Cased_Letter"_s, u"L&"_s},
        {u"LC"_s, u"L&"_s},
        {u"Uppercase_Letter"_s, u"Lu"_s},
        {u"Lowercase_Letter"_s, u"Ll"_s},
        {u"Titlecase_Letter"_s, u"Lt"_s},
        {u"Modifier_Letter"_s, u"Lm"_s},
        {u"Other_Letter"_s, u"Lo"_s},
        {u"Mark"_s, u"M"_s},
        {u"Nonspacing_Mark"_s, u"Mn"_s},
        {u"Spacing_Mark"_s, u"Mc"_s},
        {u"Enclosing_Mark"_s, u"Me"_s},
        {u"Number"_s, u"N"_s},
        {u"Decimal_Number"_s, u"Nd"_s},
        {u"digit"_s, u"Nd"_s},
        {u"Letter_Number"_s, u"Nl"_s},
        {u"Other_Number"_s, u"No"_s},
        {u"Punctuation"_s, u"P"_s},
        {u"punct"_s, u"P"_s},
        {u"Symbol"_s, u"S"_s},
        {u"Math_Symbol"_s, u"Sm"_s},
        {u"Currency_Symbol"_s, u"Sc"_s},
        {u"Separator"_s, u"Z"_s},
        {u"Space_Separator"_s, u"Zs"_s},
        {u"Other"_s, u"C"_s},
        {u"Control"_s, u"Cc"_s},
    };
    const qsizetype equals = property.indexOf(u'=');
    const QString key = property.first(std::max<qsizetype>(equals, 0));
    const QString value = property.sliced(equals + 1);
    if (key == u"Script" || key == u"sc")
        return u"sc:"_s + value;
    if (key == u"Script_Extensions" || key == u"scx")
        return u"scx:"_s + value;
    if (!key.isEmpty() && key != u"General_Category" && key != u"gc")
        return {};
    return categories.value(value, value);
}

} // namespace waymark
