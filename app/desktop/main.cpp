#include "app/desktop/application.h"
#include "models/git/library.h"
#include "models/process/userfolders.h"

#include <QApplication>
#include <QCommandLineParser>

using namespace Qt::StringLiterals;
using namespace waymark;

int main(int argc, char *argv[])
{
    const QApplication app(argc, argv);
    ensureHome();
    const git::Library git;
    QCoreApplication::setApplicationName(u"waymark"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(WAYMARK_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Waymark"_s);
    QGuiApplication::setDesktopFileName(u"waymark"_s);
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "main", "The window of Waymark. For what the command line does, see: waymark help"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(app);
    Application application(usualSurroundings());
    application.start();
    return QApplication::exec();
}
