#include "models/plan/way.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Destination", text);
}

} // namespace

Result<> checkEncoding(const QString &folder)
{
    QFileInfo existing(folder);
    while (!existing.exists() && !existing.isRoot())
        existing.setFile(existing.path());
    const QString real = existing.canonicalFilePath();
    if (!real.contains(QChar::ReplacementCharacter) || QFileInfo::exists(real))
        return {};
    return failure({.code = u"destination.encoding"_s,
                    .message = tr("A folder on the way has a name that is no UTF-8: %1").arg(real),
                    .file = folder,
                    .hint = tr("Choose another destination, or rename that folder.")});
}

} // namespace waymark
