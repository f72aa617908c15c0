#include "models/plan/stepaction.h"

#include "models/base/textcontext.h"
#include "models/yaml/javascriptyaml.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::TaggedValue;

constexpr InputKey writeKeys[] = {{u"filePath", inputs::Text}, {u"entity", inputs::Mapping, true}};

/// "template:default/go-service", in lower case as Backstage writes references.
QString referenceOf(const Template &definition)
{
    const YamlNode *metadata
        = definition.document ? definition.document->root().find(u"metadata") : nullptr;
    const YamlNode *space = metadata ? metadata->find(u"namespace") : nullptr;
    const QString name = space && !space->text().isEmpty() ? space->text() : u"default"_s;
    return (u"template:"_s + name + u'/' + definition.name).toLower();
}

/// `entity` with the note of which template made it.
Map noted(Map entity, const QString &reference)
{
    const Value *given = entity.find(u"metadata");
    Map metadata = given && given->toMap() ? *given->toMap() : Map();
    const Value *notes = metadata.find(u"annotations");
    Map annotations = notes && notes->toMap() ? *notes->toMap() : Map();
    annotations.insert(u"backstage.io/source-template"_s, reference);
    metadata.insert(u"annotations"_s, annotations);
    entity.insert(u"metadata"_s, metadata);
    return entity;
}

Result<TaggedValue> write(const StepRun &run, const ActionInput &input, Workspace &workspace)
{
    constexpr TextContext translated("FileActions");
    const TaggedValue entity = input.of(u"entity"_s);
    const TaggedValue *metadata = entity.find(u"metadata"_s);
    if (!metadata || !metadata->isMap())
        return input.wrong(translated("The entity has no “metadata”."),
                           translated("Give it at least “metadata: {name: …}”."), u"entity");
    const TaggedValue filePath = input.of(u"filePath"_s);
    const auto path = input.confined(filePath.scalar().textOr(u"catalog-info.yaml"_s), u"filePath");
    if (!path)
        return std::unexpected(path.error());
    const Value whole = jsonData(entity);
    const QByteArray yaml
        = toJavaScriptYaml(noted(*whole.toMap(), referenceOf(run.loaded.entry.definition)));
    const StepFiles files(run, input, workspace);
    const auto written = files.write(*path, files.text(yaml, entity.allSources(), u"entity"),
                                     filePath.allSources(), u"filePath");
    return written ? Result<TaggedValue>(TaggedValue::undefined())
                   : std::unexpected(written.error());
}

constexpr StepAction actions[] = {{u"catalog:write", writeKeys, write}};

} // namespace

std::span<const StepAction> catalogActions()
{
    return actions;
}

} // namespace waymark
