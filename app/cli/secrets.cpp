#include "app/cli/secrets.h"

#include "app/cli/secretplaces.h"
#include "models/base/closest.h"
#include "models/catalog/answertext.h"
#include "models/catalog/violationwords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

QString placesFor(const QString &name)
{
    return text("Write: --secret %1=env:VAR, --secret %1=file:PATH, or --secret %1=-").arg(name);
}

Problem noSecret(const QString &name, const AnswerPath &path, const FormSchema &schema)
{
    const bool isAsked = schema.parameter(path).has_value();
    const QString meant = didYouMean(name, schema.secretNames());
    const QString others = schema.secretNames().isEmpty()
        ? text("It asks for none: leave --secret %1=… out.").arg(name)
        : text("It asks for %1.").arg(alternatives(schema.secretNames()));
    return {.code = u"cli.secret"_s,
            .message = isAsked ? text("“%1” is no secret.").arg(name)
                               : text("The template has no secret “%1”.").arg(name),
            .hint = isAsked       ? text("Write: --set %1=VALUE").arg(name)
                : meant.isEmpty() ? others
                                  : meant};
}

/// Why the secret `name` cannot be taken from `place`, before anything is read.
std::optional<Problem> objectionTo(const QString &name, const QString &place,
                                   const QString &fromInput, const FormSchema &schema)
{
    const AnswerPath path = namedPath(name, schema);
    if (!schema.isSecret(path) && !schema.secretNames().contains(name))
        return noSecret(name, path, schema);
    if (place == u"-" && !fromInput.isEmpty())
        return Problem{
            .code = u"cli.secret"_s,
            .message
            = (fromInput.startsWith(u"--")
                   ? text("Standard input holds one thing, but %1 and “%2” are to come from it.")
                   : text(
                         "Standard input holds one secret, but “%1” and “%2” are to come from it."))
                  .arg(fromInput, name),
            .hint = text("Name another place for one of them: --secret %1=env:VAR or --secret "
                         "%1=file:PATH")
                        .arg(name)};
    return std::nullopt;
}

/// The answer that `secret` gives to the question at `path`, by its type.
Result<Value> answerOf(const AnswerPath &path, const QString &secret, const Form &form)
{
    const auto asked = form.parameter(path);
    Parameter parameter = asked ? *asked : form.schema().parameter(path).value_or(Parameter());
    if (parameter.type == Parameter::Type::Anything)
        return secret;
    parameter.title = toText(path);
    parameter.widget = u"password"_s; // the error shall not repeat it, be it a group's
    return readAnswer(parameter, secret);
}

Result<Value> secretAnswer(const QString &name, const QString &place, const Form &form,
                           const Surroundings &surroundings)
{
    const auto secret = secretText(name, place, surroundings);
    if (!secret)
        return std::unexpected(secret.error());
    return answerOf(namedPath(name, form.schema()), *secret, form);
}

} // namespace

Result<std::pair<QString, QString>> parted(const QString &option, const QString &value)
{
    const qsizetype equals = value.indexOf(u'=');
    if (equals > 0)
        return std::pair(value.first(equals), value.sliced(equals + 1));
    if (option == u"--secret")
        return failure({.code = u"cli.usage"_s,
                        .message = text("What stands behind --secret is no NAME=PLACE."),
                        .hint = placesFor(u"NAME"_s)});
    return failure({.code = u"cli.usage"_s,
                    .message = text("“%1” is no NAME=VALUE.").arg(value),
                    .hint = text("Write: %1 NAME=VALUE").arg(option)});
}

std::optional<AnswerPath> secretIn(const FormSchema &schema, const AnswerPath &path,
                                   const Value &value)
{
    if (schema.isSecret(path))
        return path;
    if (const Map *map = value.toMap()) {
        for (const Map::Entry &entry : *map) {
            if (auto found = secretIn(schema, path + AnswerPath{entry.key}, entry.value))
                return found;
        }
    }
    const List *list = value.toList();
    for (qsizetype i = 0; list && i < list->size(); ++i) {
        if (auto found = secretIn(schema, path + AnswerPath{QString::number(i)}, list->at(i)))
            return found;
    }
    return std::nullopt;
}

Problem openSecret(const AnswerPath &path)
{
    const bool isInList = std::ranges::any_of(
        path, [](const QString &step) { return !step.isEmpty() && step.at(0).isDigit(); });
    return {.code = u"cli.secret"_s,
            .message = text("“%1” is a secret, which --set would leave in the shell's history.")
                           .arg(toText(path)),
            .hint = isInList ? text("Give it in a file: --answers FILE") : placesFor(toText(path))};
}

void takeSecrets(const Arguments &arguments, const Surroundings &surroundings, GivenAnswers &given)
{
    const FormSchema schema = given.form.schema();
    const QString answers = u"--answers"_s;
    // What standard input is for.
    QString fromInput = arguments.value(answers) == u"-" ? answers : QString();
    for (const QString &secret : arguments.values(u"--secret"_s)) {
        const auto parts = parted(u"--secret"_s, secret);
        if (!parts) {
            given.blame(WrongRequest, {}, parts.error().problem);
            continue;
        }
        const auto &[name, place] = *parts;
        const AnswerPath path = namedPath(name, schema);
        if (const auto problem = objectionTo(name, place, fromInput, schema)) {
            given.blame(WrongRequest, path.constFirst(), *problem);
            continue;
        }
        if (place == u"-")
            fromInput = name;
        const auto value = secretAnswer(name, place, given.form, surroundings);
        if (!value) {
            const bool isUnreadable = value.error().problem.code == u"cli.unreadable";
            given.blame(isUnreadable ? NotPossible : WrongRequest, path.constFirst(),
                        value.error().problem);
            continue;
        }
        given.takeOnce(u"--secret"_s, path, *value);
    }
}

} // namespace waymark::cli
