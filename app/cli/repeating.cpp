#include "app/cli/repeating.h"

#include "app/cli/commandline.h"
#include "models/catalog/answertext.h"
#include "models/git/shellwords.h"

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

/// Every answer that is not what --defaults gives.
QStringList settings(const Form &form)
{
    QStringList words;
    for (const QString &answer : namedAnswers(form))
        words += {u"--set"_s, answer};
    return words;
}

/// The options that were given, without answers, --golden and `leftOut`.
QStringList otherOptions(const Arguments &arguments, const QStringList &leftOut)
{
    const QStringList others = leftOut
        + QStringList{u"--answers"_s, u"--set"_s, u"--secret"_s, u"--defaults"_s, u"--golden"_s};
    const auto command = findCommand(u"new"_s);
    QStringList words;
    for (const Option &option : command ? allOptions(**command) : QList<Option>()) {
        if (others.contains(option.name))
            continue;
        for (const QString &value : arguments.values(option.name)) {
            words += option.name;
            if (option.takes != Takes::Nothing)
                words += value;
        }
    }
    return words;
}

QString commandOf(QStringList words)
{
    for (QString &word : words)
        word = git::shellQuoted(word);
    return words.join(u' ');
}

QStringList newWith(const Arguments &arguments, const Form &form, const QStringList &leftOut = {})
{
    return QStringList{u"waymark"_s, u"new"_s} + arguments.positionals() + settings(form)
        + otherOptions(arguments, leftOut);
}

} // namespace

QString begunCommand(const Arguments &arguments, const Form &form)
{
    return commandOf(newWith(arguments, form));
}

QString applyCommand(const Arguments &arguments, const Form &form, const QStringList &golden,
                     const QStringList &pins)
{
    const QStringList ofThisRun{u"--dry-run"_s,     u"--json"_s, u"--log"_s,
                                u"--expect-plan"_s, u"--now"_s,  u"--seed"_s};
    QStringList words = newWith(arguments, form, ofThisRun);
    for (const QString &secret : arguments.values(u"--secret"_s))
        words += {u"--secret"_s, secret};
    for (const QString &path : golden)
        words += {u"--golden"_s, path};
    return commandOf(words + QStringList{u"--defaults"_s} + pins);
}

QString sameCommand(const Arguments &arguments, const Form &form, const QStringList &golden,
                    const QStringList &leftOut)
{
    QStringList words = newWith(arguments, form, leftOut);
    for (const QString &path : golden)
        words += {u"--golden"_s, path};
    words += u"--defaults"_s;
    return commandOf(words);
}

} // namespace waymark::cli
