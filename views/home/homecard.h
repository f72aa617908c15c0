#pragma once

#include <QFrame>

class QBoxLayout;

namespace waymark {

/// A card of the start page: a heading with its icon, and what is put below it.
class HomeCard final : public QFrame
{
    Q_OBJECT

public:
    HomeCard(const QString &iconName, const QString &title, QWidget *parent = nullptr);

    /// Below what is there.
    void add(QWidget *widget);
    void addLine(QBoxLayout *line);

protected:
    void changeEvent(QEvent *event) override;

private:
    void measure();

    QBoxLayout *m_column;
};

} // namespace waymark
