#include "models/plan/cookiecutterfetch.h"

#include "models/base/textcontext.h"
#include "models/base/utf8.h"
#include "models/catalog/cookiecutterasking.h"
#include "models/catalog/cookiecutterlanguage.h"
#include "models/plan/cookiecutterrendering.h"
#include "models/plan/fetchedfolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::Sources;
using jinja::TaggedValue;

constexpr TextContext translated("FetchAction");

/// The variables that entries of the step's input of their own give.
constexpr std::pair<QStringView, QStringView> namedVariables[]
    = {{u"_copy_without_render", u"copyWithoutRender"}, {u"_extensions", u"extensions"}};

QString entryOf(QStringView variable)
{
    for (const auto &[name, entry] : namedVariables) {
        if (name == variable)
            return entry.toString();
    }
    return {};
}

/// `number` as JavaScript writes it into JSON, and Python reads it there: as an integer up to 10²¹,
/// with zeros behind the digits that tell it from its neighbours.
Value jsonNumber(double number)
{
    constexpr double largest = 1e21;
    if (!std::isfinite(number))
        return {};
    if (std::trunc(number) != number || std::abs(number) >= largest)
        return number;
    const QByteArray shortest = QByteArray::number(number, 'e', QLocale::FloatingPointShortest);
    const qsizetype exponentSign = shortest.indexOf('e');
    QByteArray digits = shortest.first(exponentSign);
    const qsizetype point = digits.indexOf('.');
    const qsizetype fraction = point < 0 ? 0 : digits.size() - point - 1;
    const qsizetype zeros = shortest.sliced(exponentSign + 1).toLongLong() - fraction;
    digits = digits.replace(".", "") + QByteArray(zeros, '0');
    return Integer::parse(digits).value_or(Integer());
}

/// `value` as JavaScript writes it: it has one kind of number.
Value asInJavaScript(const Value &value)
{
    if (const List *list = value.toList()) {
        List items;
        for (const Value &item : *list)
            items += asInJavaScript(item);
        return items;
    }
    if (const Map *map = value.toMap()) {
        Map entries;
        for (const Map::Entry &entry : *map)
            entries.insert(entry.key, asInJavaScript(entry.value));
        return entries;
    }
    if (const Integer *integer = value.toInteger())
        return jsonNumber(integer->toDouble());
    const double *number = value.toFloat();
    return number ? jsonNumber(*number) : value;
}

QByteArrayView withoutMark(QByteArrayView text)
{
    constexpr QByteArrayView mark = "\xef\xbb\xbf";
    return text.startsWith(mark) ? text.sliced(mark.size()) : text;
}

} // namespace

CookiecutterFetch::CookiecutterFetch(const StepRun &run, const ActionInput &input)
    : m_run(run)
    , m_input(input)
{
}

Result<> CookiecutterFetch::run(Workspace &workspace)
{
    const TemplateTree &all = m_run.loaded.tree;
    const auto read = readFetchInput(m_run.step, m_input.all(),
                                     QFile::encodeName(m_run.loaded.entry.path), m_run.context);
    if (!read)
        return std::unexpected(read.error());
    m_fetched = *read;
    if (const auto missing = missingFolder(all, m_fetched.source)) {
        const YamlNode *url = m_run.step.input.find(u"url");
        return failure(m_run.context.placed(*missing, url ? *url : m_run.step.node));
    }
    takeSources();
    const TemplateTree tree = all.below(m_fetched.source);
    const auto settings = this->settings(tree);
    if (!settings)
        return std::unexpected(settings.error());
    const auto context = this->context(*settings);
    if (!context)
        return std::unexpected(context.error());
    const auto made = this->made(tree, *settings, *context, workspace);
    return made ? take(*made, workspace) : std::unexpected(made.error());
}

void CookiecutterFetch::takeSources()
{
    for (const TaggedValue::Entry &entry : m_fetched.values.map())
        m_sources.insert(entry.key, entry.value.allSources());
    for (const auto &[variable, entry] : namedVariables) {
        const TaggedValue given = m_input.of(entry.toString());
        if (!given.isUndefined())
            m_sources.insert(variable.toString(), given.allSources());
    }
}

QString CookiecutterFetch::folder() const
{
    return QDir::cleanPath(QFileInfo(m_run.loaded.entry.definition.file).path() + u'/'
                           + displayed(m_fetched.source));
}

