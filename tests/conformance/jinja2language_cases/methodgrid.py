"""The methods of Python's types, by each shape of their arguments. What gives bytes is not asked."""
from jinja2values import DATA

composed = True
defaults = {"data": {**DATA, "w": "one Two\tthree", "q": "ßǆ É i̇ ﬁ", "k": "key=a=b", "n": "١٢½", "id": "a_1"}}
texts = ["e", "s", "u", "pad", "w", "q", "k", "n", "id", "lines", "num"]
bare = """capitalize casefold expandtabs isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace
istitle isupper lower lstrip rstrip strip split rsplit splitlines swapcase title upper format""".split()
shaped = {
    "center": ["20", "20, '*'", "3", "20, '漢'", "20, 'ab'", "'a'", ""], "ljust": ["15", "15, '.'", "-1", "nil"], "rjust": ["15", "15, '😀'", "f"], "zfill": ["8", "0", "'a'"],
    "count": ["'o'", "''", "'o', 5", "'o', 0, 5", "'o', -5", "1", "'l', nil, 4"], "find": ["'o'", "''", "'o', 5", "'zz'", "'o', -4, -1", "'', 99", "nil"], "rfind": ["'o'", "''", "'o', 0, 5"],
    "index": ["'o'", "'zz'", "'a', 1"], "rindex": ["'o'", "'zz'"], "startswith": ["'H'", "('x', 'H')", "''", "'o', 4", "'o', 4, 5", "1", "['H']", "()"], "endswith": ["'d'", "('z', 'd')", "''", "'l', 0, 4", "nil"],
    "replace": ["'o', '0'", "'o', '0', 1", "'', '-'", "'o', '', -1", "'o', '0', 0", "'o'", "1, 2", "'', '-', 2"], "split": ["'o'", "' '", "'', 1", "nil, 1", "'=', 1", "maxsplit=1", "sep='='", "1", "'o', -1"],
    "rsplit": ["'='", "'=', 1", "nil, 1", "' ', 1"], "splitlines": ["true", "keepends=true", "0"], "partition": ["'='", "'zz'", "''", "1"], "rpartition": ["'='", "'zz'"],
    "strip": ["' '", "'oHd'", "nil", "''", "1"], "lstrip": ["'Ho'", "'  p'"], "rstrip": ["'dl'", "'\\t'"], "removeprefix": ["'He'", "''", "'zz'", "1"], "removesuffix": ["'ld'", "''"],
    "expandtabs": ["4", "0", "tabsize=2", "-1", "'a'"], "join": ["ss", "'abc'", "[]", "xs", "d", "nil", "missing", "[1]"],
    "format": ["1", "1, 2", "a=1", "*xs", "**d"], "format_map": ["d", "nil"], "translate": ["{111: '0'}", "{111: nil}", "{'o': 'x'}", "nil", "{111: 'long'}"], "maketrans": ["{'a': 'b'}", "'ab', 'xy'", "'ab', 'x'", "'ab', 'xy', 'z'"],
    "upper": ["1", "x=1"], "nope": ["", "1"], "__len__": [""], "__class__": [""],
}
rows = [f"[{{{{ {t}.{m}() }}}}]" for m in bare for t in texts]
rows += [f"[{{{{ {t}.{m}({a}) }}}}]" for m, given in shaped.items() for a in given for t in ("e", "s", "u", "k", "w")]
lists = {
    "append": ["1", "[1]", "", "1, 2"], "extend": ["[1]", "'ab'", "d", "nil", "range(2)"], "insert": ["0, 9", "99, 9", "-1, 9", "'a', 9", "1"], "pop": ["", "0", "-1", "9", "'a'", "f"], "remove": ["1", "'a'", "99"],
    "index": ["1", "'a'", "1, 1", "1, 0, 2", "99"], "count": ["1", "1.0", "'a'"], "reverse": [""], "sort": ["", "reverse=true", "key=1", "1"], "copy": [""], "clear": [""], "nope": [""],
}
for v in ("xs", "ss", "el", "mix", "[1, 1.0, true]"):
    rows += [f"{{% set v = {v} %}}{{{{ v.{m}({a}) }}}}|{{{{ v }}}}" for m, given in lists.items() for a in given]
rows += [f"{{{{ {v}.{m}({a}) }}}}" for v in ("(1, 2, 1)", "()", "range(5)", "range(9, 1, -2)") for m in ("index", "count") for a in ("1", "9", "'a'", "nil", "1.0", "", "1, 1")]
rows += [f"{{{{ {v}.{a} }}}}" for v in ("range(5)", "range(9, 1, -2)") for a in ("start", "stop", "step", "nope")]
maps = {
    "get": ["'b'", "'z'", "'z', 5", "1", "[]", "", "'z', default=1"], "items": [""], "keys": [""], "values": [""], "pop": ["'b'", "'z'", "'z', 1", "", "[]"], "popitem": [""], "setdefault": ["'z'", "'z', 1", "'b', 9", "[]"],
    "update": ["{'q': 1}", "q=1", "[['q', 1]]", "nil", "[1]", "xs", "{'b': 9}, c=8"], "copy": [""], "clear": [""], "fromkeys": ["'ab'", "xs, 0"], "nope": [""],
}
for v in ("d", "ed", "{1: 2, none: 3, (1, 2): 4}"):
    rows += [f"{{% set v = {v} %}}{{{{ v.{m}({a}) }}}}|{{{{ v }}}}" for m, given in maps.items() for a in given]
    rows += [f"{{% set v = {v} %}}{{{{ v.{m}()|{f} }}}}" for m in ("items", "keys", "values") for f in ("list", "length", "first", "string", "join(',')", "sort", "reverse|list")]
    rows += [f"{{{{ {x} in {v}.{m}() }}}}" for m in ("items", "keys", "values") for x in ("'b'", "2", "('b', 2)", "1", "nil", "[]")]
numbers = {
    "bit_length": [""], "bit_count": [""], "as_integer_ratio": [""], "conjugate": [""], "is_integer": [""], "hex": [""], "nope": [""], "upper": [""],
}
for v in ("zero", "i", "neg", "big", "yes", "f", "nf", "ff"):
    rows += [f"{{{{ {v}.{m}({a}) }}}}" for m, given in numbers.items() for a in given]
    rows += [f"{{{{ {v}.{a} }}}}" for a in ("real", "imag", "numerator", "denominator", "nope")]
for undefined in ("missing", "nil", "d.nope"):
    rows += [f"{{{{ {undefined}.{m}() }}}}" for m in ("upper", "append", "items", "x")]
immutable = [f"{{{{ {v} }}}}" for v in ("xs.append(1)", "xs.sort()", "xs.copy()", "d.update({})", "d.pop('b')", "d.get('b')", "d.clear()", "xs.reverse()", "xs.index(1)", "d.setdefault('q', 1)", "d.items()|list", "xs.extend([1])", "xs.insert(0, 1)", "xs.remove(1)", "xs.pop()", "d.popitem()", "xs['append'](1)", "xs|attr('append')", "(xs|attr('append'))(1)", "d['clear']()")]
rows += [{"template": t, "options": {"immutable": True}} for t in immutable]
