#include "models/jinja/filters/jinja2entities.h"

#include "models/jinja/methods/pythoncharacters.h"

#include <QHash>

#include <algorithm>

namespace waymark::jinja {
namespace {

constexpr qsizetype longestName = 32;

/// By name, with the semicolon where that is needed.
QHash<QString, QString> readTable()
{
    QHash<QString, QString> entities;
    for (const QByteArray &row : entityTable().toByteArray().split(' ')) {
        const qsizetype equals = row.indexOf('=');
        QString meaning;
        for (const QByteArray &code : row.sliced(equals + 1).split('+'))
            meaning += codePointText(code.toUInt(nullptr, 16));
        const bool isOld = row[equals - 1] == '!';
        const QString name = QString::fromLatin1(row.first(isOld ? equals - 1 : equals));
        entities.insert(name + u';', meaning);
        if (isOld)
            entities.insert(name, meaning);
    }
    return entities;
}

const QHash<QString, QString> &entities()
{
    static const QHash<QString, QString> table = readTable();
    return table;
}

/// What the standard makes of a number that is no character.
QString numbered(quint64 code)
{
    // Windows-1252, as browsers read 0x80 to 0x9f.
    static constexpr char16_t windows[] = {
        0x20ac, 0x81,   0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021, 0x2c6,  0x2030, 0x160,
        0x2039, 0x152,  0x8d,   0x17d,  0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
        0x2013, 0x2014, 0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0x9d,   0x17e,  0x178,
    };
    if (code >= 0x80 && code <= 0x9f)
        return QChar(windows[code - 0x80]);
    if (code == 0 || (code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff)
        return QChar(u'\ufffd');
    if (code == '\r')
        return QChar(u'\r');
    const bool isControl = (code < 0x20 && code != '\t' && code != '\n' && code != '\f')
        || code == 0x7f || code == 0x0b;
    const bool isNoncharacter = (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) == 0xfffe;
    return isControl || isNoncharacter ? QString() : codePointText(static_cast<char32_t>(code));
}

/// A reference at the start of a text, and how long it is; 0: there is none.
struct CharacterReference
{
    qsizetype length = 0;
    QString meaning = {};
};

CharacterReference numericAt(QStringView text)
{
    const bool isHexadecimal = text.size() > 2 && (text[2] == u'x' || text[2] == u'X');
    const int base = isHexadecimal ? 16 : 10;
    qsizetype at = isHexadecimal ? 3 : 2;
    const qsizetype start = at;
    quint64 code = 0;
    for (; at < text.size() && text[at].unicode() < 0x80; ++at) {
        const qsizetype digit = QStringView(u"0123456789abcdef").indexOf(text[at].toLower());
        if (digit < 0 || digit >= base)
            break;
        code = std::min<quint64>(code * base + static_cast<quint64>(digit), 0x7fffffff);
    }
    if (at == start)
        return {};
    if (at < text.size() && text[at] == u';')
        ++at;
    return {at, numbered(code)};
}

CharacterReference namedAt(QStringView text)
{
    qsizetype length = 0;
    while (length < longestName && length + 1 < text.size()
           && !QStringView(u"\t\n\f <&#;").contains(text[length + 1]))
        ++length;
    if (length == 0)
        return {};
    if (length + 1 < text.size() && text[length + 1] == u';')
        ++length;
    const QString name = text.sliced(1, length).toString();
    if (const auto known = entities().constFind(name); known != entities().cend())
        return {length + 1, *known};
    for (qsizetype i = length - 1; i > 1; --i) {
        if (const auto known = entities().constFind(name.first(i)); known != entities().cend())
            return {i + 1, *known};
    }
    return {};
}

} // namespace

QString withoutEntities(const QString &text)
{
    QString result;
    qsizetype at = 0;
    for (qsizetype next = text.indexOf(u'&'); next >= 0; next = text.indexOf(u'&', at)) {
        result += QStringView(text).sliced(at, next - at);
        const QStringView rest = QStringView(text).sliced(next);
        const bool isNumeric = rest.size() > 1 && rest[1] == u'#';
        const CharacterReference reference = isNumeric ? numericAt(rest) : namedAt(rest);
        result += reference.length ? reference.meaning : QStringLiteral("&");
        at = next + std::max<qsizetype>(reference.length, 1);
    }
    return result + QStringView(text).sliced(at).toString();
}

} // namespace waymark::jinja
