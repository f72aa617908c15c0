#pragma once

#include <QWidget>

class QAbstractItemView;
class QFrame;
class QLabel;

namespace waymark {

/// A list of facts in a frame, with its title, how many there are, and what has to be known of
/// them.
class FactCard final : public QWidget
{
    Q_OBJECT

public:
    /// `view` becomes its own.
    FactCard(const QString &title, QAbstractItemView *view, QWidget *parent = nullptr);

    void setCount(const QString &count);
    void setNote(const QString &note); ///< Empty: none.
    /// Whether the card is no higher than its `content`, in px; else it takes what there is.
    void fitContent(bool fits, int content);

protected:
    void changeEvent(QEvent *event) override;

private:
    void measure();

    QLabel *m_count;
    QLabel *m_note;
    QFrame *m_frame;
};

} // namespace waymark
