"""What encode() gives: the methods of bytes, by each shape of their arguments, and the operators that know them."""


def made(text):
    return f"'{text}'.encode()"


composed = True
defaults = {"data": {"d": {"a": 1}, "xs": [3, 1], "nil": None}}
bytes_ = [made(text) for text in (" ab Cd ", "Hello World", "", "k=v=w", "a\\nb\\r\\nc\\rd", "añ", "-42", "a\\tbc\\td", "abc", "it-s Ab", "Ab Cd", "1 2  3 ")]
bare = """capitalize isalnum isalpha isascii isdigit islower isspace istitle isupper lower lstrip rstrip split rsplit splitlines strip swapcase title
upper expandtabs hex decode""".split()
o, h, eq, none = made("o"), made("H"), made("="), made("")
shaped = {
    "center": ["20", f"20, {made('*')}", "3", "20, '*'", f"20, {made('ab')}", "'a'", "", "21", "-1"], "ljust": ["15", f"15, {made('.')}", "nil"], "rjust": ["15", f"15, {made('.')}"], "zfill": ["8", "0", "'a'", ""],
    "count": [o, none, f"{o}, 5", "111", "'o'", "300", f"{o}, 0, -3", "", "nil", f"{none}, 3, 2", f"{o}, nil, 5"], "find": [o, none, f"{o}, 5", "111", "'o'", made("zz"), "300", f"{none}, 99", f"{o}, -4, -1"], "rfind": [o, "111", "'o'", none, f"{o}, 0, 5"],
    "index": [o, made("zz"), "'o'", "33"], "rindex": [o, made("zz")],
    "startswith": [h, f"({made('x')}, {h})", "'H'", "('H',)", f"{o}, 4", "1", "", none, f"{none}, 99", "()"], "endswith": [made("d"), f"({made('x')}, {made('d')})", "'d'", "nil", f"{o}, 0, 5"],
    "replace": [f"{o}, {made('0')}", f"{o}, {made('0')}, 1", f"{none}, {made('-')}", "'o', '0'", f"{o}, '0'", o, f"{o}, {made('0')}, -1", f"{o}, {made('0')}, 'a'", f"{none}, {made('-')}, 2", f"{o}, {none}", f"{o}, {o}, 0"],
    "split": [o, made(" "), f"{o}, 1", "nil, 1", "'o'", none, "maxsplit=1", f"sep={made('l')}", f"{o}, 'a'", f"{made('ll')}, 0"], "rsplit": [eq, f"{eq}, 1", "nil, 1", f"{made('l')}, 2", f"{o}"], "splitlines": ["true", "keepends=true", "0", "1, 2"],
    "partition": [eq, made("zz"), none, "'='"], "rpartition": [eq, made("zz"), o], "strip": [made(" "), made("oHd"), "nil", "'H'"], "lstrip": [made("Ho")], "rstrip": [made("dl")], "removeprefix": [made("He"), "'He'"], "removesuffix": [made("ld"), "1"],
    "expandtabs": ["4", "0", "tabsize=2", "-1", "'a'"], "join": [f"[{made('a')}, {made('b')}]", "[]", "['a']", "xs", "nil", f"({made('x')},)", "'ab'"],
    "translate": ["nil", "'a'", made("abc"), f"{none}.maketrans({made('lo')}, {made('01')})", f"nil, {made('l')}", f"nil, delete={made('l')}"], "maketrans": [f"{made('a')}, {made('bc')}", "'a', 'b'"],
    "fromhex": ["'616 2'", "'61 62'", "'zz'", "1", "'4a4B'", "''"], "hex": ["':'", "':', 2", "':', -2", "'::'", eq, "sep='-'", "'é'", "1", "':', 0", "bytes_per_sep=2", "':', 99", "':', -99"], "decode": ["'ascii'", "'nope'", "errors='replace'"],
    "upper": ["1"], "nope": [""], "isalpha": ["1"],
}
rows = [f"{{{{ {each}.{method}() }}}}" for method in bare for each in bytes_]
rows += [f"{{{{ {each}.{method}({arguments}) }}}}" for method, given in shaped.items() for arguments in given for each in (bytes_[1], bytes_[2], bytes_[3])]
operations = """{a} + {a}|{a} * 2|2 * {a}|{a} * -1|{e} * 5|{a} + 'x'|{a} + 1|{a} + nil|'x' + {a}|{a} ~ 'x'|{a} == {a}|{a} != {e}|{a} < {e}|{a} >= {e}|{a} < 'x'|{e} <= {a}|{a}[0]|{a}[-1]|{a}[9]|{a}[1:3]|{a}[::-1]|{a}['x']|{a} in {a}|'a' in {a}|97 in {a}
999 in {a}|not {a}|{e} or 1|{a} and 1|{a} == 'abc'|[{a}, {e}]|[{a}].index({a})|{a} is string|{a} is sequence|{a} is iterable|-{a}|{a}.x|missing + {a}|{a} + missing|{a} * missing|{a} * 1.5""".replace("\n", "|").split("|")
operations += [filtered for name in ("length", "list", "first", "last", "string", "upper", "e", "sort", "reverse|list", "join('-')", "tojson", "default('x')", "replace('a', 'b')", "trim", "pprint", "map('string')|list", "sum", "max", "batch(2)|list") for filtered in ("{a}|" + name,)]
operations += ["[{a}, {a}, {e}]|unique|list", "{{{a}: 1, {e}: 2, {a}: 3}}", "{{{a}: 1}}[{a}]", "{a} in {{{a}: 1}}", "{{({a}, 1): 2}}[({a}, 1)]", "{{{a}: 1}}['abc']|default('-')"]
operations += ["[{a}, {e}]|sort", "[{a}, {e}]|max", "'%s'|format({a})", "'%r' % {a}", "'{{}}'.format({a})"]
rows += ["{{ " + operation.format(a=made("abc"), e=none) + " }}" for operation in operations]
percents = [("%s", "{a}"), ("%b", "{a}"), ("%s", "'x'"), ("%.2b|%5s|%-5s|", "({a}, {a}, {e})"), ("%a", "'é'"), ("%r", "[1, {a}]"), ("%.2a", "'abc'"), ("%d", "3"), ("%i", "2.5"), ("%5.1f|%e|%g", "(2.25, 1, 0.5)"), ("%f", "'a'"), ("%e", "none"), ("%d", "none"), ("%x", "'a'"), ("%c", "65"), ("%c", "300"), ("%c", "-1"), ("%c", "10 ** 30"),
            ("%c", "'a'"), ("%c", "{e}"), ("%c", "1.5"), ("%#o|%+d|% d|%05d|%X", "(8, 1, 2, -3, 255)"), ("%(a)s", "{{{a}: 1}}"), ("%(abc)s", "{{{a}: {a}}}"), ("%(abc)d-%(abc)d", "{{{a}: 7}}"), ("%(a)s", "{{'a': {a}}}"), ("%(a)s", "[1]"), ("%(a)s", "{a}"), ("%(a)s", "1"), ("%s", "()"), ("%s", "({a}, {a})"), ("abc", "[1]"), ("abc", "1"), ("abc", "{{}}"),
            ("abc", "{a}"), ("abc", "'x'"), ("%z", "1"), ("%", "1"), ("%5", "1"), ("%(a", "{{}}"), ("%*d", "(5, 3)"), ("%*d", "('a', 3)"), ("%.*f", "(1, 2.55)"), ("%s", "none"), ("%s", "3"), ("%s", "missing"), ("%d", "missing"), ("%f", "missing"), ("%s", "missing.x"), ("%%", "()"), ("%99999999999999999999d", "1"), ("%.99999999999d", "1"), ("%ld", "4"), ("é%sé", "{a}"), ("%d%%", "5")]
