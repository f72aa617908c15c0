#pragma once

#include <QLineEdit>
#include <QPlainTextEdit>

namespace waymark {

/// Whether a key means to undo or redo: of the whole form then, not of the one field.
[[nodiscard]] bool isFormKey(const QEvent *event);

/// A line to type an answer into. What the form says replaces the text only where it is another
/// than before: "007" stays while the answer is 7, until the line is left.
class AnswerEdit final : public QLineEdit
{
    Q_OBJECT

public:
    using QLineEdit::QLineEdit;

    void take(const QString &text); ///< From the form.
    void settle(const QString &text); ///< From the form, as the answer to what was typed.

protected:
    bool event(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void put(const QString &text);

    QString m_known; ///< What the form said last.
};

/// The same of several lines; as high as its text, within reason.
class AnswerBox final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit AnswerBox(QWidget *parent = nullptr);

    void take(const QString &text);
    void settle(const QString &text);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void textEdited(const QString &text);

protected:
    bool event(QEvent *event) override;

private:
    void tell();

    QString m_known;
    bool m_isTaking = false;
};

} // namespace waymark
