#include "models/plan/stepaction.h"

#include "models/base/javascriptdata.h"
#include "models/base/json.h"
#include "models/base/textcontext.h"
#include "models/base/utf8.h"
#include "models/plan/filedata.h"
#include "models/plan/folder.h"
#include "models/plan/yamlinput.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::Sources;
using jinja::TaggedValue;

constexpr TextContext translated("FileActions");
constexpr int usualIndent = 2;

constexpr InputKey mergeJsonKeys[] = {{u"path", inputs::Text, true},
                                      {u"content", inputs::Text | inputs::Mapping, true},
                                      {u"mergeArrays", inputs::Truth},
                                      {u"matchFileIndent", inputs::Truth}};
constexpr InputKey mergeKeys[] = {{u"path", inputs::Text, true},
                                  {u"content", inputs::Text | inputs::Mapping, true},
                                  {u"mergeArrays", inputs::Truth},
                                  {u"preserveYamlComments", inputs::Truth},
                                  {u"useDocumentIncludingField", inputs::Mapping},
                                  {u"options", inputs::Mapping}};
constexpr InputKey toYamlKeys[] = {
    {u"data", inputs::Mapping, true}, {u"replacer", inputs::Texts}, {u"options", inputs::Mapping}};
constexpr InputKey toJsonKeys[]
    = {{u"data", inputs::Mapping, true}, {u"replacer", inputs::Texts}, {u"space", inputs::Text}};

/// Merges data into a file.
class Merging
{
public:
    Merging(const StepRun &run, const ActionInput &input, Workspace &workspace)
        : m_files(run, input, workspace)
        , m_input(input)
        , m_workspace(workspace)
        , m_lists(input.isOn(u"mergeArrays"_s) ? ListMerge::Join : ListMerge::Replace)
    {
    }

    Result<TaggedValue> intoJson()
    {
        const auto path = m_input.path(u"path"_s);
        if (!path)
            return std::unexpected(path.error());
        const RenderedFile *file = m_workspace.file(*path);
        if (const auto goesOn = takeData(file); !goesOn)
            return std::unexpected(goesOn.error());
        const auto there
            = file ? parseJson(file->content, displayed(*path)) : Result<Value>(Value(Map()));
        if (!there)
            return m_files.unreadable(*path, there.error());
        const auto more = given(false);
        if (!more)
            return std::unexpected(more.error());
        int indent = usualIndent;
        if (file && m_input.isOn(u"matchFileIndent"_s)) {
            if (const int found = indentOf(displayed(file->content)))
                indent = found;
        }
        const Value all = mergedData(*there, *more, m_lists);
        return write(*path, toJavaScriptJson(all, QString(indent, u' ')));
    }

    Result<TaggedValue> intoFile()
    {
        const auto path = m_input.path(u"path"_s);
        if (!path)
            return std::unexpected(path.error());
        const auto file = m_files.read(*path, u"path");
        if (!file)
            return std::unexpected(file.error());
        if (const auto goesOn = takeData(*file); !goesOn)
            return std::unexpected(goesOn.error());
        const QByteArray name = nameOf(*path);
        const QByteArray extension = name.sliced(std::max<qsizetype>(0, name.lastIndexOf('.')));
        if (extension == ".json")
            return intoJsonFile(*path, **file);
        if (extension == ".yml" || extension == ".yaml")
            return intoYamlFile(*path, **file);
        return TaggedValue::undefined(); // so it is left as it is
    }

private:
    [[nodiscard]] Result<> takeData(const RenderedFile *file) const
    {
        const qsizetype bytes = file ? file->content.size() : 0;
        return m_files.takeBytes(bytes * PlanBudget::bytesOfData, u"path");
    }

    /// What is to be merged in.
    [[nodiscard]] Result<Value> given(bool isYaml) const
    {
        const TaggedValue content = m_input.of(u"content"_s);
        const QString *text = content.scalar().toText();
        if (!text)
            return jsonData(content);
        auto read = isYaml ? yamlData(text->toUtf8(), {}) : parseJson(text->toUtf8());
        if (!read)
            return m_input.wrong(read.error().problem.message, read.error().problem.hint,
                                 u"content");
        return read;
    }

    Result<TaggedValue> intoJsonFile(const QByteArray &path, const RenderedFile &file)
    {
        const auto there = yamlData(file.content, path);
        if (!there)
            return m_files.unreadable(path, there.error());
        const auto more = given(false);
        if (!more)
            return std::unexpected(more.error());
        return write(path, toJavaScriptJson(mergedData(*there, *more, m_lists), u"  "_s));
    }

    Result<TaggedValue> intoYamlFile(const QByteArray &path, const RenderedFile &file)
    {
        const auto documents = allYamlData(file.content, path);
        if (!documents)
            return m_files.unreadable(path, documents.error());
        const auto more = given(true);
        if (!more)
            return std::unexpected(more.error());
        if (m_input.isOn(u"preserveYamlComments"_s))
            tellOfComments(path);
        const auto options = yamlOptions(m_input.of(u"options"_s));
        if (!options)
            return m_input.wrong(options.error().problem.message, options.error().problem.hint,
                                 u"options");
        QByteArrayList texts;
        for (const Value &document : *documents) {
            const auto isMeant = documents->size() == 1 ? true : holdsField(document);
            if (!isMeant)
                return std::unexpected(isMeant.error());
            texts += toJavaScriptYaml(*isMeant ? mergedData(document, *more, m_lists) : document,
                                      *options);
        }
        if (texts.isEmpty())
            return m_input.wrong(translated("There is no document in “%1”.").arg(displayed(path)),
                                 translated("Let the file hold at least one line of YAML."),
                                 u"path");
        return write(path, texts.join("---\n"));
    }