/// Of the `cookiecutter.json` in `tree`, which may as well not be there.
Result<CookiecutterSettings> CookiecutterFetch::settings(const TemplateTree &tree) const
{
    constexpr auto name = "cookiecutter.json";
    CookiecutterSettings settings{.folder = folder()};
    if (const auto place = TreePlaces(tree).followed(name); place.file) {
        const auto document
            = JsonDocument::read(withoutMark(place.file->content),
                                 QDir::cleanPath(folder() + u'/' + QLatin1StringView(name)));
        if (!document)
            return std::unexpected(document.error());
        settings.document = *document;
    }
    const auto variables = this->variables(settings.document);
    if (!variables)
        return std::unexpected(variables.error());
    settings.variables = *variables;
    if (const auto checked = checkVariables(settings); !checked)
        return std::unexpected(checked.error());
    settings.variables.remove(u"__prompts__");
    return settings;
}

/// Those of `document` with what the step gives in their place. What has entries of its own is
/// taken from these alone.
Result<Map> CookiecutterFetch::variables(const JsonDocument &document) const
{
    if (!document.value().isNull() && !document.value().toMap())
        return failure(document.placed(
            {.code = u"template.json"_s,
             .message
             = translated("The file has to hold one object with the template’s variables.")},
            {}));
    Map variables = document.value().toMap() ? *document.value().toMap() : Map();
    const Value given = jsonData(m_fetched.values);
    for (const Map::Entry &entry : given.toMap() ? *given.toMap() : Map())
        variables.insert(entry.key, entry.value);
    for (const auto &[variable, entry] : namedVariables) {
        const TaggedValue own = m_input.of(entry.toString());
        if (own.isUndefined())
            variables.remove(variable);
        else
            variables.insert(variable.toString(), jsonData(own));
    }
    return *asInJavaScript(variables).toMap();
}

Result<> CookiecutterFetch::checkVariables(const CookiecutterSettings &settings) const
{
    for (const QString &name : {u"templates"_s, u"template"_s}) {
        if (settings.variables.contains(name))
            return wrong(settings.document.placed(
                             {.code = u"template.nested"_s,
                              .message = translated("A variable “%1” offers other templates to "
                                                    "choose from, and this action knows only one.")
                                             .arg(name),
                              .hint = translated("Fetch the folder of the one that is meant.")},
                             {name}),
                         name);
    }
    const CookiecutterLanguage language = cookiecutterLanguage(settings.variables);
    for (const VariableProblem &each : language.problems) {
        if (each.problem.severity == Severity::Error)
            return wrong(settings.document.placed(each.problem, each.path), each.path.value(0));
    }
    const jinja::Delimiters &signs = language.options.delimiters;
    if (signs.variableStart == u"{{" && signs.variableEnd == u"}}")
        return {};
    return wrong(settings.document.placed(
                     {.code = u"template.no-project"_s,
                      .message = translated("Backstage’s action writes “{{ }}” itself, so it "
                                            "fails where the template has other signs.")},
                     {u"_jinja2_env_vars"_s}),
                 u"_jinja2_env_vars"_s);
}

/// As if all that depends on an answer had been given, so that it says so.
QList<RawVariable> CookiecutterFetch::rawVariables(const Map &variables) const
{
    QList<RawVariable> raw;
    for (const Map::Entry &entry : variables)
        raw += RawVariable{.name = entry.key,
                           .value = entry.value,
                           .usual = entry.value,
                           .isGiven = m_sources.contains(entry.key),
                           .given = entry.value};
    return raw;
}

/// What the files see, with the answers that it comes from.
Result<TaggedValue> CookiecutterFetch::context(const CookiecutterSettings &settings) const
{
    const jinja::RenderOptions &options = m_run.context.options();
    const Occasion occasion{.now = options.now, .seed = options.seed, .stop = options.stop};
    const QList<RawVariable> variables = rawVariables(settings.variables);
    Questioning questioning;
    CookiecutterAsking(settings, variables, occasion).run(questioning, 0);
    for (const AskedQuestion &question : std::as_const(questioning.questions)) {
        if (question.problems.isEmpty())
            continue;
        const QString &name = question.parameter.name;
        return wrong(withoutSecrets(question.problems.first().problem, name), name);
    }
    TaggedValue context = withAnswers(questioning.context);
    context.addSources(m_fetched.values.sources().asControl());
    return context;
}

/// Of what failed nobody knows which variables it quotes, or what was made of them.
Problem CookiecutterFetch::withoutSecrets(Problem problem, const QString &name) const
{
    if (!m_run.context.mask().covers(m_fetched.values.allSources()))
        return problem;
    problem.message = translated("The variable “%1” cannot be made. Why is not shown: that may "
                                 "quote a secret that the step hands on.")
                          .arg(name);
    problem.hint = translated("Try the step with another value in the place of the secret.");
    return problem;
}

std::unexpected<Error> CookiecutterFetch::wrong(Problem problem, const QString &name) const
{
    const QString own = entryOf(name);
    const YamlNode *values = m_run.step.input.find(u"values");
    const YamlNode *node = !own.isEmpty() ? m_run.step.input.find(own)
        : values && values->isMap()       ? values->find(name)
                                          : values;
    if (!m_sources.contains(name) || !node)
        return failure(std::move(problem));
    return failure(m_run.context.placed(std::move(problem), *node));
}

