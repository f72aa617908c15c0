#pragma once

#include "app/desktop/application.h"
#include "views/widgets/codeview.h"

#include <QTemporaryDir>

class QAction;

namespace waymark::bench {

/// The whole window as the program builds it, for a user who has nothing yet, and whose templates
/// are in one folder.
class BenchWindow
{
public:
    /// Shows it.
    explicit BenchWindow(const QString &templates);
    /// Runs until the catalog is read and shown.
    void readCatalog();

    [[nodiscard]] Application &application() { return m_application; }
    [[nodiscard]] MainWindow &window() { return m_application.window(); }
    [[nodiscard]] ServiceSession &session() { return m_application.session(); }
    /// That of the files that are made.
    [[nodiscard]] CodeView &code() { return *m_code; }

    /// Begins a service from the template with this name, until its files are there.
    void begin(const QString &name);
    /// Runs until the preview is current, the code coloured, and nothing is painted any more.
    void rest();
    /// Types into what is on screen and bears this name, in place of what is there.
    void answer(const QString &control, const QString &text);
    /// The control on screen that bears this name; that there is none ends the program.
    [[nodiscard]] QWidget *control(const QString &name);
    /// The first file that holds what was answered to `name`; that there is none ends the program.
    [[nodiscard]] QByteArray fileWith(const QString &name);
    [[nodiscard]] QString answered(const QString &name);
    /// Shows a file by its row in the tree.
    void openFile(const QByteArray &path);
    [[nodiscard]] QAction *action(const QString &name);

private:
    [[nodiscard]] DesktopSurroundings surroundings(const QString &templates) const;
    [[nodiscard]] bool isAtRest();

    QTemporaryDir m_folder;
    Application m_application;
    CodeView *m_code;
};

} // namespace waymark::bench
