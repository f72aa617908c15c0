#include "models/git/refusalparts.h"
#include "models/git/repository.h"
#include "models/git/shellwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace waymark::git {
namespace {

struct Underway
{
    QString message;
    QString hint; // with %1 for "git -C FOLDER"
};

Underway underway(Operation operation)
{
    const auto words
        = [](const char *message) { return QCoreApplication::translate("Git", message); };
    switch (operation) {
    case Operation::None:
        break;
    case Operation::Merge:
        return {
            words(QT_TRANSLATE_NOOP("Git", "A merge is under way here.")),
            words(QT_TRANSLATE_NOOP(
                "Git", "Finish it with: %1 merge --continue, or drop it with: %1 merge --abort"))};
    case Operation::Revert:
        return {words(QT_TRANSLATE_NOOP("Git", "A revert is under way here.")),
                words(QT_TRANSLATE_NOOP(
                    "Git",
                    "Finish it with: %1 revert --continue, or drop it with: %1 revert --abort"))};
    case Operation::CherryPick:
        return {words(QT_TRANSLATE_NOOP("Git", "A cherry-pick is under way here.")),
                words(QT_TRANSLATE_NOOP("Git",
                                        "Finish it with: %1 cherry-pick --continue, or drop it "
                                        "with: %1 cherry-pick --abort"))};
    case Operation::Bisect:
        return {words(QT_TRANSLATE_NOOP("Git", "A bisect is under way here.")),
                words(QT_TRANSLATE_NOOP("Git", "End it with: %1 bisect reset"))};
    case Operation::Rebase:
        return {words(QT_TRANSLATE_NOOP("Git", "A rebase is under way here.")),
                words(QT_TRANSLATE_NOOP(
                    "Git",
                    "Finish it with: %1 rebase --continue, or drop it with: %1 rebase --abort"))};
    case Operation::ApplyPatches:
        return {words(QT_TRANSLATE_NOOP("Git", "git am is applying patches here.")),
                words(QT_TRANSLATE_NOOP(
                    "Git", "Finish it with: %1 am --continue, or drop it with: %1 am --abort"))};
    }
    return {};
}

} // namespace

QString gitIn(const Repository &repository)
{
    return u"git -C %1"_s.arg(
        shellQuoted(repository.isBare() ? repository.gitDir() : repository.workTree()));
}

std::optional<Problem> operationUnderway(const Repository &repository)
{
    const Underway words = underway(repository.operation());
    if (words.message.isEmpty())
        return {};
    return Problem{.code = u"git.operation"_s,
                   .message = words.message,
                   .file = repository.workTree(),
                   .hint = QString(words.hint).replace(u"%1"_s, gitIn(repository))};
}

} // namespace waymark::git
