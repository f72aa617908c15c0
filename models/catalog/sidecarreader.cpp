#include "models/catalog/sidecarreader.h"

#include "models/base/closest.h"
#include "models/catalog/sidecarschema.h"
#include "models/yaml/yaml.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString textAt(const YamlNode &node, QStringView key)
{
    const YamlNode *found = node.find(key);
    return found ? found->toValue().textOr() : QString();
}

std::optional<Lifecycle> lifecycleNamed(const QString &name)
{
    if (name == u"deprecated")
        return Lifecycle::Deprecated;
    if (name == u"experimental")
        return Lifecycle::Experimental;
    return name == u"supported" ? std::optional(Lifecycle::Supported) : std::nullopt;
}

QList<YamlNode::Entry> entriesAt(const YamlNode &node, QStringView key)
{
    const YamlNode *found = node.find(key);
    return found ? found->entries() : QList<YamlNode::Entry>();
}

QList<YamlNode> itemsAt(const YamlNode &node, QStringView key)
{
    const YamlNode *found = node.find(key);
    return found ? found->items() : QList<YamlNode>();
}

Map mapAt(const YamlNode &node, QStringView key)
{
    const YamlNode *found = node.find(key);
    const Value value = found ? found->toValue() : Value();
    return value.toMap() ? *value.toMap() : Map();
}

List listAt(const YamlNode &node, QStringView key)
{
    List list;
    for (const YamlNode &item : itemsAt(node, key))
        list.append(item.toValue());
    return list;
}

Sidecar::Golden readGolden(const YamlNode::Entry &entry)
{
    const YamlNode *golden = entry.value.find(u"golden");
    const Value value = golden ? golden->toValue() : entry.value.toValue();
    return {.parameter = entry.key.text(),
            .isGolden = value != Value(false),
            .why = textAt(entry.value, u"why")};
}

Sidecar::Signs readSigns(const YamlNode &node, QStringView key)
{
    const QList<YamlNode> signs = itemsAt(node, key);
    return signs.size() == 2 ? Sidecar::Signs{signs.at(0).text(), signs.at(1).text()}
                             : Sidecar::Signs();
}

Sidecar::Delimiters readDelimiters(const YamlNode::Entry &entry)
{
    return {.glob = entry.key.text(),
            .isTemplate = entry.value.isMap(),
            .block = readSigns(entry.value, u"block"),
            .variable = readSigns(entry.value, u"variable"),
            .comment = readSigns(entry.value, u"comment")};
}

Sidecar sidecarOf(const YamlNode &node)
{
    Sidecar sidecar;
    sidecar.version = textAt(node, u"version");
    sidecar.lifecycle = lifecycleNamed(textAt(node, u"lifecycle"));
    sidecar.successor = textAt(node, u"successor");
    sidecar.support = textAt(node, u"support");
    sidecar.icon = textAt(node, u"icon");
    sidecar.docs = textAt(node, u"docs");
    for (const YamlNode::Entry &entry : entriesAt(node, u"golden"))
        sidecar.golden.append(readGolden(entry));
    for (const YamlNode::Entry &entry : entriesAt(node, u"delimiters"))
        sidecar.delimiters.append(readDelimiters(entry));
    for (const YamlNode &item : itemsAt(node, u"renames"))
        sidecar.renames.append(
            {textAt(item, u"version"), mapAt(item, u"files"), mapAt(item, u"answers")});
    sidecar.detect = listAt(node, u"detect");
    sidecar.tests = listAt(node, u"tests");
    if (textAt(node, u"problems") == u"warning")
        sidecar.problems = Severity::Warning;
    return sidecar;
}

/// Warnings for parameters that the template does not ask.
QList<Problem> unknownNames(const YamlDocument &document, const YamlNode &node,
                            const QStringList &names)
{
    QList<YamlNode> mentioned;
    for (const YamlNode::Entry &entry : entriesAt(node, u"golden"))
        mentioned.append(entry.key);
    for (const YamlNode &rule : itemsAt(node, u"detect")) {
        if (const YamlNode *answer = rule.find(u"answer"))
            mentioned.append(*answer);
    }
    QList<Problem> problems;
    for (const YamlNode &name : mentioned) {
        if (names.contains(name.text()))
            continue;
        problems.append(document.placed(
            {.severity = Severity::Warning,
             .code = u"sidecar.unknown-parameter"_s,
             .message
             = QCoreApplication::translate("Sidecar", "The template asks for nothing called “%1”.")
                   .arg(name.text()),
             .hint = didYouMean(name.text(), names)},
            name.position()));
    }
    return problems;
}

/// The map in `parsed`, as far as it is one: an empty file says nothing.
std::optional<YamlDocument> onlyDocument(const ParsedYaml &parsed)
{
    return parsed.documents.isEmpty() ? std::nullopt : std::optional(parsed.documents.first());
}

} // namespace

SidecarRead readSidecar(const QByteArray &content, const QString &file, const QStringList &names)
{
    const ParsedYaml parsed = parseYaml(content, {.file = file});
    SidecarRead read{.sidecar = {}, .problems = parsed.problems};
    if (const auto second = parsed.secondDocument())
        read.problems += *second;
    const std::optional<YamlDocument> document = onlyDocument(parsed);
    if (!document || document->toValue().isNull())
        return read;
    read.problems.append(sidecarSchema().validate(*document));
    read.problems.append(unknownNames(*document, document->root(), names));
    read.sidecar = sidecarOf(document->root());
    return read;
}

SidecarIndex SidecarIndex::read(const QByteArray &content, const QString &file)
{
    SidecarIndex index;
    const ParsedYaml parsed = parseYaml(content, {.file = file});
    index.m_problems = parsed.problems;
    if (const auto second = parsed.secondDocument())
        index.m_problems += *second;
    index.m_document = onlyDocument(parsed);
    if (index.m_document)
        index.m_problems.append(indexSchema().validate(*index.m_document));
    return index;
}

SidecarIndex SidecarIndex::unreadable(const Problem &problem)
{
    SidecarIndex index;
    index.m_problems.append(problem);
    return index;
}

QStringList SidecarIndex::folders() const
{
    QStringList folders;
    if (m_document) {
        for (const YamlNode::Entry &entry : entriesAt(m_document->root(), u"templates"))
            folders.append(entry.key.text());
    }
    return folders;
}

std::optional<SidecarRead> SidecarIndex::sidecar(const QString &folder,
                                                 const QStringList &names) const
{
    const YamlNode *templates = m_document ? m_document->root().find(u"templates") : nullptr;
    const YamlNode *node = templates ? templates->find(folder) : nullptr;
    if (!node)
        return {};
    return SidecarRead{sidecarOf(*node), unknownNames(*m_document, *node, names)};
}

Problem SidecarIndex::placed(Problem problem, const QString &folder) const
{
    const YamlNode *templates = m_document ? m_document->root().find(u"templates") : nullptr;
    const YamlNode::Entry *entry = templates ? templates->entry(folder) : nullptr;
    return entry ? m_document->placed(std::move(problem), entry->key.position()) : problem;
}

} // namespace waymark
