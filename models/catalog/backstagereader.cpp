#include "models/catalog/backstagereader.h"

#include "models/base/closest.h"
#include "models/base/textcontext.h"
#include "models/catalog/actionkinds.h"
#include "models/catalog/backstagekeys.h"
#include "models/catalog/fetchplace.h"
#include "models/yaml/yaml.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr auto knownVersion = u"scaffolder.backstage.io/v1beta3";
constexpr int longestName = 63;

constexpr TextContext translated("Template");

bool isTemplate(const YamlDocument &document)
{
    const YamlNode *kind = document.root().find(u"kind");
    return kind && kind->text() == u"Template";
}

/// A catalog's name: letters and digits, with -, _ and . between them, at most 63.
bool isEntityName(const QString &name)
{
    const auto isAlphanumeric = [](QChar c) { return c.unicode() < 128 && c.isLetterOrNumber(); };
    const auto isPart = [&](QChar c) { return isAlphanumeric(c) || u"-_."_s.contains(c); };
    return !name.isEmpty() && name.size() <= longestName && isAlphanumeric(name.front())
        && isAlphanumeric(name.back()) && std::ranges::all_of(name, isPart);
}

std::optional<YamlNode> optionalNode(const YamlNode &node, QStringView key)
{
    const YamlNode *found = node.find(key);
    return found ? std::optional(*found) : std::nullopt;
}

/// Reads the parts of one template out of its document.
class Reader
{
public:
    Reader(const YamlDocument &document, Template &result)
        : m_keys(document, result.problems)
        , m_result(result)
        , m_root(document.root())
    {
    }

    void read();

private:
    void readVersion();
    void readMetadata();
    void readSpec(const YamlNode &spec);
    void readForm(const YamlNode &spec);
    void readSteps(const YamlNode &spec);
    void readStep(const YamlNode &node);
    [[nodiscard]] QSet<QString> destinationNames() const;
    [[nodiscard]] bool isMentioned(const QString &name) const;

    BackstageKeys m_keys;
    Template &m_result;
    const YamlNode &m_root;
};

void Reader::read()
{
    readVersion();
    readMetadata();
    if (const YamlNode *spec = m_keys.map(m_root, u"spec"_s, BackstageKeys::Needed))
        readSpec(*spec);
}

void Reader::readVersion()
{
    const QString version = m_keys.text(m_root, u"apiVersion"_s, BackstageKeys::Needed);
    if (version.isEmpty() || version == knownVersion)
        return;
    m_keys.complain(
        *m_root.find(u"apiVersion"), u"version"_s,
        translated("The template is written for “%1”, which is not known here.").arg(version),
        translated("Write it for “%1”.").arg(knownVersion));
}

void Reader::readMetadata()
{
    const YamlNode *metadata = m_keys.map(m_root, u"metadata"_s, BackstageKeys::Needed);
    if (!metadata)
        return;
    m_result.name = m_keys.text(*metadata, u"name"_s, BackstageKeys::Needed);
    m_result.title = m_keys.text(*metadata, u"title"_s);
    if (m_result.title.isEmpty())
        m_result.title = m_result.name;
    m_result.description = m_keys.text(*metadata, u"description"_s).trimmed();
    m_result.tags = m_keys.texts(*metadata, u"tags"_s);
    if (!m_result.name.isEmpty() && !isEntityName(m_result.name))
        m_keys.complain(
            *metadata->find(u"name"), u"name"_s,
            translated("“%1” cannot be the name of a template.").arg(m_result.name),
            translated("Use letters, digits, and “-”, “_” or “.” between them: at most 63."));
}

void Reader::readSpec(const YamlNode &spec)
{
    m_result.owner = m_keys.text(spec, u"owner"_s);
    m_result.type = m_keys.text(spec, u"type"_s);
    m_result.stage = m_keys.text(spec, u"lifecycle"_s);
    if (const YamlNode *presentation = m_keys.map(spec, u"presentation"_s))
        m_result.presentation = presentation->toValue();
    if (const YamlNode *output = m_keys.map(spec, u"output"_s))
        m_result.output = *output;
    readSteps(spec);
    readForm(spec);
}

void Reader::readForm(const YamlNode &spec)
{
    const YamlNode *parameters = spec.find(u"parameters");
    if (!parameters)
        return;
    const Value pages = parameters->toValue();
    const FormSchema::Read read = FormSchema::read(pages);
    for (const FormProblem &problem : read.problems)
        m_keys.place(*parameters, problem.pointer, problem.problem);
    m_result.form = read.schema;
    if (const QSet<QString> optional = destinationNames(); !optional.isEmpty())
        m_result.form = FormSchema::read(pages, optional).schema;
}