rows += ["{{ " + made(format) + " % " + given.format(a=made("abc"), e=made("e")) + " }}" for format, given in percents]
rows += ["{{ '%s' % " + made("abc") + " }}", "{{ '%d' % " + made("abc") + " }}", "{{ 'abc' % " + made("abc") + " }}", "{{ '%(a)s' % " + made("abc") + " }}", "{{ '%s %s' % " + made("abc") + " }}", "{{ ('<%s>'|safe) % " + made("abc") + " }}", "{{ 5 % " + made("abc") + " }}", "{{ " + made("abc") + " % 5 % 6 }}"]
# What is no UTF-8.
broken = ["'é'.encode('latin-1')", *[f"'é漢😀'.encode()[:-{left}]" for left in (1, 2, 3)], "'é漢'.encode()[1:]", "'aé'.encode()[:-1]", "'ab'.encode('utf-16')", *[f"'{text}'.encode('latin-1')" for text in ("ÿÿa", "Ã", "Ãa", "â\x82a", "í\xa0\x80", "à\x80", "ð\x90\x80x", "ô\x90\x80\x80", "õ\x80", "À\x80", "\x80abc\x80")]]
rows += ["{{ (%s).decode(%s) }}" % (value, how) for value in broken for how in ("", "'utf-8', 'replace'", "'utf-8', 'ignore'", "'utf-8', 'backslashreplace'", "'utf-8', 'nope'", "errors='strict'")] + ["{{ (%s)|indent }}" % made("a")]
