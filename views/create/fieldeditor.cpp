#include "views/create/fieldeditor.h"

#include "views/create/choiceeditors.h"
#include "views/create/itemseditor.h"
#include "views/create/numbereditor.h"
#include "views/create/texteditors.h"
#include "views/widgets/accessiblerole.h"

namespace waymark {
namespace {

FieldEditor *editorOf(FieldKind kind, QWidget *parent)
{
    switch (kind) {
    case FieldKind::Text:
        return new TextEditor(parent);
    case FieldKind::MultiLine:
        return new BoxEditor(BoxEditor::Look::Text, parent);
    case FieldKind::Data:
        return new BoxEditor(BoxEditor::Look::Code, parent);
    case FieldKind::Integer:
    case FieldKind::Number:
        return new NumberEditor(parent);
    case FieldKind::Boolean:
        return new SwitchEditor(parent);
    case FieldKind::Segments:
        return new SegmentsEditor(parent);
    case FieldKind::Cards:
        return new CardsEditor(CardsEditor::Picks::One, parent);
    case FieldKind::MultipleChoice:
        return new CardsEditor(CardsEditor::Picks::Several, parent);
    case FieldKind::Options:
        return new OptionsEditor(parent);
    case FieldKind::TextList:
        return new ItemsEditor(ItemsEditor::Holds::Texts, parent);
    case FieldKind::TextMap:
        return new ItemsEditor(ItemsEditor::Holds::Pairs, parent);
    case FieldKind::Date:
        return new DateEditor(parent);
    case FieldKind::Secret:
        return new SecretEditor(parent);
    case FieldKind::File:
        return new FileEditor(parent);
    case FieldKind::Group:
        return nullptr;
    }
    Q_UNREACHABLE_RETURN(nullptr);
}

} // namespace

/// A control that goes while it has the focus says that it was left: nobody is there to hear it.
FieldEditor::~FieldEditor()
{
    for (QObject *control : findChildren<QObject *>())
        control->disconnect(this);
}

FieldEditor *makeEditor(FieldKind kind, QWidget *parent)
{
    FieldEditor *editor = editorOf(kind, parent);
    if (editor && !editor->control())
        setAccessibleRole(editor, QAccessible::Grouping);
    return editor;
}

} // namespace waymark
