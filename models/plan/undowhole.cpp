#include "models/base/utf8.h"
#include "models/plan/arrival.h"
#include "models/plan/beside.h"
#include "models/plan/undo.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Writer", text);
}

/// The folder to take away so that `destination` and the folders made for it are gone, below the
/// folder `madeBelow` that was there: the outermost that holds nothing else.
QString outermostMade(const QString &destination, const Journal &note)
{
    const auto below = Folder::open(note.madeBelow);
    if (!below || below->identity() != note.madeBelowIdentity)
        return destination;
    QString outermost = destination;
    for (QString parent = QFileInfo(destination).path(); parent.size() > note.madeBelow.size();
         parent = QFileInfo(parent).path()) {
        const auto folder = Folder::open(parent);
        const auto names = folder ? folder->names() : Result<QByteArrayList>();
        if (!names || names->size() != 1)
            break;
        outermost = parent;
    }
    return outermost;
}

/// What the folders on the way from `taken` to `rest` below it hold beside that way.
Result<QList<Problem>> besideTheWay(const Folder &taken, const QByteArray &rest)
{
    QList<Problem> problems;
    QByteArray above;
    for (const QByteArray &next : rest.isEmpty() ? QByteArrayList() : rest.split('/')) {
        const auto folder = taken.find(above);
        if (!folder)
            return std::unexpected(folder.error());
        const auto names = *folder ? (*folder)->names() : QByteArrayList();
        if (!names)
            return std::unexpected(names.error());
        for (const QByteArray &name : *names) {
            if (name != next)
                problems += Problem{.code = u"undo.changed"_s,
                                    .message = tr("This was not made by the last apply."),
                                    .file = displayed(joined(above, name))};
        }
        above = joined(above, next);
    }
    return problems;
}

} // namespace

/// Takes a destination that was absent away as a whole. Once nobody finds it by its path any more,
/// it is looked at again before it may go: somebody may have written to it since the first look.
Result<> Undo::removeWhole()
{
    const QString top = outermostMade(m_note.destination, m_note);
    const QByteArray name = QFile::encodeName(QFileInfo(top).fileName());
    const auto parent = Folder::open(QFileInfo(top).path());
    if (!parent)
        return std::unexpected(parent.error());
    const auto staging
        = Staging::make(m_fileSystem, *parent, Arrival::stagingPrefix(parent->path(), top));
    if (!staging)
        return std::unexpected(staging.error());
    const int taken = staging->folder().descriptor();
    if (m_fileSystem.move(parent->descriptor(), name.constData(), taken, beside::keptName) != 0) {
        auto error = systemFailure(tr("The destination could not be taken away."), top);
        std::ignore = staging->remove(m_fileSystem);
        return error;
    }
    m_fileSystem.sync(parent->descriptor()); // if it fails, a power cut may bring it back: no harm
    const QByteArray rest = QFile::encodeName(m_note.destination.mid(top.size() + 1));
    auto done = checkTaken(staging->folder(), rest);
    if (done && m_fileSystem.move(taken, beside::keptName, taken, beside::goneName) != 0)
        done = systemFailure(tr("The destination could not be taken away."), top);
    if (!done)
        return std::unexpected(putBack(done.error(), *staging, *parent, name));
    std::ignore = removeFile(m_fileSystem, m_home.folder(), noteName);
    std::ignore = staging->remove(m_fileSystem); // what stays is removed by the next run
    return {};
}

/// That what was taken away is what the apply left. The destination is at `rest` below it.
Result<> Undo::checkTaken(const Folder &staging, const QByteArray &rest) const
{
    const auto taken = staging.find(beside::keptName);
    const auto root = staging.find(joined(beside::keptName, rest));
    if (!taken || !root)
        return std::unexpected(taken ? root.error() : taken.error());
    if (!*taken || !*root)
        return systemFailure(tr("The destination could not be looked at."), m_note.destination);
    const auto others = besideTheWay(**taken, rest);
    const auto changed = changes(**root);
    if (!others || !changed)
        return std::unexpected(others ? changed.error() : others.error());
    const QList<Problem> problems = *others + *changed;
    return problems.isEmpty() ? Result<>() : refusal(problems);
}

/// Puts what was taken away where it was, since `error` keeps it from going. Where that cannot be,
/// it is kept beside, and the error says so.
Error Undo::putBack(Error error, const Staging &staging, const Folder &parent,
                    const QByteArray &name)
{
    const int from = staging.folder().descriptor();
    if (m_fileSystem.move(from, beside::keptName, parent.descriptor(), name.constData()) == 0) {
        m_fileSystem.sync(parent.descriptor());
        std::ignore = staging.remove(m_fileSystem);
        return error;
    }
    error.problem.hint
        = tr("It could not be put back where it was: it is in %1.")
              .arg(staging.folder().path() + u'/' + QString::fromLatin1(beside::keptName));
    return error;
}

} // namespace waymark
