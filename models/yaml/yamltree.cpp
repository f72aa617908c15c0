#include "models/yaml/yamltree.h"

#include "models/yaml/yamltypes.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Yaml", text);
}

bool isScalarTag(QStringView tag)
{
    static const QStringList tags{yamltag::null(),     yamltag::boolean(), yamltag::integer(),
                                  yamltag::floating(), yamltag::text(),    yamltag::binary(),
                                  yamltag::timestamp()};
    return std::ranges::any_of(tags, [tag](const QString &known) { return known == tag; });
}

} // namespace

void YamlTree::report(const char *code, const QString &message, const QString &hint,
                      qsizetype offset, Severity severity)
{
    m_reading.report(
        {.severity = severity, .code = QString::fromLatin1(code), .message = message, .hint = hint},
        offset);
}

void YamlTree::setAnchor(quint64 id, const QString &name)
{
    m_anchorId = id;
    m_anchorName = name;
}

/// The value of a scalar; `tag`, where it says none, becomes the one that the text stands for.
Value YamlTree::typed(const YamlStep &step, const QString &text, QString &tag)
{
    const YamlSchema schema = m_reading.options().schema;
    if (tag == "!"_L1) {
        tag = yamltag::text();
        return text;
    }
    if (tag == "?"_L1) {
        const TypedScalar found = typedScalar(text, schema);
        tag = found.tag;
        return found.value;
    }
    const bool isPlain = step.style == YamlNode::Style::Plain;
    if (tag == yamltag::list() || tag == yamltag::map()) {
        report("yaml.tag", tr("Text stands where its tag promises a list or a map."),
               tr("Remove the tag."), step.begin);
        return text;
    }
    if (const std::optional<Value> value = taggedScalar(text, tag, isPlain, schema))
        return *value;
    const QString name = QString(tag).replace("tag:yaml.org,2002:"_L1, "!!"_L1);
    report("yaml.tag", tr("This text does not suit its tag %1.").arg(name),
           tr("Change the text, or remove the tag."), step.begin);
    return text;
}

void YamlTree::addScalar(const YamlStep &step, const QString &text, QString tag)
{
    const YamlSize size{.nodes = 1, .characters = text.size()};
    m_reading.spend(size, step.begin);
    Value value = typed(step, text, tag);
    auto content = std::make_shared<YamlNode::Content>(YamlNode::Content{
        .data = YamlScalar{.text = text, .value = std::move(value), .style = step.style},
        .tag = std::move(tag),
        .anchor = std::exchange(m_anchorName, {})});
    const YamlNode node(std::move(content), m_reading.positionOf(step.begin));
    if (const quint64 id = std::exchange(m_anchorId, 0))
        m_anchored.insert(id, {node, size, 0});
    add(node, 0, step.begin);
}

void YamlTree::addAlias(const YamlStep &step, quint64 anchorId)
{
    const auto found = m_anchored.constFind(anchorId);
    if (found == m_anchored.cend()) {
        throw YamlFault{step.begin, u"yaml.alias"_s,
                        tr("This alias stands inside of what it names."),
                        tr("Give the inner value an anchor of its own, or write it out.")};
    }
    const int limit = m_reading.options().limits.depth;
    if (m_open.size() + found->height > limit) {
        throw YamlFault{
            step.begin, u"yaml.too-deep"_s,
            tr("Lists and maps are nested more than %1 deep once this alias is followed.")
                .arg(limit),
            tr("Nest them less deep.")};
    }
    m_reading.spend(found->size, step.begin);
    add(found->node.aliasAt(m_reading.positionOf(step.begin)), found->height, step.begin);
}

void YamlTree::open(const YamlStep &step, const QString &tag)
{
    const bool isMap = step.kind == YamlStep::Kind::MappingStart;
    m_open.append({.offset = step.begin,
                   .position = m_reading.positionOf(step.begin),
                   .isMap = isMap,
                   .anchorId = std::exchange(m_anchorId, 0),
                   .anchorName = std::exchange(m_anchorName, {}),
                   .tag = tag == "?"_L1 || tag == "!"_L1 ? QString() : tag,
                   .spentBefore = m_reading.spent()});
    m_reading.spend({.nodes = 1, .characters = 0}, step.begin);
    if (isScalarTag(tag) || tag == (isMap ? yamltag::list() : yamltag::map())) {
        report("yaml.tag", tr("A list or map stands where its tag promises something else."),
               tr("Remove the tag."), step.begin);
    }
}

void YamlTree::close()
{
    Collection done = m_open.takeLast();
    auto content = std::make_shared<YamlNode::Content>();
    if (!done.merged.isEmpty())
        done.entries.merge(done.merged);
    if (done.isMap)
        content->data = done.entries.takeEntries();
    else
        content->data = std::move(done.items);
    content->tag = std::move(done.tag);
    content->anchor = std::move(done.anchorName);
    const YamlNode node(std::move(content), done.position);
    if (done.anchorId != 0) {
        const YamlSize spent = m_reading.spent();
        const YamlSize size{.nodes = spent.nodes - done.spentBefore.nodes,
                            .characters = spent.characters - done.spentBefore.characters};
        m_anchored.insert(done.anchorId, {node, size, done.height});
    }
    add(node, done.height, done.offset);
}

void YamlTree::add(const YamlNode &node, int height, qsizetype offset)
{
    if (m_open.isEmpty()) {
        m_root = node;
        return;
    }
    Collection &around = m_open.last();
    around.height = std::max(around.height, height + 1);
    if (!around.isMap)
        around.items.append(node);
    else if (around.key)
        addValue(around, node, offset);
    else
        addKey(around, node, offset);
}

void YamlTree::addKey(Collection &map, const YamlNode &node, qsizetype offset)
{
    const bool isMerge = node.tag() == yamltag::merge() && node.style() == YamlNode::Style::Plain;
    map.key = Key{node, offset, isMerge, node.isScalar()};
    if (!node.isScalar()) {
        report("yaml.key", tr("A list or a map cannot be a key."),
               tr("Write a text as key; put text that holds braces or brackets in quotes."),
               offset);
    }
}

void YamlTree::addValue(Collection &map, const YamlNode &node, qsizetype offset)
{
    const Key key = *std::exchange(map.key, std::nullopt);
    if (key.isMerge)
        return addMerge(map, node, offset);
    if (!key.isUsable || !map.entries.insert(key.node, node, false))
        return;
    report("yaml.duplicate-key",
           tr("The key “%1” stands twice in this map.").arg(key.node.text().left(60)),
           tr("Remove one of the two, or rename it."), key.offset,
           m_reading.options().duplicateKeys);
}

void YamlTree::addMerge(Collection &map, const YamlNode &node, qsizetype offset)
{
    const QList<YamlNode> sources = node.isMap() ? QList<YamlNode>{node} : node.items();
    const bool isRight = !node.isScalar() && std::ranges::all_of(sources, &YamlNode::isMap);
    if (!isRight) {
        report("yaml.merge", tr("The merge key “<<” needs a map, or a list of maps."),
               tr("Write “<<: *name”, or put “<<” in quotes if it is an ordinary key."), offset);
        return;
    }
    map.merged.append(sources);
}

} // namespace waymark
