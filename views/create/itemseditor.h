#pragma once

#include "views/create/fieldeditor.h"

class QBoxLayout;
class QToolButton;

namespace waymark {

class AnswerEdit;

/// One item of a list or map, with what can be done to it.
class ItemRow final : public QWidget
{
    Q_OBJECT

public:
    enum class Does : quint8 { Remove, MoveUp, MoveDown };

    /// `columns`: 1 of a list, 2 of a map; only items of lists have an order.
    explicit ItemRow(int columns, QWidget *parent = nullptr);

    /// `title` and `number` (from 1) are for its name.
    void setNames(const QString &title, int number, int count);
    void setBounds(bool isFirst, bool isLast, bool isReadOnly);
    void setWrong(bool isWrong);
    [[nodiscard]] const QList<AnswerEdit *> &edits() const { return m_edits; }
    [[nodiscard]] QStringList texts() const;

Q_SIGNALS:
    void typed();
    void wanted(waymark::ItemRow::Does does);

private:
    QToolButton *addButton(const QString &icon, Does does);

    QList<AnswerEdit *> m_edits;
    QToolButton *m_up = nullptr;
    QToolButton *m_down = nullptr;
    QToolButton *m_remove;
};

/// A list of texts, or a map of names with a text each.
class ItemsEditor final : public FieldEditor
{
    Q_OBJECT

public:
    enum class Holds : quint8 { Texts, Pairs };

    explicit ItemsEditor(Holds holds, QWidget *parent = nullptr);

    void setField(const FormField &field) override;
    void settle(const FormField &field) override;
    [[nodiscard]] QWidget *firstControl() override;

private:
    [[nodiscard]] QStringList items() const;
    void setCount(qsizetype count);
    void name(const FormField &field);
    void add();
    void change(qsizetype row, ItemRow::Does does);
    void tell(const QStringList &items, bool isTyping);
    [[nodiscard]] qsizetype rowOf(const QObject *row) const;

    const int m_columns;
    QList<ItemRow *> m_rows;
    QBoxLayout *m_list;
    QToolButton *m_add;
    QStringList m_known; ///< What the form said last.
};

} // namespace waymark
