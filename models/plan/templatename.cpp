#include "models/plan/templatename.h"

#include "models/base/utf8.h"

#include <QByteArrayList>
#include <QDir>

namespace waymark {

QByteArray cleanPath(const QByteArray &path)
{
    QByteArrayList names = path.split('/');
    names.removeAll(QByteArray());
    names.removeAll(".");
    return names.join('/');
}

QByteArray purePath(const QByteArray &path)
{
    return (path.startsWith('/') ? "/" : "") + cleanPath(path);
}

QByteArray withoutStatements(QByteArray name)
{
    for (qsizetype start = name.indexOf("{%"); start >= 0; start = name.indexOf("{%", start)) {
        const qsizetype end = name.indexOf("%}", start);
        if (end < 0)
            break;
        name.remove(start, end + 2 - start);
    }
    return name;
}

QString shownTemplatePath(const QString &folder, const QByteArray &templatePath)
{
    const QString path = displayed(templatePath);
    return folder.isEmpty() || folder == u"." ? path : QDir::cleanPath(folder + u'/' + path);
}

} // namespace waymark
