#pragma once

#include "views/review/reviewpart.h"

class QBoxLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace waymark {

class MessageDraft;
class ServiceSession;
class WrapLabel;

/// The message of the commit, to be written: filled in with the usual one, which Reset brings back.
class ReviewMessage final : public ReviewPart
{
    Q_OBJECT

public:
    explicit ReviewMessage(ServiceSession &session, QWidget *parent = nullptr);

    void refresh();
    void reset(); ///< Back to the usual message.
    void takeFocus();

protected:
    void measure() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void fill(const MessageDraft &draft);
    void take();
    void showState();
    [[nodiscard]] bool isUsual() const;
    [[nodiscard]] bool isBeingWritten() const;

    ServiceSession &m_session;
    QBoxLayout *m_column;
    QBoxLayout *m_head;
    QLabel *m_title;
    QLabel *m_counter;
    QLineEdit *m_subject;
    QPlainTextEdit *m_body;
    WrapLabel *m_state;
    QPushButton *m_reset;
};

} // namespace waymark
