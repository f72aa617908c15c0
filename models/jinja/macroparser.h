#pragma once

#include "models/jinja/binder.h"
#include "models/jinja/macro.h"

namespace waymark::jinja {

class Parser;

// What the tags macro and call share.

/// (name, name=default, …)
void parseSignature(Parser &parser, MacroDefinition &definition);
void parseNunjucksSignature(Parser &parser, MacroDefinition &definition);
/// With its body there. Throws a Failure at `offset`.
void finishJinja2Macro(MacroDefinition &definition, qsizetype offset);
/// `definition` outlives the binder.
void bindJinja2Macro(Binder &binder, MacroDefinition &definition);
void bindNunjucksMacro(Binder &binder, MacroDefinition &definition, Binder::Reach reach);

} // namespace waymark::jinja
