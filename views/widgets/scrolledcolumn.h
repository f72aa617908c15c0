#pragma once

#include <QScrollArea>

class QBoxLayout;

namespace waymark {

/// A column that has all of the room there is; where that is less than its parts can do with, it
/// scrolls, so that none of them is cut.
class ScrolledColumn final : public QScrollArea
{
    Q_OBJECT

public:
    explicit ScrolledColumn(QWidget *parent = nullptr);

    [[nodiscard]] QBoxLayout *column() const { return m_column; }

private:
    QBoxLayout *m_column;
};

} // namespace waymark
