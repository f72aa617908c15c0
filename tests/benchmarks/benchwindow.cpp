#include "tests/benchmarks/benchwindow.h"

#include "tests/benchmarks/benchapplication.h"
#include "views/create/filetreepane.h"
#include "views/create/previewpane.h"

#include <QAction>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace waymark::bench {
namespace {

constexpr int pause = 30; // ms, in which what was asked to be painted is

} // namespace

BenchWindow::BenchWindow(const QString &templates)
    : m_application(surroundings(templates))
    , m_code(&window().findChild<PreviewPane *>()->code())
{
    m_application.start();
    window().resize(1440, 900);
    window().activateWindow();
    if (!QTest::qWaitForWindowActive(&window()))
        qWarning("The window gets no keyboard.");
}

void BenchWindow::readCatalog()
{
    runUntil([this] { return !m_application.catalog().isReading(); });
    rest();
}

DesktopSurroundings BenchWindow::surroundings(const QString &templates) const
{
    return {.configuration = m_folder.filePath(u"configuration"_s),
            .data = m_folder.filePath(u"data"_s),
            .state = m_folder.filePath(u"state"_s),
            .programFolder = m_folder.filePath(u"bin"_s),
            .builtInTemplates = templates,
            .servicesFolder = m_folder.filePath(u"services"_s)};
}

void BenchWindow::begin(const QString &name)
{
    for (const CatalogEntry &entry : m_application.catalog().model().listing().entries) {
        if (entry.definition.name == name)
            session().open(entry);
    }
    window().goTo(u"create"_s);
    runUntil([this] { return session().state() == ServiceSession::State::Editing; });
    rest();
}

bool BenchWindow::isAtRest()
{
    const auto state = session().state();
    const bool isStill
        = state == ServiceSession::State::Empty || state == ServiceSession::State::Applied;
    return (isStill || (state == ServiceSession::State::Editing && session().isPreviewCurrent()))
        && !code().isWorking();
}

void BenchWindow::rest()
{
    do {
        runUntil([this] { return isAtRest(); });
        runFor(pause);
    } while (!isAtRest());
}

void BenchWindow::answer(const QString &name, const QString &text)
{
    QWidget *widget = control(name);
    widget->setFocus(Qt::TabFocusReason);
    QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(widget, text);
    rest();
}

QWidget *BenchWindow::control(const QString &name)
{
    for (auto *widget : window().findChildren<QWidget *>()) {
        const bool takesKeys = widget->focusPolicy() != Qt::NoFocus;
        if (takesKeys && widget->accessibleName() == name && widget->isVisible())
            return widget;
    }
    qFatal("Nothing is named %s", qPrintable(name));
}

QByteArray BenchWindow::fileWith(const QString &name)
{
    const QByteArray answer = answered(name).toUtf8();
    for (const QByteArray &path : session().links().counts(name).keys()) {
        if (session().file(path).content.contains(answer) && !path.contains(answer))
            return path;
    }
    qFatal("No file holds %s", qPrintable(name));
}

QString BenchWindow::answered(const QString &name)
{
    return session().form().form().answers().value(name).textOr();
}

void BenchWindow::openFile(const QByteArray &path)
{
    QTreeView *tree = window().findChild<FileTreePane *>()->tree();
    tree->setCurrentIndex(session().files().indexOfFile(path));
}

QAction *BenchWindow::action(const QString &name)
{
    auto *found = window().findChild<QAction *>(name);
    if (!found)
        qFatal("No action is called %s", qPrintable(name));
    return found;
}

} // namespace waymark::bench
