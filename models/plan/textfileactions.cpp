#include "models/plan/stepaction.h"

#include "models/base/javascriptdata.h"
#include "models/base/javascriptreplacement.h"
#include "models/base/json.h"
#include "models/base/textcontext.h"
#include "models/base/utf8.h"
#include "models/plan/filedata.h"
#include "models/plan/glob.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::Sources;
using jinja::TaggedValue;

constexpr TextContext translated("FileActions");

constexpr InputKey writeKeys[] = {{u"path", inputs::Text, true},
                                  {u"content", inputs::Text, true},
                                  {u"preserveFormatting", inputs::Truth}};
constexpr InputKey appendKeys[] = {{u"path", inputs::Text, true}, {u"content", inputs::Text, true}};
constexpr InputKey parseKeys[] = {{u"path", inputs::Text, true}, {u"parser", inputs::Text}};
constexpr InputKey replaceKeys[] = {{u"files", inputs::Anything, true}};

constexpr qsizetype shownSize = 40; // of a text that is looked for
constexpr qsizetype mostMatches = 1'000'000; // of what is to be replaced in one file

/// What a step that wrote a file tells: where it is.
TaggedValue pathOutput(const ActionInput &input, const QByteArray &path)
{
    TaggedValue where{Value(QString::fromLatin1(workspacePath) + u'/' + displayed(path))};
    where.addSources(input.of(u"path"_s).sources());
    return TaggedValue::fromMap({{u"path"_s, where}});
}

QByteArray formatted(const QByteArray &content)
{
    const auto parsed = parseJson(content);
    return parsed ? toJavaScriptJson(*parsed, u"  "_s) : content;
}

Result<TaggedValue> writeFile(const StepRun &run, const ActionInput &input, Workspace &workspace)
{
    const StepFiles files(run, input, workspace);
    const auto path = input.path(u"path"_s);
    if (!path)
        return std::unexpected(path.error());
    QByteArray content = input.textOf(u"content"_s).toUtf8();
    if (input.isOn(u"preserveFormatting"_s))
        content = formatted(content);
    const Sources sources = input.of(u"content"_s).sources();
    const auto written = files.write(*path, files.text(content, sources, u"content"),
                                     input.of(u"path"_s).sources(), u"path");
    return written ? Result<TaggedValue>(pathOutput(input, *path))
                   : std::unexpected(written.error());
}

Result<TaggedValue> appendToFile(const StepRun &run, const ActionInput &input, Workspace &workspace)
{
    const StepFiles files(run, input, workspace);
    const auto path = input.path(u"path"_s);
    if (!path)
        return std::unexpected(path.error());
    const FileText more = files.text(input.textOf(u"content"_s).toUtf8(),
                                     input.of(u"content"_s).sources(), u"content");
    const RenderedFile *there = workspace.file(*path);
    const qsizetype before = there ? there->content.size() : 0;
    const bool fits = before + more.bytes.size() <= workspace.limits().file;
    if (run.runs.isTrue && !fits)
        return files.tooLarge(u"content");
    const auto written = files.write(*path, there ? files.appended(*there, more) : more,
                                     input.of(u"path"_s).sources(), u"path");
    return written ? Result<TaggedValue>(pathOutput(input, *path))
                   : std::unexpected(written.error());
}

Result<Value> listOf(const Result<List> &list)
{
    return list ? Result<Value>(Value(*list)) : std::unexpected(list.error());
}

Result<TaggedValue> parseFile(const StepRun &run, const ActionInput &input, Workspace &workspace)
{
    const StepFiles files(run, input, workspace);
    const auto path = input.path(u"path"_s);
    if (!path)
        return std::unexpected(path.error());
    const auto file = files.read(*path, u"path");
    if (!file)
        return std::unexpected(file.error());
    const QString parser = input.textOf(u"parser"_s);
    const QByteArray content = (*file)->content;
    if (const auto goesOn = files.takeBytes(content.size() * PlanBudget::bytesOfData, u"path");
        !goesOn)
        return std::unexpected(goesOn.error());
    Result<Value> value = Value(displayed(content));
    if (parser == u"json")
        value = parseJson(content, displayed(*path));
    else if (parser == u"yaml")
        value = yamlData(content, *path);
    else if (parser == u"multiyaml")
        value = listOf(allYamlData(content, *path));
    else if (!parser.isEmpty())
        return input.wrong(translated("There is no parser “%1”.").arg(parser),
                           translated("Use one of: yaml, json, multiyaml."), u"parser");
    if (!value)
        return files.unreadable(*path, value.error());
    TaggedValue tagged{*value};
    tagged.addSources((*file)->provenance.all().with((*file)->presence));
    return TaggedValue::fromMap({{u"content"_s, tagged}});
}

/// One entry of `roadiehq:utils:fs:replace`.
class Replacing
{
public:
    Replacing(const StepFiles &files, const ActionInput &input, const TaggedValue &entry)
        : m_files(files)
        , m_input(input)
        , m_entry(entry)
    {
    }

