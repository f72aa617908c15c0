"""Random templates: all statements, with whitespace control, delimiters and line statements of their own, and other files."""

from .expressions import Expressions

EXTENSIONS = ["jinja2.ext.do", "jinja2.ext.loopcontrols", "jinja2.ext.i18n"]
DELIMITERS = [
    ("{%", "%}", "{{", "}}", "{#", "#}"), ("<%", "%>", "${", "}", "<#", "#>"), ("[%", "%]", "[[", "]]", "[#", "#]"), ("{%", "%}", "${{", "}}", "{#", "#}"),
    ("<?", "?>", "<?=", "?>", "<!--", "-->"), ("(%", "%)", "((", "))", "(#", "#)"), ("{%", "%}", "@{", "}@", "##", "##"), ("\\block{", "}", "\\var{", "}", "\\#{", "}"),
]
FIXED = ["x", "y", "item", "k", "v"]
LOOP = ["index", "index0", "first", "last", "length", "revindex", "revindex0", "depth", "depth0", "previtem", "nextitem", "cycle('a', 'b')", "cycle(1, 2, 3)", "changed(x)", "changed(item)", "cycle(s)"]
TEXTS = ["a", "text ", " ", "\n", "\n  ", "\t", "line\n", "  \n", "<b>&\n", "é😀", "{ ", "% ", "# x\n", "  # x\n", "}}", "\r\n", "\n\n", "x\n   y", "'", "$", "\u00a0", "\x0c"]
BLOCK_FILTERS = ["upper", "lower", "capitalize", "indent", "indent(2, true)", "replace('a', 'b')", "trim", "title", "length", "striptags", "truncate(5)", "wordcount", "reverse", "escape", "tojson", "list", "default('x', true)", "first", "center(9)", "e", "safe", "upper|trim", "wordwrap(5)", "join('-')",
                 "forceescape", "urlize", "string|length", "indent(width=3)", "int", "attr('upper')"]


