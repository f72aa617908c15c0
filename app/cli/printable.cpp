#include "app/cli/printable.h"

#include "models/base/utf8.h"

#include <QList>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

/// Bidirectional controls and characters without width (the "Trojan Source" kind), and controls.
bool isDeceptive(char32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x200b && c <= 0x200f)
        || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x2069) || c == 0xfeff
        || c == 0x061c;
}

QString escaped(QStringView text, QStringView kept)
{
    QString result;
    result.reserve(text.size());
    for (const char32_t c : text.toUcs4()) {
        if (isDeceptive(c) && (c > 0xffff || !kept.contains(QChar(char16_t(c)))))
            result += u"\\u{"_s + QString::number(c, 16) + u'}';
        else
            result += QString::fromUcs4(&c, 1);
    }
    return result;
}

} // namespace

QString printable(QStringView text)
{
    return escaped(text, u"\n\t");
}

QString printableName(QStringView name)
{
    return escaped(name, {});
}

QString printable(QByteArrayView path)
{
    return printableName(displayed(path));
}

QString counted(qint64 number, const QString &one, const QString &many)
{
    return QString::number(number) + u' ' + (number == 1 ? one : many);
}

} // namespace waymark::cli
