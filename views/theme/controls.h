#pragma once

#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QList>

#include <optional>

class QAbstractButton;
class QAbstractItemView;
class QProgressBar;
class QToolButton;
class QWidget;

// How a screen says what a control is: the style paints it so. All may be called at any time.
namespace waymark {

/// What a button looks like; Segment and Chip are for QToolButton, Switch for QCheckBox.
enum class ButtonLook : quint8 { Usual, Primary, Flat, Link, Segment, Chip, Switch };

/// 24, 28, 32 and 40 px at 100 %.
enum class ControlSize : quint8 { Inline, Compact, Usual, Large };

/// What a widget is filled with, and its edge: the style paints it below the children.
enum class Surface : quint8 {
    None,
    Window,
    Page,
    Panel, // a page with an edge
    Card,
    Well, // sunk a little: quoted text, a reason
    Choice,
    Raised, // a palette, a dialog: with a shadow painted by what it floats over
    Information,
    Warning,
    Error,
    Done,
    Golden,
    Strip, // a warning across the window
};

void setButtonLook(QAbstractButton *button, ButtonLook look);
/// Usual of a QPushButton, Flat of a QToolButton, where nothing else was said.
[[nodiscard]] ButtonLook buttonLookOf(const QWidget *button);

void setControlSize(QWidget *control, ControlSize size);
[[nodiscard]] ControlSize controlSizeOf(const QWidget *control);
/// In px at 100 %.
[[nodiscard]] qreal controlHeight(ControlSize size);

/// The buttons become the segments of one control, from first to last.
void setSegments(const QList<QToolButton *> &buttons);
[[nodiscard]] bool isFirstSegment(const QWidget *button);
[[nodiscard]] bool isLastSegment(const QWidget *button);

/// What a style says about its size has changed.
void measureAgain(QWidget *widget);

/// The editor's edge says that what was typed is wrong.
void setMistake(QWidget *editor, bool isMistake);
[[nodiscard]] bool hasMistake(const QWidget *editor);

/// The colour of a progress bar's done part; AccentTx if nothing was said.
void setTone(QProgressBar *bar, Token tone);
[[nodiscard]] Token toneOf(const QWidget *bar);

/// A list that shows where one is keeps its bar while something else in the window has the focus.
void setKeepsSelection(QAbstractItemView *view, bool keeps);
[[nodiscard]] bool keepsSelection(const QWidget *view);

void setSurface(QWidget *widget, Surface surface);
[[nodiscard]] Surface surfaceOf(const QWidget *widget);

/// The colour of a label's text; it follows the theme.
void setInk(QWidget *label, Token token);
[[nodiscard]] std::optional<Token> inkOf(const QWidget *label);

/// The font of a widget; it follows the text's scale.
void setTextRole(QWidget *widget, TextRole role);
[[nodiscard]] std::optional<TextRole> textRoleOf(const QWidget *widget);

/// Ink and font of `widget` again, after they changed.
void refreshText(QWidget *widget);

} // namespace waymark
