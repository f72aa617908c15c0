#pragma once

#include "models/items/catalogmodel.h"

#include <QWidget>

class QBoxLayout;

namespace waymark {

struct CatalogActions;
class ActionButton;
class Badge;
class ElidedLabel;
class TemplateTile;
class WrapLabel;

/// What a template is called, who answers for it, and what can be done with it.
class DetailHeader final : public QWidget
{
    Q_OBJECT

public:
    /// The actions are not owned.
    explicit DetailHeader(const CatalogActions &actions, QWidget *parent = nullptr);

    /// `index` is that of `row` in its model.
    void show(const QModelIndex &index, const CatalogRow &row);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void measure();
    void arrange();

    QBoxLayout *m_row; ///< Words, and the buttons beside or below them.
    QBoxLayout *m_words;
    QBoxLayout *m_buttons;
    TemplateTile *m_tile;
    ElidedLabel *m_title;
    Badge *m_badge;
    WrapLabel *m_facts;
    WrapLabel *m_support;
    WrapLabel *m_reason;
    ActionButton *m_toList;
    ActionButton *m_openFolder;
    ActionButton *m_use;
};

} // namespace waymark
