#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythoncharacters.h"
#include "models/jinja/methods/pythonfamilies.h"
#include "models/jinja/textbuilder.h"

#include <algorithm>

namespace waymark::jinja {
namespace {

QString fillOf(Call &call, const Value &value)
{
    Runtime &runtime = call.runtime();
    if (!value.isText()) {
        const auto message
            = QStringLiteral("The fill character must be a unicode character, not %1");
        runtime.fail(FailureKind::Type, message.arg(runtime.typeName(value)));
    }
    const QString fill = forReceiver(runtime, call[0], value).text();
    if (codePointCount(fill) != 1)
        runtime.fail(FailureKind::Type,
                     QStringLiteral("The fill character must be exactly one character long"));
    return fill;
}

/// `left` of the missing characters go before the text.
Value filled(Call &call, qint64 left, qint64 right, const QString &fill)
{
    TextBuilder out(call.runtime());
    const Tags tags = call.rest().empty() ? 0 : call.runtime().deepTags(call.rest().front());
    for (const qint64 count : {left, right})
        call.runtime().chargeText(std::max<qint64>(count, 0));
    if (left > 0)
        out.append(fill.repeated(left), tags);
    out.append(call[0]);
    if (right > 0)
        out.append(fill.repeated(right), tags);
    return out.take(call[0].isMarkup());
}

enum class Side : quint8 { Left, Right, Both };

template<Side side>
Value justified(Call &call)
{
    const auto arguments = argumentsBetween(call, 1, 2);
    const bool isText = arguments[0].isText(); // then Markup escapes it before it is refused
    const qint64 width = asIndex(
        call.runtime(), isText ? forReceiver(call.runtime(), call[0], arguments[0]) : arguments[0]);
    const QString fill = arguments.size() > 1 ? fillOf(call, arguments[1]) : QStringLiteral(" ");
    const qint64 missing = std::max<qint64>(width - codePointCount(call[0].text()), 0);
    // CPython's centre: an odd missing character goes to the left where the width is odd.
    const qint64 centred = missing / 2 + (missing & width & 1);
    const qint64 left = side == Side::Left ? missing : side == Side::Both ? centred : 0;
    return filled(call, left, missing - left, fill);
}

Value zeroFilled(Call &call)
{
    const qint64 width = asIndex(call.runtime(), oneArgument(call));
    const QString &text = call[0].text();
    const qint64 missing = width - codePointCount(text);
    if (missing <= 0)
        return call[0];
    call.runtime().chargeText(width);
    const qsizetype sign = text.startsWith(u'+') || text.startsWith(u'-') ? 1 : 0;
    TextBuilder out(call.runtime());
    out.appendPart(call[0], 0, sign);
    out.append(QString(missing, u'0'));
    out.appendPart(call[0], sign, text.size() - sign);
    return out.take(call[0].isMarkup());
}

Value expandTabs(Call &call)
{
    const auto arguments = namedArguments(call, {u"tabsize"});
    const qint64 size = arguments[0].isMissing() ? 8 : asIndex(call.runtime(), arguments[0]);
    QString result;
    qint64 column = 0;
    for (const QChar c : call[0].text()) {
        if (c == u'\t') {
            const qint64 blanks = size > 0 ? size - column % size : 0;
            call.runtime().chargeText(result.size() + blanks);
            result += QString(blanks, u' ');
            column += blanks;
            continue;
        }
        column = c == u'\n' || c == u'\r' ? 0 : c.isLowSurrogate() ? column : column + 1;
        result += c;
    }
    return call.like(result);
}

constexpr FunctionRow rows[] = {
    {u"center", "str.center(self, *args, **kwargs)", justified<Side::Both>, Flow::Own},
    {u"expandtabs", "str.expandtabs(self, *args, **kwargs)", expandTabs, Flow::Lines},
    {u"ljust", "str.ljust(self, *args, **kwargs)", justified<Side::Right>, Flow::Own},
    {u"rjust", "str.rjust(self, *args, **kwargs)", justified<Side::Left>, Flow::Own},
    {u"zfill", "str.zfill(self, *args, **kwargs)", zeroFilled, Flow::Own},
};

} // namespace

std::span<const FunctionRow> pythonPaddingMethods()
{
    return rows;
}

} // namespace waymark::jinja
