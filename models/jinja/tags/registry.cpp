#include "models/jinja/tags/registry.h"

namespace waymark::jinja {

std::span<const TagRow> jinja2Tags()
{
    static constexpr TagRow rows[] = {
        {u"for", parseFor},
        {u"if", parseIf},
        {u"set", parseSet, {}, LineMark::Behind},
        {u"macro", parseMacro},
        {u"call", parseCall, {}, LineMark::Around},
        {u"filter", parseFilterBlock, {}, LineMark::Behind},
        {u"block", parseBlock, {}, LineMark::Around},
        {u"extends", parseExtends, {}, LineMark::Behind},
        {u"include", parseInclude},
        {u"import", parseImport},
        {u"from", parseFrom},
        {u"with", parseWith, {}, LineMark::None},
        {u"autoescape", parseAutoescape, {}, LineMark::None},
        {u"print", parsePrint},
        {u"do", parseDo, u"jinja2.ext.do"},
        {u"break", parseBreak, u"jinja2.ext.loopcontrols"},
        {u"continue", parseContinue, u"jinja2.ext.loopcontrols"},
        {u"debug", parseDebug, u"jinja2.ext.debug"},
        {u"now", parseNow, u"cookiecutter.extensions.TimeExtension"},
        {u"trans", parseTrans, u"jinja2.ext.i18n"},
        {u"yield", parseYield, u"copier.jinja_ext.YieldExtension", LineMark::Around},
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
