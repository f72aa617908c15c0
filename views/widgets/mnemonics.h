#pragma once

#include <QSet>
#include <QString>

class QWidget;

// Letters that Alt goes to a control with: "&File" is a label with the letter F.
namespace waymark {

/// `text` as a control shows it that takes "&" for the mark of such a letter.
[[nodiscard]] QString literally(QString text);

/// A label without the mark: "File" of "&File".
[[nodiscard]] QString withoutMnemonic(const QString &label);
/// The letter that a label marks, as a capital; null: none.
[[nodiscard]] QChar mnemonicOf(const QString &label);

/// A letter of `text` that is not in `taken`, as a capital: sooner one that a word begins with;
/// null: there is none.
[[nodiscard]] QChar freeMnemonic(const QString &text, const QSet<QChar> &taken);
/// `text` as a label that marks `letter`, or none where it does not have it.
[[nodiscard]] QString withMnemonic(const QString &text, QChar letter);

/// The letters of the menus of `window`.
[[nodiscard]] QSet<QChar> menuMnemonics(const QWidget *window);

} // namespace waymark
