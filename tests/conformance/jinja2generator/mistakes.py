"""Templates as they are when something was mistyped: a token left out, doubled, in another's place, or all cut off."""

import re

STRANGE = ["x", "1", '"s"', ",", ".", "=", "==", "(", ")", "[", "]", "{", "}", "|", "in", "is", "not", "if", "else", "and", "*", "**",
           "~", ":", "%}", "{%", "{{", "}}", "endif", "endfor", "as", "-", ";", "!", "none", "'", '"', "\n", "#", "&", "?", "1x", "1.", "0x1G", "$", "\\",
           "recursive", "import", "with", "context", "required", "scoped", "super()", "True", "loop", "{#", "#}", "-%}", "é"]
TOKENS = re.compile(r"\{%[-+]?|[-+]?%\}|\{\{[-+]?|[-+]?\}\}|\{#|#\}|\"[^\"]*\"|'[^']*'|\w+|\s+|\*\*|//|==|!=|<=|>=|.", re.S)


def mistaken(source, template):
    parts = TOKENS.findall(template)
    if not parts:
        return template
    at = source.below(len(parts))

    def other():
        return source.one(STRANGE if source.chance(60) else parts)

    def put(count, *words):
        return "".join([*parts[:at], *words, *parts[at + count:]])

    return source.weighted([
        (3, lambda: put(1)), (1, lambda: "".join(parts[:at])), (2, lambda: put(1, parts[at], " ", parts[at])),
        (3, lambda: put(1, other())), (3, lambda: put(0, " ", other(), " ")),
    ])()
