#pragma once

#include "models/items/formstep.h"
#include "models/items/problemtiming.h"
#include "models/items/treerowmodel.h"

namespace waymark {

/// A page, or a question.
struct FormRow
{
    bool isPage = false;
    FormStep step = {}; ///< Of a page.
    FormField field = {}; ///< Of a question.
    friend bool operator==(const FormRow &, const FormRow &) = default;
};

/// A form while it is filled in: its pages, below them the questions that are asked with the
/// answers so far, below groups their members. What is typed is never lost: where it cannot be
/// read, it is shown beside its problem, and the last good answer stands. It has no clock: `now` is
/// milliseconds of any that only goes forward.
class FormModel final : public TreeRowModel<FormRow>
{
    Q_OBJECT

public:
    /// Of pages: title (Qt::DisplayRole), DescriptionRole, StepStateRole, CurrentRole, ErrorsRole,
    /// SummaryRole. Of questions: the title, the text as typed (Qt::EditRole), and the rest.
    enum Role {
        IsPageRole = Qt::UserRole,
        PageRole, ///< int: the number of a page; see setCurrentPage().
        DescriptionRole,
        StepStateRole, ///< int of StepState
        CurrentRole, ///< bool
        ErrorsRole, ///< int
        SummaryRole,
        PathRole, ///< QStringList: AnswerPath
        KindRole, ///< int of FieldKind
        HelpRole,
        PlaceholderRole,
        RequiredRole, ///< bool
        ReadOnlyRole, ///< bool
        ItemsRole, ///< QStringList; see fieldItems().
        ChoicesRole, ///< QStringList of titles
        ChoiceRole, ///< int; -1: none
        ChosenRole, ///< QList<int>, of FieldKind::MultipleChoice
        MinimumRole, ///< A number, or nothing.
        MaximumRole,
        StepRole,
        UnreadableRole, ///< bool: files that depend on it are not current.
        ProblemRole, ///< Its message, while it is shown.
        ProblemHintRole,
        ProblemItemRole, ///< int; -1: all of it
        FixRole, ///< "/healthz": what applyFix() would put there; empty: nothing.
        GoldenStateRole, ///< int of GoldenState
        GoldenTextRole,
        WhyRole,
        ReasonRole,
    };

    explicit FormModel(QObject *parent = nullptr);

    /// Shows the form of `definition`; what can be undone is forgotten. With the input() of another
    /// version of the template, what was answered is carried over; see carriedInVain().
    void setTemplate(const Template &definition, const FormInput &input = {});
    /// When and where the form is filled in; what stands for unanswered questions may depend on it.
    void setOccasion(const Occasion &occasion);
    [[nodiscard]] const FormEdits &edits() const { return m_edits; }
    [[nodiscard]] const Form &form() const { return m_edits.form(); }
    /// Names that were answered and are not asked for, with these answers or never.
    [[nodiscard]] QStringList carriedInVain() const { return form().unused(); }
    /// Nothing in a form is lost while this is kept: what a draft holds, without secrets.
    [[nodiscard]] FormInput draft() const { return m_edits.withoutSecrets(); }

    void type(const AnswerPath &path, const QString &text, qint64 now);
    /// An item of a list or map was typed in, or (not `isTyping`) came, went or moved.
    void typeItems(const AnswerPath &path, const QStringList &items, bool isTyping, qint64 now);
    void choose(const AnswerPath &path, int choice);
    void chooseSeveral(const AnswerPath &path, const QList<int> &choices);
    void set(const AnswerPath &path, const Value &answer);
    void reset(const AnswerPath &path); ///< Back to the default, golden or not.
    void setReason(const QString &name, const QString &reason);
    void applyFix(const AnswerPath &path); ///< Where there is one; an undo step.

    void leave(const AnswerPath &path); ///< The focus went elsewhere.
    void settle(qint64 now); ///< To be called at nextCheck().
    [[nodiscard]] std::optional<qint64> nextCheck() const { return m_timing.next(); }
    void showAllProblems(); ///< As when somebody wants to go on.
    void showProblems(int page); ///< The same for one page.

    [[nodiscard]] int currentPage() const { return m_visits.current; }
    void setCurrentPage(int page); ///< The page that is left tells what is wrong on it.

    [[nodiscard]] bool canUndo() const { return m_edits.canUndo(); }
    [[nodiscard]] bool canRedo() const { return m_edits.canRedo(); }
    AnswerPath undo(); ///< Where something changed: there the focus goes; empty: in several places.
    AnswerPath redo();

    /// Every problem, what cannot be read among them; shown ones only where that is asked for.
    [[nodiscard]] QList<AnswerProblem> problems(bool onlyShown = false) const;
    /// Names of top-level questions whose last good answer is not what stands on the screen.
    [[nodiscard]] QStringList unreadable() const;
    /// The first question of a page with a problem, where the focus goes when somebody wants to go
    /// on; empty: there is none.
    [[nodiscard]] AnswerPath firstProblem(int page) const;
    [[nodiscard]] const GoldenMeter &meter() const { return m_meter; }
    /// The question that asks for `path`, or the one around it; invalid: none does.
    [[nodiscard]] QModelIndex indexOfField(AnswerPath path) const;
    [[nodiscard]] const FormField *field(const AnswerPath &path) const;

    /// Takes the answers of a file in place of those that are there, as one step. What the template
    /// does not ask for is told.
    [[nodiscard]] Result<QList<Problem>> loadAnswers(const QByteArray &content,
                                                     const QString &file);
    /// What was answered, as loadAnswers() and `--answers` take it, without secrets: YAML.
    [[nodiscard]] QByteArray savedAnswers() const;

    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void answersChanged(); ///< Something that was answered or typed, or a reason: behind the rows.
    void shownProblemsChanged();

private:
    void answered();
    void leavePage(int page);
    void refresh();
    [[nodiscard]] std::vector<Item> fieldsOf(const QList<Parameter> &parameters, int page,
                                             const FormFacts &facts, QList<FormField> &all);

    FormEdits m_edits;
    ProblemTiming m_timing;
    FormVisits m_visits;
    GoldenMeter m_meter;
    QHash<AnswerPath, QString> m_keys; ///< Of fields, in the tree.
    QList<AnswerProblem> m_problems;
};

/// What a view reads of a question in one of FormModel's roles.
[[nodiscard]] QVariant fieldData(const FormField &field, int role);

} // namespace waymark
