#pragma once

#include "models/items/destinationwatch.h"
#include "models/items/draftkeeper.h"
#include "models/items/filetreemodel.h"
#include "models/items/fileview.h"
#include "models/items/formmodel.h"
#include "models/items/problemsmodel.h"
#include "models/items/reviewmodel.h"
#include "models/items/safetychecks.h"
#include "models/items/serviceplace.h"
#include "models/items/sessiondraft.h"
#include "models/items/undolook.h"
#include "models/jobs/applyjob.h"
#include "models/jobs/previewjob.h"
#include "models/jobs/templatejob.h"
#include "models/jobs/undojob.h"

namespace waymark {

/// One service that is made, without its window: each change plans anew, and is kept as a draft.
class ServiceSession final : public QObject
{
    Q_OBJECT

public:
    enum class State : quint8 { Empty, Loading, Editing, Applying, Applied, Undoing };

    explicit ServiceSession(SessionSurroundings surroundings, QObject *parent = nullptr);
    ~ServiceSession() override; ///< Saves the draft.

    /// Loads a template off this thread; then Editing, or Empty and a problem. What was edited so
    /// far stays as a draft. While Applying or Undoing, it does nothing.
    void open(const CatalogEntry &entry);
    /// The same of a draft; one that is locked or cannot be read is a problem, and all stays.
    void openDraft(const QString &draftId, const std::optional<QList<CatalogEntry>> &catalog);
    void takeCatalog(const QList<CatalogEntry> &catalog); ///< That openDraft() had to do without.
    void startAnother(); ///< Applied: Editing again, with the same answers, as another draft.
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Template *definition() const; ///< Null while Empty or Loading.
    [[nodiscard]] const SessionSurroundings &around() const { return m_around; }
    [[nodiscard]] FormModel &form() { return m_form; }
    [[nodiscard]] FileTreeModel &files() { return m_files; }
    [[nodiscard]] ProblemsModel &problems() { return m_problems; }
    [[nodiscard]] ReviewModel &review() { return m_review; }
    [[nodiscard]] SafetyChecks &safety() { return m_safety; }
    [[nodiscard]] const Preview &preview() const { return *m_preview; } ///< The last one.
    [[nodiscard]] const LineLinks &links() const { return m_links; }
    [[nodiscard]] bool isPreviewCurrent() const; ///< False while a newer one is on its way.
    [[nodiscard]] FileView file(const QByteArray &path) const; ///< viewAfter()
    [[nodiscard]] FileView before(const QByteArray &path) const; ///< viewBefore()
    [[nodiscard]] const AnswerPath &focusedField() const { return m_focused; }
    void focusField(const AnswerPath &path); ///< Tints its lines; empty: none.
    [[nodiscard]] QString destination() const; ///< Absolute; the usual one is PARENT/name.
    void setDestination(const QString &folder); ///< "~" is the home folder; empty: the usual one.
    [[nodiscard]] const QString &destinationParent() const { return m_place.parent(); }
    void setDestinationParent(const QString &folder); ///< From now on, it is the usual one.
    [[nodiscard]] bool commits() const { return m_wishes.commit; }
    void setCommits(bool commits);
    [[nodiscard]] QString branch() const;
    void setBranch(const QString &branch); ///< Empty: the usual one.
    [[nodiscard]] QString message() const; ///< As it will be committed.
    void setMessage(const QString &message); ///< Blank: the usual one.
    [[nodiscard]] bool signsOff() const { return m_wishes.signOff; }
    void setSignsOff(bool signsOff);
    void declineFiles(const QByteArrayList &paths); ///< Those too; the review's boxes do the same.
    void acceptSecrets(const QByteArrayList &paths); ///< In those files too, until declined.
    void takeGolden(const QStringList &paths); ///< Just these take the template's text.
    void lookAgain(); ///< The destination may have changed.
    [[nodiscard]] QString author() const; ///< "Ada <ada@…>", as all of git has it; empty: unknown.
    [[nodiscard]] Result<> setAuthor(const QString &name, const QString &email);
    [[nodiscard]] QString command() const; ///< See equalCommand().

    [[nodiscard]] QStringList blockers() const; ///< Sentences: why apply() would refuse.
    void apply(); ///< Applying, then Applied or Editing; not while there are blockers.
    void stop(); ///< As long as nothing was changed.
    [[nodiscard]] const Applied *applied() const { return m_applied ? &*m_applied : nullptr; }
    void undo(); ///< Of what was applied.
    [[nodiscard]] UndoLook &undoLook() { return m_undoLook; } ///< What undo() takes away.

    [[nodiscard]] QString draftId() const { return m_keeper.id(); } ///< Empty: nothing is kept yet.
    [[nodiscard]] QString draftName() const;
    void renameDraft(const QString &name);
    [[nodiscard]] Result<> saveDraftNow(); ///< And waits; an error: it is not kept.
    void discardDraft(); ///< With all that was typed: Empty.
    [[nodiscard]] Result<QList<Problem>> loadAnswers(const QByteArray &yaml, const QString &file);

Q_SIGNALS:
    void stateChanged();
    void previewChanged(); ///< preview(), links(), models, blockers
    void marksChanged(); ///< Of file(): another field has the focus, or another problem is told.
    void destinationChanged(); ///< Destination, branch, message, author, command.
    void problemFound(const waymark::Problem &problem); ///< For a notice.
    void progress(const QString &text); ///< While Applying or Undoing.
    void finished(const waymark::ApplyEnd &end);
    void undone(const waymark::UndoEnd &end);
    void draftSaved();

private:
    [[nodiscard]] bool isBusy() const;
    void setState(State state);
    void clear();
    void load(const CatalogEntry &entry, const Draft &draft);
    void takeTemplate(const TemplateEnd &end);
    [[nodiscard]] Draft draft() const;
    void takeAnswers();
    void takeDeclined();
    void takeWish(); ///< Something was wished: another plan and another draft.
    void findDestination();
    void replan();
    void takePreview(const Preview &preview);
    void showPlan();
    void showLinks();
    void showProblems(); ///< Those that are told.
    void begin(const std::optional<Problem> &change);
    void finishApply(const ApplyEnd &end);
    void finishUndo(const UndoEnd &end);

    SessionSurroundings m_around;
    State m_state = State::Empty;
    FormModel m_form;
    FileTreeModel m_files;
    ProblemsModel m_problems;
    ReviewModel m_review;
    SafetyChecks m_safety;
    std::optional<ReadyTemplate> m_template;
    std::optional<ComingDraft> m_loading; ///< That is filled in once its template is there.
    QString m_draftName; ///< As the user gave it.
    PlanWishes m_wishes;
    ServicePlace m_place;
    QDateTime m_now;
    QByteArray m_seed;
    AnswerPath m_focused;
    QList<AnswerProblem> m_told; ///< Problems of the form that are shown.
    std::shared_ptr<const Preview> m_preview = std::make_shared<const Preview>();
    LineLinks m_links;
    bool m_isCurrent = false;
    std::optional<Problem> m_stale; ///< What an apply found changed, until it is looked again.
    std::optional<Applied> m_applied;
    QTimer m_settling;
    DestinationWatch m_watch;
    TemplateJob m_templates;
    PreviewJob m_previews;
    ApplyJob m_applies;
    UndoJob m_undos;
    UndoLook m_undoLook;
    DraftKeeper m_keeper;
};

} // namespace waymark
