#pragma once

#include "models/items/servicesession.h"
#include "models/items/servicesmodel.h"
#include "views/dialogs/ask.h"

class QAction;

namespace waymark {

class CreateScreen;
class HighlightingDefinitions;
class MainWindow;
class ReviewScreen;

/// The way from a template to a committed service: one session, with the screens that show it.
class ServiceScreens final : public QObject
{
    Q_OBJECT

public:
    /// Puts the screens into `window`, which has to live longer, as everything here.
    ServiceScreens(ServiceSession &session, const Ask &ask, MainWindow &window,
                   QObject *parent = nullptr);

    /// Begins a service from `entry`, and shows its questions.
    void begin(const CatalogEntry &entry);
    /// Goes on with a draft, whose template is one of `catalog`; empty: it waits for that.
    void goOn(const QString &draftId, const std::optional<QList<CatalogEntry>> &catalog);
    /// Asks, where it is edited, for another name of the draft that is open.
    void renameDraft();
    /// More for the file menu, that lives longer.
    void setFileActions(const QList<QAction *> &actions);

Q_SIGNALS:
    void catalogWanted();
    void folderWanted(const QString &folder);
    void editorWanted(const QString &folder);
    /// A service was made.
    void made(const waymark::ServiceRow &service);
    /// One was taken back again.
    void takenBack(const QString &folder);

private:
    ServiceScreens(ServiceSession &session, const Ask &ask, MainWindow &window,
                   const std::shared_ptr<HighlightingDefinitions> &definitions, QObject *parent);
    void connectCreate();
    void connectReview();
    void takeEnd(const ApplyEnd &end);

    ServiceSession &m_session;
    MainWindow &m_window;
    CreateScreen *m_create;
    ReviewScreen *m_review;
};

} // namespace waymark
