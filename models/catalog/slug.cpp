#include "models/catalog/slug.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>

namespace waymark {
namespace {

QString toAscii(const QString &text)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> transliterator(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
    if (U_FAILURE(status) || !transliterator)
        return text;
    icu::UnicodeString result(text.utf16(), static_cast<int32_t>(text.size()));
    transliterator->transliterate(result);
    return QString(reinterpret_cast<const QChar *>(result.getBuffer()), result.length());
}

bool isPart(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
}

} // namespace

QString slug(const QString &text)
{
    QString result;
    bool isBetween = false;
    for (const QChar c : toAscii(text).toLower()) {
        if (isPart(c)) {
            if (isBetween && !result.isEmpty())
                result += u'-';
            result += c;
        }
        isBetween = !isPart(c) && c != u'\'';
    }
    return result;
}

} // namespace waymark