    /// Whether `document`, one of several, is the one to merge into.
    [[nodiscard]] Result<bool> holdsField(const Value &document) const
    {
        const TaggedValue field = m_input.of(u"useDocumentIncludingField"_s);
        if (!field.isMap())
            return m_input.wrong(
                translated("The file has several documents, and the step says not which it means."),
                translated("Name a field of it: “useDocumentIncludingField: {key: …, value: …}”."),
                u"path");
        const auto textOf = [&field](const QString &key) {
            const TaggedValue *found = field.find(key);
            return found ? found->scalar().textOr() : QString();
        };
        const Value found = document.toMap() ? document.toMap()->value(textOf(u"key"_s)) : Value();
        const bool isNumber = found.toInteger() || found.toFloat();
        if (!isNumber && !found.toText())
            return m_input.wrong(translated("Not every document has text or a number as “%1”.")
                                     .arg(textOf(u"key"_s)),
                                 translated("Choose a field that all documents have."),
                                 u"useDocumentIncludingField");
        const QString text
            = isNumber ? QString::fromLatin1(toJavaScriptJson(found)) : found.textOr();
        return text == textOf(u"value"_s);
    }

    void tellOfComments(const QByteArray &path)
    {
        const YamlNode *node = m_input.step().input.find(u"preserveYamlComments");
        m_workspace.tell(m_input.context().placed(
            {.severity = Severity::Warning,
             .code = u"template.comments-lost"_s,
             .message
             = translated("Comments and blank lines of “%1” are lost as data is merged in.")
                   .arg(displayed(path)),
             .hint
             = translated("Write the comments back by hand, or let a template make the file.")},
            node ? *node : m_input.step().node));
    }

    Result<TaggedValue> write(const QByteArray &path, const QByteArray &bytes)
    {
        const RenderedFile *file = m_workspace.file(path);
        const Sources before = file ? file->provenance.all() : Sources();
        const Sources sources = before.with(m_input.of(u"content"_s).allSources());
        const auto written = m_files.write(path, m_files.text(bytes, sources, u"content"),
                                           m_input.of(u"path"_s).sources(), u"path");
        if (!written)
            return std::unexpected(written.error());
        return TaggedValue::fromMap(
            {{u"path"_s, Value(QString::fromLatin1(workspacePath) + u'/' + displayed(path))}});
    }

    const StepFiles m_files;
    const ActionInput &m_input;
    Workspace &m_workspace;
    const ListMerge m_lists;
};

Result<TaggedValue> mergeJson(const StepRun &run, const ActionInput &input, Workspace &workspace)
{
    return Merging(run, input, workspace).intoJson();
}

Result<TaggedValue> mergeFile(const StepRun &run, const ActionInput &input, Workspace &workspace)
{
    return Merging(run, input, workspace).intoFile();
}

TaggedValue serialized(const ActionInput &input, Workspace &workspace, const QByteArray &text)
{
    workspace.budget().takeFile(text.size());
    TaggedValue tagged{Value(QString::fromUtf8(text))};
    tagged.addSources(input.all().allSources());
    return TaggedValue::fromMap({{u"serialized"_s, tagged}});
}

Result<TaggedValue> serializeYaml(const StepRun & /*run*/, const ActionInput &input,
                                  Workspace &workspace)
{
    const auto options = yamlOptions(input.of(u"options"_s));
    if (!options)
        return input.wrong(options.error().problem.message, options.error().problem.hint,
                           u"options");
    return serialized(input, workspace, toJavaScriptYaml(jsonData(input.of(u"data"_s)), *options));
}

/// Only the entries with these keys, in their order, however deep.
Value withKeys(const Value &value, const QStringList &keys)
{
    if (const List *list = value.toList()) {
        List items;
        for (const Value &item : *list)
            items += withKeys(item, keys);
        return items;
    }
    const Map *map = value.toMap();
    if (!map)
        return value;
    Map kept;
    for (const QString &key : keys) {
        if (const Value *found = map->find(key))
            kept.insert(key, withKeys(*found, keys));
    }
    return kept;
}

Result<TaggedValue> serializeJson(const StepRun & /*run*/, const ActionInput &input,
                                  Workspace &workspace)
{
    const Value data = jsonData(input.of(u"data"_s));
    const QStringList keys = input.textsOf(u"replacer"_s);
    return serialized(
        input, workspace,
        toJavaScriptJson(keys.isEmpty() ? data : withKeys(data, keys), input.textOf(u"space"_s)));
}

constexpr StepAction actions[] = {{u"roadiehq:utils:json:merge", mergeJsonKeys, mergeJson},
                                  {u"roadiehq:utils:merge", mergeKeys, mergeFile},
                                  {u"roadiehq:utils:serialize:yaml", toYamlKeys, serializeYaml},
                                  {u"roadiehq:utils:serialize:json", toJsonKeys, serializeJson}};

} // namespace

std::span<const StepAction> dataActions()
{
    return actions;
}

} // namespace waymark
