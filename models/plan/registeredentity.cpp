#include "models/plan/registeredentity.h"

#include "models/yaml/yaml.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::TaggedValue;

constexpr qsizetype largestFile = qsizetype(256) * 1024;
constexpr qsizetype longestAddressPath = 4096; // bytes, as Linux takes them

/// By an address, the file with as much of its path as some file has.
const RenderedFile *fileAt(const QString &url, const Workspace &workspace)
{
    const QByteArray path = QUrl(url).path().toUtf8();
    if (path.size() > longestAddressPath)
        return nullptr;
    QByteArrayView rest = path;
    for (qsizetype slash = rest.indexOf('/'); slash >= 0; slash = rest.indexOf('/')) {
        rest = rest.sliced(slash + 1);
        const RenderedFile *file
            = workspace.file(QByteArray::fromRawData(rest.data(), rest.size()));
        if (file && !rest.isEmpty())
            return file;
    }
    return nullptr;
}

const RenderedFile *registeredFile(const ActionInput &input, const Workspace &workspace)
{
    const QString url = input.textOf(u"catalogInfoUrl"_s);
    if (!url.isEmpty())
        return fileAt(url, workspace);
    QString path = input.textOf(u"catalogInfoPath"_s);
    if (path.isEmpty())
        path = u"catalog-info.yaml"_s;
    while (path.startsWith(u'/'))
        path.removeFirst();
    return workspace.file(pathInService(path));
}

QString textAt(const YamlNode &node, QStringView key)
{
    const YamlNode *found = node.find(key);
    return found ? found->text() : QString();
}

/// In lower case, as Backstage writes references; empty: `entity` is none.
QString referenceTo(const YamlNode &entity)
{
    const YamlNode *metadata = entity.find(u"metadata");
    const QString kind = textAt(entity, u"kind");
    const QString name = metadata ? textAt(*metadata, u"name") : QString();
    if (kind.isEmpty() || name.isEmpty())
        return {};
    const QString space = textAt(*metadata, u"namespace");
    return (kind + u':' + (space.isEmpty() ? u"default"_s : space) + u'/' + name).toLower();
}

QString referenceIn(const QByteArray &content)
{
    QString first;
    for (const YamlDocument &document : parseYaml(content).documents) {
        const QString reference = referenceTo(document.root());
        if (textAt(document.root(), u"kind") == u"Component" && !reference.isEmpty())
            return reference;
        if (first.isEmpty())
            first = reference;
    }
    return first;
}

} // namespace

TaggedValue registeredEntity(const ActionInput &input, Workspace &workspace)
{
    const RenderedFile *file = registeredFile(input, workspace);
    if (!file || file->mode == FileMode::Link || file->content.size() > largestFile)
        return TaggedValue::undefined();
    workspace.budget().takeBytes(file->content.size() * PlanBudget::bytesOfData);
    const QString reference = referenceIn(file->content);
    if (reference.isEmpty())
        return TaggedValue::undefined();
    TaggedValue tagged{Value(reference)};
    tagged.addSources(file->provenance.all());
    tagged.addSources(file->presence.asControl());
    return tagged;
}

} // namespace waymark
