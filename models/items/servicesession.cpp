#include "models/items/servicesession.h"

#include "models/git/identity.h"
#include "models/items/equalcommand.h"

#include <utility>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace waymark {
namespace {

template<typename T>
bool isChanged(T &member, const T &value)
{
    return std::exchange(member, value) != value;
}

} // namespace

ServiceSession::ServiceSession(SessionSurroundings surroundings, QObject *parent)
    : QObject(parent)
    , m_around(std::move(surroundings))
    , m_review(m_around.execute)
    , m_watch(m_around)
    , m_templates(m_around.execute)
    , m_previews(m_around.execute)
    , m_applies(m_around.execute)
    , m_undos(m_around.execute)
    , m_undoLook(m_around.stateFolder, m_around.execute)
    , m_keeper(m_around.drafts, m_around.execute, [this] { return draft(); })
{
    if (!m_around.ticks)
        m_around.ticks = [] { return qint64(0); };
    m_settling.setSingleShot(true);
    m_settling.setInterval(std::chrono::milliseconds(ProblemTiming::pause));
    connect(&m_settling, &QTimer::timeout, this, [this] {
        while (const auto due = m_form.nextCheck())
            m_form.settle(*due);
    });
    connect(&m_form, &FormModel::answersChanged, this, &ServiceSession::takeAnswers);
    connect(&m_form, &FormModel::shownProblemsChanged, this, &ServiceSession::showProblems);
    connect(&m_review, &ReviewModel::declinedChanged, this, &ServiceSession::takeDeclined);
    connect(&m_watch, &DestinationWatch::looked, this, &ServiceSession::replan);
    connect(&m_watch, &DestinationWatch::looked, this, &ServiceSession::destinationChanged);
    connect(&m_watch, &DestinationWatch::recovered, this, &ServiceSession::problemFound);
    connect(&m_watch, &DestinationWatch::checked, this, &ServiceSession::begin);
    connect(&m_templates, &TemplateJob::finished, this, &ServiceSession::takeTemplate);
    connect(&m_previews, &PreviewJob::ready, this, &ServiceSession::takePreview);
    connect(&m_applies, &ApplyJob::finished, this, &ServiceSession::finishApply);
    connect(&m_undos, &UndoJob::finished, this, &ServiceSession::finishUndo);
    connect(&m_keeper, &DraftKeeper::problemFound, this, &ServiceSession::problemFound);
    connect(&m_keeper, &DraftKeeper::saved, this, &ServiceSession::draftSaved);
}

ServiceSession::~ServiceSession()
{
    blockSignals(true);
    std::ignore = m_keeper.saveAndWait();
}

const Template *ServiceSession::definition() const
{
    return m_template ? &m_template->loaded->entry.definition : nullptr;
}

bool ServiceSession::isBusy() const
{
    return m_state == State::Applying || m_state == State::Undoing;
}

void ServiceSession::setState(State state)
{
    if (!isChanged(m_state, state))
        return;
    if (m_template && m_keeper.isKept()) {
        m_keeper.touch();
        m_keeper.save();
    }
    Q_EMIT stateChanged();
}

bool ServiceSession::isPreviewCurrent() const
{
    return m_isCurrent && !m_watch.isLooking();
}

FileView ServiceSession::file(const QByteArray &path) const
{
    const FormField *field = m_form.field(m_focused);
    const MarkedAnswer focused{m_focused.value(0), field ? field->parameter.title : QString()};
    return viewAfter(path, {*m_preview, m_form.form(), focused, m_told});
}

FileView ServiceSession::before(const QByteArray &path) const
{
    return viewBefore(path, m_preview->plan);
}

QString ServiceSession::destination() const
{
    return m_watch.folder();
}

void ServiceSession::setDestination(const QString &folder)
{
    m_place.choose(folder);
    takeWish();
}

void ServiceSession::setDestinationParent(const QString &folder)
{
    m_place.setParent(folder);
    takeWish();
}

void ServiceSession::setCommits(bool commits)
{
    if (isChanged(m_wishes.commit, commits))
        takeWish();
}

QString ServiceSession::branch() const
{
    return m_wishes.branch.isEmpty() ? m_preview->plan.branch : m_wishes.branch;
}

void ServiceSession::setBranch(const QString &branch)
{
    if (isChanged(m_wishes.branch, branch.trimmed()))
        takeWish();
}

QString ServiceSession::message() const
{
    return m_wishes.message.isEmpty() ? m_preview->plan.message : m_wishes.message;
}

void ServiceSession::setMessage(const QString &message)
{
    if (isChanged(m_wishes.message, message.trimmed().isEmpty() ? QString() : message))
        takeWish();
}

void ServiceSession::setSignsOff(bool signsOff)
{
    if (isChanged(m_wishes.signOff, signsOff))
        takeWish();
}

void ServiceSession::declineFiles(const QByteArrayList &paths)
{
    m_review.setDeclined(m_review.declined() + paths);
    takeDeclined();
}

void ServiceSession::takeDeclined()
{
    m_wishes.declined = m_review.declined();
    m_wishes.acceptedSecrets.removeIf(
        [this](const QByteArray &path) { return m_wishes.declined.contains(path); });
    takeWish();
}

void ServiceSession::acceptSecrets(const QByteArrayList &paths)
{
    for (const QByteArray &path : paths) {
        if (!m_wishes.acceptedSecrets.contains(path))
            m_wishes.acceptedSecrets += path;
    }
    takeWish();
}

void ServiceSession::takeGolden(const QStringList &paths)
{
    if (isChanged(m_wishes.golden, paths))
        takeWish();
}

QString ServiceSession::author() const
{
    return m_watch.author();
}

Result<> ServiceSession::setAuthor(const QString &name, const QString &email)
{
    if (const auto set = git::configureUser(name, email); !set)
        return set;
    if (const auto user = git::configuredUser())
        m_wishes.owner = m_around.owner = user->toString();
    lookAgain();
    return {};
}

QString ServiceSession::command() const
{
    if (!m_template)
        return {};
    PlanWishes wishes = m_wishes;
    wishes.reasons = m_form.draft().reasons;
    return equalCommand(m_template->loaded->entry, m_form.form(), destination(), wishes);
}

Result<QList<Problem>> ServiceSession::loadAnswers(const QByteArray &yaml, const QString &file)
{
    return m_form.loadAnswers(yaml, file);
}

} // namespace waymark
