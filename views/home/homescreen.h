#pragma once

#include "models/items/draftsmodel.h"
#include "models/items/servicesmodel.h"
#include "views/widgets/screen.h"

class QBoxLayout;
class QScrollArea;

namespace waymark {

class DraftMenu;
class HomeCard;
class RowList;
class WrapLabel;

/// Where a day begins: the way to the catalog, what is half done, and what was made lately.
class HomeScreen final : public Screen
{
    Q_OBJECT

public:
    /// The models have to live longer.
    HomeScreen(DraftsModel &drafts, ServicesModel &services, QWidget *parent = nullptr);

    /// The drafts, for the file menu of whatever screen.
    [[nodiscard]] DraftMenu &draftMenu() const { return *m_draftMenu; }
    [[nodiscard]] QList<std::pair<QString, QList<QAction *>>> menus() const override;
    [[nodiscard]] QList<QWidget *> panes() const override;
    void enter() override;

Q_SIGNALS:
    void draftWanted(const QString &id);
    void catalogWanted();
    void openWanted(const QString &folder);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *headerRow();
    void fillFirstStep();
    void fillDrafts();
    void fillServices();
    void connectAll();
    void showDraftMenu(const QPoint &place);
    void showRows();
    void arrange();
    void measure();

    DraftsModel &m_drafts;
    ServicesModel &m_services;
    QAction *m_browse;
    DraftMenu *m_draftMenu;
    HomeCard *m_firstStep;
    HomeCard *m_draftCard;
    HomeCard *m_serviceCard;
    RowList *m_draftList;
    RowList *m_serviceList;
    WrapLabel *m_noDrafts;
    QScrollArea *m_scroll;
    QBoxLayout *m_cards;
    QBoxLayout *m_lists;
    QBoxLayout *m_header;
};

} // namespace waymark
