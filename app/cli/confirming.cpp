#include "app/cli/confirming.h"

#include "app/cli/planview.h"
#include "app/cli/repeating.h"
#include "app/cli/undoneview.h"
#include "models/catalog/violationwords.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

/// Which of `words` was typed behind `question`, in full or in part; Enter is the first. Asks until
/// it is told, and says to `talk` what can be.
Result<qsizetype> chosen(const QString &question, const QStringList &words, Prompt &prompt,
                         QTextStream &talk)
{
    while (true) {
        const auto typed = prompt.line(question, words);
        if (!typed)
            return failure({.code = u"cli.input-ended"_s,
                            .message = text("The input ended before every question was answered; "
                                            "nothing was written.")});
        const QString answer = typed->trimmed().toLower();
        for (qsizetype i = 0; i < words.size(); ++i) {
            if (words.at(i).startsWith(answer))
                return i;
        }
        talk << "  " << text("Type %1, or just the first letter.").arg(alternatives(words)) << '\n'
             << Qt::flush;
    }
}

/// Whether the golden file `name` is to replace the one that is there.
Result<bool> wantsGolden(const QString &name, Prompt &prompt, QTextStream &talk)
{
    const auto word = chosen(text("  %1 is there already. Keep it, or use the golden one? [keep]: ")
                                 .arg(printable(name)),
                             {u"keep"_s, u"golden"_s}, prompt, talk);
    if (!word)
        return std::unexpected(word.error());
    return *word == 1;
}

} // namespace

bool isAsking(const Arguments &arguments, const Surroundings &surroundings)
{
    return surroundings.prompt && !arguments.has(u"--defaults"_s);
}

Attempt<Preparation> settled(Preparation prepared, const Surroundings &surroundings,
                             const Reporter &reporter)
{
    const QByteArrayList &declined = prepared.request.wishes.declined;
    QStringList golden;
    for (const PlannedFile &file : std::as_const(prepared.plan.files)) {
        const QByteArray shown = prepared.plan.shownPath(file.change.path);
        const bool isDeclined = declined.contains(file.change.path) || declined.contains(shown);
        if (file.change.kind != ChangeClass::Kept || file.yields || isDeclined)
            continue;
        const QString name = QString::fromUtf8(file.change.path);
        const auto isGolden
            = wantsGolden(QString::fromUtf8(shown), *surroundings.prompt, reporter.talk());
        if (!isGolden)
            return refused(WrongRequest, isGolden.error());
        if (*isGolden)
            golden += name;
    }
    if (golden.isEmpty())
        return prepared;
    prepared.request.wishes.golden += golden;
    prepared.plan
        = makePlan(prepared.request, render(prepared.request.loaded, prepared.request.render),
                   prepared.plan.destination);
    return prepared;
}

Result<bool> agreedToRun(const QList<UndoneAction> &undone, bool isSandboxed,
                         const Surroundings &surroundings, const Reporter &reporter)
{
    QTextStream &out = reporter.talk();
    out << '\n'
        << reporter.bold(isSandboxed
                             ? text("Before anything is written, this would run in a sandbox, "
                                    "without network and out of reach of your files")
                             : text("Before anything is written, this would run as you, with all "
                                    "that you may do"))
        << '\n';
    printToRun(out, undone, u"  "_s);
    out << '\n';
    out.flush();
    const auto word
        = chosen(text("Run this? [y/N]: "), {u"no"_s, u"yes"_s}, *surroundings.prompt, out);
    if (!word)
        return std::unexpected(word.error());
    return *word == 1;
}

Result<bool> confirmed(const Preparation &prepared, const Surroundings &surroundings,
                       const Reporter &reporter)
{
    reporter.talk().flush();
    surroundings.streams.err.flush(); // problems stand above the summary that speaks of them
    printSummary(reporter.talk(), prepared.plan, reporter);
    reporter.talk().flush();
    const auto word = chosen(text("Write this? [Y/n]: "), {u"yes"_s, u"no"_s}, *surroundings.prompt,
                             reporter.talk());
    if (!word)
        return std::unexpected(word.error());
    return *word == 0;
}

void printDeclined(const Preparation &prepared, WhyDeclined why, const Arguments &arguments,
                   const Surroundings &surroundings, const Reporter &reporter)
{
    surroundings.streams.err.flush(); // what was wrong stands above the way on
    QTextStream &out = reporter.talk();
    out << '\n'
        << (why == WhyDeclined::Failure
                ? text("Nothing was written. With that put right, this makes it and asks nothing:")
                : text("Nothing was written. This makes the same, and asks nothing:"))
        << "\n  "
        << printable(
               sameCommand(arguments, prepared.request.render.form, prepared.request.wishes.golden,
                           prepared.leavesHooks ? QStringList{u"--run-hooks"_s} : QStringList()))
        << '\n';
    for (const QString &secret : prepared.request.render.form.schema().secretNames()) {
        if (prepared.plan.secrets.contains(secret)) // which names what is made of them too
            out << text("Its secrets are not in it; add: --secret %1=env:VAR")
                       .arg(printable(secret))
                << '\n';
    }
}

} // namespace waymark::cli
