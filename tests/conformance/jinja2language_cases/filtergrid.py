"""Every filter on every kind of value, with each shape of arguments; and on each kind of undefined."""
from jinja2values import ALL, DATA, SOME

composed = True
defaults = {"data": DATA}
plain = """abs capitalize center count d default dictsort e escape filesizeformat first float forceescape format groupby indent int
items join last length list lower map max min pprint reject rejectattr replace reverse round safe select selectattr slice sort string
striptags sum title tojson trim truncate unique upper urlencode urlize wordcount wordwrap xmlattr batch attr""".split()
lazy = {"batch", "slice", "reject", "rejectattr", "select", "selectattr", "map", "reverse", "unique", "items"}
shapes = {
    "abs": ["1"], "attr": ["'upper'", "'nope'", "1", "nil"], "batch": ["2", "2, 'x'", "0", "-1", "'a'", "1.5", "fill_with=1, linecount=2"],
    "capitalize": ["1"], "center": ["20", "width=9", "'a'", "2.5", "-3", "nil"], "default": ["'d'", "'d', true", "default_value=1", "boolean=true", "1, 2, 3"],
    "d": ["'d', boolean=true"], "dictsort": ["true", "false, 'value'", "reverse=true", "by='x'", "false, 'key', true"], "filesizeformat": ["true", "binary=true"],
    "first": ["1"], "float": ["1.5", "default='x'", "nil"], "format": ["1", "a=1", "1, 2"], "groupby": ["'n'", "'h.z'", "0", "'zz', default=1", "'n', case_sensitive=true"],
    "indent": ["2", "2, true", "2, true, true", "'> '", "width=1, first=true", "0", "-2", "2.5", "nil"], "int": ["7", "0, 16", "default='x'", "base=2", "nil", "0, 'x'"],
    "items": ["1"], "join": ["'-'", "', ', 'n'", "d='|'", "attribute='n'", "1", "nil", "'-', 0"], "last": ["1"], "length": ["1"], "list": ["1"], "lower": ["1"],
    "map": ["'upper'", "attribute='n'", "attribute='h.z'", "'replace', 'a', 'b'", "'nope'", "attribute='zz', default='-'", "attribute=0", "1", "'int', default=5"],
    "max": ["true", "attribute='n'", "case_sensitive=true", "attribute=0"], "min": ["true", "attribute='n'", "case_sensitive=true"], "pprint": ["1"],
    "reject": ["'odd'", "'eq', 1", "'nope'", "'string'"], "select": ["'odd'", "'eq', 1", "'nope'", "'gt', 1", "'in', xs", "1"],
    "rejectattr": ["'a'", "'n', 'eq', 'Bob'", "'h.z', 'odd'", "0"], "selectattr": ["'a'", "'n', 'eq', 'Bob'", "'h.z', 'odd'", "'a', 'nope'", "1"],
    "replace": ["'o', '0'", "'l', 'L', 1", "1, 2", "'', '-'", "old='o', new='x', count=1", "'o'", "nil, 'x'", "'o', 'x', 'y'", "'o', 'x', -1"],
    "reverse": ["1"], "round": ["1", "-1", "1, 'floor'", "0, 'ceil'", "method='x'", "2.5", "'a'", "precision=2, method='common'"], "safe": ["1"],
    "slice": ["2", "3, 'x'", "0", "-1", "'a'", "1.5"], "sort": ["true", "false, true", "attribute='n'", "attribute='a,n'", "reverse=true, attribute='h.z'", "attribute=0", "attribute='zz'"],
    "string": ["1"], "striptags": ["1"], "sum": ["'a'", "start=5", "attribute='h.z'", "'a', 1.5", "start='x'", "0"], "title": ["1"],
    "tojson": ["2", "indent=1", "0", "'-'", "nil"], "trim": ["'ab '", "chars='z'", "nil", "1"], "truncate": ["5", "5, true", "5, false, '!'", "5, true, '', 0", "0", "length=8, leeway=2", "2", "'a'", "nil"],
    "unique": ["true", "attribute='a'", "false, 'n'", "attribute=0"], "upper": ["1"], "urlencode": ["1"], "urlize": ["10", "10, true", "target='_blank'", "rel='x y'", "extra_schemes=['git:']"],
    "wordcount": ["1"], "wordwrap": ["5", "5, false", "width=3, break_long_words=false", "5, true, '|'", "5, break_on_hyphens=false", "0", "-1", "'a'"], "xmlattr": ["false", "autospace=false"],
}


def shown(expression, name):
    return f"{{{{ {expression}|list }}}}" if name in lazy else f"{{{{ {expression} }}}}"


rows = [shown(f"{value}|{name}", name) for name in plain for value in ALL]
rows += [shown(f"{value}|{name}({shape})", name) for name, given in shapes.items() for shape in given for value in SOME]
rows += [f"{{{{ {value}|{name}(**d) }}}}" for name in plain for value in ("s", "xs")]
rows += [{"template": shown(f"{value}|{name}", name), "options": {"undefined": kind}} for kind in ("strict", "chainable", "debug")
         for name in plain for value in ("missing", "d.nope", "missing.x")]
rows += [{"template": shown(f"{value}|{name}", name), "options": {"autoescape": True}} for name in plain
         for value in ("html", "(html|safe)", "[html, html|safe]", "{'<': '>'}", "nil", "f")]
