#include "models/yaml/yaml.h"

#include "models/yaml/yamlbuilder.h"
#include "models/yaml/yamlencoding.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Yaml", text);
}

/// Where the first "---" line behind `offset` begins, or -1.
qsizetype nextDocument(QByteArrayView text, qsizetype offset)
{
    for (;;) {
        offset = text.indexOf("\n---", offset);
        if (offset < 0)
            return -1;
        ++offset;
        const QByteArrayView behind = text.sliced(offset + 3);
        if (behind.isEmpty() || QByteArrayView(" \t\r\n").contains(behind.front()))
            return offset;
    }
}

bool endsReading(const YamlFault &fault)
{
    return fault.code == "yaml.stopped"_L1 || fault.code == "yaml.too-large"_L1;
}

QList<YamlDocument> readDocuments(YamlReading &reading)
{
    const QByteArrayView text = reading.source()->bytes();
    QList<YamlDocument> documents;
    std::optional<YamlOutliner> outliner(std::in_place, text, 0, reading.options());
    while (outliner && !reading.isFull()) {
        std::optional<YamlOutline> outline;
        try {
            outline = outliner->next();
            if (!outline)
                break;
            documents.append(YamlDocument(buildTree(*outline, reading), reading.source()));
        } catch (const YamlFault &fault) {
            reading.report(fault);
            if (endsReading(fault))
                break;
            if (outline)
                continue;
            const qsizetype next = nextDocument(text, fault.offset);
            outliner.reset();
            if (next >= 0)
                outliner.emplace(text, next, reading.options());
        }
    }
    return documents;
}

} // namespace

const Problem *ParsedYaml::firstError() const
{
    const auto found = std::ranges::find(problems, Severity::Error, &Problem::severity);
    return found == problems.cend() ? nullptr : &*found;
}

ParsedYaml parseYaml(QByteArrayView text, const YamlOptions &options)
{
    const qsizetype mark = text.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    const QByteArray bytes = text.sliced(mark).toByteArray();
    if (const std::optional<Problem> problem = encodingProblem(bytes, options))
        return {.documents = {}, .problems = {*problem}};
    YamlReading reading(std::make_shared<SourceText>(bytes, options.file), options);
    ParsedYaml parsed;
    if (!reportForbidden(reading))
        parsed.documents = readDocuments(reading);
    parsed.problems = reading.takeProblems();
    return parsed;
}

std::optional<Problem> ParsedYaml::secondDocument() const
{
    if (documents.size() < 2)
        return {};
    const YamlDocument &second = documents.at(1);
    return second.placed(
        {.code = u"yaml.documents"_s,
         .message = tr("A second document begins here; one is expected."),
         .hint = tr("Put it into a file of its own, or remove the “---” before it.")},
        second.root().position());
}

Result<YamlDocument> parseYamlDocument(QByteArrayView text, const YamlOptions &options)
{
    const ParsedYaml parsed = parseYaml(text, options);
    if (const Problem *error = parsed.firstError())
        return failure(*error);
    if (const auto second = parsed.secondDocument())
        return failure(*second);
    if (parsed.documents.isEmpty())
        return YamlDocument(YamlNode(), std::make_shared<SourceText>(QByteArray(), options.file));
    return parsed.documents.first();
}

Result<Value> parseYamlValue(QByteArrayView text, const YamlOptions &options)
{
    const Result<YamlDocument> document = parseYamlDocument(text, options);
    if (!document)
        return std::unexpected(document.error());
    return document->toValue();
}

} // namespace waymark
