#pragma once

#include <QWidget>

class QAction;
class QBoxLayout;
class QGridLayout;
class QMenu;
class QMenuBar;
class QToolButton;

namespace waymark {

class CommandField;

/// How far the catalog is.
enum class CatalogState : quint8 { Reading, Current, Troubled };

/// The row at the top of the window: the menu bar, the field that finds anything, the state of the
/// catalog.
class HeaderRow final : public QWidget
{
    Q_OBJECT

public:
    /// `find` opens the palette, `check` reads the catalog again, `help` shows the keys.
    HeaderRow(QAction *find, QAction *check, QAction *help, QWidget *parent = nullptr);

    [[nodiscard]] QMenuBar *menuBar() const { return m_menuBar; }
    void setCatalogState(CatalogState state, const QString &text, const QString &detail);
    /// What the messages were that have gone by; the button is hidden while there is none.
    void setMessages(QMenu *messages);
    void showMessages(bool any);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void measure();
    void fit();

    QMenuBar *m_menuBar;
    CommandField *m_field;
    QToolButton *m_state;
    QToolButton *m_messages;
    QToolButton *m_help;
    QGridLayout *m_row;
    QBoxLayout *m_end;
};

} // namespace waymark
