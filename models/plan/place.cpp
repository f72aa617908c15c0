#include "models/plan/place.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace waymark {

Place placeOf(const QString &destination)
{
    const QString path = QDir::cleanPath(QDir::current().absoluteFilePath(destination));
    QString existing = path;
    while (!QFileInfo(existing).isDir() && existing != u"/"_s)
        existing = QFileInfo(existing).path();
    const QString real = QFileInfo(existing).canonicalFilePath();
    const QString rest = path.mid(existing == u"/"_s ? 0 : existing.size());
    return {.path = real == u"/"_s && !rest.isEmpty() ? rest : real + rest, .existing = real};
}

} // namespace waymark
