"""Every test on every kind of value, and the tests that compare on pairs of them."""
from jinja2values import ALL, DATA, SOME

composed = True
defaults = {"data": DATA}
plain = """boolean callable defined divisibleby eq escaped even false filter float ge gt in integer iterable le lower lt mapping ne none
number odd sameas sequence string test true undefined upper equalto greaterthan lessthan""".split()
pairs = ["eq", "ne", "lt", "le", "gt", "ge", "in", "sameas", "divisibleby"]
rows = [f"{{{{ {value} is {name} }}}}" for name in plain for value in ALL]
rows += [f"{{{{ {left} is {name}({right}) }}}}" for name in pairs for left in SOME for right in SOME
         if (name, left, right) != ("sameas", "(html|safe)", "(html|safe)")]  # which object it is
rows += [f"{{{{ {value} is not {name} }}}}" for name in ("defined", "none", "odd", "string") for value in SOME]
rows += [f"{{{{ {name!r} is {kind} }}}}" for name in ("upper", "nope", "", "odd") for kind in ("filter", "test")]
rows += [f"{{{{ i is {form} }}}}" for form in (
    "divisibleby 3", "divisibleby(3)", "divisibleby num=3", "divisibleby(num=3)", "eq 42", "eq i", "eq -42", "in [42]", "in (1, 2)", "eq(42) and yes",
    "not eq 42", "defined and no", "nope", "defined(1)", "odd(1)", "eq", "eq(1, 2)", "a.b", "== 42", "> 1", "sameas i", "divisibleby 0", "divisibleby f", "divisibleby s")]
rows += [{"template": f"{{{{ {value} is {name} }}}}", "options": {"undefined": kind}} for kind in ("strict", "chainable", "debug")
         for name in plain for value in ("missing", "missing.x", "d.nope")]
