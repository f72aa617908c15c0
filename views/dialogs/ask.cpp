#include "views/dialogs/ask.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace waymark {
namespace {

bool confirmed(QWidget *parent, const QString &title, const QString &text, const QString &verb)
{
    QMessageBox box(parent);
    box.setIcon(QMessageBox::Warning);
    box.setWindowTitle(title);
    box.setText(title);
    box.setInformativeText(text);
    const auto *yes = box.addButton(verb, QMessageBox::DestructiveRole);
    auto *no = box.addButton(QCoreApplication::translate("Ask", "Cancel"), QMessageBox::RejectRole);
    box.setDefaultButton(no);
    box.setEscapeButton(no);
    box.exec();
    return box.clickedButton() == yes;
}

} // namespace

Ask nativeAsk()
{
    return {
        .folder =
            [](QWidget *parent, const QString &title, const QString &start) {
                return QFileDialog::getExistingDirectory(parent, title, start);
            },
        .fileToOpen =
            [](QWidget *parent, const QString &title, const QString &start, const QString &filter) {
                return QFileDialog::getOpenFileName(parent, title, start, filter);
            },
        .fileToSave =
            [](QWidget *parent, const QString &title, const QString &start, const QString &filter) {
                return QFileDialog::getSaveFileName(parent, title, start, filter);
            },
        .confirm = confirmed};
}

} // namespace waymark
