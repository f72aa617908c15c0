#pragma once

#include <QLineEdit>

namespace waymark {

/// Where one types what a list is to be searched for. Going down leads to the list; the keys that
/// lead here stand in it while it is empty.
class SearchField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);

Q_SIGNALS:
    void leftDownwards(); ///< By Down or Enter.

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace waymark
