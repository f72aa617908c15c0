#include "models/items/lineplace.h"

#include "models/base/textcontext.h"
#include "models/items/counted.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("LinePlace");

/// A number of digits alone, from 1; 0: it is none.
int numberIn(QStringView text)
{
    bool isNumber = false;
    const int number = text.trimmed().toInt(&isNumber);
    return isNumber && number > 0 ? number : 0;
}

std::unexpected<Error> wrong(const QString &message)
{
    return failure({.code = u"line.place"_s, .message = message});
}

} // namespace

Result<SourcePosition> readLinePlace(const QString &text, int lines)
{
    const qsizetype colon = text.indexOf(u':');
    const QStringView whole(text);
    const int line = numberIn(colon < 0 ? whole : whole.first(colon));
    const int column = colon < 0 ? 1 : numberIn(whole.sliced(colon + 1));
    if (line == 0 || column == 0)
        return wrong(translated("Write a line, or a line and a column: 12 or 12:4."));
    if (line > lines)
        return wrong(counted("LinePlace", "This file has only 1 line.",
                             "This file has only %n lines.", lines));
    return SourcePosition{line, column};
}

} // namespace waymark
