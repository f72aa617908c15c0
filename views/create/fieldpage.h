#pragma once

#include "views/create/fieldrow.h"

#include <QHash>
#include <QModelIndex>
#include <QSet>
#include <QTimer>

namespace waymark {

/// The questions of the form's current page, in step with it. Rows stay while their questions do.
class FieldPage final : public QWidget
{
    Q_OBJECT

public:
    explicit FieldPage(FieldRow::Hands hands, QWidget *parent = nullptr);

    [[nodiscard]] FieldRow *row(const AnswerPath &path) const { return m_rows.value(path); }
    /// The row that `widget` is in; null: it is in none.
    [[nodiscard]] static FieldRow *rowAround(QWidget *widget);
    /// Controls that Tab goes to, as they are read.
    [[nodiscard]] QList<QWidget *> controls() const;
    [[nodiscard]] QWidget *firstControl() const;
    void refresh(); ///< Brings it in step at once, as it else is a moment later.

Q_SIGNALS:
    /// Rows or their controls are others.
    void controlsChanged();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void place(const QModelIndex &parent, QBoxLayout *layout, int first);
    void giveMnemonics();
    FieldRow *rowFor(const FormField &field);
    void remove(const std::function<bool(const AnswerPath &)> &isGone);

    const FieldRow::Hands m_hands;
    QBoxLayout *m_column;
    WrapLabel *m_title;
    WrapLabel *m_description;
    QHash<AnswerPath, FieldRow *> m_rows;
    QList<FieldRow *> m_shown; ///< The same as they are read.
    QTimer m_later;
    int m_page = -1;
    bool m_isOther = false; ///< Rows came, went or moved.
};

} // namespace waymark
