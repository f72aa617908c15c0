#include "models/items/formmodel.h"

#include "models/catalog/answersfile.h"
#include "models/yaml/yaml.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString keyOf(int page, const AnswerPath &path)
{
    return QString::number(page) + u'\n' + path.join(u'\n');
}

QVariant stepData(const FormStep &step, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return step.title;
    case Qt::AccessibleTextRole:
        return step.summary.isEmpty() ? step.title : step.title + u", "_s + step.summary;
    case FormModel::IsPageRole:
        return true;
    case FormModel::PageRole:
        return step.page;
    case FormModel::DescriptionRole:
        return step.description;
    case FormModel::StepStateRole:
        return int(step.state);
    case FormModel::CurrentRole:
        return step.isCurrent;
    case FormModel::ErrorsRole:
        return step.errors;
    case FormModel::SummaryRole:
        return step.summary;
    default:
        return {};
    }
}

} // namespace

FormModel::FormModel(QObject *parent)
    : TreeRowModel(parent)
{
}

void FormModel::setTemplate(const Template &definition, const FormInput &input)
{
    m_edits = FormEdits(definition, input);
    m_timing = ProblemTiming();
    m_visits = FormVisits();
    answered();
}

void FormModel::setOccasion(const Occasion &occasion)
{
    if (!form().schema().questionnaire() || form().occasion() == occasion)
        return;
    m_edits.setOccasion(occasion);
    refresh();
}

void FormModel::type(const AnswerPath &path, const QString &text, qint64 now)
{
    m_edits.type(path, text);
    m_timing.type(path, now);
    answered();
}

void FormModel::typeItems(const AnswerPath &path, const QStringList &items, bool isTyping,
                          qint64 now)
{
    m_edits.typeItems(path, items, isTyping);
    m_timing.type(path, now);
    answered();
}

void FormModel::choose(const AnswerPath &path, int choice)
{
    const FormField *there = field(path);
    if (there && choice >= 0 && choice < there->parameter.choices.size())
        set(path, there->parameter.choices.at(choice).value);
}

void FormModel::chooseSeveral(const AnswerPath &path, const QList<int> &choices)
{
    const FormField *there = field(path);
    if (!there)
        return;
    List values;
    for (qsizetype i = 0; i < there->parameter.choices.size(); ++i) {
        if (choices.contains(int(i)))
            values += there->parameter.choices.at(i).value;
    }
    set(path, values);
}

void FormModel::set(const AnswerPath &path, const Value &answer)
{
    m_edits.set(path, answer);
    m_timing.leave(path);
    answered();
}

void FormModel::reset(const AnswerPath &path)
{
    m_edits.reset(path);
    answered();
}

void FormModel::setReason(const QString &name, const QString &reason)
{
    m_edits.setReason(name, reason);
    answered();
}

void FormModel::applyFix(const AnswerPath &path)
{
    const FormField *there = field(path);
    if (there && there->fix)
        set(path, Value(there->fix->value));
}

void FormModel::leave(const AnswerPath &path)
{
    m_edits.endTyping();
    m_timing.leave(path);
    refresh();
}

void FormModel::settle(qint64 now)
{
    if (m_timing.settle(now))
        refresh();
}

void FormModel::showAllProblems()
{
    m_timing.leaveAll(m_keys.keys());
    refresh();
}

void FormModel::showProblems(int page)
{
    leavePage(page);
    refresh();
}

void FormModel::leavePage(int page)
{
    const QString left = QString::number(page) + u'\n';
    for (const auto &[path, key] : m_keys.asKeyValueRange()) {
        if (key.startsWith(left))
            m_timing.leave(path);
    }
}

void FormModel::setCurrentPage(int page)
{
    if (page == m_visits.current)
        return;
    leavePage(m_visits.current);
    m_edits.endTyping();
    m_visits.left.insert(m_visits.current);
    m_visits.current = page;
    refresh();
}

AnswerPath FormModel::undo()
{
    const AnswerPath path = m_edits.undo();
    answered();
    return path;
}

AnswerPath FormModel::redo()
{
    const AnswerPath path = m_edits.redo();
    answered();
    return path;
}

QList<AnswerProblem> FormModel::problems(bool onlyShown) const
{
    QList<AnswerProblem> all = m_problems;
    if (onlyShown) {
        all.removeIf([this](const AnswerProblem &problem) {
            const QModelIndex index = indexOfField(problem.path);
            return index.isValid() && !rowAt(index).field.isProblemShown;
        });
    }
    return all;
}

QStringList FormModel::unreadable() const
{
    QStringList names;
    for (const AnswerProblem &problem : m_edits.unreadable())
        names += problem.path.first();
    names.removeDuplicates();
    return names;
}

