#pragma once

#include "views/create/fieldeditor.h"

class QButtonGroup;
class QCheckBox;
class QComboBox;

namespace waymark {

class ChoiceRow;
class Segments;

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

/// One of a few choices with short names, side by side as far as there is room.
class SegmentsEditor final : public FieldEditor
{
    Q_OBJECT

public:
    explicit SegmentsEditor(QWidget *parent = nullptr);

    void setField(const FormField &field) override;
    /// The group; the focus goes to what is chosen in it.
    [[nodiscard]] QWidget *control() override;
    [[nodiscard]] QWidget *firstControl() override;

private:
    Segments *m_segments;
    QStringList m_titles;
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