/// `value`, whose sources name variables, with the answers behind these.
TaggedValue CookiecutterFetch::withAnswers(const TaggedValue &value) const
{
    const Sources sources = answersOf(value.sources());
    if (value.isList()) {
        TaggedValue::List items;
        for (const TaggedValue &item : value.list())
            items += withAnswers(item);
        return TaggedValue::fromList(items, sources);
    }
    if (value.isMap()) {
        TaggedValue::Map entries;
        for (const TaggedValue::Entry &entry : value.map())
            entries += {entry.key, withAnswers(entry.value)};
        const TaggedValue map = TaggedValue::fromMap(entries, sources);
        return value.isOrdered() ? map.asOrdered() : map;
    }
    TaggedValue leaf = value.isUndefined() ? value : TaggedValue(value.scalar());
    leaf.addSources(sources);
    return leaf;
}

Sources CookiecutterFetch::answersOf(const Sources &variables) const
{
    Sources answers;
    for (const QString &name : variables.data)
        answers = answers.with(m_sources.value(name));
    for (const QString &name : variables.control)
        answers = answers.with(m_sources.value(name).asControl());
    return answers;
}

Result<Rendering> CookiecutterFetch::made(const TemplateTree &tree,
                                          const CookiecutterSettings &settings,
                                          const TaggedValue &context, Workspace &workspace) const
{
    const QString step = m_run.step.id + u'\n' + m_run.context.eachKey() + u'\n';
    CookiecutterFiles files(CookiecutterSource{.tree = tree,
                                               .folder = settings.folder,
                                               .target = m_fetched.target,
                                               .context = context,
                                               .options = m_run.context.options(),
                                               .memory = m_run.context.memory(),
                                               .key = step.toUtf8() + m_fetched.source});
    files.include({QByteArray()});
    PlanBudget budget = workspace.budget(); // which takes the files once they are in it
    Rendering rendering;
    renderProject({.files = files, .folder = {}, .budget = budget}, rendering);
    workspace.budget().setRendered(budget.rendered());
    if (const auto goesOn = budget.check(); !goesOn)
        return failure(m_run.context.placed(goesOn.error().problem, m_run.step.node));
    return rendering;
}

Result<> CookiecutterFetch::take(const Rendering &made, Workspace &workspace) const
{
    if (m_run.runs.isTrue) {
        for (const Problem &problem : made.problems)
            workspace.tell(problem);
        for (const QByteArray &folder : made.folders)
            workspace.addFolder(placed(folder, {}, workspace), m_fetched.sources);
    }
    for (const RenderedFile &file : made.files) {
        if (const auto goesOn = workspace.budget().check(); !goesOn)
            return failure(m_run.context.placed(goesOn.error().problem, m_run.step.node));
        takeFile(file, workspace);
    }
    for (const LeftOutFile &file : made.leftOut)
        leaveOut(file, workspace);
    return {};
}

void CookiecutterFetch::takeFile(RenderedFile file, Workspace &workspace) const
{
    if (!m_run.runs.isTrue)
        return leaveOut(
            {.path = file.path, .templatePath = file.templatePath, .because = m_run.runs.sources},
            workspace);
    file.path = placed(file.path, file.presence, workspace);
    file.templatePath = pathBelow(m_fetched.source, file.templatePath);
    file.presence = m_run.runs.sources.asControl().with(m_fetched.sources).with(file.presence);
    workspace.addFile(std::move(file), {.isLater = true}, m_run.step.name);
}

void CookiecutterFetch::leaveOut(const LeftOutFile &file, Workspace &workspace) const
{
    const Sources because = m_run.runs.isTrue
        ? m_run.runs.sources.with(m_fetched.sources).with(file.because)
        : m_run.runs.sources;
    workspace.leaveOut({.path = placed(file.path, file.because, workspace),
                        .templatePath = pathBelow(m_fetched.source, file.templatePath),
                        .because = because.asControl()},
                       {.isLater = true});
}

/// Where `path`, which comes from `sources`, is below the service's folder; how that is shown is
/// noted.
QByteArray CookiecutterFetch::placed(const QByteArray &path, const Sources &sources,
                                     Workspace &workspace) const
{
    const SecretMask &mask = m_run.context.mask();
    const QString text = QString::fromUtf8(path);
    const QString shown = mask.masked(mask.inMessage(text), sources);
    const QByteArray whole = pathBelow(m_fetched.target, path);
    if (shown != text || m_fetched.shownTarget != m_fetched.target)
        workspace.show(whole,
                       pathBelow(m_fetched.shownTarget, shown == text ? path : shown.toUtf8()));
    return whole;
}

} // namespace waymark
