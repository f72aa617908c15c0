#include "app/cli/secrets.h"

#include "app/cli/inputfile.h"
#include "models/base/closest.h"
#include "models/base/utf8.h"

#include <QCoreApplication>
#include <QIODevice>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

constexpr qint64 maximumSecret = 1 << 20;

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

Result<QString> variable(const QString &name, const QString &variable,
                         const Surroundings &surroundings)
{
    if (surroundings.environment.contains(variable))
        return surroundings.environment.value(variable);
    return failure(
        {.code = u"cli.secret"_s,
         .message = text("There is no variable “%1” for the secret “%2”.").arg(variable, name),
         .hint = text("Set it, or name another place: --secret %1=file:PATH").arg(name)});
}

/// The text in `bytes`, without the newline that ends a file.
Result<QString> textOf(const QString &name, const QByteArray &bytes)
{
    auto decoded = decodeUtf8(bytes);
    if (!decoded || bytes.size() > maximumSecret)
        return failure({.code = u"cli.secret"_s,
                        .message = decoded ? text("The secret “%1” is longer than 1 MiB.").arg(name)
                                           : text("The secret “%1” is no UTF-8.").arg(name),
                        .hint = text("Check that it is the right file.")});
    if (decoded->endsWith(u'\n'))
        decoded->chop(decoded->endsWith(u"\r\n") ? 2 : 1);
    return decoded;
}

Result<QString> fromInput(const QString &name, const Surroundings &surroundings)
{
    if (!surroundings.streams.inIsTerminal)
        return textOf(name, surroundings.streams.in.read(maximumSecret + 1));
    const auto typed
        = surroundings.prompt ? surroundings.prompt->hidden(name + u": "_s) : std::nullopt;
    if (typed)
        return *typed;
    return failure(
        {.code = u"cli.secret"_s,
         .message = text("Nothing was typed for the secret “%1”.").arg(name),
         .hint = text("Type it, or name another place: --secret %1=file:PATH").arg(name)});
}

Result<QString> secretText(const QString &name, const QString &place,
                           const Surroundings &surroundings)
{
    if (place.startsWith(u"env:"))
        return variable(name, place.sliced(4), surroundings);
    if (place == u"-")
        return fromInput(name, surroundings);
    if (place.startsWith(u"file:")) {
        const auto content = contentsOf(place.sliced(5), surroundings, maximumSecret);
        return content ? textOf(name, *content) : std::unexpected(content.error());
    }
    return failure(
        {.code = u"cli.secret"_s,
         .message
         = text("The secret “%1” is named by its place, so that it stays out of the shell's "
                "history.")
               .arg(name),
         .hint
         = text("Write: --secret %1=env:VAR, --secret %1=file:PATH, or --secret %1=-").arg(name)});
}

/// Why the secret `name` cannot be taken from `place`, before anything is read.
std::optional<Problem> objectionTo(const QString &name, const QString &place,
                                   const QString &fromInput, const FormSchema &schema)
{
    const QStringList known = schema.secretNames();
    if (!known.contains(name))
        return Problem{.code = u"cli.secret"_s,
                       .message = schema.names().contains(name)
                           ? text("“%1” is no secret.").arg(name)
                           : text("The template has no secret “%1”.").arg(name),
                       .hint = schema.names().contains(name)
                           ? text("Write: --set %1=VALUE").arg(name)
                           : didYouMean(name, known)};
    if (place == u"-" && !fromInput.isEmpty())
        return Problem{
            .code = u"cli.secret"_s,
            .message
            = text("Standard input holds one secret, but “%1” and “%2” are to come from it.")
                  .arg(fromInput, name),
            .hint = text("Name another place for one of them: --secret %1=env:VAR or --secret "
                         "%1=file:PATH")
                        .arg(name)};
    return std::nullopt;
}

} // namespace

Result<std::pair<QString, QString>> parted(const QString &option, const QString &value)
{
    const qsizetype equals = value.indexOf(u'=');
    if (equals > 0)
        return std::pair(value.first(equals), value.sliced(equals + 1));
    return failure({.code = u"cli.usage"_s,
                    .message = text("“%1” is no NAME=VALUE.").arg(value),
                    .hint = text("Write: %1 NAME=VALUE").arg(option)});
}

void takeSecrets(const Arguments &arguments, const Surroundings &surroundings, GivenAnswers &given)
{
    QString fromInput; // the secret that standard input is for
    for (const QString &secret : arguments.values(u"--secret"_s)) {
        const auto parts = parted(u"--secret"_s, secret);
        if (!parts) {
            given.blame(WrongRequest, {}, parts.error().problem);
            continue;
        }
        const auto &[name, place] = *parts;
        if (const auto problem = objectionTo(name, place, fromInput, given.form.schema())) {
            given.blame(WrongRequest, name, *problem);
            continue;
        }
        if (place == u"-")
            fromInput = name;
        const auto value = secretText(name, place, surroundings);
        if (!value) {
            const bool isUnreadable = value.error().problem.code == u"cli.unreadable";
            given.blame(isUnreadable ? NotPossible : WrongRequest, name, value.error().problem);
            continue;
        }
        given.takeOnce(u"--secret"_s, parseAnswerPath(name), *value);
    }
}

} // namespace waymark::cli
