#pragma once

#include <QListView>

namespace waymark {

class CardDelegate;

/// The templates of the catalog, as a list or as a grid of tiles. While they are read, what is
/// still to come is shown by its shape.
class CardList final : public QListView
{
    Q_OBJECT

public:
    explicit CardList(QWidget *parent = nullptr);

    void setGrid(bool isGrid);
    [[nodiscard]] bool isGrid() const { return m_isGrid; }
    /// Whether more rows are to come.
    void setExpectsMore(bool expects);
    [[nodiscard]] bool expectsMore() const { return m_expectsMore; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void applySizes();
    void applyGrid();

    CardDelegate *const m_delegate;
    bool m_isGrid = false;
    bool m_expectsMore = false;
};

} // namespace waymark
