#include "models/base/shellquoting.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {

QString singleQuoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

QString shlexQuoted(const QString &text)
{
    const bool isPlain = !text.isEmpty() && std::ranges::all_of(text, [](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber())
            || QStringView(u"_@%+=:,./-").contains(c);
    });
    return isPlain ? text : u'\'' + QString(text).replace(u'\'', u"'\"'\"'"_s) + u'\'';
}

} // namespace waymark
