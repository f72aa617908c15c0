#include "models/items/authortext.h"

namespace waymark {

AuthorText authorText(const QString &author)
{
    const qsizetype start = author.lastIndexOf(u'<');
    const qsizetype end = author.lastIndexOf(u'>');
    if (start < 0 || end < start)
        return {.name = author.trimmed()};
    return {.name = author.first(start).trimmed(),
            .email = author.sliced(start + 1, end - start - 1).trimmed()};
}

} // namespace waymark
