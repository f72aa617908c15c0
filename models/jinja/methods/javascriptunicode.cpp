#include "models/jinja/methods/javascripttext.h"

#include "models/jinja/dialects/javascript.h"

#include <QStringList>

#include <unicode/coll.h>
#include <unicode/unistr.h>

#include <memory>

namespace waymark::jinja::javascript {
namespace {

Value toLower(Call &call)
{
    return toLowerCase(call[0].text());
}
Value toUpper(Call &call)
{
    return toUpperCase(call[0].text());
}
Value toString(Call &call)
{
    return call[0].text();
}

Value localeCompare(Call &call)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Collator> collator(
        icu::Collator::createInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status))
        call.runtime().fail(FailureKind::Runtime, QStringLiteral("no collation is installed"));
    const QString other = call.text(1);
    const icu::UnicodeString a(call[0].text().utf16(), static_cast<int32_t>(call[0].text().size()));
    const icu::UnicodeString b(other.utf16(), static_cast<int32_t>(other.size()));
    return static_cast<qint64>(collator->compare(a, b, status));
}

Value normalize(Call &call)
{
    const QString form = call[1].isUndefined() ? QStringLiteral("NFC") : call.text(1);
    static const QStringList forms = {QStringLiteral("NFD"), QStringLiteral("NFC"),
                                      QStringLiteral("NFKD"), QStringLiteral("NFKC")};
    const qsizetype index = forms.indexOf(form);
    if (index < 0) {
        call.runtime().fail(
            FailureKind::Value,
            QStringLiteral("The normalization form should be one of NFC, NFD, NFKC, NFKD."));
    }
    return call[0].text().normalized(static_cast<QString::NormalizationForm>(index));
}

Value isWellFormed(Call &call)
{
    return call[0].text().isValidUtf16();
}

Value toWellFormed(Call &call)
{
    return QString::fromUtf8(call[0].text().toUtf8()); // what is half a pair becomes U+FFFD
}

constexpr FunctionRow rows[] = {
    {u"isWellFormed", "isWellFormed(self)", isWellFormed},
    {u"localeCompare", "localeCompare(self, other)", localeCompare},
    {u"normalize", "normalize(self, form)", normalize},
    {u"toLocaleLowerCase", "toLocaleLowerCase(self)", toLower, Flow::Characters},
    {u"toLocaleUpperCase", "toLocaleUpperCase(self)", toUpper, Flow::Characters},
    {u"toLowerCase", "toLowerCase(self)", toLower, Flow::Characters},
    {u"toString", "toString(self)", toString, Flow::Characters},
    {u"toUpperCase", "toUpperCase(self)", toUpper, Flow::Characters},
    {u"toWellFormed", "toWellFormed(self)", toWellFormed, Flow::Characters},
    {u"valueOf", "valueOf(self)", toString, Flow::Characters},
};

} // namespace

std::span<const FunctionRow> stringUnicodeMethods()
{
    return rows;
}

} // namespace waymark::jinja::javascript
