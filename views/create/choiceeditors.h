#pragma once

#include "views/create/fieldeditor.h"

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QToolButton;

namespace waymark {

class ChoiceRow;

/// Yes or no.
class SwitchEditor final : public FieldEditor
{
    Q_OBJECT

public:
    explicit SwitchEditor(QWidget *parent = nullptr);

    void setField(const FormField &field) override;
    [[nodiscard]] QWidget *control() override;
    [[nodiscard]] bool isCompact() const override { return true; }

private:
    QCheckBox *m_switch;
};

/// One of a few choices with short names, side by side, or below each other where they do not fit.
class SegmentsEditor final : public FieldEditor
{
    Q_OBJECT

public:
    explicit SegmentsEditor(QWidget *parent = nullptr);

    void setField(const FormField &field) override;
    [[nodiscard]] QWidget *firstControl() override;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build(const QStringList &titles);
    void arrange();
    [[nodiscard]] int widest() const;
    [[nodiscard]] int together() const;
    [[nodiscard]] bool isRow(int width) const;

    QButtonGroup *m_group;
    QList<QToolButton *> m_buttons;
    QStringList m_titles;
    bool m_wasRow = true;
};

/// One of a few choices, or several of them, below each other.
class CardsEditor final : public FieldEditor
{
    Q_OBJECT

public:
    enum class Picks : quint8 { One, Several };

    explicit CardsEditor(Picks picks, QWidget *parent = nullptr);

    void setField(const FormField &field) override;
    [[nodiscard]] QWidget *firstControl() override;

private:
    void build(const QStringList &titles);
    void tellSeveral();

    const Picks m_picks;
    QButtonGroup *m_group;
    QList<ChoiceRow *> m_rows;
    QStringList m_titles;
};

/// One of many choices: a list that opens; a long one can be searched by typing.
class OptionsEditor final : public FieldEditor
{
    Q_OBJECT

public:
    explicit OptionsEditor(QWidget *parent = nullptr);

    void setField(const FormField &field) override;
    [[nodiscard]] QWidget *control() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const FormField &field);
    void makeSearchable();
    void takeText();

    QComboBox *m_combo;
    QStringList m_titles;
    QString m_known; ///< What the form said last.
};

} // namespace waymark