class Statements:
    def __init__(self, source, settings, files=(), prefix=""):
        self.source, self.settings, self.files, self.prefix = source, settings, files, prefix
        self.expressions = Expressions(source)
        self.macros = self.blocks = 0
        self.is_in_macro = False
        self.loops = 0
        self.is_buffered = False

    # How it is written.
    def mark(self):
        return self.source.one(["-", "-", "+", "", "", "", "", "", "", ""])

    def tag(self, content):
        source, start, end = self.source, self.settings["start"], self.settings["end"]
        prefix = self.settings["line_prefix"]
        if prefix and source.chance(45) and "\n" not in content:
            return f"\n{source.one(['', '', '  '])}{prefix}{source.one(['', ' ', ' '])}{content}{source.one(['', '', ':' if content.startswith(('for', 'if', 'macro', 'else')) else '', ' '])}\n"
        space = source.one([" ", " ", " ", " ", "", "\n", "  "])
        before = " " if content[:1] in "-+" else space
        after = " " if content[-1:] in "-+" or self.settings["tight"] else space
        return f"{start}{self.mark()}{before}{content}{after}{source.one(['-', '', '', '', '', '', '', '+'])}{end}"

    def out(self, expression):
        before = " " if expression[:1] in "-+" or self.source.chance(85) else ""
        after = " " if expression[-1:] in "-+}" or self.settings["tight"] or self.source.chance(85) else ""
        return f"{self.settings['open']}{self.source.one(['-', '', '', '', '', '', '', '+'])}{before}{expression}{after}{self.source.one(['-', '', '', '', '', '', '', ''])}{self.settings['close']}"

    def text(self):
        return "".join(self.source.many(1, 3, lambda: self.source.one(TEXTS)))

    def expression(self, kind="any"):
        return self.expressions.expression(self.source.weighted([(3, 1), (4, 2), (2, 3)]), kind)

    # What they are.
    def body(self, depth):
        source = self.source
        if source.chance(8):
            return ""
        return self.within([], lambda: "".join(source.many(1, 3 if depth > 1 else 2, lambda: self.statement(depth - 1))))

    def within(self, names, make):
        """`names` are known to what `make` makes, and what that makes is known to nothing else."""
        expressions = self.expressions
        before = list(expressions.locals), list(expressions.macros)
        if self.source.chance(90):
            expressions.locals += names
        made = make()
        if self.source.chance(80):
            expressions.locals, expressions.macros = before
        return made

    def repeated(self, make):
        """What `make` makes may run more than once."""
        before, self.expressions.is_repeated = self.expressions.is_repeated, True
        made = make()
        self.expressions.is_repeated = before
        return made

    def in_macro(self, make):
        before, loops = self.is_in_macro, self.loops
        self.is_in_macro, self.loops = True, 0
        made = self.repeated(lambda: self.buffered(make))
        self.is_in_macro, self.loops = before, loops
        return made

    def buffered(self, make):
        """What `make` makes prints into a text."""
        before, self.is_buffered = self.is_buffered, True
        made = make()
        self.is_buffered = before
        return made

    def statement(self, depth):
        source = self.source
        if depth <= 0:
            return self.text() if source.chance(35) else self.out(self.expression())
        return source.weighted([
            (14, lambda: self.out(self.expression())), (10, self.text), (10, lambda: self.conditional(depth)), (11, lambda: self.loop(depth)), (7, lambda: self.assignment(depth)), (5, lambda: self.macro(depth)), (2, lambda: self.call(depth)), (2, lambda: self.filter(depth)),
            (1, self.raw), (2, self.comment), (2, lambda: self.block(depth)), (2, lambda: self.with_(depth)), (2, self.include), (2, self.imported), (2, lambda: self.autoescape(depth)), (2, lambda: self.namespace(depth)), (1, lambda: self.recursive(depth)), (1, self.printed),
            (2 if self.has("do") else 0, self.do), (2 if self.loops and self.has("loopcontrols") else 0, self.jump), (3 if self.has("i18n") else 0, self.trans),
        ])()

    def has(self, extension):
        return f"jinja2.ext.{extension}" in self.settings["extensions"] or self.source.chance(4)

    def conditional(self, depth):
        source = self.source
        others = "".join(source.many(0, source.one([0, 0, 1, 2]), lambda: self.tag(f"elif {self.expression()}") + self.body(depth)))
        last = self.tag("else") + self.body(depth) if source.chance(40) else ""
        return self.tag(f"if {self.expression(source.one(['any', 'truth', 'any']))}") + self.body(depth) + others + last + self.tag("endif")

    def loop(self, depth):
        source = self.source
        targets, names = source.weighted([(6, lambda: (source.one(FIXED),) * 2), (4, lambda: ("k, v", "kv")), (1, lambda: ("x, k, v", "xkv")), (1, lambda: ("(k, v)", "kv")), (1, lambda: ("x, (k, v)", "xkv")), (1, lambda: ("k,", "k"))])()
        names = [names] if len(names) > 3 or names in FIXED else list(names)
        over = self.expression(source.one(["list", "list", "list", "any", "text", "tuple"])) if len(names) == 1 else source.one({2: ["o.items()", "values.items()", "pairs", "o|dictsort", "values.db|items", "mix", "xs", "ss|batch(2)", "rs|groupby('n')", "eo.items()", "[[1, 2]]", "pairs", "[(s, n), 'ab']"], 3: ["[(1, (2, 3))]", "[(1, 2, 3)]", "[(n, pairs[0] or 'ab')]"]}[len(names)])
        if source.chance(8):
            over += f", {self.expressions.atom('any')}"
        condition = f" if {self.within(names, lambda: self.expression())}" if source.chance(20) else ""
        otherwise = self.tag("else") + self.body(depth) if source.chance(25) else ""
        start = self.tag(f"for {targets} in {over}{condition}")
        self.loops += 1
        body = self.loop_body(depth, names)
        self.loops -= 1
        return start + body + otherwise + self.tag("endfor")

    def loop_body(self, depth, names):
        source = self.source
        about = [f"loop.{source.one(LOOP)}" for _ in range(2)]
        return self.within([*names, *about], lambda: self.repeated(lambda: self.body(depth)) + (self.out(source.one([*names, *about])) if source.chance(60) else ""))

    def recursive(self, depth):
        source = self.source
        body = self.out(source.one(["item.name", "loop.depth", "loop.depth0", "loop.index", "item.name ~ loop.last"])) + self.text()
        inner = self.out(source.one(["loop(item.kids)", "loop(item.kids)", "loop(item.kids)|upper", "loop(item.kids) if item.kids", "loop(nil)", "loop()"]))
        if source.chance(30):
            inner = self.tag("for y in item.kids") + self.out("y.name") + self.tag("endfor") + inner
        return self.tag(f"for item in tree{source.one(['', '', ' if item.name'])} recursive") + body + inner + (self.tag("else") + "none" if source.chance(20) else "") + self.tag("endfor")

    def assignment(self, depth):
        source = self.source
        names = source.many(1, 1 if source.chance(85) else 2, lambda: source.one([*FIXED, "s", "xs", "n"]))
        target = ", ".join(names) if source.chance(90) else f"({', '.join(names)})"
        if source.chance(70):
            value = self.expression() if len(names) == 1 else source.one(["(1, 2)", "1, 2", "'ab'", "(s, n)", "[1, xs]", "pairs", self.expression()])
            made = self.tag(f"set {target} = {value}")
        else:
            made = self.tag(f"set {names[0]}{source.one(['', '', '', ' | '])}".rstrip(" |") + (f" | {source.one(BLOCK_FILTERS)}" if source.chance(30) else "")) + self.buffered(lambda: self.body(depth)) + self.tag("endset")
        self.expressions.locals.append(names[0])
        return made + (self.out(source.one(names)) if source.chance(60) else "")

    def namespace(self, depth):
        source = self.source
        made = self.tag(f"set ns = namespace({source.one(['', 'a=1', 'a=xs', 'o', 'a=0, b=s'])})")
        self.expressions.locals.append("ns.a")
        change = self.tag(f"set ns.{source.one('ab')} = {source.one(['ns.a ~ 1', 'loop.index', self.expression(), 'ns.a + 1'])}")
        if source.chance(20):
            change = self.tag("set ns.a, ns.b = 1, 2")
        if source.chance(15):
            change = self.tag("set ns.a") + self.buffered(lambda: self.body(depth)) + self.tag("endset")
        if source.chance(60):
            change = self.tag("for x in ints") + change + self.tag("endfor")
        return made + change + self.out(source.one(["ns.a", "ns.b", "ns.nope", "ns['a']", "ns.a ~ ns.b"]))

    def macro(self, depth):
        source = self.source
        self.macros += 1
        name = f"m{self.macros}"
        names = ["a", "b", "c"][:source.below(4)]
        first = source.below(4) if source.chance(97) else 1
        parameters = [f"{p}={self.repeated(self.expression)}" if i >= first else p for i, p in enumerate(names)]
        if source.chance(2):
            parameters.reverse()
        uses = self.out(f"caller({source.one(['', '1', 'x, 2', 'a', 'p=1'])})") if source.chance(25) else ""
        if source.chance(20):
            uses += self.out(source.one(["varargs", "kwargs", "varargs|length", "kwargs.zz", "caller is defined", "varargs|join(',')", "kwargs|dictsort"]))
        before = list(self.expressions.locals)
        self.expressions.locals = names * 2
        body = self.in_macro(lambda: self.body(depth)) + uses
        self.expressions.locals = before
        self.expressions.macros.append(name)
        made = self.tag(f"macro {name}({', '.join(parameters)})") + body + self.tag("endmacro")
        if "caller(" in uses:
            return made + self.call(depth)
        if source.chance(10):
            made += self.out(f"{name}.{source.one(['name', 'arguments', 'catch_kwargs', 'catch_varargs', 'caller', 'nope', 'defaults'])}")
        return made + (self.out(self.expressions.macro_call(2)) if source.chance(70) else "")

    def call(self, depth):
        source = self.source
        if not self.expressions.macros:
            return self.macro(depth)
        names = source.one([[], ["p"], ["p", "q"], ["p", "q=5"]])
        parameters = f"({', '.join(names)})" if names or source.chance(40) else ""
        body = self.within([name[0] for name in names], lambda: self.in_macro(lambda: self.body(depth)))
        call = f"{self.expressions.macros[-1]}({self.expressions.given(1)})" if source.chance(80) else self.expressions.macro_call(1)
        return self.tag(f"call{parameters} {call}") + body + self.tag("endcall")

    def filter(self, depth):
        return self.tag(f"filter {self.source.one(BLOCK_FILTERS)}") + self.buffered(lambda: self.body(depth)) + self.tag("endfilter")

    def raw(self):
        start, end, open_, close = (self.settings[name] for name in ("start", "end", "open", "close"))
        inside = self.source.one([f"{open_} x {close}", f"{start} if {end}", " a ", "\n  b\n", f"{start} raw {end}z", "{# c #}", "\n# y\n"])
        space = self.source.one([" ", "", "  "])
        return f"{start}{self.mark()}{space or ' '}raw{space}{self.source.one(['-', '', ''])}{end}{inside}{start}{self.mark()}{space or ' '}endraw{space}{self.mark()}{end}"

    def comment(self):
        start, end = self.settings["comment"]
        mark = self.source.one(["-", "", "", "", "+"])
        line = self.settings["line_comment"]
        if line and self.source.chance(40):
            return f"{self.source.one(['', '  ', 'x '])}{line} a comment\n"
        inside = self.source.one([" comment ", " {{ x }} ", " {% if %} ", "\n", " - # ", ""])
        return f"{start}{mark}{inside}{self.source.one(['-', '', '', ''])}{end}"

    def block(self, depth):
        source = self.source
        self.blocks += 1
        name = f"{self.prefix}b{self.blocks + 3}"
        outer = self.is_in_macro, self.loops
        self.loops = 0
        kind = source.one(["", "", "", " scoped", " scoped", " required"]) if source.chance(25) else ""
        made = self.tag(f"block {name}{kind}") + (self.body(depth) if kind != " required" or source.chance(10) else "  ") + self.tag(f"endblock{f' {name}' if source.chance(20) else ''}")
        self.is_in_macro, self.loops = outer
        return made + (self.out(f"self.{name}()") if source.chance(12) else "")

    def with_(self, depth):
        source = self.source
        given = ", ".join(f"{source.one(FIXED)} = {self.expression()}" for _ in range(source.below(3)))
        return self.tag(f"with {given}".rstrip()) + self.within(FIXED[:2], lambda: self.body(depth)) + self.tag("endwith")

    def autoescape(self, depth):
        return self.tag(f"autoescape {self.source.one(['true', 'false', 'true', 'false', 'yes', 'no', 'i', '[1]', 'not yes', 's ~ t'])}") + self.body(depth) + self.tag("endautoescape")

    def printed(self):
        return self.tag(f"print {', '.join(self.source.many(1, 2, self.expression))}")

    def do(self):
        source = self.source
        target = source.one(["xs", "ss", "mix", "o", "values.tags", "el", "eo"])
        changes = [f"{target}.pop()", "o.update({'q': 1})", f"{target}.clear()", "xs.sort()", "ss.reverse()", self.expression(), "eo.setdefault('a', [])"]
        if not self.expressions.is_repeated:
            changes += [f"{target}.append({self.expression()})", "ss.insert(0, s)", "xs.extend([1, 2])"]
        return self.tag(f"do {source.one(changes)}") + (self.out(target) if source.chance(50) else "")

    def jump(self):
        word = self.tag(self.source.one(["break", "continue"]))
        return self.tag(f"if {self.expression()}") + word + self.tag("endif") if self.source.chance(70) else word

    def trans(self):
        source = self.source
        words = ["Hello", "50%", " a\n  b ", self.out(source.one(["user", "count", "s", "n"])), self.out("user"), "%(user)s", " x ", "<b>"]
        given = [f"user={self.expression()}", f"count={source.one(['1', '2', 'n', 'i', 'xs|length', self.expression()])}", "s", "n"]
        head = source.one(["trans", "trans", "trans trimmed", "trans notrimmed", "trans 'ctx'", "trans 'ctx' trimmed"]) if source.chance(80) else "trans"
        variables = source.one([[], given[:1], given[:2], given[1:2], given[1:3], given[2:3], given])
        made = self.tag(f"{head} {', '.join(variables)}".rstrip()) + "".join(source.many(1, 3, lambda: source.one(words)))
        if source.chance(45):
            made += self.tag(f"pluralize {source.one(['', '', 'count', 'user', 'n'])}".rstrip()) + "".join(source.many(1, 3, lambda: source.one(words)))
        if source.chance(25):
            return self.out(source.one(["_('Hello')", "gettext('a %(b)s') % {'b': s}", "ngettext('one', 'many', n)", "_(s)", "gettext(1)", "pgettext('c', 'x')", "npgettext('c', 'a', 'b', 2)", "_('a')|upper", "ngettext('%(num)s a', '%(num)s b', 3)"]))
        return made + self.tag("endtrans")

    def include(self):
        source = self.source
        if not self.files:
            return self.text()
        name = source.weighted([(16, f"'{source.one(self.files)}'"), (1, "'none.txt'"), (1, "s"), (1, "['none.txt', 'leaf.txt']"), (1, "['none.txt', 'nope.txt']"), (1, "(s, 'part.txt')"), (1, "[missing, 'leaf.txt']"), (1, "['leaf.txt', nil]"), (1, "'leaf.txt' if yes else s"), (1, "[]"), (1, "nil"), (1, "missing")])
        context = source.one(["", "", " with context", "" if self.is_buffered else " without context"])  # that goes past what takes it
        return self.tag(f"include {name}{' ignore missing' if source.chance(30) else ''}{context}")

    def imported(self):
        source, expressions = self.source, self.expressions
        if "lib.txt" not in self.files:
            return self.text()
        context = source.one(["", "", " with context", " without context"])
        if source.chance(50):
            expressions.locals += ["lib.v", "lib.w", "lib", "lib.nope"]
            expressions.macros.append("lib.mac")
            return self.tag(f"import 'lib.txt' as lib{context}")
        name, alias = source.one([("mac", "mac"), ("mac", "mac"), ("mac", "mm"), ("v", "v"), ("w", "ww"), ("w", "ww"), ("nope", "nope"), ("_hidden", "h")])
        if name == "mac":
            expressions.macros.append(alias)
        else:
            expressions.locals.append(alias)
        more = source.one(["", "", ", v as vv", ", w,", ","])
        return self.tag(f"from 'lib.txt' import {name if name == alias else f'{name} as {alias}'}{more}{context}")


