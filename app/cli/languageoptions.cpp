#include "app/cli/languageoptions.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

constexpr qint64 maximumTemplate = qint64(64) << 20;

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

jinja::Options dialectOf(const Arguments &arguments, const QString &file)
{
    const QString asked = arguments.value(u"--dialect"_s);
    const bool isNunjucks
        = asked.isEmpty() ? file != u"-" && isBelowBackstageTemplate(file) : asked == u"nunjucks";
    if (!isNunjucks)
        return jinja::Options::jinja2();
    return arguments.value(u"--jinja-compat"_s) == u"on"
        ? jinja::Options::backstageCookiecutterCompat()
        : jinja::Options::backstageNunjucks();
}

jinja::UndefinedKind undefinedOf(const QString &name)
{
    if (name == u"strict")
        return jinja::UndefinedKind::Strict;
    if (name == u"chainable")
        return jinja::UndefinedKind::Chainable;
    return name == u"debug" ? jinja::UndefinedKind::Debug : jinja::UndefinedKind::Lenient;
}

} // namespace

Result<jinja::Options> languageOptions(const Arguments &arguments, const QString &file)
{
    jinja::Options options = dialectOf(arguments, file);
    if (arguments.has(u"--delimiters"_s)) {
        const auto delimiters = delimitersOf(arguments.value(u"--delimiters"_s));
        if (!delimiters)
            return std::unexpected(delimiters.error());
        options.delimiters = *delimiters;
    }
    options.trimBlocks = arguments.has(u"--trim-blocks"_s);
    options.lstripBlocks = arguments.has(u"--lstrip-blocks"_s);
    options.keepTrailingNewline = arguments.has(u"--keep-trailing-newline"_s);
    const QString newline = arguments.value(u"--newline-sequence"_s, u"lf"_s);
    options.newlineSequence = newline == u"crlf" ? u"\r\n"_s : newline == u"cr" ? u"\r"_s : u"\n"_s;
    options.lineStatementPrefix = arguments.value(u"--line-statement-prefix"_s);
    options.lineCommentPrefix = arguments.value(u"--line-comment-prefix"_s);
    options.autoescape = arguments.has(u"--autoescape"_s);
    options.undefined = undefinedOf(arguments.value(u"--undefined"_s));
    options.extensions = arguments.values(u"--extension"_s);
    options.immutable = arguments.value(u"--sandbox"_s) == u"immutable";
    return options;
}

jinja::Loader folderLoader(const QString &folder)
{
    const QString root = QFileInfo(folder).canonicalFilePath();
    return [root](const QString &name) -> Result<std::optional<QByteArray>> {
        const QFileInfo info(QDir(root).filePath(name));
        const QString real = info.canonicalFilePath();
        if (name.isEmpty() || QDir::isAbsolutePath(name) || !info.isFile()
            || !real.startsWith(root + u'/'))
            return std::optional<QByteArray>();
        QFile file(real);
        if (file.open(QIODevice::ReadOnly) && file.size() <= maximumTemplate)
            return std::optional(file.readAll());
        return failure(
            {.code = u"cli.unreadable"_s,
             .message = text("The template “%1” cannot be read: %2").arg(name, file.errorString()),
             .file = real});
    };
}

} // namespace waymark::cli
