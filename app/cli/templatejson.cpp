#include "app/cli/templatejson.h"

#include "app/cli/catalogaccess.h"
#include "app/cli/parameterfacts.h"
#include "models/base/utf8.h"
#include "models/catalog/conditions.h"
#include "models/plan/capabilitytext.h"

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

List choicesAsJson(const Parameter &parameter)
{
    List choices;
    for (const ParameterChoice &choice : parameter.choices)
        choices += Map{{u"value"_s, choice.value}, {u"title"_s, choice.title}};
    return choices;
}

Value asJson(const Parameter &parameter, const Template &definition)
{
    Map map{{u"name"_s, parameter.name},
            {u"title"_s, parameter.title},
            {u"type"_s, typeName(parameter.type)},
            {u"required"_s, parameter.required},
            {u"secret"_s, parameter.isSecret()}};
    const auto insert = [&map](const QString &key, const auto &value) {
        if (!value.isEmpty())
            map.insert(key, value);
    };
    insert(u"description"_s, parameter.description);
    if (parameter.defaultValue && !parameter.isSecret())
        map.insert(u"default"_s, *parameter.defaultValue);
    insert(u"choices"_s, choicesAsJson(parameter));
    insert(u"limits"_s, limitsAsJson(parameter.limits));
    insert(u"format"_s, parameter.format);
    if (const auto golden = goldenOf(parameter, definition); golden && parameter.defaultValue) {
        map.insert(u"golden"_s, golden->isGolden);
        insert(u"why"_s, golden->why);
    }
    List members;
    for (const Parameter &member : parameter.members)
        members += asJson(member, definition);
    insert(u"members"_s, members);
    if (!parameter.items.isEmpty())
        map.insert(u"items"_s, asJson(parameter.items.constFirst(), definition));
    return map;
}

/// What is asked for other answers than the defaults, with what brings it.
List otherParameters(const Template &definition)
{
    List list;
    for (const ConditionalQuestion &question : conditionalQuestions(Form(definition.form))) {
        const QuestionCondition &condition = question.condition;
        list += Map{
            {u"page"_s, question.page},
            {u"when"_s, Map{{u"name"_s, condition.decider}, {u"values"_s, condition.values}}},
            {u"parameter"_s, asJson(question.parameter, definition)}};
    }
    return list;
}

} // namespace

QString documentationOf(const TemplateTree &tree)
{
    const TemplateFile *readme = tree.find("README.md");
    return readme ? displayed(readme->content) : QString();
}

Map asJson(const LoadedTemplate &loaded, const Form &form, const Rendering &rendering)
{
    const Template &definition = loaded.entry.definition;
    List pages;
    const QList<FormPage> formPages = form.pages();
    for (const FormPage &page : formPages) {
        List parameters;
        for (const Parameter &parameter : page.parameters)
            parameters += asJson(parameter, definition);
        pages += Map{{u"title"_s, page.title}, {u"parameters"_s, parameters}};
    }
    List files;
    for (const RenderedFile &file : rendering.files)
        files += displayed(file.path);
    List leftOut;
    for (const LeftOutFile &file : rendering.leftOut)
        leftOut += displayed(file.path);
    return {{u"id"_s, loaded.entry.id},
            {u"format"_s, formatName(definition.format)},
            {u"name"_s, definition.name},
            {u"title"_s, definition.title},
            {u"description"_s, definition.description},
            {u"owner"_s, definition.owner},
            {u"type"_s, definition.type},
            {u"tags"_s, definition.tags},
            {u"lifecycle"_s, lifecycleName(definition.lifecycle())},
            {u"templateVersion"_s, definition.sidecar ? definition.sidecar->version : QString()},
            {u"support"_s, definition.sidecar ? definition.sidecar->support : QString()},
            {u"source"_s, loaded.entry.source.name},
            {u"folder"_s, loaded.entry.folder()},
            {u"pages"_s, pages},
            {u"otherParameters"_s, otherParameters(definition)},
            {u"documentation"_s, documentationOf(loaded.tree)},
            {u"files"_s, files},
            {u"otherFiles"_s, leftOut},
            {u"capabilities"_s, capabilitiesToJson(capabilitiesOf(loaded))}};
}

} // namespace waymark::cli
