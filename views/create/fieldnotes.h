#pragma once

#include "models/items/formfield.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace waymark {

class AnswerEdit;
class WrapLabel;

/// What is wrong with an answer, with the press that mends it where one is known.
class MistakeLine final : public QWidget
{
    Q_OBJECT

public:
    explicit MistakeLine(QWidget *parent = nullptr);

    void setField(const FormField &field);

Q_SIGNALS:
    void fixWanted();

private:
    QBoxLayout *m_row;
    WrapLabel *m_text;
    QPushButton *m_fix;
};

/// The golden default of an answer that departs from it, and the way back.
class GoldenLine final : public QWidget
{
    Q_OBJECT

public:
    explicit GoldenLine(QWidget *parent = nullptr);

    void setField(const FormField &field);

Q_SIGNALS:
    void resetWanted();

private:
    WrapLabel *m_text;
    QPushButton *m_reset;
};

/// Asks why an answer departs from its golden default.
class ReasonBox final : public QWidget
{
    Q_OBJECT

public:
    explicit ReasonBox(QWidget *parent = nullptr);

    void setField(const FormField &field);
    void settle(const QString &reason);

Q_SIGNALS:
    void typed(const QString &reason);

private:
    AnswerEdit *m_edit;
    WrapLabel *m_question;
};

} // namespace waymark
