#pragma once

#include "models/jinja/ast.h"

#include <QStringView>

#include <span>

namespace waymark::jinja {

class Parser;

/// Parses a tag from its name on, with its body and its end tag, up to (without) its last BlockEnd.
using TagParser = StatementPtr (*)(Parser &parser);

/// Where Jinja2's code has the line of a tag, which its errors show for all that follows up to the
/// next such place.
enum class LineMark : quint8 { Before, Around, Behind, None };

/// One row of a language's table of tags. Each tag is a file; it is added by a row here.
struct TagRow
{
    QStringView name;
    TagParser parse;
    QStringView extension = {}; ///< The extension that has to be switched on for it.
    LineMark lineMark = LineMark::Before; ///< Before its body, behind it, both or nowhere.
};

[[nodiscard]] std::span<const TagRow> jinja2Tags();
[[nodiscard]] std::span<const TagRow> nunjucksTags();

StatementPtr parseFor(Parser &parser);
StatementPtr parseNunjucksFor(Parser &parser);
StatementPtr parseAsyncEach(Parser &parser);
StatementPtr parseAsyncAll(Parser &parser);
StatementPtr parseIf(Parser &parser);
StatementPtr parseNunjucksIf(Parser &parser);
StatementPtr parseSwitch(Parser &parser);
StatementPtr parseSet(Parser &parser);
StatementPtr parseNunjucksSet(Parser &parser);
StatementPtr parseMacro(Parser &parser);
StatementPtr parseNunjucksMacro(Parser &parser);
StatementPtr parseCall(Parser &parser);
StatementPtr parseNunjucksCall(Parser &parser);
StatementPtr parseFilterBlock(Parser &parser);
StatementPtr parseNunjucksFilterBlock(Parser &parser);
StatementPtr parseBlock(Parser &parser);
StatementPtr parseNunjucksBlock(Parser &parser);
StatementPtr parseExtends(Parser &parser);
StatementPtr parseNunjucksExtends(Parser &parser);
StatementPtr parseInclude(Parser &parser);
StatementPtr parseNunjucksInclude(Parser &parser);
StatementPtr parseImport(Parser &parser);
StatementPtr parseFrom(Parser &parser);
StatementPtr parseNunjucksFrom(Parser &parser);
StatementPtr parseWith(Parser &parser);
StatementPtr parseAutoescape(Parser &parser);
StatementPtr parseDo(Parser &parser);
StatementPtr parsePrint(Parser &parser);
StatementPtr parseBreak(Parser &parser);
StatementPtr parseContinue(Parser &parser);
StatementPtr parseDebug(Parser &parser);
StatementPtr parseNow(Parser &parser);
StatementPtr parseTrans(Parser &parser);
StatementPtr parseYield(Parser &parser);
/// Nunjucks' raw and verbatim: the lexer has taken their text out.
StatementPtr parseRaw(Parser &parser);

} // namespace waymark::jinja
