#include "models/catalog/answersfile.h"

#include "models/base/closest.h"
#include "models/base/json.h"
#include "models/base/textcontext.h"
#include "models/catalog/questionnaire.h"
#include "models/yaml/yaml.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("Answers");

constexpr qsizetype mostUnknown = 100; // names that are told of: nobody reads more

constexpr QStringView recordedAnswers = u"answers"; // where a service record has them

/// The answers in `file`, where that is the record of a service and no answer is called so.
const Map *answersOfRecord(const Map &file, const FormSchema &form)
{
    const Value *answers = file.find(recordedAnswers);
    const Value *made = file.find(u"template");
    const bool isRecord = answers && made && made->toMap() && file.find(u"version")
        && !form.names().contains(recordedAnswers);
    return isRecord ? answers->toMap() : nullptr;
}

/// Whether `file` is the record of a service whose answers are in that of another tool.
bool isRecordBeside(const Map &file, const FormSchema &form)
{
    static const QStringList keys{u"version"_s, u"seed"_s, u"rendered_at"_s};
    return !file.contains(recordedAnswers) && std::ranges::all_of(keys, [&](const QString &key) {
        return file.contains(key) && !form.names().contains(key);
    });
}

bool looksLikeJson(const QByteArray &content)
{
    return content.trimmed().startsWith('{') && content.trimmed().endsWith('}');
}

Problem unknown(const QString &name, const FormSchema &form)
{
    const QString hint = didYouMean(name, form.names());
    return {.code = u"answer.unknown"_s,
            .message = translated("The template asks for nothing called “%1”.").arg(name),
            .hint = hint};
}

bool isYaml(const QString &file)
{
    return file.endsWith(u".yaml", Qt::CaseInsensitive)
        || file.endsWith(u".yml", Qt::CaseInsensitive);
}

/// `error` without what stands in the file: a secret may, also where an alias could.
Error withoutContent(Error error)
{
    error.problem.excerpt.clear();
    if (error.problem.code == u"yaml.alias") {
        error.problem.message = translated("The alias names nothing.");
        error.problem.hint = translated("Put a text that begins with * in quotes.");
    }
    return error;
}

/// The value of the file. JSON is read as such: it has numbers that YAML reads in another way.
Result<Value> valueOf(const QByteArray &content, const QString &file,
                      const Result<YamlDocument> &document)
{
    if (looksLikeJson(content)) {
        Result<Value> json = parseJson(content, file);
        if (json || (!document && !isYaml(file)))
            return json;
    }
    if (!document)
        return std::unexpected(document.error());
    return document->toValue();
}

/// Whether `content` is no text, as a picture or a program is none: its lines say nothing.
bool isNoText(const QByteArray &content)
{
    constexpr qsizetype looked = 8000;
    return content.first(std::min(looked, content.size())).contains('\0');
}

/// The answers in the record of another tool beside the record `file`.
Result<AnswersFile> readBeside(const QString &file, const FormSchema &form,
                               const AnswersBeside &beside)
{
    const QStringList names
        = form.questionnaire() ? form.questionnaire()->answersFiles() : QStringList();
    for (const QString &name : names) {
        const QString path = file.contains(u'/') ? file.section(u'/', 0, -2) + u'/' + name : name;
        if (const auto content = beside ? beside(name) : std::nullopt)
            return readAnswers(*content, path, form);
    }
    return failure({.code = u"answers.elsewhere"_s,
                    .message = translated("This record holds no answers: they are in the one that "
                                          "the tool of the template’s format keeps beside it."),
                    .file = file,
                    .hint = translated("Name that file instead: “.cruft.json”, or Copier’s file "
                                       "of answers.")});
}

} // namespace

Problem AnswersFile::located(const AnswerProblem &problem) const
{
    const YamlNode *node = document ? &document->root() : nullptr;
    if (node && isRecord)
        node = node->find(recordedAnswers);
    if (!node || !node->find(problem.path.value(0)))
        return problem.problem;
    SourcePosition place = node->position();
    for (const QString &step : problem.path) {
        const YamlNode::Entry *entry = node->entry(step);
        const YamlNode *next = entry ? &entry->value : node->nodeAt(QStringList{step});
        if (!next)
            break;
        const bool isName = problem.problem.code == u"answer.unknown" && entry;
        place = isName ? entry->key.position() : next->position();
        node = next;
    }
    Problem placed = document->placed(problem.problem, place);
    if (!showsLines)
        placed.excerpt.clear();
    return placed;
}

AnswersBeside answersBeside(const QString &path)
{
    return [path](const QString &name) -> std::optional<QByteArray> {
        QFile file(QFileInfo(path).path() + u'/' + name);
        if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly)) // no pipe, which waits
            return std::nullopt;
        return file.read(maximumAnswersSize + 1);
    };
}

Result<AnswersFile> readAnswers(const QByteArray &content, const QString &file,
                                const FormSchema &form, const AnswersBeside &beside)
{
    if (content.size() > maximumAnswersSize)
        return failure(
            {.code = u"answers.too-big"_s,
             .message = translated("The answers have %1 bytes; at most %2 are read.")
                            .arg(content.size())
                            .arg(maximumAnswersSize),
             .file = file,
             .hint = translated("Put large contents into a file of the service afterwards.")});
    const Result<YamlDocument> document = parseYamlDocument(content, {.file = file});
    const Result<Value> value = valueOf(content, file, document);
    const bool hasSecrets = !form.secretNames().isEmpty();
    if (!value && isNoText(content))
        return failure({.code = u"answers.binary"_s,
                        .message = translated("This is no text, so there are no answers in it."),
                        .file = file,
                        .hint = translated("Name a file in YAML or JSON.")});
    if (!value)
        return std::unexpected(hasSecrets ? withoutContent(value.error()) : value.error());
    AnswersFile read;
    read.file = file;
    read.showsLines = !hasSecrets;
    if (document)
        read.document = *document;
    if (value->isNull())
        return read;
    if (!value->toMap())
        return failure(
            {.code = u"answers.type"_s,
             .message = translated("Answers have to be a map of names and values, not %1.")
                            .arg(value->typeName()),
             .file = file,
             .hint = translated("Write each as “name: value” on a line of its own.")});
    if (isRecordBeside(*value->toMap(), form))
        return readBeside(file, form, beside);
    const QSet<QString> names(form.names().cbegin(), form.names().cend());
    const auto &questionnaire = form.questionnaire();
    const Map *recorded = answersOfRecord(*value->toMap(), form);
    read.isRecord = recorded != nullptr;
    const Map &whole = recorded ? *recorded : *value->toMap();
    const Map answers = questionnaire ? questionnaire->answersIn(whole) : whole;
    for (const Map::Entry &entry : answers) {
        if (names.contains(entry.key))
            read.answers.insert(entry.key, entry.value);
        else if (read.problems.size() < mostUnknown)
            read.problems.append(read.located({{entry.key}, unknown(entry.key, form)}));
    }
    return read;
}

} // namespace waymark
