#pragma once

#include "views/create/fieldeditor.h"

#include <QAbstractSpinBox>
#include <QValidator>

class QLabel;

namespace waymark {

class AnswerEdit;

/// A box for a number of any size, with its unit at the end: what is typed stays as it is, arrows
/// step as the question says.
class NumberBox final : public QAbstractSpinBox
{
    Q_OBJECT
    Q_PROPERTY(QVariant value READ value)
    Q_PROPERTY(QVariant minimum READ minimum)
    Q_PROPERTY(QVariant maximum READ maximum)

public:
    explicit NumberBox(QWidget *parent = nullptr);

    void setField(const FormField &field);
    void settle(const FormField &field);

    // What assistive tools ask for.
    [[nodiscard]] QVariant value() const;
    [[nodiscard]] QVariant minimum() const;
    [[nodiscard]] QVariant maximum() const;

    void stepBy(int steps) override;
    [[nodiscard]] QValidator::State validate(QString &text, int &place) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void typed(const QString &text);

protected:
    [[nodiscard]] StepEnabled stepEnabled() const override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void leaveRoom(); ///< For the unit.

    AnswerEdit *m_edit;
    QLabel *m_unit;
    FormField m_field;
};

/// A number.
class NumberEditor final : public FieldEditor
{
    Q_OBJECT

public:
    explicit NumberEditor(QWidget *parent = nullptr);

    void setField(const FormField &field) override;
    void settle(const FormField &field) override;
    [[nodiscard]] QWidget *control() override { return m_box; }
    [[nodiscard]] bool isCompact() const override { return true; }

private:
    NumberBox *m_box;
};

} // namespace waymark
