#include "app/cli/secretplaces.h"

#include "app/cli/inputfile.h"
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
    if (!surroundings.streams.inIsTerminal) {
        const auto content = standardInput(surroundings, maximumSecret);
        return content ? textOf(name, *content) : std::unexpected(content.error());
    }
    const auto typed
        = surroundings.prompt ? surroundings.prompt->hidden(name + u": "_s) : std::nullopt;
    if (typed)
        return *typed;
    return failure(
        {.code = u"cli.secret"_s,
         .message = text("Nothing was typed for the secret “%1”.").arg(name),
         .hint = text("Type it, or name another place: --secret %1=file:PATH").arg(name)});
}

/// What `place` holds, be it empty.
Result<QString> contentOf(const QString &name, const QString &place,
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

} // namespace

Result<QString> secretText(const QString &name, const QString &place,
                           const Surroundings &surroundings)
{
    auto secret = contentOf(name, place, surroundings);
    if (!secret || !secret->isEmpty())
        return secret;
    const QString where
        = place == u"-" ? text("Standard input") : text("“%1”").arg(place.section(u':', 1));
    return failure(
        {.code = u"cli.secret"_s,
         .message = text("%1 holds nothing for the secret “%2”.").arg(where, name),
         .hint = text("Put it there, or name another place: --secret %1=env:VAR, --secret "
                      "%1=file:PATH, or --secret %1=-. To give none, leave it out.")
                     .arg(name)});
}

} // namespace waymark::cli