AnswerPath FormModel::firstProblem(int page) const
{
    const QString start = QString::number(page) + u'\n';
    const QModelIndex step = indexOf(start);
    const auto firstIn = [this](const auto &self, const QModelIndex &parent) -> AnswerPath {
        for (int row = 0; row < rowCount(parent); ++row) {
            const QModelIndex index = this->index(row, 0, parent);
            if (rowAt(index).field.problem)
                return rowAt(index).field.parameter.path;
            if (const AnswerPath inner = self(self, index); !inner.isEmpty())
                return inner;
        }
        return {};
    };
    return step.isValid() ? firstIn(firstIn, step) : AnswerPath();
}

QModelIndex FormModel::indexOfField(AnswerPath path) const
{
    while (!path.isEmpty() && !m_keys.contains(path))
        path.removeLast();
    return path.isEmpty() ? QModelIndex() : indexOf(m_keys.value(path));
}

const FormField *FormModel::field(const AnswerPath &path) const
{
    const QModelIndex index = m_keys.contains(path) ? indexOf(m_keys.value(path)) : QModelIndex();
    return index.isValid() ? &rowAt(index).field : nullptr;
}

Result<QList<Problem>> FormModel::loadAnswers(const QByteArray &content, const QString &file)
{
    const Result<AnswersFile> read
        = readAnswers(content, file, form().schema(), answersBeside(file));
    if (!read)
        return std::unexpected(read.error());
    m_edits.replaceAnswers(read->answers);
    m_timing.leaveAll(m_keys.keys());
    answered();
    return read->problems;
}

QByteArray FormModel::savedAnswers() const
{
    const Map given = m_edits.withoutSecrets().given;
    Map saved;
    for (const QString &name : form().schema().names()) {
        if (const Value *answer = given.find(name))
            saved.insert(name, *answer);
    }
    return toYaml(Value(saved));
}

void FormModel::answered()
{
    refresh();
    Q_EMIT answersChanged();
}

/// Brings the rows in step with what was answered, typed and told.
void FormModel::refresh()
{
    const FormFacts facts(m_edits);
    m_problems = facts.problems;
    m_meter = goldenMeter(m_edits, facts.golden);
    m_keys.clear();
    std::vector<Item> tree;
    QSet<AnswerPath> wrong;
    const QList<FormPage> pages = form().pages();
    for (int number = 0; number < int(pages.size()); ++number) {
        QList<FormField> all;
        auto fields = fieldsOf(pages.at(number).parameters, number, facts, all);
        if (fields.empty())
            continue; // every question of the page is hidden, or asked with other answers
        for (const FormField &field : std::as_const(all)) {
            if (field.problem)
                wrong.insert(field.parameter.path);
        }
        const FormStep step = stepOf(pages.at(number), number, all, m_visits);
        tree.push_back({keyOf(number, {}), {.isPage = true, .step = step}, std::move(fields)});
    }
    m_timing.keepOnly(wrong);
    setTree(tree);
    Q_EMIT shownProblemsChanged();
}

std::vector<FormModel::Item> FormModel::fieldsOf(const QList<Parameter> &parameters, int page,
                                                 const FormFacts &facts, QList<FormField> &all)
{
    std::vector<Item> items;
    for (const Parameter &parameter : parameters) {
        if (parameter.isHidden())
            continue;
        FormField field = fieldOf(parameter, facts);
        field.isProblemShown = field.problem && m_timing.isShown(parameter.path);
        if (field.isProblemShown)
            field.fix = fixOf(form(), parameter.path, field.text);
        all += field;
        const QString key = keyOf(page, parameter.path);
        m_keys.insert(parameter.path, key);
        items.push_back({key, {.field = field}});
        if (hasMembers(parameter))
            items.back().children = fieldsOf(parameter.members, page, facts, all);
    }
    return items;
}

QVariant FormModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FormRow &row = rowAt(index);
    return row.isPage ? stepData(row.step, role) : fieldData(row.field, role);
}

QHash<int, QByteArray> FormModel::roleNames() const
{
    auto names = TreeRowModel::roleNames();
    names.insert({{IsPageRole, "isPage"},
                  {PageRole, "page"},
                  {DescriptionRole, "description"},
                  {StepStateRole, "stepState"},
                  {CurrentRole, "current"},
                  {ErrorsRole, "errors"},
                  {SummaryRole, "summary"},
                  {PathRole, "path"},
                  {KindRole, "kind"},
                  {HelpRole, "help"},
                  {PlaceholderRole, "placeholder"},
                  {RequiredRole, "required"},
                  {ReadOnlyRole, "readOnly"},
                  {ItemsRole, "items"},
                  {ChoicesRole, "choices"},
                  {ChoiceRole, "choice"},
                  {ChosenRole, "chosen"},
                  {MinimumRole, "minimum"},
                  {MaximumRole, "maximum"},
                  {StepRole, "step"},
                  {UnreadableRole, "unreadable"},
                  {ProblemRole, "problem"},
                  {ProblemHintRole, "problemHint"},
                  {ProblemItemRole, "problemItem"},
                  {FixRole, "fix"},
                  {GoldenStateRole, "goldenState"},
                  {GoldenTextRole, "goldenText"},
                  {WhyRole, "why"},
                  {ReasonRole, "reason"}});
    return names;
}

} // namespace waymark
