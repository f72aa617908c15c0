#include "models/catalog/cookiecutterasking.h"

#include "models/base/textcontext.h"
#include "models/catalog/cookiecutterlanguage.h"
#include "models/catalog/jsonvalues.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::TaggedValue;

constexpr TextContext translated("Cookiecutter");

Map rawValues(const QList<RawVariable> &variables)
{
    Map values;
    for (const RawVariable &variable : variables)
        values.insert(variable.name, variable.value);
    return values;
}

/// Whether rendering `text` in the usual language gives it back.
bool isLiteral(const QString &text, const jinja::Options &options)
{
    static const jinja::Options usual = jinja::Options::jinja2();
    return options.delimiters == usual.delimiters && options.lineStatementPrefix.isEmpty()
        && options.lineCommentPrefix.isEmpty() && !text.contains(u'{') && !text.contains(u'\r')
        && (options.newlineSequence == u"\n" || !text.contains(u'\n'));
}

TaggedValue tagged(TaggedValue value, const QString &name)
{
    value.addSources({{name}, {}});
    return value;
}

} // namespace

CookiecutterAsking::CookiecutterAsking(const CookiecutterSettings &settings,
                                       const QList<RawVariable> &variables,
                                       const Occasion &occasion)
    : m_settings(settings)
    , m_variables(variables)
    , m_occasion(occasion)
    , m_environment(cookiecutterLanguage(rawValues(variables)).options)
{
}

/// Maps come behind all others, since they may speak of any.
bool CookiecutterAsking::isLater(const RawVariable &variable) const
{
    return variable.value.toMap() && !isPrivateVariable(variable.name);
}

void CookiecutterAsking::run(Questioning &questioning, int page)
{
    QList<AskedQuestion> questions(m_variables.size());
    for (qsizetype i = 0; i < m_variables.size(); ++i) {
        if (!isLater(m_variables.at(i)))
            questions[i] = asked(m_variables.at(i));
    }
    for (qsizetype i = 0; i < m_variables.size(); ++i) {
        const RawVariable &variable = m_variables.at(i);
        const bool isRendered = !isUnrenderedVariable(variable.name);
        if (!isLater(variable) && !(variable.value.toMap() && isRendered))
            continue;
        // A private map is rendered in its place, and again with all others.
        const QList<AnswerProblem> before = questions.at(i).problems;
        questions[i] = asked(variable);
        if (!before.isEmpty())
            questions[i].problems = before;
    }
    for (AskedQuestion &question : questions) {
        question.page = page;
        questioning.questions += std::move(question);
    }
    questioning.context = context();
}

AskedQuestion CookiecutterAsking::asked(const RawVariable &variable)
{
    AskedQuestion question{.parameter
                           = variableParameter(m_settings, variable.name, variable.usual)};
    if (isPrivateVariable(variable.name))
        question.standing = AskedQuestion::Standing::Hidden;
    if (isUnrenderedVariable(variable.name)) {
        const TaggedValue value = TaggedValue::ordered(variable.value); // as its JSON is read
        m_values.insert(variable.name, variable.isGiven ? tagged(value, variable.name) : value);
        question.answer = variable.value;
        question.usual = variable.usual;
    } else if (variable.value.toList() && !isPrivateVariable(variable.name)) {
        takeChoice(question, variable);
    } else {
        takeValue(question, variable);
    }
    return question;
}

/// Of a choice all that can be chosen is rendered; the first counts, unless another was chosen as
/// it is shown.
void CookiecutterAsking::takeChoice(AskedQuestion &question, const RawVariable &variable)
{
    const QString &name = variable.name;
    const auto options = rendered(variable.usual.toList() ? variable.usual : variable.value, name);
    const auto chosen = rendered(variable.value, name);
    if (!options || !chosen || options->list().isEmpty() || chosen->list().isEmpty()) {
        const Error empty{{.code = u"template.choice"_s,
                           .message = translated("There is nothing to choose from.")}};
        question.problems += problemOf(variable,
                                       !options      ? options.error()
                                           : !chosen ? chosen.error()
                                                     : empty);
        m_values.insert(name, tagged(TaggedValue(QString()), name));
        return;
    }
    List values;
    for (const TaggedValue &option : options->list())
        values += option.toValue();
    question.parameter = variableParameter(m_settings, name, values);
    question.usual = values.first();
    TaggedValue answer = chosen->list().first();
    if (variable.problem) {
        const auto isShown = [&](const Value &value) { return isSameJson(value, variable.given); };
        const auto shown = std::ranges::find_if(values, isShown);
        if (shown == values.end())
            question.problems += AnswerProblem{{name}, *variable.problem};
        else
            answer = options->list().at(shown - values.begin());
    }
    question.answer = question.problems.isEmpty() ? answer.toValue() : variable.given;
    m_values.insert(name, tagged(answer, name));
}

