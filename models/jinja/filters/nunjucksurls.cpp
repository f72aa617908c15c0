#include "models/jinja/filters/nunjucksfamilies.h"

#include "models/jinja/filters/nunjucksarguments.h"
#include "models/jinja/lexer.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace waymark::jinja {
namespace {

/// encodeURIComponent(). A lone surrogate is refused, as there.
QString encoded(const Call &call, const QString &text)
{
    static constexpr QStringView unreserved = u"-_.!~*'()";
    if (!text.isValidUtf16())
        call.runtime().fail(FailureKind::Value, QStringLiteral("URI malformed"));
    call.runtime().chargeText(text.size() * 3);
    QString result;
    for (const char byte : text.toUtf8()) {
        const QChar c = QLatin1Char(byte);
        const bool isPlain = c.unicode() < 0x80 && (c.isLetterOrNumber() || unreserved.contains(c));
        if (isPlain)
            result += c;
        else
            result += u'%'
                + QString::number(static_cast<uchar>(byte), 16).rightJustified(2, u'0').toUpper();
    }
    return result;
}

Value urlencode(Call &call)
{
    if (call[0].isText() && !call[0].isMarkup())
        return encoded(call, call[0].text());
    Runtime &runtime = call.runtime();
    QStringList parts;
    if (call[0].isSequence()) {
        for (const Value &pair : call[0].items().items) {
            if (pair.isUndefined() || pair.isNone())
                runtime.fail(FailureKind::Type,
                             QStringLiteral("%1 has no items").arg(runtime.text(pair)));
            const QString key = runtime.text(runtime.item(pair, Value(0)));
            parts.append(encoded(call, key) + u'='
                         + encoded(call, runtime.text(runtime.item(pair, Value(1)))));
        }
    } else if (const Value map = javascript::plain(call[0]); map.is(Value::Type::Dict)) {
        for (const DictData::Entry &entry : map.dict().entries())
            parts.append(encoded(call, entry.key.text()) + u'='
                         + encoded(call, runtime.text(entry.value)));
    }
    return parts.join(u'&');
}

/// What is left of a word without the punctuation around it, as nunjucks' puncRe finds it.
QStringView withoutPunctuation(QStringView word)
{
    for (const QStringView opening : {QStringView(u"("), QStringView(u"<"), QStringView(u"&lt;")}) {
        if (word.startsWith(opening)) {
            word = word.sliced(opening.size());
            break;
        }
    }
    for (const QStringView closing :
         {QStringView(u"."), QStringView(u","), QStringView(u")"), QStringView(u"&gt;")}) {
        if (word.endsWith(closing))
            return word.chopped(closing.size());
    }
    return word;
}

bool isAddress(QStringView word)
{
    static constexpr QStringView local = u"_.!#$%&'*+-/=?^`{|}~";
    const qsizetype at = word.indexOf(u'@');
    const auto isLetter = [](QChar c) { return c.unicode() < 0x80 && c.isLetterOrNumber(); };
    const auto isLocal = [&](QChar c) { return isLetter(c) || local.contains(c); };
    const auto isHost = [&](QChar c) { return isLetter(c) || c == u'-'; };
    if (at < 1 || !std::ranges::all_of(word.first(at), isLocal))
        return false;
    const auto labels = word.sliced(at + 1).split(u'.');
    return labels.size() > 1 && std::ranges::all_of(labels, [&](QStringView label) {
               return !label.isEmpty() && std::ranges::all_of(label, isHost);
           });
}

bool hasKnownDomain(QStringView word)
{
    for (const QStringView domain :
         {QStringView(u".org"), QStringView(u".net"), QStringView(u".com")}) {
        for (qsizetype at = word.indexOf(domain); at >= 0; at = word.indexOf(domain, at + 1)) {
            const qsizetype end = at + domain.size();
            if (end == word.size() || word[end] == u':' || word[end] == u'/')
                return true;
        }
    }
    return false;
}

QString linked(QStringView word, double length, const QString &attributes)
{
    const QStringView url = withoutPunctuation(word);
    const QStringView shown = static_cast<double>(url.size()) > length
        ? url.first(static_cast<qsizetype>(std::max(length, 0.0)))
        : url;
    const auto link = [&](QStringView scheme) {
        return QStringLiteral("<a href=\"%1%2\"%3>%4</a>").arg(scheme, url, attributes, shown);
    };
    if (url.startsWith(u"http://") || url.startsWith(u"https://"))
        return link({});
    if (url.startsWith(u"www."))
        return link(u"http://");
    if (isAddress(url))
        return QStringLiteral("<a href=\"mailto:%1\">%1</a>").arg(url);
    return hasKnownDomain(url) ? link(u"http://") : word.toString();
}

Value urlize(Call &call)
{
    const QString text = onlyText(call, 0, "split");
    const double asked = javascript::toNumber(call.runtime(), call[1]);
    const double length = std::isnan(asked) ? HUGE_VAL : asked;
    const bool isUnfollowed = call[2].is(Value::Type::Bool) && call[2].boolean();
    const QString attributes = isUnfollowed ? QStringLiteral(" rel=\"nofollow\"") : QString();
    QString result;
    for (auto at = text.cbegin(); at != text.cend();) {
        const bool isBlank = isJavaScriptSpace(*at);
        const auto end = std::find_if(at, text.cend(),
                                      [&](QChar c) { return isJavaScriptSpace(c) != isBlank; });
        const QStringView word(at, end);
        call.runtime().chargeText(result.size() + word.size() * 3);
        result += isBlank ? word.toString() : linked(word, length, attributes);
        at = end;
    }
    return result;
}

constexpr FunctionRow rows[] = {
    {u"urlencode", "urlencode(obj)", urlencode},
    {u"urlize", "urlize(str, length, nofollow)", urlize},
};

} // namespace

std::span<const FunctionRow> nunjucksUrlFilters()
{
    return rows;
}

} // namespace waymark::jinja
