#include "models/items/serviceplace.h"

#include <QDir>
#include <QFileInfo>

namespace waymark {

ServicePlace::ServicePlace()
    : m_parent(QDir::homePath())
{
}

void ServicePlace::setParent(const QString &folder)
{
    m_parent = QDir::cleanPath(folder);
    m_chosen.clear();
}

void ServicePlace::choose(const QString &typed)
{
    const QString trimmed = typed.trimmed();
    const bool isBelowHome = trimmed == u"~" || trimmed.startsWith(u"~/");
    const QString path = isBelowHome ? QDir::homePath() + trimmed.sliced(1) : trimmed;
    m_chosen = path.isEmpty() ? path : QDir::cleanPath(QDir(m_parent).absoluteFilePath(path));
}

void ServicePlace::goOn(const QString &folder, const QString &usualName)
{
    const QFileInfo info(folder);
    if (info.fileName() == usualName)
        m_parent = info.path();
    else
        m_chosen = folder;
}

QString ServicePlace::folder(const QString &usualName) const
{
    const QString usual = (m_parent == u"/" ? QString() : m_parent) + u'/' + usualName;
    return m_chosen.isEmpty() ? usual : m_chosen;
}

} // namespace waymark
