#include "models/jinja/tags/registry.h"

namespace waymark::jinja {

std::span<const TagRow> jinja2Tags()
{
    static constexpr TagRow rows[] = {
        {u"for", parseFor},
        {u"if", parseIf},
        {u"set", parseSet},
        {u"macro", parseMacro},
        {u"call", parseCall},
        {u"filter", parseFilterBlock},
        {u"block", parseBlock},
        {u"extends", parseExtends},
        {u"include", parseInclude},
        {u"import", parseImport},
        {u"from", parseFrom},
        {u"with", parseWith},
        {u"autoescape", parseAutoescape},
        {u"print", parsePrint},
        {u"do", parseDo, u"jinja2.ext.do"},
        {u"break", parseBreak, u"jinja2.ext.loopcontrols"},
        {u"continue", parseContinue, u"jinja2.ext.loopcontrols"},
    };
    return rows;
}

std::span<const TagRow> nunjucksTags()
{
    static constexpr TagRow rows[] = {
        {u"for", parseNunjucksFor},
        {u"asyncEach", parseAsyncEach},
        {u"asyncAll", parseAsyncAll},
        {u"if", parseNunjucksIf},
        {u"ifAsync", parseNunjucksIf},
        {u"switch", parseSwitch},
        {u"set", parseNunjucksSet},
        {u"macro", parseNunjucksMacro},
        {u"call", parseNunjucksCall},
        {u"filter", parseNunjucksFilterBlock},
        {u"block", parseNunjucksBlock},
        {u"extends", parseNunjucksExtends},
        {u"include", parseNunjucksInclude},
        {u"import", parseImport},
        {u"from", parseNunjucksFrom},
        {u"raw", parseRaw},
        {u"verbatim", parseRaw},
    };
    return rows;
}

} // namespace waymark::jinja