/// What was given stays as it was written, for whoever goes on editing it.
void CookiecutterAsking::takeValue(AskedQuestion &question, const RawVariable &variable)
{
    const QString &name = variable.name;
    const bool isAsked = question.standing == AskedQuestion::Standing::Asked;
    const auto value = rendered(variable.value, name);
    const auto usual = variable.isGiven ? rendered(variable.usual, name) : value;
    if (usual)
        question.usual = usual->toValue();
    question.parameter.defaultValue = question.usual;
    if (variable.problem)
        question.problems += AnswerProblem{{name}, *variable.problem};
    else if (!value)
        question.problems += problemOf(variable, value.error());
    // What fails stands for itself, so that others that speak of it do not fail for the same
    // reason.
    const TaggedValue stands = value ? *value : TaggedValue(variable.value);
    question.answer = variable.isGiven ? variable.given : stands.toValue();
    m_values.insert(name, isAsked || variable.isGiven ? tagged(stands, name) : stands);
}

/// As str() gives it, rendered; what is no text and no number stays.
Result<TaggedValue> CookiecutterAsking::rendered(const Value &raw, const QString &name) const
{
    if (raw.isNull() || raw.toBool())
        return TaggedValue(raw);
    if (const Map *map = raw.toMap())
        return renderedMap(*map, name);
    if (const List *list = raw.toList())
        return renderedList(*list, name);
    if (const Integer *integer = raw.toInteger())
        return TaggedValue(QString::fromLatin1(integer->toByteArray()));
    if (const QString *text = raw.toText())
        return renderedText(*text, name);
    static const jinja::Environment python;
    const auto printer = python.compile(u"{{ number }}"_s, name);
    if (!printer)
        return std::unexpected(printer.error());
    const auto text = jinja::render(*printer, TaggedValue::fromMap({{u"number"_s, raw}}));
    if (!text)
        return std::unexpected(text.error());
    return TaggedValue(QString::fromUtf8(text->bytes));
}

Result<TaggedValue> CookiecutterAsking::renderedText(const QString &text, const QString &name) const
{
    if (isLiteral(text, m_environment.options()))
        return TaggedValue(text);
    const auto compiled = m_environment.compile(text, name);
    if (!compiled)
        return std::unexpected(compiled.error());
    const auto made
        = jinja::render(*compiled, TaggedValue::fromMap({{u"cookiecutter"_s, m_values}}),
                        {.limits = askingLimits,
                         .now = m_occasion.now,
                         .seed = m_occasion.seed + ':' + name.toUtf8(),
                         .stop = m_occasion.stop,
                         .spent = &m_spent});
    if (!made)
        return std::unexpected(made.error());
    TaggedValue value(QString::fromUtf8(made->bytes));
    value.addSources(made->provenance.all());
    return value;
}

Result<TaggedValue> CookiecutterAsking::renderedList(const List &list, const QString &name) const
{
    TaggedValue::List items;
    for (const Value &item : list) {
        auto made = rendered(item, name);
        if (!made)
            return made;
        items += *std::move(made);
    }
    return TaggedValue::fromList(items);
}

Result<TaggedValue> CookiecutterAsking::renderedMap(const Map &map, const QString &name) const
{
    TaggedValue entries = TaggedValue::fromMap({});
    for (const Map::Entry &entry : map) {
        const auto key = renderedText(entry.key, name);
        if (!key)
            return key;
        auto value = rendered(entry.value, name);
        if (!value)
            return value;
        value->addSources(key->sources());
        entries.insert(key->scalar().textOr(), *value);
    }
    return entries;
}

/// A problem of the template stands there; that of an answer wherever that was given.
AnswerProblem CookiecutterAsking::problemOf(const RawVariable &variable, const Error &error) const
{
    Problem problem = error.problem;
    problem.message
        = translated("In the variable “%1”: %2").arg(variable.name, error.problem.message);
    if (!variable.isGiven)
        return {{variable.name}, m_settings.document.placed(problem, {variable.name})};
    problem.file.clear();
    problem.position.reset();
    problem.excerpt.clear();
    return {{variable.name}, problem};
}

TaggedValue CookiecutterAsking::context() const
{
    TaggedValue ordered = TaggedValue::fromMap({}).asOrdered();
    TaggedValue before = TaggedValue::fromMap({});
    for (const RawVariable &variable : m_variables) {
        const TaggedValue *value = m_values.find(variable.name);
        ordered.insert(variable.name, value ? *value : TaggedValue());
        const TaggedValue raw = TaggedValue::ordered(variable.value);
        if (!isPrivateVariable(variable.name))
            before.insert(variable.name, variable.isGiven ? tagged(raw, variable.name) : raw);
    }
    // Where it is made is no answer.
    ordered.insert(u"_template"_s, Value(m_settings.folder));
    ordered.insert(u"_output_dir"_s, Value(QFileInfo(m_occasion.destination).path()));
    ordered.insert(u"_repo_dir"_s, Value(m_settings.folder));
    ordered.insert(u"_checkout"_s, Value());
    return TaggedValue::fromMap({{u"cookiecutter"_s, ordered}, {u"_cookiecutter"_s, before}});
}

} // namespace waymark
