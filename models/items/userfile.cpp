#include "models/items/userfile.h"

#include "models/base/textcontext.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QMimeDatabase>
#include <QSaveFile>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qint64 largestAnswer = 4LL * 1024 * 1024;

constexpr TextContext translated("UserFile");

std::unexpected<Error> failure(const QString &code, const QString &message, const QString &path,
                               const QString &hint)
{
    return std::unexpected(Error{{.code = code, .message = message, .file = path, .hint = hint}});
}

/// Of "data:text/plain;name=a.txt;base64,…", what stands before the comma.
QStringList headOf(const QString &dataUrl)
{
    if (!dataUrl.startsWith(u"data:"))
        return {};
    return dataUrl.sliced(5).section(u',', 0, 0).split(u';');
}

} // namespace

Result<QByteArray> readUserFile(const QString &path, qint64 most)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(u"file.unreadable"_s,
                       translated("%1 cannot be read: %2.").arg(path, file.errorString()), path,
                       translated("Choose another file, or make this one readable."));
    QByteArray content = file.read(most + 1);
    if (content.size() > most)
        return failure(
            u"file.too-large"_s,
            translated("%1 is larger than %2.").arg(path, QLocale().formattedDataSize(most)), path,
            translated("Choose a smaller file."));
    return content;
}

Result<> writeUserFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return {};
    return failure(u"file.unwritable"_s,
                   translated("%1 cannot be written: %2.").arg(path, file.errorString()), path,
                   translated("Choose another place."));
}

Result<Value> fileAnswer(const QString &path)
{
    const Result<QByteArray> content = readUserFile(path, largestAnswer);
    if (!content)
        return std::unexpected(content.error());
    const QString name = QFileInfo(path).fileName();
    const QString type = QMimeDatabase().mimeTypeForFileNameAndData(name, *content).name();
    const QString coded = QString::fromLatin1(QUrl::toPercentEncoding(name));
    return Value(
        u"data:%1;name=%2;base64,%3"_s.arg(type, coded, QString::fromLatin1(content->toBase64())));
}

QString fileAnswerText(const QString &dataUrl)
{
    const QStringList head = headOf(dataUrl);
    if (head.isEmpty())
        return {};
    QString name = translated("A file");
    for (const QString &part : head) {
        if (part.startsWith(u"name="))
            name = QUrl::fromPercentEncoding(part.sliced(5).toUtf8());
    }
    const qsizetype coded = dataUrl.size() - dataUrl.indexOf(u',') - 1;
    const qsizetype size = head.contains(u"base64"_s) ? coded * 3 / 4 : coded;
    return name + u", "_s + QLocale().formattedDataSize(size);
}

} // namespace waymark
