#include "views/dialogs/ask.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QInputDialog>
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

std::optional<QString> lineOf(QWidget *parent, const QString &title, const QString &label,
                              const QString &text)
{
    bool isGiven = false;
    const QString line
        = QInputDialog::getText(parent, title, label, QLineEdit::Normal, text, &isGiven);
    return isGiven ? std::optional(line) : std::nullopt;
}

} // namespace

bool mayDiscard(const Ask &ask, QWidget *parent, const QString &name)
{
    const auto text = [](const char *source) { return QCoreApplication::translate("Ask", source); };
    return ask.confirm
        && ask.confirm(parent, text("Discard “%1”?").arg(name),
                       text("All answers of this draft are lost. This cannot be undone."),
                       text("Discard"));
}

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
        .confirm = confirmed,
        .line = lineOf};
}

} // namespace waymark