    Result<> run() const
    {
        const QString find = textOf(u"find"_s);
        if (textOf(u"file"_s).isEmpty() || find.isEmpty() || textOf(u"replaceWith"_s).isEmpty())
            return wrong(translated("Each entry needs “file”, “find” and “replaceWith”."),
                         translated("Write it as “- {file: a.txt, find: old, replaceWith: new}”."));
        const auto path = m_input.confined(textOf(u"file"_s), u"files");
        if (!path)
            return std::unexpected(path.error());
        const QString pattern = QString::fromUtf8(*path);
        const auto glob = GlobList::compile({pattern});
        if (!glob)
            return wrong(glob.error().problem.message, glob.error().problem.hint);
        std::optional<Regex> regex;
        if (isOn(u"matchRegex"_s)) {
            const auto compiled = Regex::compile(find, RegexSyntax::JavaScript);
            if (!compiled)
                return wrong(compiled.error().problem.message, compiled.error().problem.hint);
            regex = *compiled;
        }
        const TaggedValue *named = m_entry.find(u"file"_s);
        const bool seesHidden = isOn(u"includeDotFiles"_s) || isHidden(*path);
        for (const QByteArray &file : m_files.workspace().filePaths()) {
            if (const auto goesOn = m_files.look(1, u"files"); !goesOn)
                return goesOn;
            const auto isMeant = glob->matches(QString::fromUtf8(file));
            if (!isMeant)
                return wrong(isMeant.error().problem.message, isMeant.error().problem.hint);
            m_files.dependOn(file, named->allSources()); // another answer could mean it
            if (!*isMeant || (!seesHidden && isHidden(file)) || (isName(pattern) && file != *path))
                continue;
            if (const auto done = replace(file, regex); !done)
                return done;
        }
        return {};
    }

private:
    [[nodiscard]] QString textOf(const QString &key) const
    {
        const TaggedValue *found = m_entry.find(key);
        return found ? found->scalar().textOr() : QString();
    }
    [[nodiscard]] bool isOn(const QString &key) const
    {
        const TaggedValue *found = m_entry.find(key);
        return found && isTruthy(*found);
    }
    [[nodiscard]] std::unexpected<Error> wrong(const QString &message, const QString &hint) const
    {
        return m_input.wrong(message, hint, u"files");
    }
    /// Whether it is no pattern: then it does not mean what is in a folder of that name.
    static bool isName(const QString &pattern)
    {
        return std::ranges::none_of(pattern, [](QChar c) { return u"*?[{("_s.contains(c); });
    }
    static bool isHidden(const QByteArray &path)
    {
        return path.startsWith('.') || path.contains("/.");
    }

    [[nodiscard]] Result<> replace(const QByteArray &path, const std::optional<Regex> &regex) const
    {
        const RenderedFile *file = m_files.workspace().file(path);
        if (const auto goesOn = m_files.takeBytes(file->content.size(), u"files"); !goesOn)
            return goesOn;
        const auto content = decodeUtf8(file->content);
        if (!content || file->mode == FileMode::Link)
            return {}; // there is no text to be found in it
        const auto matches = regex
            ? regex->globalMatch(*content, mostMatches + 1)
            : Result<QList<RegexMatch>>(placesOf(textOf(u"find"_s), *content, mostMatches + 1));
        if (!matches)
            return wrong(matches.error().problem.message, matches.error().problem.hint);
        if (matches->isEmpty()) {
            m_files.dependOn(path, m_entry.allSources()); // there may be what others look for
            return {};
        }
        if (matches->size() > mostMatches)
            return wrong(translated("“%1” stands in “%2” more than %3 times, the limit.")
                             .arg(textOf(u"find"_s).left(shownSize))
                             .arg(displayed(path))
                             .arg(mostMatches),
                         translated("Look for more than that at once: a whole line."));
        const auto replaced = withReplacements(*content, *matches, textOf(u"replaceWith"_s),
                                               m_files.workspace().limits().file);
        if (!replaced)
            return m_files.tooLarge(u"files");
        const Sources sources = file->provenance.all().with(m_entry.allSources());
        return m_files.write(path, m_files.text(replaced->toUtf8(), sources, u"files"), {},
                             u"files");
    }

    const StepFiles &m_files;
    const ActionInput &m_input;
    const TaggedValue &m_entry;
};

Result<TaggedValue> replaceInFiles(const StepRun &run, const ActionInput &input,
                                   Workspace &workspace)
{
    const TaggedValue entries = input.of(u"files"_s);
    if (!entries.isList())
        return input.wrong(
            translated("“files” has to be a list of what to replace."),
            translated("Write it as “- {file: a.txt, find: old, replaceWith: new}”."), u"files");
    const StepFiles files(run, input, workspace);
    for (const TaggedValue &entry : entries.list()) {
        if (const auto done = Replacing(files, input, entry).run(); !done)
            return std::unexpected(done.error());
    }
    return TaggedValue::undefined();
}

constexpr StepAction actions[] = {{u"roadiehq:utils:fs:write", writeKeys, writeFile},
                                  {u"roadiehq:utils:fs:append", appendKeys, appendToFile},
                                  {u"roadiehq:utils:fs:parse", parseKeys, parseFile},
                                  {u"roadiehq:utils:fs:replace", replaceKeys, replaceInFiles}};

} // namespace

std::span<const StepAction> textFileActions()
{
    return actions;
}

} // namespace waymark
