#pragma once

#include "models/items/templatefacts.h"
#include "views/catalog/catalogactions.h"
#include "views/dialogs/ask.h"
#include "views/widgets/screen.h"

class QSplitter;

namespace waymark {

class CatalogFilter;
class CatalogModel;
class CatalogPane;
class SourcesMenu;
class TemplateDetail;

/// Where one finds the right template and sees what it makes. Keys are those of CatalogRow.
class CatalogScreen final : public Screen
{
    Q_OBJECT

public:
    /// `model` and `filter` have to live longer.
    CatalogScreen(CatalogModel &model, CatalogFilter &filter, Ask ask, QWidget *parent = nullptr);
    /// `execute` is what templates are tried with, as for a Worker.
    CatalogScreen(CatalogModel &model, CatalogFilter &filter, Ask ask, Worker::Executor execute,
                  QWidget *parent = nullptr);

    void setSources(const QList<Source> &sources);
    /// Whether templates are being read.
    void setReading(bool isReading);
    /// Why a source could not be added or read: stays until templates are read again.
    void showProblem(const Problem &problem);
    /// Shows the template with this key, if it is there; filters that hide it are taken off.
    void showTemplate(const QString &key);

    [[nodiscard]] QList<std::pair<QString, QList<QAction *>>> menus() const override;
    [[nodiscard]] QList<QWidget *> panes() const override;
    [[nodiscard]] QString status() const override;
    [[nodiscard]] QByteArray layoutState() const override;
    void restoreLayout(const QByteArray &state) override;
    void enter() override;

Q_SIGNALS:
    void useWanted(const QString &key);
    void refreshWanted();
    void stopWanted(); ///< Of reading.
    void sourceAddWanted(const QString &folder);
    void sourceRemoveWanted(const QString &name);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void connectActions();
    void measure();
    void shareWidth();
    void arrange();
    void showDetail(bool isShown);
    void choose();
    void showCurrent();
    void takeListing();
    void showProblems();
    void addFolder();
    void openFolder();
    void openLink(const QUrl &url);
    void goToSuccessor(const QString &name);
    [[nodiscard]] QModelIndex current() const; ///< In the model.

    CatalogModel &m_model;
    CatalogFilter &m_filter;
    const Ask m_ask;
    TemplateFacts m_facts;
    CatalogActions m_actions;
    bool m_isArranged = false; ///< By the user, or as it was kept.
    bool m_isDetailShown = false; ///< In the place of the list, where there is no room for both.
    QString m_shown; ///< The key of the template that the facts are about.
    QList<Problem> m_problems; ///< Told by others.
    SourcesMenu *m_sources;
    QSplitter *m_splitter;
    CatalogPane *m_pane;
    TemplateDetail *m_detail;
};

} // namespace waymark
