#pragma once

#include "views/create/fieldrow.h"

#include <QWidget>

class QAction;
class QLabel;
class QScrollArea;

namespace waymark {

class FieldPage;
class KeyHint;
class StepsModel;

/// The form: its current page, which scrolls, and below it the ways back and on.
class FormPane final : public QWidget
{
    Q_OBJECT

public:
    /// The actions are those of the buttons; none is owned.
    struct Actions
    {
        QAction *back;
        QAction *goOn;
    };

    FormPane(FieldRow::Hands hands, Actions actions, QWidget *parent = nullptr);
    ~FormPane() override;

    [[nodiscard]] FieldPage &page() { return *m_page; }
    /// Puts the focus into the question, which is on this page, and shows it.
    void focusField(const AnswerPath &path);
    void focusFirst(); ///< The first question of the page.
    void setKeysShown(bool isShown);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void entered(const waymark::AnswerPath &path); ///< The focus came into this question.
    void left(const waymark::AnswerPath &path);

private:
    QWidget *footer(Actions actions);
    void orderControls();
    void fit();
    void followFocus(QWidget *old, QWidget *now);

    QScrollArea *m_scroll;
    FieldPage *m_page;
    KeyHint *m_keys = nullptr;
    QWidget *m_footer;
    AnswerPath m_focused;
};

} // namespace waymark
