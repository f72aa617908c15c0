#include "app/cli/answering.h"

#include "models/base/closest.h"
#include "models/base/utf8.h"
#include "models/catalog/answersfile.h"
#include "models/catalog/answertext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

Result<QByteArray> contentsOf(const QString &name, const Surroundings &surroundings, qint64 maximum)
{
    QFile file(QDir(surroundings.workingDirectory).absoluteFilePath(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return failure({.code = u"cli.unreadable"_s,
                        .message = text("The file cannot be read: %1").arg(file.errorString()),
                        .file = name,
                        .hint = text("Check its name and that you may read it.")});
    }
    QByteArray bytes = file.read(maximum + 1);
    if (file.error() != QFile::NoError) {
        return failure({.code = u"cli.unreadable"_s,
                        .message = text("The file cannot be read: %1").arg(file.errorString()),
                        .file = name});
    }
    return bytes;
}

/// Collects what went wrong, of which the gravest decides the exit code.
struct Collector
{
    Refusal refusal{Done, {}};

    void add(ExitCode code, const Problem &problem)
    {
        refusal.code = std::max(refusal.code, code);
        refusal.problems += problem;
    }
};

std::optional<AnswersFile> takeFile(const Arguments &arguments, const Surroundings &surroundings,
                                    const FormSchema &schema, Form &form, Collector &collector)
{
    const QString name = arguments.value(u"--answers"_s);
    if (name.isEmpty())
        return std::nullopt;
    const auto content = contentsOf(name, surroundings, maximumAnswersSize);
    if (!content) {
        collector.add(NotPossible, content.error().problem);
        return std::nullopt;
    }
    const auto file = readAnswers(*content, name, schema);
    if (!file) {
        collector.add(WrongRequest, file.error().problem);
        return std::nullopt;
    }
    for (const Problem &problem : file->problems)
        collector.add(WrongRequest, problem);
    form.setAnswers(file->answers);
    return *file;
}

/// `NAME=VALUE` in its two parts, where it is so written.
Result<std::pair<QString, QString>> parted(const QString &option, const QString &value)
{
    const qsizetype equals = value.indexOf(u'=');
    if (equals > 0)
        return std::pair(value.first(equals), value.sliced(equals + 1));
    return failure({.code = u"cli.usage"_s,
                    .message = text("“%1” is no NAME=VALUE.").arg(value),
                    .hint = text("Write: %1 NAME=VALUE").arg(option)});
}

Result<QString> secretText(const QString &name, const QString &place,
                           const Surroundings &surroundings)
{
    constexpr qint64 maximumSecret = 1 << 20;
    QByteArray bytes;
    if (place.startsWith(u"env:")) {
        const QString variable = place.sliced(4);
        if (!surroundings.environment.contains(variable)) {
            return failure(
                {.code = u"cli.secret"_s,
                 .message
                 = text("There is no variable “%1” for the secret “%2”.").arg(variable, name),
                 .hint = text("Set it, or name another place: --secret %1=file:PATH").arg(name)});
        }
        return surroundings.environment.value(variable);
    }
    if (place.startsWith(u"file:")) {
        auto content = contentsOf(place.sliced(5), surroundings, maximumSecret);
        if (!content)
            return std::unexpected(content.error());
        bytes = *content;
    } else if (place == u"-") {
        bytes = surroundings.streams.in.read(maximumSecret);
    } else {
        return failure(
            {.code = u"cli.secret"_s,
             .message
             = text("The secret “%1” is named by its place, so that it stays out of the shell's "
                    "history.")
                   .arg(name),
             .hint = text("Write: --secret %1=env:VAR, --secret %1=file:PATH, or --secret %1=-")
                         .arg(name)});
    }
    auto decoded = decodeUtf8(bytes);
    if (decoded && decoded->endsWith(u'\n'))
        decoded->chop(decoded->endsWith(u"\r\n") ? 2 : 1);
    return decoded;
}

void takeSettings(const Arguments &arguments, GivenAnswers &given, Collector &collector)
{
    for (const QString &setting : arguments.values(u"--set"_s)) {
        const auto answer = readNamedAnswer(given.form, setting);
        if (!answer) {
            collector.add(WrongRequest, answer.error().problem);
            continue;
        }
        given.form.setAnswer(answer->path, answer->value);
        given.names += answer->path.constFirst();
    }
}

void takeSecrets(const Arguments &arguments, const Surroundings &surroundings,
                 const FormSchema &schema, GivenAnswers &given, Collector &collector)
{
    const QStringList known = schema.secretNames();
    for (const QString &secret : arguments.values(u"--secret"_s)) {
        const auto parts = parted(u"--secret"_s, secret);
        if (!parts) {
            collector.add(WrongRequest, parts.error().problem);
            continue;
        }
        if (!known.contains(parts->first)) {
            collector.add(WrongRequest,
                          {.code = u"cli.secret"_s,
                           .message = text("The template has no secret “%1”.").arg(parts->first),
                           .hint = didYouMean(parts->first, known)});
            continue;
        }
        const auto value = secretText(parts->first, parts->second, surroundings);
        if (!value) {
            collector.add(WrongRequest, value.error().problem);
            continue;
        }
        given.form.setAnswer(parseAnswerPath(parts->first), *value);
        given.names += parts->first;
    }
}

void takeReasons(const Arguments &arguments, const FormSchema &schema, GivenAnswers &given,
                 Collector &collector)
{
    for (const QString &reason : arguments.values(u"--reason"_s)) {
        const auto parts = parted(u"--reason"_s, reason);
        if (!parts) {
            collector.add(WrongRequest, parts.error().problem);
        } else if (!schema.names().contains(parts->first)) {
            collector.add(
                WrongRequest,
                {.code = u"cli.unknown-answer"_s,
                 .message = text("The template asks nothing called “%1”.").arg(parts->first),
                 .hint = didYouMean(parts->first, schema.names())});
        } else {
            given.reasons.insert(parts->first, parts->second);
        }
    }
}

} // namespace

Attempt<GivenAnswers> collectAnswers(const FormSchema &schema, const Arguments &arguments,
                                     const Surroundings &surroundings)
{
    Collector collector;
    GivenAnswers given{Form(schema), {}, {}};
    const auto file = takeFile(arguments, surroundings, schema, given.form, collector);
    given.names = given.form.given().keys();
    takeSettings(arguments, given, collector);
    takeSecrets(arguments, surroundings, schema, given, collector);
    takeReasons(arguments, schema, given, collector);
    if (collector.refusal.problems.isEmpty())
        return given;
    for (const AnswerProblem &problem : given.form.problems()) {
        if (given.form.isGiven(problem.path)) // what is missing is said once the rest is right
            collector.add(WrongRequest, file ? file->located(problem) : problem.problem);
    }
    return std::unexpected(collector.refusal);
}

QList<Problem> formProblems(const Form &form, const FormSchema &schema, const Arguments &arguments,
                            const Surroundings &surroundings)
{
    const QString name = arguments.value(u"--answers"_s);
    std::optional<AnswersFile> file;
    if (!name.isEmpty()) {
        if (const auto content = contentsOf(name, surroundings, maximumAnswersSize)) {
            if (const auto read = readAnswers(*content, name, schema))
                file = *read;
        }
    }
    QList<Problem> problems;
    for (const AnswerProblem &problem : form.problems()) {
        Problem placed = file ? file->located(problem) : problem.problem;
        if (!placed.position)
            placed.message = toText(problem.path) + u": "_s + placed.message;
        problems += placed;
    }
    return problems;
}

} // namespace waymark::cli
