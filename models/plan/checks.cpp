#include "models/plan/checks.h"

#include "models/base/json.h"
#include "models/base/utf8.h"
#include "models/plan/binarytest.h"
#include "models/yaml/yaml.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QByteArrayView baseName(const QByteArray &path)
{
    return QByteArrayView(path).sliced(path.lastIndexOf('/') + 1);
}

bool isYaml(QByteArrayView name)
{
    constexpr std::array names = {".clang-format", ".clang-tidy", ".yamllint", ".clangd"};
    return name.endsWith(".yaml") || name.endsWith(".yml")
        || std::ranges::any_of(names,
                               [name](const char *known) { return name == QByteArrayView(known); });
}

/// Files called .json whose tools read comments in them too.
bool isJsonWithComments(const QByteArray &path)
{
    const QByteArrayView name = baseName(path);
    return name.startsWith("tsconfig") || name.startsWith("jsconfig") || path.contains(".vscode/")
        || path.contains(".devcontainer/") || name == ".eslintrc.json"
        || name == "devcontainer.json";
}

bool isJson(const QByteArray &path)
{
    return baseName(path).endsWith(".json") && !isJsonWithComments(path);
}

/// YAML allows it; what reads the file most often does not.
Problem unusualKey(Problem problem)
{
    problem.severity = Severity::Warning;
    problem.message = QCoreApplication::translate(
        "checks", "A list or a map is a key here, which few programs can read.");
    return problem;
}

/// Where line `line` (from 1) of `content` starts; nothing: it has fewer.
std::optional<qsizetype> startOfLine(const QByteArray &content, int line)
{
    qsizetype start = 0;
    for (int i = 1; i < line; ++i) {
        const qsizetype newline = content.indexOf('\n', start);
        if (newline < 0)
            return {};
        start = newline + 1;
    }
    return start;
}

/// The line of `source`, at `line` or shortly behind it, where lines that a tag swallows put it,
/// that holds `text`; 0: none does.
int lineWith(const QByteArray &text, const QByteArray &source, int line)
{
    constexpr int mostSwallowed = 3;
    for (int each = line; each <= line + mostSwallowed; ++each) {
        const auto start = startOfLine(source, each);
        if (!start)
            break;
        const qsizetype end = source.indexOf('\n', *start);
        if (source.sliced(*start, (end < 0 ? source.size() : end) - *start).contains(text))
            return each;
    }
    return 0;
}

} // namespace

QList<Problem> checkContent(const QByteArray &path, const QByteArray &content, Severity severity)
{
    QList<Problem> problems;
    const QString file = displayed(path);
    if (isYaml(baseName(path))) {
        problems = parseYaml(content, {.file = file}).problems;
        for (Problem &problem : problems) {
            if (problem.code == u"yaml.key")
                problem = unusualKey(problem);
        }
    } else if (isJson(path)) {
        if (const auto parsed = parseJson(content, file); !parsed)
            problems += parsed.error().problem;
    } else if (!isBinary(content)) {
        if (const auto decoded = decodeUtf8(content); !decoded) {
            Problem problem = decoded.error().problem;
            problem.severity = Severity::Note;
            problem.file = file;
            problem.hint = QCoreApplication::translate("checks", "It is copied byte for byte.");
            return {problem};
        }
    }
    for (Problem &problem : problems)
        problem.severity = std::min(problem.severity, severity);
    return problems;
}

jinja::Sources sourcesOfLine(const QByteArray &content, const jinja::Provenance &provenance,
                             int line)
{
    const auto start = startOfLine(content, line);
    if (!start)
        return {};
    const qsizetype end = content.indexOf('\n', *start);
    return provenance.between(*start, end < 0 ? content.size() : end + 1);
}

Problem withAnswers(Problem problem, const QByteArray &content, const jinja::Provenance &provenance)
{
    if (!problem.position || provenance.stretches.empty())
        return problem;
    const jinja::Sources sources = sourcesOfLine(content, provenance, problem.position->line);
    const QStringList answers = sources.data.isEmpty() ? sources.control : sources.data;
    if (answers.isEmpty())
        return problem;
    const QString told
        = QCoreApplication::translate("checks", "This line comes from the answer “%1”.")
              .arg(answers.join(QCoreApplication::translate("checks", "”, “")));
    problem.hint = problem.hint.isEmpty() ? told : problem.hint + u' ' + told;
    return problem;
}

Problem withTemplateLine(Problem problem, const QByteArray &content,
                         const jinja::Provenance &provenance, const QByteArray &source)
{
    const auto start
        = problem.position ? startOfLine(content, problem.position->line) : std::nullopt;
    if (!start || provenance.templates.isEmpty())
        return problem;
    const auto stretch = std::ranges::find_if(
        provenance.stretches, [&](const jinja::Stretch &each) { return each.end > *start; });
    if (stretch == provenance.stretches.end() || stretch->source != 0)
        return problem;
    int line = stretch->position.line;
    if (provenance.answers.value(stretch->answers).data.isEmpty()) {
        const qsizetype newline = content.indexOf('\n', *start);
        const qsizetype end = std::min(newline < 0 ? content.size() : newline, stretch->end);
        line += static_cast<int>(
            content.sliced(stretch->start, *start - stretch->start).count('\n'));
        line = lineWith(content.sliced(*start, end - *start).trimmed(), source, line);
    }
    if (line == 0)
        return problem;
    const QString told = QCoreApplication::translate("checks", "It comes from %1:%2.")
                             .arg(provenance.templates.constFirst())
                             .arg(line);
    problem.hint = problem.hint.isEmpty() ? told : problem.hint + u' ' + told;
    return problem;
}

} // namespace waymark