/// Questions for a repository that only publishing steps use: where the result goes is decided
/// here.
QSet<QString> Reader::destinationNames() const
{
    QSet<QString> names;
    for (const QString &name : m_result.form.names()) {
        if (m_result.form.parameter(name)->field == u"RepoUrlPicker" && !isMentioned(name))
            names.insert(name);
    }
    return names;
}

bool Reader::isMentioned(const QString &name) const
{
    const auto mentions = [&](const TemplateStep &step) {
        const auto isIn = [&](const QString &text) {
            return text.contains(u"parameters."_s + name) || text.contains(u"parameters['"_s + name)
                || text.contains(u"parameters[\""_s + name);
        };
        return step.kind == TemplateStep::Kind::Action
            && std::ranges::any_of(scalarTexts(step.node), isIn);
    };
    return std::ranges::any_of(m_result.steps, mentions);
}

void Reader::readSteps(const YamlNode &spec)
{
    const YamlNode *steps = m_keys.list(spec, u"steps"_s, BackstageKeys::Needed);
    for (const YamlNode &step : steps ? steps->items() : QList<YamlNode>()) {
        if (step.isMap())
            readStep(step);
        else
            m_keys.complain(step, u"step"_s,
                            translated("A step has to be a map with an “action”."));
    }
}

void Reader::readStep(const YamlNode &node)
{
    TemplateStep step{.node = node};
    step.action = m_keys.text(node, u"action"_s, BackstageKeys::Needed);
    if (step.action.isEmpty())
        return;
    step.actionNode = *node.find(u"action");
    step.id = m_keys.text(node, u"id"_s);
    if (step.id.isEmpty())
        step.id = u"step-"_s + QString::number(m_result.steps.size() + 1);
    step.name = m_keys.text(node, u"name"_s);
    if (step.name.isEmpty())
        step.name = step.action;
    step.kind = kindOfAction(step.action);
    if (const QString meant = meantFetch(step.action); !meant.isEmpty())
        m_keys.place(
            node, {},
            {.severity = Severity::Warning,
             .code = u"template.action"_s,
             .message = translated("“%1” is no action that is known here.").arg(step.action),
             .hint = meant});
    step.condition = optionalNode(node, u"if");
    step.each = optionalNode(node, u"each");
    if (const YamlNode *input = m_keys.map(node, u"input"_s))
        step.input = *input;
    const auto isSame = [&](const TemplateStep &other) { return other.id == step.id; };
    if (std::ranges::any_of(m_result.steps, isSame))
        m_keys.place(node, {},
                     {.severity = Severity::Warning,
                      .code = u"template.step-id"_s,
                      .message = translated("Another step is called “%1”.").arg(step.id),
                      .hint = translated("Give each step an id of its own: what steps tell "
                                         "others goes by it.")});
    m_result.steps.append(step);
}

} // namespace

bool looksLikeTemplate(const QByteArray &content)
{
    const auto startsKind = [](QByteArrayView line) {
        return line.startsWith("kind:") && line.sliced(5).trimmed().startsWith("Template");
    };
    return content.contains("scaffolder.backstage.io/")
        || std::ranges::any_of(content.split('\n'), startsKind);
}

Template readBackstageTemplate(const QByteArray &content, const QString &file,
                               const PlaceholderFiles &files)
{
    const ParsedYaml parsed = parseYaml(content, {.file = file});
    Template result{.file = file, .problems = parsed.problems};
    const auto found = std::ranges::find_if(parsed.documents, isTemplate);
    if (found == parsed.documents.end()) {
        if (!parsed.firstError())
            result.problems.append(
                {.code = u"template.kind"_s,
                 .message = translated("There is no document of “kind: Template” here."),
                 .file = file,
                 .hint
                 = translated(
                       "A Backstage template begins with “apiVersion: %1” and “kind: Template”.")
                       .arg(knownVersion)});
        return result;
    }
    result.document = *found;
    if (mayHavePlaceholders(content)) {
        const FilledDocument filled = withPlaceholders(*found, files);
        result.document = filled.document;
        result.placeholderFiles = filled.files;
        result.problems += filled.problems;
    }
    Reader(*result.document, result).read();
    return result;
}

} // namespace waymark
