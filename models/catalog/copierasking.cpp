#include "models/catalog/copierasking.h"

#include "models/base/textcontext.h"
#include "models/catalog/copiersurroundings.h"

#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::TaggedValue;

constexpr TextContext translated("Copier");

Parameter::Type typeOf(const CopierQuestion &question, const QString &type, bool hasChoices)
{
    if (hasChoices)
        return question.multiselect ? Parameter::Type::MultipleChoice : Parameter::Type::Choice;
    if (type == u"int")
        return Parameter::Type::Integer;
    if (type == u"float")
        return Parameter::Type::Number;
    if (type == u"bool")
        return Parameter::Type::Boolean;
    return type == u"json" || type == u"yaml" ? Parameter::Type::Anything : Parameter::Type::Text;
}

Problem answerMissing(const QString &title)
{
    return {.code = u"answer.missing"_s, .message = translated("%1 needs an answer.").arg(title)};
}

} // namespace

CopierAsking::CopierAsking(const CopierSettings &settings, const CopierTexts &texts,
                           const Map &given, const Occasion &occasion)
    : m_settings(settings)
    , m_texts(texts)
    , m_given(given)
    , m_occasion(occasion)
    , m_options{.limits = askingLimits,
                .now = occasion.now,
                .seed = occasion.seed,
                .stop = occasion.stop}
    , m_context(copierSurroundings(settings, given, occasion))
    , m_externalData(
          settings, occasion.destination,
          [this](const QString &text, const TaggedValue &context) {
              return m_texts.renderedText(text, context, m_options);
          },
          [this](const QByteArray &path) { return destinationFile(m_occasion.destination, path); })
    , m_isNotedSeen(texts.mention(u"_copier_answers"_s))
{
    m_options.spent = &m_spent;
    m_context.insert(u"_copier_phase"_s, Value(u"prompt"_s));
    // What is given is seen from the start, by the first question too.
    for (const Map::Entry &entry : given)
        m_context.insert(entry.key, TaggedValue::answer(entry.key, entry.value));
}

Questioning CopierAsking::run()
{
    const Value unread = m_context.find(u"_external_data"_s)->toValue();
    for (const CopierQuestion &question : m_settings.questions) {
        setAnswersFile();
        ask(question);
    }
    m_context.insert(u"_copier_answers"_s, noted());
    m_context.insert(u"_copier_phase"_s, Value(u"render"_s));
    m_context.insert(u"_external_data"_s, unread); // its paths may depend on answers
    setAnswersFile();
    m_questioning.context = m_context;
    return std::move(m_questioning);
}

/// What `_copier_conf.answers_file` is with the answers so far.
void CopierAsking::setAnswersFile()
{
    if (m_texts.isPlain(m_settings.answersFile))
        return;
    const auto path = m_texts.renderedText(m_settings.answersFile, m_context, m_options);
    const TaggedValue *conf = m_context.find(u"_copier_conf"_s);
    if (!path || !conf)
        return;
    TaggedValue changed = *conf;
    TaggedValue file = TaggedValue::path(path->value.textOr());
    file.addSources(path->sources);
    changed.insert(u"answers_file"_s, file);
    m_context.insert(u"_copier_conf"_s, changed);
}

/// What the texts of `question` want of it.
QList<Problem> CopierAsking::readExternalData(const CopierQuestion &question)
{
    return m_externalData.isAnyLeft()
        ? m_externalData.readInto(m_context, m_texts.mentionsOf(question))
        : QList<Problem>();
}

bool CopierAsking::isSecret(const CopierQuestion &question) const
{
    return m_settings.secretNames.contains(question.name);
}

void CopierAsking::ask(const CopierQuestion &question)
{
    if (m_isNotedSeen)
        m_context.insert(u"_copier_answers"_s, noted());
    const QList<Problem> unread = readExternalData(question);
    const CopierAnswering answering(question, m_texts, m_context, m_options);
    AskedQuestion asked{.parameter = parameterOf(question, answering)};
    for (const Problem &problem : unread)
        tell(asked, problem, question);
    if (answering.fault())
        tell(asked, *answering.fault(), question);
    const auto when = answering.isAsked();
    if (!when)
        tell(asked, when.error().problem, question);
    const bool isAsked = !when || when->isTrue;
    asked.standing = isAsked ? AskedQuestion::Standing::Asked : AskedQuestion::Standing::Hidden;
    const QList<AnswerProblem> faults = asked.problems;
    jinja::Sources sources = takeUsual(question, answering, asked);
    if (m_given.contains(question.name)) {
        sources = {};
        asked.problems = faults; // what is wrong with the default does not matter
        takeGiven(question, answering, asked);
    } else {
        asked.answer = asked.usual;
        if (!asked.answer && asked.problems.isEmpty() && isAsked)
            tell(asked, answerMissing(asked.parameter.title), question);
    }
    if (when)
        sources = sources.with(when->sources.asControl());
    note(question, asked, sources);
    if (!isAsked) // nobody sees them at a question that is not there
        m_questioning.problems += std::exchange(asked.problems, {});
    m_questioning.questions += std::move(asked);
}

