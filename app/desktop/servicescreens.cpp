#include "app/desktop/servicescreens.h"

#include "views/create/createscreen.h"
#include "views/review/reviewscreen.h"
#include "views/shell/mainwindow.h"
#include "views/widgets/highlightingdefinitions.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace waymark {

ServiceScreens::ServiceScreens(ServiceSession &session, const Ask &ask, MainWindow &window,
                               QObject *parent)
    : ServiceScreens(session, ask, window, std::make_shared<HighlightingDefinitions>(), parent)
{
}

/// The definitions of languages are read once for both screens.
ServiceScreens::ServiceScreens(ServiceSession &session, const Ask &ask, MainWindow &window,
                               const std::shared_ptr<HighlightingDefinitions> &definitions,
                               QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_window(window)
    , m_create(new CreateScreen(session, ask, nullptr, definitions))
    , m_review(new ReviewScreen(session, ask, nullptr, definitions))
{
    window.addScreen({.id = u"create"_s,
                      .text = tr("C&reate"),
                      .icon = u"create"_s,
                      .keys = QKeyCombination(Qt::ControlModifier, Qt::Key_3)},
                     m_create);
    window.addScreen({.id = u"review"_s, .text = tr("Re&view"), .under = u"create"_s}, m_review);
    connectCreate();
    connectReview();
    connect(&session, &ServiceSession::finished, this, &ServiceScreens::takeEnd);
    connect(&session, &ServiceSession::undone, this, [this](const UndoEnd &end) {
        if (end.undone)
            Q_EMIT takenBack(end.undone->destination);
    });
}

void ServiceScreens::connectCreate()
{
    connect(m_create, &CreateScreen::reviewWanted, this, [this] { m_window.goTo(u"review"_s); });
    connect(m_create, &CreateScreen::otherTemplateWanted, this, &ServiceScreens::catalogWanted);
}

void ServiceScreens::connectReview()
{
    const auto toCreate = [this] { m_window.goTo(u"create"_s); };
    connect(m_review, &ReviewScreen::backWanted, this, toCreate);
    connect(m_review, &ReviewScreen::goToField, this, [this, toCreate](const AnswerPath &path) {
        toCreate();
        m_create->goToField(path);
    });
    connect(m_review, &ReviewScreen::goToLine, this,
            [this, toCreate](const QByteArray &path, int line) {
                toCreate();
                m_create->goToLine(path, line);
            });
    connect(m_review, &ReviewScreen::anotherWanted, this, toCreate);
    connect(m_review, &ReviewScreen::openWanted, this, &ServiceScreens::folderWanted);
    connect(m_review, &ReviewScreen::editWanted, this, &ServiceScreens::editorWanted);
}

void ServiceScreens::begin(const CatalogEntry &entry)
{
    m_session.open(entry);
    m_window.goTo(u"create"_s);
}

void ServiceScreens::goOn(const QString &draftId, const std::optional<QList<CatalogEntry>> &catalog)
{
    m_session.openDraft(draftId, catalog);
    m_window.goTo(u"create"_s);
}

void ServiceScreens::renameDraft()
{
    m_window.goTo(u"create"_s);
    m_create->startRenaming();
}

void ServiceScreens::setFileActions(const QList<QAction *> &actions)
{
    m_create->setFileActions(actions);
}

void ServiceScreens::takeEnd(const ApplyEnd &end)
{
    if (!end.applied)
        return;
    const Template *definition = m_session.definition();
    Q_EMIT made({.key = end.applied->destination,
                 .name = QFileInfo(end.applied->destination).fileName(),
                 .templateTitle = definition ? definition->title : QString(),
                 .made = QDateTime::currentDateTimeUtc()});
}

} // namespace waymark
