#include "app/cli/languageoptions.h"

#include "app/cli/commandline.h"
#include "app/cli/conflicts.h"
#include "app/cli/templatesfolder.h"
#include "models/base/closest.h"
#include "models/jinja/extensions/registry.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

bool isBackstageTemplate(const QString &file)
{
    QFile manifest(file);
    return manifest.open(QIODevice::ReadOnly)
        && manifest.read(1 << 20).contains("scaffolder.backstage.io/");
}

/// Whether the nearest template that `file` belongs to is one of Backstage's.
bool isBelowBackstageTemplate(const QString &file)
{
    for (QDir folder = QFileInfo(file).absoluteDir();;) {
        for (const QString &name : {u"template.yaml"_s, u"template.yml"_s}) {
            if (folder.exists(name) && isBackstageTemplate(folder.filePath(name)))
                return true;
        }
        for (const QString &name : {u"cookiecutter.json"_s, u"copier.yml"_s, u"copier.yaml"_s}) {
            if (folder.exists(name))
                return false;
        }
        if (!folder.cdUp())
            return false;
    }
}

Result<jinja::Delimiters> delimitersOf(const QString &value)
{
    const QStringList parts = value.split(u',');
    const bool isWhole = parts.size() == 6
        && std::ranges::none_of(parts, [](const QString &part) { return part.isEmpty(); });
    if (!isWhole) {
        return failure(
            {.code = u"cli.usage"_s,
             .message = text("--delimiters takes six parts between commas, none of them empty."),
             .hint = text("Write: --delimiters '[%,%],[[,]],[#,#]'")});
    }
    return jinja::Delimiters{parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]};
}

/// The name of the dialect: as asked for, else by what surrounds the file.
QString dialectOf(const Arguments &arguments, const Surroundings &surroundings)
{
    const QString name = arguments.positional(0);
    const QString file = QDir(surroundings.workingDirectory).absoluteFilePath(name);
    const bool isNunjucks
        = name != u"-" && !arguments.has(u"--dialect"_s) && isBelowBackstageTemplate(file);
    return arguments.value(u"--dialect"_s, isNunjucks ? u"nunjucks"_s : u"jinja2"_s);
}

jinja::Options optionsOf(const QString &dialect, const Arguments &arguments)
{
    if (dialect == u"jinja2")
        return jinja::Options::jinja2();
    return arguments.value(u"--jinja-compat"_s) == u"on"
        ? jinja::Options::backstageCookiecutterCompat()
        : jinja::Options::backstageNunjucks();
}

/// Why the extension `name` is none of `known`.
Problem unknownExtension(const QString &name, const QStringList &known)
{
    static const QStringList builtIn{u"jinja2.ext.with_"_s, u"jinja2.ext.autoescape"_s};
    const QString all = text("There are: %1.").arg(known.join(u", "_s));
    const QString meant = didYouMean(name, known);
    Problem problem{.code = u"cli.extension"_s,
                    .message = text("There is no extension “%1” here.").arg(name),
                    .hint = meant.isEmpty() ? all : meant};
    if (builtIn.contains(name)) {
        problem.message = text("“%1” is part of Jinja2, and no extension any more.").arg(name);
        problem.hint = text("Leave it out: what it brought is there.");
    }
    return problem;
}

Result<> checkExtensions(const QStringList &names)
{
    QStringList known;
    QStringList otherNames;
    for (const jinja::ExtensionRow &extension : jinja::jinja2Extensions()) {
        known += extension.name.toString();
        otherNames += extension.otherName.toString();
    }
    for (const QString &name : names) {
        if (!known.contains(name) && !otherNames.contains(name))
            return failure(unknownExtension(name, known));
    }
    return {};
}

jinja::UndefinedKind undefinedOf(const QString &name)
{
    if (name == u"strict")
        return jinja::UndefinedKind::Strict;
    if (name == u"chainable")
        return jinja::UndefinedKind::Chainable;
    return name == u"debug" ? jinja::UndefinedKind::Debug : jinja::UndefinedKind::Lenient;
}

QString newlineOf(const QString &name)
{
    if (name == u"crlf")
        return u"\r\n"_s;
    return name == u"cr" ? u"\r"_s : u"\n"_s;
}

} // namespace

Result<jinja::Options> languageOptions(const Arguments &arguments, const Surroundings &surroundings)
{
    const QString dialect = dialectOf(arguments, surroundings);
    const auto fitting
        = checkConflicts(**findCommand(u"render"_s), arguments, {u"--dialect="_s + dialect});
    if (!fitting)
        return std::unexpected(fitting.error());
    if (const auto known = checkExtensions(arguments.values(u"--extension"_s)); !known)
        return std::unexpected(known.error());
    const auto loader = loaderOf(arguments.value(u"--templates"_s), surroundings);
    if (!loader)
        return std::unexpected(loader.error());
    jinja::Options options = optionsOf(dialect, arguments);
    if (arguments.has(u"--delimiters"_s)) {
        const auto delimiters = delimitersOf(arguments.value(u"--delimiters"_s));
        if (!delimiters)
            return std::unexpected(delimiters.error());
        options.delimiters = *delimiters;
    }
    options.loader = *loader;
    options.trimBlocks = arguments.has(u"--trim-blocks"_s);
    options.lstripBlocks = arguments.has(u"--lstrip-blocks"_s);
    options.keepTrailingNewline = arguments.has(u"--keep-trailing-newline"_s);
    options.newlineSequence = newlineOf(arguments.value(u"--newline-sequence"_s));
    options.lineStatementPrefix = arguments.value(u"--line-statement-prefix"_s);
    options.lineCommentPrefix = arguments.value(u"--line-comment-prefix"_s);
    options.autoescape = arguments.has(u"--autoescape"_s);
    options.undefined = undefinedOf(arguments.value(u"--undefined"_s));
    options.extensions = arguments.values(u"--extension"_s);
    options.immutable = arguments.value(u"--sandbox"_s) == u"immutable";
    return options;
}

} // namespace waymark::cli
