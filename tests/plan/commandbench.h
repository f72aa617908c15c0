#pragma once

#include "models/plan/commandrun.h"
#include "models/plan/filesystem.h"
#include "models/process/sandbox.h"
#include "tests/catalog/copiertesting.h"
#include "tests/support/cookiecuttertemplate.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTimeZone>

namespace waymark::testing {

/// Runs the commands of templates on what they make, in scratch folders of its own.
class CommandBench
{
public:
    struct Ready
    {
        LoadedTemplate loaded;
        Rendering rendering;
    };

    [[nodiscard]] static Ready ready(const CookiecutterTemplate &made)
    {
        Ready ready{.loaded = made.loaded(), .rendering = {}};
        render(ready, made.form());
        return ready;
    }

    /// Of Copier, with these files beside its `copier.yml`.
    [[nodiscard]] static Ready ready(const QByteArray &yaml, QList<TemplateFile> files,
                                     const QByteArray &answers = "{}")
    {
        Ready ready;
        ready.loaded.entry.definition = copierTemplate(yaml);
        files += {.path = "copier.yml", .content = yaml};
        ready.loaded.tree = TemplateTree(files);
        render(ready, Form(ready.loaded.entry.definition.form, answersOf(answers)));
        return ready;
    }

    [[nodiscard]] Result<CommandOutcome> run(const Ready &ready)
    {
        return runCommands(fileSystem, state(),
                           {.loaded = ready.loaded,
                            .rendering = ready.rendering,
                            .destination = destination,
                            .kept = kept,
                            .isSandboxed = isSandboxed,
                            .timeout = timeout,
                            .stop = stop.get_token(),
                            .starting = starting});
    }

    /// "path=content" of each file, "path/" of each empty folder, marked where it is executable or
    /// a link.
    [[nodiscard]] static QStringList picture(const TemplateTree &tree)
    {
        QStringList lines;
        for (const TemplateFile &file : tree.files()) {
            const QChar sign = file.mode == FileMode::Link ? u'>'
                : file.mode == FileMode::Executable        ? u'*'
                                                           : u'=';
            lines += QString::fromUtf8(file.path) + sign + QString::fromUtf8(file.content);
        }
        for (const QByteArray &folder : tree.emptyFolders())
            lines += QString::fromUtf8(folder) + u'/';
        return lines;
    }

    [[nodiscard]] QString state() const { return m_folder.filePath(QStringLiteral("state")); }
    /// What is left in the folder of scratch folders.
    [[nodiscard]] QStringList left() const
    {
        return QDir(state()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    FileSystem fileSystem;
    QString destination = QStringLiteral("/home/ada/work/orders");
    QList<RenderedFile> kept;
    bool isSandboxed = true;
    std::chrono::milliseconds timeout = std::chrono::minutes(5);
    std::stop_source stop;
    std::function<void(const QString &)> starting;

private:
    static void render(Ready &ready, const Form &form)
    {
        ready.loaded.entry.source
            = {.name = QStringLiteral("tests"), .folder = QStringLiteral("/t")};
        ready.rendering = waymark::render(
            ready.loaded,
            atItsOccasion({.form = form,
                           .now = QDateTime({2026, 11, 24}, {10, 0}, QTimeZone::UTC),
                           .seed = "9f2c",
                           .destination = QStringLiteral("/home/ada/work/orders")}));
    }

    QTemporaryDir m_folder;
};

/// Why no sandbox can be made here; empty where one can be.
inline QString sandboxMissing()
{
    const QTemporaryDir folder;
    const auto works
        = checkSandbox({.writable = {folder.path(), QStringLiteral("/home/ada/orders")}});
    return works ? QString() : works.error().toString();
}

} // namespace waymark::testing
