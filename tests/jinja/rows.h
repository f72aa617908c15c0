#pragma once

#include "models/jinja/engine.h"

/// What a row of the recorded renders and of the compared ones holds.
namespace conformance {

using namespace waymark::jinja;
using namespace Qt::StringLiterals;
using waymark::Map;
using waymark::Result;

/// `key` of the row, or of the file's defaults.
[[nodiscard]] inline const waymark::Value *field(const Map &row, const Map &defaults,
                                                 QStringView key)
{
    const waymark::Value *own = row.find(key);
    return own ? own : defaults.find(key);
}

/// Of the field `options`.
[[nodiscard]] inline Map optionsIn(const Map &row, const Map &defaults)
{
    const waymark::Value *given = field(row, defaults, u"options");
    return given ? *given->toMap() : Map();
}

inline void setText(QString &text, const Map &options, QStringView name)
{
    if (const waymark::Value *value = options.find(name))
        text = *value->toText();
}

[[nodiscard]] inline bool isOn(const Map &options, QStringView name)
{
    return options.value(name) == waymark::Value(true);
}

[[nodiscard]] inline Loader loaderOf(const Map &row, const Map &defaults)
{
    const waymark::Value *files = field(row, defaults, u"files");
    return [sources = files ? *files->toMap()
                            : Map()](const QString &name) -> Result<std::optional<QByteArray>> {
        const waymark::Value *source = sources.find(name);
        return source ? std::optional(source->toText()->toUtf8()) : std::nullopt;
    };
}

[[nodiscard]] inline UndefinedKind undefinedOf(const QString &name)
{
    return name == u"strict"   ? UndefinedKind::Strict
        : name == u"chainable" ? UndefinedKind::Chainable
        : name == u"debug"     ? UndefinedKind::Debug
                               : UndefinedKind::Lenient;
}

[[nodiscard]] inline Options jinja2OptionsOf(const Map &row, const Map &defaults)
{
    const Map given = optionsIn(row, defaults);
    Options options;
    options.loader = loaderOf(row, defaults);
    options.autoescape = isOn(given, u"autoescape");
    options.trimBlocks = isOn(given, u"trim_blocks");
    options.lstripBlocks = isOn(given, u"lstrip_blocks");
    options.keepTrailingNewline = isOn(given, u"keep_trailing_newline");
    options.immutable = isOn(given, u"immutable");
    options.undefined = undefinedOf(given.value(u"undefined").textOr());
    if (const waymark::Value *extensions = given.find(u"extensions")) {
        for (const waymark::Value &name : *extensions->toList())
            options.extensions.append(*name.toText());
    }
    setText(options.newlineSequence, given, u"newline_sequence");
    setText(options.lineStatementPrefix, given, u"line_statement_prefix");
    setText(options.lineCommentPrefix, given, u"line_comment_prefix");
    setText(options.delimiters.blockStart, given, u"block_start_string");
    setText(options.delimiters.blockEnd, given, u"block_end_string");
    setText(options.delimiters.variableStart, given, u"variable_start_string");
    setText(options.delimiters.variableEnd, given, u"variable_end_string");
    setText(options.delimiters.commentStart, given, u"comment_start_string");
    setText(options.delimiters.commentEnd, given, u"comment_end_string");
    return options;
}

[[nodiscard]] inline Options nunjucksOptionsOf(const Map &row, const Map &defaults)
{
    const Map given = optionsIn(row, defaults);
    Options options;
    options.language = Language::Nunjucks;
    options.loader = loaderOf(row, defaults);
    options.autoescape = isOn(given, u"autoescape");
    options.backstage = isOn(given, u"backstage");
    options.jinjaCompat = isOn(given, u"jinjaCompat");
    options.trimBlocks = isOn(given, u"trimBlocks");
    options.lstripBlocks = isOn(given, u"lstripBlocks");
    if (isOn(given, u"throwOnUndefined"))
        options.undefined = UndefinedKind::Strict;
    const waymark::Value *tags = given.find(u"tags");
    const Map delimiters = tags ? *tags->toMap() : Map();
    setText(options.delimiters.blockStart, delimiters, u"blockStart");
    setText(options.delimiters.blockEnd, delimiters, u"blockEnd");
    setText(options.delimiters.variableStart, delimiters, u"variableStart");
    setText(options.delimiters.variableEnd, delimiters, u"variableEnd");
    setText(options.delimiters.commentStart, delimiters, u"commentStart");
    setText(options.delimiters.commentEnd, delimiters, u"commentEnd");
    return options;
}

} // namespace conformance