/// The default, and what is wrong with it; what it comes from.
jinja::Sources CopierAsking::takeUsual(const CopierQuestion &question,
                                       const CopierAnswering &answering, AskedQuestion &asked) const
{
    const Value *own = m_occasion.defaults.find(question.name);
    if (!own && question.defaultValue)
        own = &*question.defaultValue;
    if (!own)
        return {};
    const auto usual = answering.usualAnswer(*own);
    if (!usual) {
        tell(asked, usual.error().problem, question);
        return {};
    }
    if (!*usual)
        return {};
    asked.usual = (*usual)->value;
    const bool isChecked = asked.standing == AskedQuestion::Standing::Asked && !isSecret(question);
    const auto valid = isChecked ? answering.validated(*asked.usual) : Result<>();
    if (!valid)
        tell(asked, valid.error().problem, question);
    return (*usual)->sources;
}

void CopierAsking::takeGiven(const CopierQuestion &question, const CopierAnswering &answering,
                             AskedQuestion &asked) const
{
    const Value given = m_given.value(question.name);
    const auto parsed = answering.parsed(given);
    asked.answer = parsed ? *parsed : given;
    if (!parsed) {
        tell(asked, parsed.error().problem, question);
        return;
    }
    if (const auto valid = answering.validated(*parsed); !valid)
        tell(asked, valid.error().problem, question);
}

/// The words of an answer to a secret question may hold it.
void CopierAsking::tell(AskedQuestion &asked, const Problem &problem,
                        const CopierQuestion &question) const
{
    Problem told = problem;
    if (isSecret(question) && problem.code != u"answer.missing") {
        told.message = translated("The answer to %1 does not fit.").arg(asked.parameter.title);
        told.excerpt.clear();
    } else if (problem.code.startsWith(u"answer.") && problem.code != u"answer.missing") {
        told.message = translated("%1: %2").arg(asked.parameter.title, problem.message);
    }
    asked.problems += AnswerProblem{{question.name}, told};
}

Parameter CopierAsking::parameterOf(const CopierQuestion &question,
                                    const CopierAnswering &answering) const
{
    Parameter parameter{.name = question.name,
                        .path = {question.name},
                        .title = question.name,
                        .description = answering.shownText(question.help).trimmed(),
                        .placeholder = answering.shownText(question.placeholder)};
    parameter.type = typeOf(question, answering.type(), question.choices.has_value());
    parameter.defaultValue = question.defaultValue;
    parameter.required = true;
    parameter.nullable = answering.type() == u"json" || answering.type() == u"yaml";
    if (isSecret(question))
        parameter.widget = u"password"_s;
    else if (answering.isMultiline() && !question.choices)
        parameter.widget = u"textarea"_s;
    QStringList refusals;
    for (const CopierChoice &choice : answering.choices()) {
        if (choice.refusal.isEmpty())
            parameter.choices += ParameterChoice{choice.value, choice.title};
        else
            refusals += u"%1: %2"_s.arg(choice.title, choice.refusal);
    }
    parameter.help = refusals.join(u'\n');
    if (!question.qmark.isEmpty())
        parameter.options.insert(u"qmark"_s, question.qmark);
    return parameter;
}

/// Lets the questions behind this one, and the files, see its answer.
void CopierAsking::note(const CopierQuestion &question, const AskedQuestion &asked,
                        const jinja::Sources &sources)
{
    if (!asked.answer)
        return;
    TaggedValue answer = TaggedValue::answer(question.name, *asked.answer);
    answer.addSources(sources);
    m_context.insert(question.name, answer);
    m_answered += question.name;
}

/// What the answers file is to hold, with the answers so far: those that were given first.
TaggedValue CopierAsking::noted() const
{
    TaggedValue::Map noted;
    if (!m_settings.revision.isEmpty())
        noted += {u"_commit"_s, Value(m_settings.revision)};
    noted += {u"_src_path"_s, Value(m_settings.folder)};
    QSet<QString> left(m_settings.secretNames.cbegin(), m_settings.secretNames.cend());
    for (const AskedQuestion &asked : m_questioning.questions) {
        if (asked.standing != AskedQuestion::Standing::Asked)
            left.insert(asked.parameter.name);
    }
    const auto take = [&](const QString &name) {
        const TaggedValue *answer = left.contains(name) ? nullptr : m_context.find(name);
        left.insert(name);
        if (answer)
            noted += {name, *answer};
    };
    for (const Map::Entry &entry : m_given) {
        if (m_settings.question(entry.key))
            take(entry.key);
    }
    for (const QString &name : m_answered)
        take(name);
    return TaggedValue::fromMap(noted);
}

} // namespace waymark
