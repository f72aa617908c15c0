#include "models/plan/pathwords.h"

#include "models/base/utf8.h"
#include "models/plan/pathrules.h"

using namespace Qt::StringLiterals;

namespace waymark {

QString visiblePath(const QByteArray &path)
{
    QString result;
    const QString text = displayed(path);
    for (const QChar c : text) {
        const bool seen
            = c.category() != QChar::Other_Control && c.category() != QChar::Other_Format;
        result += seen ? QString(c) : u"\\u%1"_s.arg(int(c.unicode()), 4, 16, QChar(u'0'));
    }
    return result;
}

Problem pathProblem(QLatin1StringView code, const QByteArray &path, const QString &message,
                    const QString &hint)
{
    return {.code = code, .message = message, .file = visiblePath(path), .hint = hint};
}

QString foldedName(const QString &name)
{
    QString seen;
    for (const QChar c : name) {
        if (c.category() != QChar::Other_Format)
            seen += c;
    }
    // Upper case first: the folding of Qt leaves ß, which APFS takes for ss.
    const QString upper = seen.normalized(QString::NormalizationForm_C).toUpper();
    return upper.toCaseFolded().normalized(QString::NormalizationForm_C);
}

QString comparedPath(const QByteArray &path)
{
    return foldedName(displayed(path));
}

} // namespace waymark
