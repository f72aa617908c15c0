#pragma once

#include "views/review/reviewpart.h"

class QBoxLayout;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace waymark {

class ServiceSession;
class WrapLabel;

/// Whom the commit is by, as git says; to be mended in place.
class ReviewAuthor final : public ReviewPart
{
    Q_OBJECT

public:
    explicit ReviewAuthor(ServiceSession &session, QWidget *parent = nullptr);

    void refresh();
    void edit(); ///< Asks for name and e-mail.

protected:
    void measure() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void save();
    void fold();

    ServiceSession &m_session;
    QBoxLayout *m_column;
    QBoxLayout *m_row;
    QBoxLayout *m_buttons;
    QFormLayout *m_form;
    WrapLabel *m_author;
    QPushButton *m_change;
    QWidget *m_editor;
    QLineEdit *m_name;
    QLineEdit *m_email;
    WrapLabel *m_note;
    QPushButton *m_save;
    QPushButton *m_cancel;
};

} // namespace waymark
