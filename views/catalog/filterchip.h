#pragma once

#include "models/items/catalogfilter.h"

#include <QToolButton>

namespace waymark {

/// Lets one choose values of one facet of a catalog. It says what is chosen, and the cross at its
/// end takes that off.
class FilterChip final : public QToolButton
{
    Q_OBJECT

public:
    /// `filter` has to live longer. `title` is what the facet is called.
    FilterChip(CatalogFilter &filter, Facet facet, const QString &title, QWidget *parent = nullptr);

    /// Says what is chosen; without a value to choose from, it hides. Nothing is looked for where
    /// the choice is the same, unless `anew`.
    void refresh(bool anew);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void nextCheckState() override { } // it says what the filter does

private:
    void fillMenu();
    void choose(const QString &value, bool isChosen);

    CatalogFilter &m_filter;
    const Facet m_facet;
    const QString m_title;
    QStringList m_chosen; ///< As it says.
};

} // namespace waymark
