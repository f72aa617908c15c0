#pragma once

#include <QListView>
#include <QStandardItemModel>
#include <QWidget>

class QBoxLayout;

namespace waymark {

class BrandTile;
class ElidedLabel;

/// The places of the window, below each other: with their names, or as a rail of icons. Arrow keys
/// show a place; Enter and a click go there.
class SideBar final : public QWidget
{
    Q_OBJECT

public:
    explicit SideBar(QWidget *parent = nullptr);

    /// `keys` are told in the tool tip.
    void addPlace(const QString &id, const QString &text, const QString &iconName,
                  const QString &keys);
    /// The place that is shown; one that is not listed marks nothing.
    void setCurrent(const QString &id);
    /// How many things wait there; 0: nothing is said.
    void setCount(const QString &id, int count);
    /// What stands below the product's name.
    void setSummary(const QString &text);

    void setRail(bool isRail);
    [[nodiscard]] bool isRail() const { return m_isRail; }
    [[nodiscard]] QListView *list() const { return m_list; }

Q_SIGNALS:
    void browsed(const QString &id);
    void entered(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QStandardItem *itemOf(const QString &id) const;
    void measure();

    QStandardItemModel m_places;
    QListView *m_list;
    QBoxLayout *m_column;
    QBoxLayout *m_brand;
    BrandTile *m_tile;
    ElidedLabel *m_name;
    ElidedLabel *m_summary;
    bool m_isRail = false;
};

} // namespace waymark
