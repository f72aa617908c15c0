#include "models/catalog/backstagekeys.h"

#include "models/base/textcontext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("Template");

/// How a key is written that every template needs; empty: it is not one of these.
QString exampleOf(const QString &key)
{
    struct Row
    {
        QStringView key;
        const char *example;
    };
    constexpr Row rows[] = {
        {u"apiVersion", "apiVersion: scaffolder.backstage.io/v1beta3"},
        {u"metadata", "metadata: {name: my-service, title: My service}"},
        {u"name", "name: my-service"},
        {u"spec", "spec: {type: service, steps: […]}"},
        {u"steps", "steps: [{action: fetch:template, input: {url: ./skeleton}}]"},
        {u"action", "action: fetch:template"},
    };
    const auto row = std::ranges::find(rows, key, &Row::key);
    return row == std::end(rows) ? QString() : QString::fromUtf8(row->example);
}

} // namespace

void BackstageKeys::complain(const YamlNode &node, const QString &code, const QString &message,
                             const QString &hint)
{
    m_problems.append(m_document.placed(
        {.code = u"template."_s + code, .message = message, .hint = hint}, node.position()));
}

void BackstageKeys::complainOfType(const YamlNode &node, const QString &key, const QString &wanted)
{
    complain(node, u"type"_s,
             translated("“%1” has to be %2, not %3.").arg(key, wanted, node.toValue().typeName()));
}

const YamlNode *BackstageKeys::present(const YamlNode &node, const QString &key, Need need)
{
    const YamlNode *found = node.find(key);
    const bool isThere = found && !found->toValue().isNull();
    if (!isThere && need == Needed)
        complain(found ? *found : node, u"missing"_s, translated("“%1” is missing.").arg(key),
                 exampleOf(key).isEmpty()
                     ? QString()
                     : translated("Write, for example: %1").arg(exampleOf(key)));
    return isThere ? found : nullptr;
}

QString BackstageKeys::text(const YamlNode &node, const QString &key, Need need)
{
    const YamlNode *found = present(node, key, need);
    if (found && !found->isScalar())
        complainOfType(*found, key, translated("text"));
    return found ? found->text() : QString();
}

QStringList BackstageKeys::texts(const YamlNode &node, const QString &key)
{
    QStringList texts;
    if (const YamlNode *found = list(node, key)) {
        for (const YamlNode &item : found->items())
            texts.append(item.text());
    }
    texts.removeAll(QString());
    return texts;
}

const YamlNode *BackstageKeys::map(const YamlNode &node, const QString &key, Need need)
{
    const YamlNode *found = present(node, key, need);
    if (!found || found->isMap())
        return found;
    complainOfType(*found, key, translated("a map"));
    return nullptr;
}

const YamlNode *BackstageKeys::list(const YamlNode &node, const QString &key, Need need)
{
    const YamlNode *found = present(node, key, need);
    if (!found || found->isList())
        return found;
    complainOfType(*found, key, translated("a list"));
    return nullptr;
}

void BackstageKeys::place(const YamlNode &node, QString pointer, const Problem &problem)
{
    const YamlNode *at = node.nodeAt(pointer);
    while (!at && !pointer.isEmpty()) {
        pointer.truncate(pointer.lastIndexOf(u'/'));
        at = node.nodeAt(pointer);
    }
    m_problems.append(m_document.placed(problem, (at ? *at : node).position()));
}

QStringList scalarTexts(const YamlNode &node)
{
    if (node.isScalar())
        return {node.text()};
    QStringList texts;
    for (const YamlNode &item : node.items())
        texts.append(scalarTexts(item));
    for (const YamlNode::Entry &entry : node.entries())
        texts.append(scalarTexts(entry.value));
    return texts;
}

} // namespace waymark
