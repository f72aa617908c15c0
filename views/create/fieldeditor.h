#pragma once

#include "models/items/formfield.h"

#include <QWidget>

namespace waymark {

/// What answers one question; the words around it are FieldRow's. What stands in it is left alone
/// while the form agrees with what was typed, so that focus, cursor and selection stay.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;
    ~FieldEditor() override;

    /// Brings it in step with the form.
    virtual void setField(const FormField &field) = 0;
    /// The same as the answer to what it just said itself: what was typed is not touched.
    virtual void settle(const FormField &field) { setField(field); }
    /// The one control there is, named after the question; null: it is a group of several.
    [[nodiscard]] virtual QWidget *control() { return nullptr; }
    /// Where the focus goes that is meant for the question.
    [[nodiscard]] virtual QWidget *firstControl() { return control(); }
    /// Whether words have room beside it.
    [[nodiscard]] virtual bool isCompact() const { return false; }

Q_SIGNALS:
    void typed(const QString &text);
    void itemsTyped(const QStringList &items, bool isTyping);
    void chosen(int choice);
    void severalChosen(const QList<int> &choices);
    void answered(const waymark::Value &answer);
    /// A file is to be chosen, and its contents are the answer.
    void fileWanted();
    /// Controls came or went: the order in which Tab goes has to be made again.
    void partsChanged();
};

/// The editor of questions of this kind; null for a group, whose members have editors of their own.
[[nodiscard]] FieldEditor *makeEditor(FieldKind kind, QWidget *parent);

} // namespace waymark
