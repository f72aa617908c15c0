#pragma once

#include "models/items/catalogfilter.h"
#include "views/catalog/catalogactions.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QMenu;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace waymark {

class CardList;
class EmptyState;
class FilterChip;
class Notice;
class ReadingStrip;
class SearchField;

/// The list of the catalog with what it is searched by, and what stands there when it is empty.
class CatalogPane final : public QWidget
{
    Q_OBJECT

public:
    CatalogPane(const CatalogModel &model, CatalogFilter &filter, const CatalogActions &actions,
                QMenu *sources, QWidget *parent = nullptr);

    [[nodiscard]] CardList &list() { return *m_list; }
    [[nodiscard]] SearchField &search() { return *m_search; }
    void setGrid(bool isGrid);
    /// Something that takes under 300 ms is not shown.
    void setReading(bool isReading);
    [[nodiscard]] bool isReading() const { return m_isReading; }
    /// What is wrong with sources; empty: nothing.
    void showProblems(const QList<Problem> &problems);
    /// Whether there is nothing to choose from, and nothing to come.
    [[nodiscard]] bool isEmpty() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void build(const CatalogActions &actions);
    QLayout *titleRow();
    void measure();
    void refresh();
    void refreshChips(bool anew);
    void showReading();
    void describeNothing();
    void search(const QString &query);

    const CatalogModel &m_model;
    CatalogFilter &m_filter;
    bool m_isReading = false;
    bool m_beganEmpty = false; ///< When reading began, nothing was there.
    QTimer m_patience; ///< Until something that is read is worth a word.
    QTimer m_silence; ///< Until who listens is told what was found.
    QVBoxLayout *m_top;
    QLabel *m_count;
    QList<QToolButton *> m_buttons; ///< In the order in which they are read, as all below.
    SearchField *m_search;
    QWidget *m_chipRow;
    QList<FilterChip *> m_chips;
    Notice *m_notice;
    ReadingStrip *m_strip;
    QStackedWidget *m_pages;
    CardList *m_list;
    EmptyState *m_nothing;
    EmptyState *m_none;
};

} // namespace waymark
