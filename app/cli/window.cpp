#include "app/cli/window.h"

#include "app/cli/reporter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

QString withoutWindow()
{
    return text("Everything works from the command line too: waymark list shows the templates, "
                "waymark new TEMPLATE DEST makes a service. See: waymark help");
}

/// QT_QPA_PLATFORM says that whoever set it knows better.
bool hasDisplay(const QHash<QString, QString> &environment)
{
    for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s}) {
        if (!environment.value(name).isEmpty())
            return true;
    }
    return false;
}

Error noDisplay()
{
    return {{.code = u"cli.no-display"_s,
             .message = text("There is no display to open the window on: neither DISPLAY nor "
                             "WAYLAND_DISPLAY is set."),
             .hint = withoutWindow()}};
}

Error noProgram()
{
    return {{.code = u"cli.no-window"_s,
             .message = text("The program of the window, waymark-desktop, is not installed."),
             .hint = withoutWindow()}};
}

} // namespace

QString findWindowProgram(const QString &programFolder)
{
    if (programFolder.isEmpty())
        return {};
    const QDir folder(programFolder);
    const QString name = QString(windowProgram);
    for (const QString &place : {name, u"../libexec/"_s + name, u"../libexec/waymark/"_s + name}) {
        const QFileInfo program(folder.filePath(place));
        if (program.isFile() && program.isExecutable())
            return QDir::cleanPath(program.absoluteFilePath());
    }
    return {};
}

QString becomeProgram(const QString &program)
{
    QByteArray path = QFile::encodeName(program);
    const std::array<char *, 2> arguments = {path.data(), nullptr};
    execv(path.constData(), arguments.data());
    return QString::fromLocal8Bit(std::strerror(errno));
}

ExitCode openWindow(const Surroundings &surroundings)
{
    Reporter reporter({}, surroundings);
    if (!hasDisplay(surroundings.environment))
        return reporter.fail(noDisplay(), NotPossible);
    const QString program = findWindowProgram(surroundings.programFolder);
    if (program.isEmpty())
        return reporter.fail(noProgram(), NotPossible);
    const QString reason = surroundings.become(program);
    return reporter.fail(Error{{.code = u"cli.no-window"_s,
                                .message = text("The window could not be opened: %1").arg(reason),
                                .file = program,
                                .hint = withoutWindow()}},
                         NotPossible);
}

} // namespace waymark::cli
