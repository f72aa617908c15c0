#pragma once

#include "views/create/fieldeditor.h"

class QToolButton;

namespace waymark {

class AnswerBox;
class AnswerEdit;
class WrapLabel;

/// A text of one line.
class TextEditor final : public FieldEditor
{
    Q_OBJECT

public:
    explicit TextEditor(QWidget *parent = nullptr);

    void setField(const FormField &field) override;
    void settle(const FormField &field) override;
    [[nodiscard]] QWidget *control() override;

private:
    AnswerEdit *m_edit;
};

/// A text of several lines, or data as JSON.
class BoxEditor final : public FieldEditor
{
    Q_OBJECT

public:
    enum class Look : quint8 { Text, Code };

    explicit BoxEditor(Look look, QWidget *parent = nullptr);

    void setField(const FormField &field) override;
    void settle(const FormField &field) override;
    [[nodiscard]] QWidget *control() override;

private:
    AnswerBox *m_box;
};

/// A text that is not shown until that is asked for, and can never be copied.
class SecretEditor final : public FieldEditor
{
    Q_OBJECT

public:
    explicit SecretEditor(QWidget *parent = nullptr);

    void setField(const FormField &field) override;
    void settle(const FormField &field) override;
    [[nodiscard]] QWidget *control() override;

private:
    void reveal();

    AnswerEdit *m_edit;
    QToolButton *m_eye;
    WrapLabel *m_revealed;
};

/// A day: typed, or chosen from a calendar.
class DateEditor final : public FieldEditor
{
    Q_OBJECT

public:
    explicit DateEditor(QWidget *parent = nullptr);

    void setField(const FormField &field) override;
    void settle(const FormField &field) override;
    [[nodiscard]] QWidget *control() override;
    [[nodiscard]] bool isCompact() const override { return true; }

private:
    void openCalendar();

    AnswerEdit *m_edit;
    QToolButton *m_button;
};

/// A file, whose contents are the answer.
class FileEditor final : public FieldEditor
{
    Q_OBJECT

public:
    explicit FileEditor(QWidget *parent = nullptr);

    void setField(const FormField &field) override;
    [[nodiscard]] QWidget *control() override;

private:
    WrapLabel *m_name;
    QToolButton *m_choose;
    QToolButton *m_remove;
};

} // namespace waymark
