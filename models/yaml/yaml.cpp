#include "models/yaml/yaml.h"

#include "models/base/utf8.h"
#include "models/yaml/yamlbuilder.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Yaml", text);
}

Problem placedAtStart(const YamlOptions &options, Problem problem)
{
    problem.file = options.file;
    problem.position = SourcePosition();
    return problem;
}

/// What keeps all of `bytes` from being read as text, if anything does.
std::optional<Problem> encodingProblem(const QByteArray &bytes, const YamlOptions &options)
{
    if (bytes.size() > options.limits.size) {
        return placedAtStart(
            options,
            {.code = u"yaml.too-large"_s,
             .message = tr("This file is larger than %1 MB.").arg(options.limits.size >> 20),
             .hint = tr("Split it into several files.")});
    }
    const QByteArrayView start = QByteArrayView(bytes).first(std::min<qsizetype>(4, bytes.size()));
    const bool isUtf16 = start.startsWith("\xFE\xFF") || start.startsWith("\xFF\xFE")
        || (start.size() >= 2 && (start.at(0) == '\0') != (start.at(1) == '\0'));
    if (isUtf16) {
        return placedAtStart(options,
                             {.code = u"yaml.encoding"_s,
                              .message = tr("This file is in UTF-16 or UTF-32."),
                              .hint = tr("Save it as UTF-8.")});
    }
    const Result<QString> text = decodeUtf8(bytes);
    if (text)
        return {};
    Problem problem = text.error().problem;
    problem.code = u"yaml.encoding"_s;
    problem.file = options.file;
    return problem;
}

/// How many bytes at `offset` are no part of YAML's character set (YAML 1.2.2, section 5.1).
int forbiddenLength(QByteArrayView text, qsizetype offset)
{
    const auto byteAt = [&](qsizetype ahead) -> uint {
        return offset + ahead < text.size() ? static_cast<uchar>(text.at(offset + ahead)) : 0;
    };
    const uint byte = byteAt(0);
    if (byte == '\r')
        return byteAt(1) == '\n'
            ? 0
            : 1; // a line end of its own for PyYAML, not for editors or yaml-cpp
    if (byte < 0x20)
        return byte == '\t' || byte == '\n' ? 0 : 1;
    if (byte == 0x7F)
        return 1;
    if (byte == 0xC2 && byteAt(1) < 0xA0)
        return byteAt(1) == 0x85 ? 0 : 2;
    const bool isNoCharacter = byte == 0xEF && byteAt(1) == 0xBF && byteAt(2) >= 0xBE;
    return isNoCharacter ? 3 : 0;
}

/// Reports every character that YAML forbids; whether there are any.
bool reportForbidden(YamlReading &reading)
{
    const QByteArrayView text = reading.source()->bytes();
    bool isAny = false;
    for (qsizetype offset = 0; offset < text.size() && !reading.isFull(); ++offset) {
        const int length = forbiddenLength(text, offset);
        if (length == 0)
            continue;
        isAny = true;
        const uint point = QString::fromUtf8(text.sliced(offset, length)).at(0).unicode();
        const QString number = u"%1"_s.arg(point, 4, 16, QChar(u'0')).toUpper();
        const bool isReturn = point == u'\r';
        reading.report(
            {.code = u"yaml.character"_s,
             .message = isReturn ? tr("A carriage return stands alone, without a line feed.")
                                 : tr("The character U+%1 is not allowed in YAML.").arg(number),
             .hint = isReturn
                 ? tr("End lines with \\n or \\r\\n.")
                 : tr("Remove it, or write it as \"\\u%1\" in double quotes.").arg(number)},
            offset);
        offset += length - 1;
    }
    return isAny;
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

Result<YamlDocument> parseYamlDocument(QByteArrayView text, const YamlOptions &options)
{
    const ParsedYaml parsed = parseYaml(text, options);
    if (const Problem *error = parsed.firstError())
        return failure(*error);
    if (parsed.documents.size() > 1) {
        const YamlDocument &second = parsed.documents.at(1);
        return failure(second.placed(
            {.code = u"yaml.documents"_s,
             .message = tr("A second document begins here; one is expected."),
             .hint = tr("Put it into a file of its own, or remove the “---” before it.")},
            second.root().position()));
    }
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
