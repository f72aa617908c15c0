#include "app/cli/inputfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace waymark::cli {

Result<QByteArray> contentsOf(const QString &name, const Surroundings &surroundings,
                              std::optional<qint64> maximum)
{
    QFile file(QDir(surroundings.workingDirectory).absoluteFilePath(name));
    if (file.open(QIODevice::ReadOnly)) {
        QByteArray bytes = maximum ? file.read(*maximum + 1) : file.readAll();
        if (file.error() == QFile::NoError)
            return bytes;
    }
    return failure(
        {.code = u"cli.unreadable"_s,
         .message = QCoreApplication::translate("cli", "The file cannot be read: %1")
                        .arg(file.errorString()),
         .file = name,
         .hint = QCoreApplication::translate("cli", "Check its name and that you may read it.")});
}

} // namespace waymark::cli