def settings_of(source):
    options = {}
    extensions = [name for name in EXTENSIONS if source.chance(85)]
    if extensions:
        options["extensions"] = extensions
    names = "block_start_string block_end_string variable_start_string variable_end_string comment_start_string comment_end_string".split()
    delimiters = source.one(DELIMITERS) if source.chance(12) else DELIMITERS[0]
    if delimiters != DELIMITERS[0]:
        options.update(zip(names, delimiters))
    for name in ("trim_blocks", "lstrip_blocks", "keep_trailing_newline", "autoescape"):
        if source.chance(18):
            options[name] = True
    if source.chance(5):
        options["newline_sequence"] = source.one(["\r\n", "\r"])
    line_prefix = source.one(["#", "%", "##", "//"]) if source.chance(10) else ""
    line_comment = source.one(["##", "//#", "--"]) if source.chance(6) else ""
    if line_prefix:
        options["line_statement_prefix"] = line_prefix
    if line_comment and line_comment != line_prefix:
        options["line_comment_prefix"] = line_comment
    if source.chance(25):
        options["undefined"] = source.one(["strict", "chainable", "debug"])
    if source.chance(6):
        options["immutable"] = True
    start, end, open_, close, comment_start, comment_end = delimiters
    settings = {"extensions": extensions, "start": start, "end": end, "open": open_, "close": close, "comment": (comment_start, comment_end), "line_prefix": line_prefix,
                "line_comment": options.get("line_comment_prefix", ""), "tight": end[0] not in "%" or delimiters != DELIMITERS[0]}
    return settings, options


