#pragma once

#include "models/items/catalogmodel.h"

#include <QWidget>

class QAction;
class QBoxLayout;
class QListView;
class QStackedWidget;
class QTabBar;
class QTreeView;

namespace waymark {

struct CatalogActions;
class DetailHeader;
class EmptyState;
class FactCard;
class MistakeCard;
class Notice;
class ReadmeView;
class ScrolledColumn;
class TemplateFacts;

/// All about one template: its own words, the files it makes, what it asks. Where there is no room
/// for these beside each other, each is a tab.
class TemplateDetail final : public QWidget
{
    Q_OBJECT

public:
    /// `facts` has to live longer.
    TemplateDetail(TemplateFacts &facts, const CatalogActions &actions, QWidget *parent = nullptr);

    /// `index` is that of `row` in its model. What is shown already stays where it is.
    void show(const QModelIndex &index, const CatalogRow &row, const QString &readme);
    void clear();
    void read(); ///< Puts the focus where one reads on.
    [[nodiscard]] QList<QWidget *> panes() const;

Q_SIGNALS:
    void linkPressed(const QUrl &url);
    /// The template that is to be used instead, as the shown one names it.
    void successorWanted(const QString &name);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void measure();
    void arrange();
    void fitCards();
    void takeFacts();
    void tell();

    TemplateFacts &m_facts;
    const CatalogActions &m_actions;
    CatalogRow m_row;
    CatalogRow m_told; ///< That the notice is about.
    std::optional<Problem> m_toldProblem;
    QStackedWidget *m_pages;
    EmptyState *m_nothing;
    ScrolledColumn *m_scroll;
    QWidget *m_page;
    DetailHeader *m_header;
    Notice *m_notice;
    MistakeCard *m_mistakes;
    QAction *m_successor;
    QTabBar *m_tabs;
    QBoxLayout *m_column;
    QBoxLayout *m_body;
    QBoxLayout *m_side;
    QWidget *m_sideBox;
    ReadmeView *m_readme;
    QTreeView *m_files;
    QListView *m_questions;
    FactCard *m_filesCard;
    FactCard *m_questionsCard;
};

} // namespace waymark
