"""Random texts for str.format and for %."""

FIELDS = ["", "", "0", "1", "a", "2", "0.a", "0[0]", "0[name]", "a.b", "0.real", "a[x]", "0.__class__", "nope", "0[-1]", "0.name"]
CONVERSIONS = ["", "", "", "!r", "!s", "!a", "!x"]
SPECS = ["", "", "", ":>10", ":<6", ":^9", ":*^9", ":.2f", ":,", ":x", ":05d", ":+", ":.3", ":e", ":%", ":g", ":b", ":o", ":#x", ":_", ":d", ":s", ":c", ":10.4", ":-^+12,.2f", ": d", ":n", ":{}", ":q", ":.0f", ":G", ":E", ":F", ":X", ":=+8", ":010.3f", ":#b", ":,.1f", ":é>5", ":1$", ":.1%", ":08", ":<08", ":#.3g", ":z.1f"]
PERCENTS = ["%s", "%s", "%d", "%r", "%5.2f", "%x", "%%", "%-5s|", "%+d", "%e", "%g", "%c", "%i", "%o", "%(a)s", "%(name)s", "%05d", "%.3s", "%*d", "%a", "%X", "%#x", "%u", "%5", "%z", "%.10g", "% d", "%F", "%G", "%E", "%.*f", "%10s", "%ld", "%.0f", "%#o", "%+.1e", "%-8.3f|", "%03x"]
PLAIN = ["a", " ", "{{", "}}", "-", "é", ""]


def format_text(source):
    parts = source.many(1, 3, lambda: source.one(PLAIN) if source.chance(30) else "{" + source.one(FIELDS) + source.one(CONVERSIONS) + source.one(SPECS) + "}")
    if source.chance(3):
        parts.append(source.one(["{", "}", "{0", "{0!", "{:"]))
    return f"'{''.join(parts)}'"


def percent_text(source):
    parts = source.many(1, 3, lambda: source.one(["a", " ", "é", "<"]) if source.chance(25) else source.one(PERCENTS))
    return f"'{''.join(parts)}'"
