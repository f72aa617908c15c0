"""Each operator on each pair of kinds."""
from jinja2values import DATA, SOME

composed = True
defaults = {"data": DATA}
left = ["zero", "i", "neg", "big", "f", "ff", "yes", "e", "s", "u", "num", "html", "el", "xs", "ss", "nest", "ed", "d", "nil", "missing", "d.nope", "(1, 'a')", "()", "range(3)", "(html|safe)"]
heavy = {("*", "big"), ("**", "big"), ("**", "ff"), ("**", "i"), ("**", "neg"), ("*", "ff")}
rows = []
for op in ("==", "!=", "<", ">=", "in", "+", "~"):
    rows += [f"{{{{ {l} {op} {r} }}}}" for l in left for r in left]
for op in ("-", "*", "/", "//", "%", "**", ">", "<=", "not in", "and", "or"):
    rows += [f"{{{{ {l} {op} {r} }}}}" for l in SOME for r in SOME if (op, l) not in heavy and (op, r) not in heavy and not (op == "**" and l == "nf")]
rows += [f"{{{{ {sign} {l} }}}}" for sign in ("-", "+", "not", "--", "- +", "not not") for l in left]
rows += [f"{{{{ {a} {x} {b} {y} {c} }}}}" for x in ("<", "==", "in", "!=") for y in (">", "==", "not in", "<=") for a in ("i", "s", "missing") for b in ("f", "xs", "s") for c in ("zero", "xs", "nil")]
precedence = ["+", "-", "*", "/", "//", "%", "**", "~", "<", "==", "and", "or", "in"]
rows += [f"{{{{ 7 {x} 3 {y} 2 }}}}" for x in precedence for y in precedence if not (x == "**" and y == "**")]
rows += [f"{{{{ {a} {x} 3|abs {y} [2]|first }}}}" for a in ("-7", "not 7", "7") for x in precedence for y in ("+", "**", "~", "and")]
rows += [f"{{{{ {t} }}}}" for l in left for t in (f"'y' if {l} else 'n'", f"'y' if {l}", f"{l} or 'x'", f"{l} and 'x'", f"[{l}]", f"({l},)", f"{{'k': {l}}}", f"{{{l}: 1}}", f"{l}.x", f"{l}['x']", f"{l}[0]", f"{l}[-1]", f"{l}[nil]", f"{l}[f]", f"{l}[{l}]", f"{l}()", f"{l}(1)", f"{l}.x.y", f"{l}[1:]")]
rows += [f"{{% for x in {l} %}}[{{{{ x }}}}]{{% else %}}none{{% endfor %}}" for l in left]
rows += [f"{{% for x, y in {l} %}}[{{{{ x }}}}]{{% else %}}none{{% endfor %}}" for l in left]
rows += [f"{{% set x, y = {l} %}}{{{{ x }}}}{{{{ y }}}}" for l in left]
rows += [f"{{% if {l} %}}T{{% elif i %}}E{{% endif %}}" for l in left]
