#include "models/base/json.h"
#include "tests/jinja/rows.h"

#include <chrono>
#include <iostream>
#include <string>

/// Reads rows from standard input, one JSON object a line, and writes for each one what this engine
/// makes of it, in one line: {"text"}, or {"message", "code", "file", "line", "column"}.
/// A row has "language" (jinja2, or nunjucks), "template", "data", "files" and "options", by the
/// names that its language has for them; "now" (ISO 8601) and "seed" are what a render is given.
namespace {

using namespace waymark;
using namespace waymark::jinja;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Options optionsOf(const Map &row)
{
    const bool isNunjucks = row.value(u"language").textOr() == u"nunjucks";
    return isNunjucks ? conformance::nunjucksOptionsOf(row, {})
                      : conformance::jinja2OptionsOf(row, {});
}

/// Each entry of the data as an answer of its own.
TaggedValue answersOf(const Map &row)
{
    TaggedValue answers = TaggedValue::fromMap({});
    const waymark::Value data = row.value(u"data");
    if (const Map *map = data.toMap()) {
        for (const Map::Entry &entry : *map)
            answers.insert(entry.key, TaggedValue::answer(entry.key, entry.value));
    }
    return answers;
}

Result<QByteArray> bytesOf(const Map &row, const Template &source, bool provenance)
{
    const RenderOptions options{
        .limits = {.time = 20s},
        .now = QDateTime::fromString(row.value(u"now").textOr(), Qt::ISODateWithMs),
        .seed = row.value(u"seed").textOr().toUtf8(),
        .provenance = provenance,
    };
    const waymark::Value data = row.value(u"data");
    const auto rendered = render(source, provenance ? answersOf(row) : TaggedValue(data), options);
    if (!rendered)
        return std::unexpected(rendered.error());
    return rendered->bytes;
}

Map described(const Result<QByteArray> &result)
{
    if (result)
        return {{u"text"_s, QString::fromUtf8(*result)}};
    const Problem &problem = result.error().problem;
    Map map{{u"message"_s, problem.message}, {u"code"_s, problem.code}, {u"file"_s, problem.file}};
    if (problem.position) {
        map.insert(u"line"_s, problem.position->line);
        map.insert(u"column"_s, problem.position->column);
    }
    return map;
}

Map rendered(const Map &row)
{
    const Environment environment(optionsOf(row));
    const auto source = environment.compile(row.value(u"template").textOr(), u"main.txt"_s);
    if (!source)
        return described(std::unexpected(source.error()));
    Map plain = described(bytesOf(row, *source, false));
    const Map traced = described(bytesOf(row, *source, true));
    if (plain == traced)
        return plain;
    return {{u"message"_s, u"with provenance it is not the same"_s},
            {u"plain"_s, plain},
            {u"traced"_s, traced}};
}

Map answerTo(QByteArrayView line)
{
    const auto row = parseJson(line);
    if (!row)
        return {{u"message"_s, row.error().toString()}, {u"code"_s, u"row"_s}};
    return rendered(*row->toMap());
}

} // namespace

int main()
{
    std::string line;
    while (std::getline(std::cin, line))
        std::cout << toJson(answerTo(line)).toStdString() << '\n'
                  << std::flush; // each is waited for
    return 0;
}