def files_of(source, settings):
    def of_file(*given):
        statements = Statements(source, settings, *given)
        statements.expressions.is_repeated = True
        return statements

    leaf, lib, base, middle = of_file(()), of_file((), "lib"), of_file((), "base"), of_file((), "middle")
    blocks = [base.tag(f"block {name}{source.one(['', '', '', ' scoped'])}") + base.body(2) + base.tag("endblock") + base.text() for name in ("b1", "b2", "b3")]
    if source.chance(10):
        blocks.append(base.tag("block b9 required") + base.comment() + base.tag("endblock"))
    return {
        "leaf.txt": leaf.statement(1) + leaf.out(source.one(["v", "k", "item", "s", "loop.index"])),
        "part.txt": of_file(("leaf.txt",)).body(2),
        "lib.txt": lib.tag(f"set v = {lib.expression()}") + lib.tag("macro mac(a, b=1)") + lib.out("a") + lib.body(2) + lib.out(source.one(["b", "v", "item", "caller()", "s"])) + lib.tag("endmacro") + lib.tag("set w = 'W'") + lib.tag("set _hidden = 1"),
        "base.txt": base.text() + "".join(blocks),
        "middle.txt": middle.tag("extends 'base.txt'") + middle.tag("block b2") + middle.out(source.one(["super()", "s", "super.super()", "super()|upper", "self.b1()"])) + middle.body(2) + middle.tag("endblock"),
    }


def template_of(source):
    """One case's template, files and options."""
    settings, options = settings_of(source)
    files = files_of(source, settings)
    statements = Statements(source, settings, [name for name in files if name not in ("base.txt", "middle.txt")])
    template = "".join(source.many(1, source.one([1, 2, 3, 5]), lambda: statements.statement(source.weighted([(2, 0), (3, 1), (4, 2), (1, 3)]))))
    if source.chance(10):
        def overriding():
            name = source.one(["b1", "b2", "b3", "b9"])
            return statements.tag(f"block {name}{source.one(['', '', ' scoped'])}") + statements.body(2) + (statements.out(source.one(["super()", "super()", "super.super()", "self.b1()", "super()|e"])) if source.chance(50) else "") + statements.tag("endblock")

        parent = source.weighted([(10, "'base.txt'"), (6, "'middle.txt'"), (1, "s"), (1, "missing"), (2, "'base.txt' if yes else 'middle.txt'")])
        before = "" if source.chance(85) else template
        template = before + statements.tag(f"extends {parent}") + "".join(source.many(0, 2, overriding)) + template
    if not any(word in template for word in ("include", "import", "extends")):
        files = {}
    return template, files, options
