#include "models/items/servicesession.h"
#include "models/items/sessiondraft.h"
#include "models/plan/capabilitytext.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

/// In seconds, as the service record keeps it.
QDateTime wholeSeconds(const QDateTime &time)
{
    return QDateTime::fromSecsSinceEpoch(time.toSecsSinceEpoch(), QTimeZone::UTC);
}

/// What is to be known of a template before it is filled in: that it would run something, or
/// publish what is made. Of our own there is nothing to be warned of.
std::optional<Problem> toldBeforehand(const ReadyTemplate &ready)
{
    if (ready.loaded->entry.source.kind == Source::Kind::BuiltIn)
        return std::nullopt;
    const QString notice = capabilityNotice(ready.capabilities);
    if (notice.isEmpty())
        return std::nullopt;
    return Problem{.severity = Severity::Note,
                   .code = u"template.capabilities"_s,
                   .message = notice,
                   .hint = QCoreApplication::translate(
                       "ServiceSession", "“waymark show” says all that this template may do.")};
}

} // namespace

void ServiceSession::open(const CatalogEntry &entry)
{
    if (isBusy() || !m_keeper.saveAndWait())
        return;
    m_keeper.release();
    load(entry, {});
}

void ServiceSession::openDraft(const QString &draftId,
                               const std::optional<QList<CatalogEntry>> &catalog)
{
    if (isBusy())
        return;
    const auto draft = m_keeper.open(draftId);
    if (!draft) {
        Q_EMIT problemFound(draft.error().problem);
        return;
    }
    clear();
    m_loading = {.draft = *draft, .isFound = false};
    setState(State::Loading);
    if (catalog)
        takeCatalog(*catalog);
}

void ServiceSession::takeCatalog(const QList<CatalogEntry> &catalog)
{
    if (!m_loading || m_loading->isFound)
        return;
    const Draft draft = m_loading->draft;
    const auto entry = entryOf(draft.of, catalog);
    if (entry)
        return load(*entry, draft);
    m_keeper.release();
    clear();
    setState(State::Empty);
    Q_EMIT problemFound(entry.error().problem);
}

/// Forgets everything that was edited.
void ServiceSession::clear()
{
    m_templates.stop();
    m_previews.stop();
    m_watch.forget();
    m_settling.stop();
    m_template.reset();
    m_loading.reset();
    m_applied.reset();
    m_undoLook.setDestination({});
    m_stale.reset();
    m_draftName.clear();
    m_place.reset();
    m_focused.clear();
    m_wishes = {.owner = m_around.owner};
    m_preview = std::make_shared<const Preview>();
    m_isCurrent = false;
    m_form.setTemplate({});
    m_review.setDeclined({});
    showPlan();
}

void ServiceSession::load(const CatalogEntry &entry, const Draft &draft)
{
    clear();
    m_loading = {.draft = draft};
    setState(State::Loading);
    m_templates.load(entry);
}

void ServiceSession::takeTemplate(const TemplateEnd &end)
{
    const auto coming = std::exchange(m_loading, {});
    if (!coming)
        return;
    const Draft &draft = coming->draft;
    if (!end.ready) {
        m_keeper.release(); // as it was saved, so it stays
        setState(State::Empty);
        Q_EMIT problemFound(end.ready.error().problem);
        return;
    }
    m_now = wholeSeconds(m_around.clock());
    m_seed = m_around.seed();
    m_wishes.commit = draft.commits;
    m_wishes.branch = draft.branch;
    m_wishes.message = draft.message;
    m_wishes.signOff = draft.signOff;
    m_wishes.golden = draft.golden;
    m_wishes.declined = draft.declined;
    m_draftName = draft.name;
    m_review.setDeclined(draft.declined);
    m_form.setTemplate(end.ready->loaded->entry.definition,
                       {draft.answers, draft.typed, draft.reasons});
    m_form.setCurrentPage(draft.page);
    m_template = *end.ready;
    if (!draft.destination.isEmpty())
        m_place.goOn(draft.destination, usualFolderName(m_form.form(), *definition()));
    findDestination();
    setState(State::Editing);
    if (const auto notice = toldBeforehand(*m_template))
        Q_EMIT problemFound(*notice);
    if (const auto change = templateChange(draft, *m_template, m_form.carriedInVain()))
        Q_EMIT problemFound(*change);
    replan();
}

/// The answers are those of a draft again.
void ServiceSession::startAnother()
{
    if (!m_applied)
        return;
    m_applied.reset();
    m_undoLook.setDestination({});
    m_now = wholeSeconds(m_around.clock());
    m_seed = m_around.seed();
    m_keeper.touch();
    setState(State::Editing);
    lookAgain();
}

Draft ServiceSession::draft() const
{
    const FormInput input = m_form.draft();
    Draft draft;
    draft.name = draftName();
    if (m_template)
        draft.of = draftTemplate(*m_template);
    draft.answers = input.given;
    draft.typed = input.typed;
    draft.reasons = input.reasons;
    for (const QByteArray &path : m_wishes.declined) {
        if (!m_preview->plan.shownPaths.contains(path)) // or it would tell a secret
            draft.declined += path;
    }
    draft.destination = m_watch.folder();
    draft.branch = m_wishes.branch;
    draft.message = m_wishes.message;
    draft.commits = m_wishes.commit;
    draft.signOff = m_wishes.signOff;
    draft.golden = m_wishes.golden;
    draft.page = m_form.currentPage();
    draft.saved = m_around.clock().toUTC();
    return draft;
}

QString ServiceSession::draftName() const
{
    if (!m_draftName.isEmpty() || !m_template)
        return m_draftName;
    const QString &question = m_form.form().schema().serviceName();
    const bool isSecret = m_form.edits().secrets().contains(question);
    const QString name
        = isSecret ? QString() : m_form.form().answers().value(question).textOr().trimmed();
    return name.isEmpty() ? definition()->title : name;
}

void ServiceSession::renameDraft(const QString &name)
{
    m_draftName = name.trimmed();
    if (m_template)
        m_keeper.touch();
}

Result<> ServiceSession::saveDraftNow()
{
    return m_keeper.saveAndWait();
}

void ServiceSession::discardDraft()
{
    if (isBusy())
        return;
    m_keeper.discard();
    clear();
    setState(State::Empty);
}

} // namespace waymark
