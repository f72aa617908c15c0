#include "models/items/previewsteps.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

/// Of files, the sooner one is read who has seen none of them.
enum class Rank : quint8 { ReadMe, OtherReadMe, Made, Other, NotNeeded };

Rank rankOf(const QByteArray &path, const FileTreeModel &files)
{
    const QVariant change = files.indexOfFile(path).data(FileTreeModel::ChangeRole);
    if (change.toInt() == int(ChangeClass::NotNeeded))
        return Rank::NotNeeded;
    const QByteArray name = path.toLower();
    if (name == "readme.md")
        return Rank::ReadMe;
    if (name.startsWith("readme") && !name.contains('/'))
        return Rank::OtherReadMe;
    const bool isHidden = path.startsWith('.') || path.contains("/.");
    const bool isMade = change.toInt() == int(ChangeClass::New);
    return isMade && !isHidden ? Rank::Made : Rank::Other;
}

QStringList titlesOf(const QStringList &answers, const FormModel &form)
{
    QStringList titles;
    for (const QString &answer : answers) {
        const QModelIndex index = form.indexOfField({answer});
        if (index.isValid())
            titles += index.data().toString();
    }
    return titles;
}

/// `file` as seen from `folder`, or from the one around it: what templates share lies beside them.
QString withoutFolder(const QString &file, const QString &folder)
{
    for (const QString &from : {folder, folder.section(u'/', 0, -2)}) {
        if (!from.isEmpty() && file.startsWith(from + u'/'))
            return file.sliced(from.size() + 1);
    }
    return file;
}

} // namespace

QByteArray fileToShow(const FileTreeModel &files, const QByteArray &shown, bool isWanted)
{
    const bool isThere = !shown.isEmpty() && files.indexOfFile(shown).isValid();
    if (isThere && isWanted)
        return shown;
    const auto rank = [&](const QByteArray &path) { return rankOf(path, files); };
    const QByteArrayList all = files.filesInOrder();
    const auto best = std::ranges::min_element(all, {}, rank); // the first of several
    if (best == all.end() || (isThere && rank(shown) == rank(*best)))
        return isThere ? shown : QByteArray();
    return *best;
}

QByteArray linkedFile(const FileTreeModel &files, const QByteArray &shown)
{
    const auto isLinked = [&](const QByteArray &path) {
        return files.indexOfFile(path).data(FileTreeModel::LinkedRole).toInt() > 0;
    };
    if (isLinked(shown))
        return shown;
    const QByteArrayList all = files.filesInOrder();
    const auto first = std::ranges::find_if(all, isLinked);
    return first == all.end() ? QByteArray() : *first;
}

QByteArray fileBeside(const FileTreeModel &files, const QByteArray &path, int steps)
{
    const QByteArrayList all = files.filesInOrder();
    if (all.isEmpty())
        return {};
    const qsizetype at = all.indexOf(path) + steps + all.size();
    return all.at(at % all.size());
}

AnswerPath fieldOf(const LineOrigin &origin, const FormModel &form)
{
    for (const QString &answer : origin.answers + origin.conditions) {
        if (form.indexOfField({answer}).isValid())
            return {answer};
    }
    return {};
}

QString originText(const LineOrigin &origin, const FormModel &form, const QString &folder)
{
    QStringList parts;
    if (const QStringList titles = titlesOf(origin.answers, form); !titles.isEmpty())
        parts += QCoreApplication::translate("PreviewSteps", "From %1").arg(titles.join(u", "_s));
    else if (const QStringList deciding = titlesOf(origin.conditions, form); !deciding.isEmpty())
        parts += QCoreApplication::translate("PreviewSteps", "Here because of %1")
                     .arg(deciding.join(u", "_s));
    const QString file = withoutFolder(origin.templateFile, folder);
    if (!file.isEmpty())
        parts += file + u':' + QString::number(origin.position.line);
    return parts.join(u" · "_s);
}

} // namespace waymark
