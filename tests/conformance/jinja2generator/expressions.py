"""Random expressions over the whole grammar, of a kind that is asked for where that can be had."""

from .calls import BARE, FILTERS, GLOBALS, GROWING, MAPPED, METHODS, TESTED, TESTS
from .formats import format_text, percent_text

KINDS = {
    "text": ["s", "t", "u", "empty", "values.name", "values.owner"], "number": ["n", "i", "m", "f", "values.port"], "truth": ["yes", "no"], "nothing": ["nil", "missing", "o.nope"],
    "list": ["xs", "ss", "mix", "el", "rs", "pairs", "ints", "values.tags", "range(4)"], "map": ["o", "eo", "values", "values.db"], "tuple": ["(1, 'a')", "()", "(n, s)", "(i,)"], "range": ["range(5)", "range(1, 9, 3)", "range(i)"],
    "bytes": ["s.encode()", "'a b,c'.encode()", "(s ~ t).encode('utf-16')", "''.encode()", "u.encode()", "i.to_bytes(2, 'big')"],
}
USUAL = [(5, "text"), (5, "number"), (2, "truth"), (1, "nothing"), (5, "list"), (3, "map"), (1, "tuple"), (1, "bytes")]
SLICED = ["s", "t", "u", "values.name", "xs", "ss", "mix", "rs", "ints", "(n, s)", "(i,)", "range(5)", "range(1, 9, 3)", "(s ~ t)", "(xs + ss)", "'abcdef'", "[1, 2, 3]", "(1, 2)", "5", "none", "{'a': 1}", "('a' ~ 'b')", "'<b>'|e", "s.encode()", "o"]
OTHER_NAMES = {"view": "map", "lazy": "list", "any": None, "tested": None, "format": "text"}
WORDS = ["a", "b", "o", "e", " ", "", "-", "/", ",", "x", "name", "Hello", "1", "2.5", "é", "😀", "\\n", "\\t", "\\\\", "\\'", '\\"', "\\q", "\\x41", "\\u00e9", "\\101", "\\N{BULLET}", "<b>", "&", "A", "go", "None", "0", "%s", "{}", "\\\n"]
NUMBERS = ["0", "1", "2", "3", "5", "10", "42", "1_000", "1.0", "2.50", "0.1", "1e3", "1E-7", "9007199254740993", "100000000000000000000000", "0x1F", "0b101", "0o17", "1_0.5_0", "3.14159", "1e22", "18446744073709551616", "0xFF_FF"]
COMPARISONS = ["==", "!=", "<", ">", "<=", ">="]
ARITHMETIC = ["+", "-", "*", "/", "//", "%", "~"]
ATTRIBUTES = ["name", "a", "length", "x", "b", "tags", "more", "if", "port", "items", "0", "1", "keys", "n", "upper", "__class__", "real", "db", "denominator", "start"]


