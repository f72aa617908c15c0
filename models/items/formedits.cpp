#include "models/items/formedits.h"

#include "models/items/fieldkind.h"

namespace waymark {
namespace {

constexpr qsizetype mostSteps = 200;
const QString reasonStep = QStringLiteral("\nreason"); // no answer is called so

bool isAtOrBelow(const AnswerPath &path, const AnswerPath &outer)
{
    return path.size() >= outer.size() && path.first(outer.size()) == outer;
}

bool hasItems(const Parameter &parameter)
{
    const FieldKind kind = fieldKind(parameter);
    return kind == FieldKind::TextList || kind == FieldKind::TextMap;
}

} // namespace

FormEdits::FormEdits(const Template &definition, const FormInput &input)
    : m_definition(definition)
    , m_secrets(definition.form.secretNames())
    , m_form(definition.form, input.given)
    , m_typed(input.typed)
    , m_reasons(input.reasons)
{
}

FormInput FormEdits::input() const
{
    return {m_form.given(), m_typed, m_reasons};
}

FormInput FormEdits::withoutSecrets() const
{
    FormInput kept = input();
    for (const QString &secret : m_secrets)
        kept.given.remove(secret);
    kept.typed.removeIf([this](const auto &entry) { return isSecret(entry.key()); });
    return kept;
}

std::optional<QStringList> FormEdits::typed(const AnswerPath &path) const
{
    const auto found = m_typed.constFind(path);
    return found == m_typed.cend() ? std::nullopt : std::optional(*found);
}

QList<AnswerProblem> FormEdits::unreadable() const
{
    QList<AnswerProblem> problems;
    for (const auto &[path, texts] : m_typed.asKeyValueRange()) {
        const std::optional<Parameter> parameter = m_form.parameter(path);
        if (!parameter)
            continue; // not asked with these answers
        const auto read = hasItems(*parameter) ? readFieldItems(*parameter, texts)
                                               : readField(*parameter, texts.value(0));
        if (!read)
            problems += {path, read.error().problem};
    }
    return problems;
}

void FormEdits::type(const AnswerPath &path, const QString &text)
{
    const std::optional<Parameter> parameter = m_form.parameter(path);
    if (!parameter)
        return;
    begin(path, true);
    const auto read = readField(*parameter, text);
    if (read)
        take(path, *read);
    else
        m_typed.insert(path, {text});
}

void FormEdits::typeItems(const AnswerPath &path, const QStringList &items, bool isTyping)
{
    const std::optional<Parameter> parameter = m_form.parameter(path);
    if (!parameter)
        return;
    begin(path, isTyping);
    const auto read = readFieldItems(*parameter, items);
    if (read)
        take(path, *read);
    else
        m_typed.insert(path, items);
}

void FormEdits::set(const AnswerPath &path, const Value &answer)
{
    const Value given = m_form.given();
    const Value *before = valueAt(given, path);
    if (before && *before == answer && !m_typed.contains(path))
        return;
    begin(path, false);
    take(path, answer);
}

void FormEdits::reset(const AnswerPath &path)
{
    if (!m_form.isGiven(path) && !m_typed.contains(path))
        return;
    begin(path, false);
    take(path, {});
    if (path.size() == 1)
        m_reasons.remove(path.first());
}

void FormEdits::setReason(const QString &name, const QString &reason)
{
    begin({name, reasonStep}, true);
    if (reason.isEmpty())
        m_reasons.remove(name);
    else
        m_reasons.insert(name, reason);
}

void FormEdits::replaceAnswers(const Map &given)
{
    begin({}, false);
    m_typed.clear();
    m_form.setAnswers(given);
}

void FormEdits::endTyping()
{
    m_typing.reset();
}

/// Remembers how everything is, unless the last step goes on.
void FormEdits::begin(const AnswerPath &path, bool isTyping)
{
    const bool goesOn = isTyping && m_typing == path;
    m_typing = isTyping ? std::optional(path) : std::nullopt;
    if (goesOn || isSecret(path))
        return;
    m_undo.append({withoutSecrets(), path});
    m_redo.clear();
    if (m_undo.size() > mostSteps)
        m_undo.removeFirst();
}

void FormEdits::forget(const AnswerPath &path)
{
    m_typed.removeIf([&](const auto &entry) { return isAtOrBelow(entry.key(), path); });
}

void FormEdits::take(const AnswerPath &path, const std::optional<Value> &answer)
{
    forget(path);
    if (answer)
        m_form.setAnswer(path, *answer);
    else
        m_form.removeAnswer(path);
}

bool FormEdits::isSecret(const AnswerPath &path) const
{
    return m_secrets.contains(path.value(0));
}

AnswerPath FormEdits::go(QList<Step> &from, QList<Step> &to)
{
    if (from.isEmpty())
        return {};
    const Step step = from.takeLast();
    to.append({withoutSecrets(), step.path});
    restore(step.input);
    m_typing.reset();
    return step.path.value(1) == reasonStep ? AnswerPath{step.path.first()} : step.path;
}

/// Takes everything but the secrets, which stay as they are.
void FormEdits::restore(const FormInput &input)
{
    Map given = input.given;
    for (const QString &secret : std::as_const(m_secrets)) {
        if (const Value *answer = m_form.given().find(secret))
            given.insert(secret, *answer);
    }
    m_typed.removeIf([this](const auto &entry) { return !isSecret(entry.key()); });
    m_typed.insert(input.typed);
    m_reasons = input.reasons;
    m_form.setAnswers(given);
}

} // namespace waymark
