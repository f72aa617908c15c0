#pragma once

#include "views/theme/controls.h"

#include <QList>
#include <QWidget>

class QAction;
class QButtonGroup;

namespace waymark {

/// A few buttons that look like one control, of which one is chosen: radio buttons for assistive
/// tools, one stop for Tab, with arrows that move and choose. They stand in one line; one that may
/// break has as few lines as there is room for.
class Segments final : public QWidget
{
    Q_OBJECT

public:
    enum class Breaks : quint8 { Never, WithoutRoom };

    /// `name`: what is chosen by it, for assistive tools; empty: whoever has it says it.
    explicit Segments(const QString &name, Breaks breaks = Breaks::Never,
                      QWidget *parent = nullptr);

    QToolButton *add(const QString &text, const QString &iconName = {});
    /// One of a group of actions; to choose it is to trigger it.
    QToolButton *add(QAction *action);
    /// In the place of all that is there.
    void setChoices(const QStringList &titles);
    /// -1: none.
    void choose(int choice);
    [[nodiscard]] int chosen() const;
    /// Where Tab goes; null where there is none.
    [[nodiscard]] QWidget *tabStop() const;

    void setSize(ControlSize size);
    /// Names are in the tool tips then.
    void setIconsOnly(bool isIconsOnly);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    /// By the user.
    void chosenByUser(int choice);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void step(int steps);
    void setOneTabStop();
    void arrange();
    void placeLine(int first, int count, int top);
    void join(int inLine);
    [[nodiscard]] int widthOf(int first, int count) const;
    [[nodiscard]] int inLine(int width) const;
    [[nodiscard]] int lineHeight() const;

    const Breaks m_breaks;
    QButtonGroup *m_group;
    QList<QToolButton *> m_buttons;
    ControlSize m_size = ControlSize::Usual;
    int m_joined = 0; ///< How many in a line look like one control.
};

} // namespace waymark