class Expressions:
    def __init__(self, source):
        self.source = source
        self.locals = []  # names that statements around have made
        self.macros = []
        self.is_repeated = False  # what makes a list longer that a loop goes through never ends

    def text(self):
        source = self.source
        quote = source.one(['"', "'"])
        words = "".join(source.many(0, 3, lambda: source.one(WORDS)))
        return quote + "".join(c for i, c in enumerate(words) if c != quote or words[i - 1:i] == "\\") + quote

    def atom(self, kind, locals_=15):
        source = self.source
        if self.locals and source.chance(locals_):
            return source.one(self.locals)
        if kind == "format":
            return format_text(source) if source.chance(50) else percent_text(source)
        known = KINDS.get(kind)
        if known and source.chance(60):
            return source.one(known)
        if kind == "text":
            return self.text()
        if kind == "number":
            return source.one(NUMBERS)
        if kind == "truth":
            return source.one(["true", "false", "True", "False"])
        if kind == "nothing":
            return source.one(["none", "None", "missing"])
        return source.one(known or KINDS[source.weighted(USUAL)])

    def expression(self, depth, kind="any"):
        """An expression of about `kind` (any: any)."""
        source = self.source
        if kind == "tested":
            return source.one(TESTED)
        if kind == "any" and source.chance(90):
            return self.expression(depth, source.weighted(USUAL))
        if depth <= 0:
            return self.atom(kind)
        return source.weighted([
            (16, lambda: self.atom(kind)), (14, lambda: self.filtered(depth, kind)), (11, lambda: self.called(depth, kind)), (10, lambda: self.operated(depth, kind)), (5, lambda: self.conditional(depth, kind)), (4, lambda: self.looked(depth)),
            (3, lambda: f"({self.expression(depth - 1, kind)})"), (4, lambda: self.made(depth, kind)), (2, lambda: self.signed(depth)), (3, lambda: self.tested(depth)), (1, lambda: self.expression(depth - 1)), (1, lambda: self.global_call(depth)), (1, lambda: self.macro_call(depth)),
            (2, lambda: self.slice(depth)), (2, lambda: self.formatted(depth)),
        ])()

    def listed(self, depth, most, kind="any"):
        return self.source.one([", ", ",", " , "]).join(self.source.many(0, most, lambda: self.expression(depth - 1, kind)))

    def made(self, depth, kind):
        source = self.source
        if kind == "list":
            return f"[{self.listed(depth, 4)}{source.one(['', '', '', ','])}]".replace("[,]", "[]")
        if kind == "map":
            def entry():
                key = source.one(["'a'", "'b'", "'name'", '"k k"', "'1'", "1", "2.5", "true", "nil", "s", "(1, 2)", "[1]", "missing", "n"])
                return f"{key}: {self.expression(depth - 1)}"
            return "{" + ", ".join(source.many(0, 3, entry)) + source.one(["", "", "", ","]) + "}" if source.chance(95) else "{}"
        if kind == "text":
            return f"{self.expression(depth - 1)} ~ {self.expression(depth - 1)}"
        if source.chance(20):
            return f"({self.listed(depth, 3) or '1'})"
        return f"{self.expression(depth - 1)} {source.one(['in', 'not in'])} {self.expression(depth - 1, source.one(['list', 'text', 'map', 'tuple']))}"

    def operated(self, depth, kind):
        source = self.source

        def operand(wanted):
            return self.expression(depth - 1, wanted if source.chance(90) else "any")

        def compared():
            wanted = source.one(["number", "text", "number", "text", "any", "list", "tuple"])
            return f"{operand(wanted)} {source.one(COMPARISONS if wanted != 'any' else ['==', '!=', '==', '<'])} {operand(wanted)}"

        def chained():
            return compared() + "".join(source.many(1, 2, lambda: f" {source.one(COMPARISONS + ['in', 'not in'])} {self.expression(depth - 1, source.one(['number', 'list', 'any']))}"))

        if kind == "number" and source.chance(12):
            return f"{source.one(['2', '10', 'i', '3', '-1', '0', '2.5', '-2.5', 'true', '-i'])} ** {source.one(['0', '1', '2', '3', '10', 'i', '70', '-1', '-2', '2.0', 'nil', '3 ** 2', '-i', 's'])}"
        if kind == "number":
            return f"{operand('number')} {source.one(ARITHMETIC)} {operand('number')}"
        if kind == "bytes":
            return source.weighted([(2, lambda: f"{operand(kind)} + {operand(kind)}"), (1, lambda: f"{self.atom(kind)} * {source.one(['0', '2', 'i', 'true', '2.5'])}"), (3, lambda: f"{percent_text(source)}.encode() % {self.expression(depth - 1, source.one(['number', 'bytes', 'tuple', 'any']))}")])()
        if kind == "text":
            return source.weighted([(3, lambda: f"{operand('text')} {source.one(['+', '~'])} {operand('text')}"), (1, lambda: f"{self.atom('text')} * {source.one(['0', '2', '-1', 'i', 'true', '2.5'])}")])()
        if kind in ("list", "tuple") and source.chance(70):
            return source.weighted([(3, lambda: f"{operand(kind)} + {operand(kind)}"), (1, lambda: f"{self.atom(kind)} * {source.one(['0', '2', '-1', 'i', 'true', '2.5'])}")])()
        return source.weighted([
            (4, compared), (4, lambda: f"{self.expression(depth - 1, kind)} {source.one(['and', 'or'])} {self.expression(depth - 1, kind)}"), (2, lambda: f"not {operand('any')}"),
            (1, lambda: f"{operand('any')} {source.one(ARITHMETIC)} {operand('any')}"), (1, chained),
        ])()

    def conditional(self, depth, kind):
        otherwise = f" else {self.expression(depth - 1, kind)}" if self.source.chance(70) else ""
        whole = f"{self.expression(depth - 1, kind)} if {self.expression(depth - 1)}{otherwise}"
        return f"({whole})" if self.source.chance(70) else whole

    def signed(self, depth):
        return self.source.one(["-", "+", "- "]) + self.expression(depth - 1, "number" if self.source.chance(70) else "any")

    def base(self, depth, kind):
        """What can have something behind it without other parentheses."""
        if kind == "number" and self.source.chance(40):
            return f"({self.source.one(NUMBERS)})" if self.source.chance(80) else self.source.one(NUMBERS)
        kind = OTHER_NAMES.get(kind, kind) or "any"
        return self.atom(kind, 4) if self.source.chance(75) else f"({self.expression(depth - 1, kind)})"

    def looked(self, depth):
        source = self.source
        kind = source.one(["map", "list", "text", "any", "tuple"])
        keys = {"map": ["'name'", "'a'", "s", "'1'", "1", "'missing'", "'items'", "nil"], "list": ["0", "1", "-1", "i", "'length'", "'0'", "9", "true", "1.0"], "text": ["0", "-1", "i", "'upper'", "1.5"], "tuple": ["0", "1", "-3", "'count'"], "any": ["0", "'x'", "nil", "missing"]}[kind]

        def step():
            if source.chance(50):
                return f".{source.one(ATTRIBUTES)}"
            return f"[{source.one(keys) if source.chance(70) else self.expression(depth - 1)}]"

        return self.base(depth, kind) + "".join(source.many(1, 2, step))

    def slice(self, depth):
        source = self.source

        def part():
            return source.one(["", "0", "1", "-1", "2", "-2", "9", "-9", "i", "nil", "'a'", "1.5"]) if source.chance(8) else source.one(["", "0", "1", "-1", "2", "-2", "9", "-9", "i"])

        step = source.one(["", "", "", ":", ":1", ":2", ":-1", ":-2", ":0", ":i"])
        tail = source.one(["", "", "", "|list", "[0]", "|length", "|join('-')"])
        return f"{source.one(SLICED)}[{part()}:{part()}{step}]{tail}"

    def formatted(self, depth):
        source = self.source
        given = [self.expression(depth - 1, source.one(["number", "text", "any", "map"])) for _ in range(source.below(4))]
        if source.chance(45):
            arguments = ", ".join(given + (["a=" + self.expression(depth - 1)] if source.chance(40) else []))
            return f"{format_text(source)}.format({arguments})"
        how = source.below(3)
        if how == 0:
            return f"{percent_text(source)} | format({', '.join(given)})"
        values = self.expression(depth - 1) if how == 1 else f"({', '.join(given)}{',' if given else ''})"
        return f"{percent_text(source)} % {values}"

    def filtered(self, depth, kind):
        source = self.source
        fitting = [f for f in FILTERS if f["gives"] in (kind, "any") or OTHER_NAMES.get(f["gives"]) == kind]
        chosen = source.one(fitting if source.chance(75) and fitting else FILTERS)
        value = self.base(depth, chosen["of"] if source.chance(97) else "any")
        given = "" if source.chance(15) else self.arguments(depth, chosen["takes"])
        call = f"({given})" if given or source.chance(10) else ""
        more = ""
        if chosen["gives"] == "lazy" and source.chance(88):
            more = source.one(["|list", "|list", "|list", "|join(',')", "|length", "|first", "|sort", "|map('string')|list", "|sum"])
        elif source.chance(25):
            more = " | " + source.one(["upper", "lower", "length", "tojson", "first", "last", "join(',')", "string", "safe", "default('d', true)", "capitalize", "list", "sort", "int", "trim", "e", "pprint"])
        return f"{value}{source.one([' | ', '|'])}{chosen['name']}{call}{more}"

    def called(self, depth, kind):
        source = self.source
        fitting = [m for m in METHODS if m["gives"] in (kind, "any") or OTHER_NAMES.get(m["gives"]) == kind]
        chosen = source.one(fitting if source.chance(75) and fitting else METHODS)
        if self.is_repeated and chosen["name"] in GROWING:
            return self.atom(kind)
        name = f".{chosen['name']}" if source.chance(92) else source.one([f"['{chosen['name']}']", f"|attr('{chosen['name']}')"])
        base = self.base(depth, chosen["of"] if source.chance(97) else "any")
        if name.startswith("|"):
            base, name = f"({base}{name})", ""
        tail = source.one(["|list", "|list", "|length", "", "|join(',')", "|first", "|sort"]) if chosen["gives"] == "view" else ""
        if chosen["gives"] == "bytes":
            return f"({base}{name}({self.arguments(depth, chosen['takes'])}){source.one(['|string', '.decode()', '|length', '[0]', '.hex()', '|list', '[::-1]|string'])})"
        return f"{base}{name}({self.arguments(depth, chosen['takes'])}){tail}"

    def tested(self, depth):
        source = self.source
        test = source.one([t for t in TESTS if t["name"] not in BARE])
        given = self.arguments(depth, test["takes"][:1]) if test["takes"] else ""
        spelling = given and source.one([f"({given})", f"({given})", f" {given}"])
        return f"{self.base(depth, test['of'])} is {'not ' if source.chance(25) else ''}{test['name']}{spelling or ''}"

    def global_call(self, depth):
        name, takes, behind = self.source.one(GLOBALS)
        return f"{name}({self.arguments(depth, [t if isinstance(t, tuple) else (None, t) for t in takes])}){self.source.one(behind)}"

    def macro_call(self, depth):
        if not self.macros:
            return self.global_call(depth)
        return f"{self.source.one(self.macros)}({self.given(depth)})"

    def given(self, depth):
        """Arguments for a macro."""
        source = self.source

        def one():
            return (f"{source.one(['a', 'b', 'c', 'b', 'c', 'caller', 'zz'])}=" if source.chance(35) else "") + self.expression(depth - 1)

        made = sorted(source.many(0, 3, one), key=lambda given: given[1:2] == "=" or given.startswith(("caller=", "zz="))) if source.chance(95) else source.many(0, 3, one)
        if source.chance(8):
            made.append(source.one(["*xs", "*ss", "**o", "*s", "**values.db", "*nil", "**{'a': 1}"]))
        return ", ".join(made)

    def argument(self, depth, taken):
        source = self.source
        if isinstance(taken, list):
            return source.one(taken)
        return self.expression(depth - 1, taken.replace("?", ""))

    def arguments(self, depth, takes):
        """The arguments for `takes`, sometimes too few or one too many, sometimes by keyword."""
        source = self.source
        given, is_by_name = [], False
        for name, taken in takes:
            is_optional = (name or "").startswith("?") or (isinstance(taken, str) and taken.startswith("?"))
            name = (name or "").lstrip("?")
            if isinstance(taken, list) and taken[0].startswith("?"):
                is_optional, taken = True, [option.lstrip("?") for option in taken]
            if is_by_name and not name:
                break
            if (is_optional and source.chance(45)) or source.chance(2):
                if name and source.chance(50):
                    is_by_name = True
                    continue
                break
            by_name = name and (is_by_name or source.chance(20))
            value = self.argument(depth, taken)
            given.append(f"{name}={value}" if by_name else value)
            is_by_name = is_by_name or bool(by_name)
        if source.chance(1) and not is_by_name:
            given.append(self.atom("any"))
        if source.chance(2):
            given.append(f"{source.one(['a', 'width', 'value', 's', 'attribute'])}={self.atom('any')}")
        if source.chance(1):
            given.append(source.one(["*xs", "**o", "*el", "**eo"]))
        return ", ".join(given)
