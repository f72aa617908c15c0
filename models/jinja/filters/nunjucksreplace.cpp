#include "models/jinja/filters/nunjucksfamilies.h"

#include "models/jinja/filters/nunjucksarguments.h"
#include "models/jinja/methods/javascripttext.h"
#include "models/jinja/regexobject.h"

namespace waymark::jinja {
namespace {

Value nl2br(Call &call)
{
    if (call[0].isUndefined() || call[0].isNone())
        return QString();
    QString text = onlyText(call, 0, "replace");
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    call.runtime().chargeText(text.size() + text.count(u'\n') * 6);
    return call.like(text.replace(u'\n', QStringLiteral("<br />\n")));
}

/// replace() for texts, up to `most` times (all: -1).
QString replaced(const Call &call, const QString &text, const QString &old,
                 const QString &replacement, double most)
{
    QString result;
    qsizetype from = 0;
    double count = 0;
    qsizetype at = text.indexOf(old);
    while (at >= 0 && (most == -1 || count < most)) {
        call.runtime().chargeText(result.size() + at - from + replacement.size());
        result += QStringView(text).sliced(from, at - from);
        result += replacement;
        from = at + old.size();
        ++count;
        at = text.indexOf(old, from);
    }
    result += QStringView(text).sliced(from);
    return result;
}

Value replace(Call &call)
{
    Runtime &runtime = call.runtime();
    if (auto *regex = call[1].as<RegexObject>())
        return javascript::replaced(runtime, onlyText(call, 0, "replace"), *regex, call.text(2));
    const bool isText = call[1].isText() && !call[1].isMarkup();
    if (!isText && !javascript::isNumber(call[1]))
        return call[0];
    const QString old = call.text(1);
    if (!call[0].isText() && !javascript::isNumber(call[0]))
        return call[0];
    const QString text = call.text(0);
    const QString replacement = call.text(2);
    if (old.isEmpty()) {
        runtime.chargeText((text.size() + 1) * (replacement.size() + 1));
        const QString inner = text.isEmpty()
            ? QString()
            : text.split(QString()).sliced(1, text.size()).join(replacement);
        return call.like(replacement + inner + replacement);
    }
    const double most = call[3].isUndefined() ? -1 : javascript::toNumber(runtime, call[3]);
    if (most == 0 || !text.contains(old))
        return call[0].isText() ? call[0] : Value(text);
    return call.like(replaced(call, text, old, replacement, most));
}

constexpr FunctionRow rows[] = {
    {u"nl2br", "nl2br(str)", nl2br, Flow::Lines},
    {u"replace", "replace(str, old, new, maxCount)", replace, Flow::Lines},
};

} // namespace

std::span<const FunctionRow> nunjucksReplaceFilters()
{
    return rows;
}

} // namespace waymark::jinja
