#include "models/jinja/extensions/pythonrandom.h"
#include "models/jinja/extensions/registry.h"

namespace waymark::jinja {
namespace {

bool isHexByte(const QString &text)
{
    const auto isDigit = [](QChar c) { return QStringView(u"0123456789abcdef").contains(c); };
    return text.size() >= 2 && isDigit(text[0]) && isDigit(text[1]);
}

Value ansibleMac(Call &call)
{
    Runtime &runtime = call.runtime();
    if (!call[0].isText()) {
        runtime.fail(FailureKind::Runtime,
                     QStringLiteral("Invalid value type (<class '%1'>) for random_mac (%2)")
                         .arg(runtime.typeName(call[0]), call.text(0)));
    }
    const QString prefix = call[0].text().toLower();
    const QStringList parts = prefix.split(u':');
    if (parts.size() > 5) {
        runtime.fail(
            FailureKind::Runtime,
            QStringLiteral("Invalid value (%1) for random_mac: 5 colon(:) separated items max")
                .arg(prefix));
    }
    QStringList errors;
    for (const QString &part : parts) {
        if (part.isEmpty())
            errors += QStringLiteral("empty item");
        else if (!isHexByte(part))
            errors += QStringLiteral("%1 not hexa byte").arg(part);
    }
    if (!errors.isEmpty()) {
        runtime.fail(
            FailureKind::Runtime,
            QStringLiteral("Invalid value (%1) for random_mac: %2").arg(prefix, errors.join(u',')));
    }
    PythonRandom random(runtime, call[1]);
    const qint64 least = 68719476736;
    const Integer number = Integer(least) + random.below(Integer(1099511627775 - least + 1));
    const QByteArray digits = number.toByteArray(16).first(2 * (6 - parts.size()));
    QString result = prefix;
    for (qsizetype i = 0; i + 1 < digits.size(); i += 2)
        (result += u':') += QString::fromLatin1(digits.sliced(i, 2));
    return {result};
}

Value copierMac(Call &call)
{
    Runtime &runtime = call.runtime();
    const QString prefix = call.text(0).toLower();
    QStringList parts = prefix.split(u':', Qt::SkipEmptyParts);
    const auto message = QStringLiteral("Invalid MAC address prefix \"%1\": %2");
    if (parts.size() > 5)
        runtime.fail(FailureKind::Value, message.arg(prefix, QStringLiteral("too many parts")));
    for (const QString &part : parts) {
        if (!isHexByte(part)) {
            runtime.fail(
                FailureKind::Value,
                message.arg(prefix, QStringLiteral("\"%1\" is not a hexadecimal byte").arg(part)));
        }
    }
    PythonRandom random(runtime, call[1]);
    while (parts.size() < 6)
        parts += QString::number(random.index(256), 16).rightJustified(2, u'0');
    return {parts.join(u':')};
}

constexpr FunctionRow ansibleMacRows[] = {
    {u"random_mac", "random_mac(value, seed=None)", ansibleMac},
};
constexpr FunctionRow copierMacRows[] = {
    {u"random_mac", "do_random_mac(prefix, seed=None)", copierMac},
};

} // namespace

std::span<const FunctionRow> ansibleMacFilters()
{
    return ansibleMacRows;
}
std::span<const FunctionRow> copierMacFilters()
{
    return copierMacRows;
}

} // namespace waymark::jinja
