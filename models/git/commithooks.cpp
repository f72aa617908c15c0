#include "models/git/commithooks.h"

#include "models/git/repository.h"
#include "models/git/tree.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::git {

CommitHooks::CommitHooks(const Repository &repository, const CommitRequest &request,
                         CommitMade &made, const std::stop_token &stop)
    : m_repository(repository)
    , m_environment(request.hooks)
    , m_made(made)
    , m_stop(stop)
{
    m_environment.author = request.identity.author;
    if (m_environment.workTree.isEmpty())
        m_environment.workTree = repository.workTree();
    if (m_environment.indexFile.isEmpty())
        m_environment.indexFile = repository.indexFile();
}

Result<bool> CommitHooks::run(const QString &name, const QStringList &arguments)
{
    if (m_before.isEmpty())
        m_before = digests();
    auto hook = runHook(m_repository, name, arguments, m_environment, m_stop);
    if (!hook) {
        auto error = hook.error();
        if (error.problem.code != u"process.cancelled")
            error.problem.hint = QCoreApplication::translate(
                                     "Git",
                                     "Mend the hook %1, or take it away; or create it with "
                                     "--no-commit and commit it with git.")
                                     .arg(name);
        return std::unexpected(error);
    }
    m_made.output += hook->output;
    m_made.notes += hook->notes;
    if (hook->exitCode != 0)
        return failure(
            {.code = u"git.hook-refused"_s,
             .message
             = QCoreApplication::translate(
                   "Git", "The hook %1 refused the commit (exit code %2); nothing was committed.")
                   .arg(name)
                   .arg(hook->exitCode),
             .excerpt = QString::fromUtf8(hook->output),
             .hint = QCoreApplication::translate("Git",
                                                 "Do what it asks for; or create it with "
                                                 "--no-commit and commit it with git.")});
    return hook->found;
}

bool CommitHooks::isThere(const QString &name) const
{
    const auto file = hookFile(m_repository, name, m_environment);
    return !file || file->has_value();
}

QList<QByteArray> CommitHooks::changedFiles() const
{
    QList<QByteArray> changed;
    const auto after = digests();
    for (auto file = m_before.begin(); file != m_before.end(); ++file) {
        if (after.value(file.key()) != file.value())
            changed += file.key();
    }
    std::ranges::sort(changed);
    return changed;
}

/// The planned files by their content; null for what cannot be read.
QHash<QByteArray, ObjectId> CommitHooks::digests() const
{
    QHash<QByteArray, ObjectId> found;
    for (const QByteArray &path : m_environment.planned) {
        QFile file(m_environment.workTree + u'/' + QFile::decodeName(path));
        const bool isLink = QFileInfo(file.fileName()).isSymLink();
        found[path]
            = !isLink && file.open(QIODevice::ReadOnly) ? blobId(file.readAll()) : ObjectId();
    }
    return found;
}

} // namespace waymark::git
