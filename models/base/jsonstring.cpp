#include "models/base/json.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

/// `unit` as it must be written in a JSON string, or empty where it may stand for itself.
QByteArray escaped(char16_t unit)
{
    switch (unit) {
    case u'"':
        return "\\\""_ba;
    case u'\\':
        return "\\\\"_ba;
    case u'\b':
        return "\\b"_ba;
    case u'\f':
        return "\\f"_ba;
    case u'\n':
        return "\\n"_ba;
    case u'\r':
        return "\\r"_ba;
    case u'\t':
        return "\\t"_ba;
    default:
        break;
    }
    if (unit >= u' ' && !QChar::isSurrogate(unit))
        return {};
    return "\\u" + QByteArray::number(unit, 16).rightJustified(4, '0');
}

bool isPair(QStringView text, qsizetype at)
{
    return at + 1 < text.size() && text.at(at).isHighSurrogate()
        && text.at(at + 1).isLowSurrogate();
}

} // namespace

QByteArray jsonString(QStringView text)
{
    QByteArray json = "\""_ba;
    qsizetype plain = 0; // where what is not yet written starts
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (isPair(text, at)) {
            ++at;
            continue;
        }
        const QByteArray escape = escaped(text.at(at).unicode());
        if (escape.isEmpty())
            continue;
        json += text.sliced(plain, at - plain).toUtf8() + escape;
        plain = at + 1;
    }
    return json + text.sliced(plain).toUtf8() + '"';
}

} // namespace waymark
