"""The filters, tests, globals and methods with what they are called on, give and take.

What is taken is a kind of expression or a list of texts to choose from, with the name of its parameter where it has one;
counts are always small ones, so that no call makes more than fits.
"""

COUNT = ["1", "2", "3", "4", "1", "2", "3", "0", "-1", "i", "i", "12", "true", "'2'", "nil"]
PLACE = ["0", "1", "2", "-1", "-3", "5", "99", "i", "0", "1", "i", "'1'", "1.7", "nil"]
WIDTH = ["0", "1", "5", "10", "20", "-3", "i", "5", "10", "30", "12", "40", "'9'", "2.5"]
FLAG = ["true", "false", "1", "0", "''", "'x'", "nil"]
ATTRIBUTE = ["'name'", "'n'", "'on'", "'tags'", "'more'", "'tags.0'", "'more.a'", "'length'", "nil", "0", "'nope'", "1", "'n,name'", "'0'"]
KEY = ["'a'", "'b'", "'name'", "'zz'", "1", "nil", "s", "'1'", "(1, 2)", "[]"]
TESTED = ["'odd'", "'even'", "'string'", "'number'", "'defined'", "'none'", "'divisibleby', 2", "'gt', 1", "'eq', 1", "'in', xs", "'mapping'", "'sequence'", "'lower'",
          "'true'", "'sameas', nil", "'lt', 'b'", "'integer'", "'float'", "'boolean'", "'iterable'", "'escaped'", "'=='", "'ge', 2.5"]
MAPPED = ["'upper'", "'lower'", "'string'", "'int'", "'float'", "'length'", "'first'", "'list'", "'abs'", "'round', 1", "'replace', 'a', 'b'", "'default', '-'", "'trim'", "'tojson'", "'e'",
          "'attr', 'x'", "attribute='name'", "attribute='n'", "attribute='nope', default='-'", "attribute='tags.0'", "attribute=0", "'join', ','", "'truncate', 3", "'title'", "'int', default=5", "'batch', 2", "'sort'",
          "'format', 1", "'center', 5", "'pprint'", "'urlencode'", "'last'", "'min'", "'sum'", ""]


def row(name, of, gives, *takes):
    return {"name": name, "of": of, "gives": gives, "takes": [take if isinstance(take, tuple) else (None, take) for take in takes]}


FILTERS = [row(*given) for given in (
    ("abs", "number", "number"), ("attr", "any", "any", ("name", ["'upper'", "'a'", "'name'", "'nope'", "'items'", "'append'", "'real'", "'n'"])),
    ("batch", "list", "lazy", ("linecount", COUNT), ("?fill_with", "any")), ("capitalize", "text", "text"), ("center", "text", "text", ("?width", WIDTH)), ("count", "any", "number"),
    ("default", "nothing", "any", ("?default_value", "any"), ("?boolean", FLAG)), ("d", "any", "any", ("?default_value", "any"), ("?boolean", FLAG)),
    ("dictsort", "map", "list", ("?case_sensitive", FLAG), ("?by", ["'key'", "'value'", "'x'", "missing", "nil"]), ("?reverse", FLAG[:4])), ("e", "text", "text"), ("escape", "any", "text"), ("filesizeformat", "number", "text", ("?binary", FLAG)),
    ("first", "list", "any"), ("float", "any", "number", ("?default", "any")), ("forceescape", "any", "text"), ("groupby", "list", "list", ("attribute", ATTRIBUTE), ("?default", "any"), ("?case_sensitive", FLAG)),
    ("indent", "text", "text", ("?width", [*COUNT, "'> '", "s"]), ("?first", FLAG), ("?blank", FLAG)), ("int", "any", "number", ("?default", "any"), ("?base", ["10", "2", "16", "8", "36", "1", "0", "missing", "'16'", "37"])),
    ("items", "map", "lazy"), ("join", "list", "text", ("?d", "text"), ("?attribute", ATTRIBUTE)), ("last", "list", "any"), ("length", "any", "number"), ("list", "any", "list"), ("lower", "any", "text"), ("map", "list", "lazy", MAPPED),
    ("max", "list", "any", ("?case_sensitive", FLAG), ("?attribute", ATTRIBUTE)), ("min", "list", "any", ("?case_sensitive", FLAG), ("?attribute", ATTRIBUTE)), ("pprint", "any", "text"),
    ("reject", "list", "lazy", TESTED), ("rejectattr", "list", "lazy", ATTRIBUTE, "?tested"), ("replace", "text", "text", ("old", "text"), ("new", "text"), ("?count", COUNT)), ("replace", "any", "any", ("old", "any"), ("new", "any"), ("?count", COUNT)),
    ("reverse", "list", "lazy"), ("reverse", "text", "text"), ("round", "number", "number", ("?precision", ["0", "1", "2", "3", "-1", "-2", "nil", "'2'", "i", "1.5", "20"]), ("?method", ["'common'", "'ceil'", "'floor'", "'x'", "nil"])), ("safe", "any", "text"),
    ("select", "list", "lazy", TESTED), ("select", "list", "lazy"), ("reject", "list", "lazy"), ("selectattr", "list", "lazy", ATTRIBUTE, "?tested"), ("slice", "list", "lazy", ("slices", COUNT), ("?fill_with", "any")),
    ("sort", "list", "list", ("?reverse", FLAG[:4]), ("?case_sensitive", FLAG), ("?attribute", ATTRIBUTE)), ("string", "any", "text"), ("striptags", "text", "text"), ("sum", "list", "number", ("?attribute", ATTRIBUTE), ("?start", "any")), ("title", "text", "text"),
    ("tojson", "any", "text", ("?indent", ["1", "2", "0", "nil", "'  '", "-1", "true", "2.5"])), ("trim", "text", "text", ("?chars", "text")), ("truncate", "text", "text", ("?length", WIDTH), ("?killwords", FLAG), ("?end", "text"), ("?leeway", COUNT)),
    ("unique", "list", "lazy", ("?case_sensitive", FLAG), ("?attribute", ATTRIBUTE)), ("upper", "text", "text"), ("urlencode", "any", "text"),
    ("urlize", "text", "text", ("?trim_url_limit", WIDTH), ("?nofollow", FLAG), ("?target", ["'_blank'", "nil", "s"]), ("?rel", ["'x y'", "nil", "''"]), ("?extra_schemes", ["['git:']", "['x']", "nil", "[]"])),
    ("wordcount", "text", "number"), ("wordwrap", "text", "text", ("?width", WIDTH), ("?break_long_words", FLAG), ("?wrapstring", ["'|'", "nil", "'\\n> '", "''"]), ("?break_on_hyphens", FLAG)), ("xmlattr", "map", "text", ("?autospace", FLAG)),
    ("format", "format", "text", "any", "any"),)]

TESTS = [row(*given) for given in (
    ("boolean", "any", "truth"), ("callable", "any", "truth"), ("defined", "any", "truth"), ("divisibleby", "number", "truth", "number"), ("eq", "any", "truth", "any"), ("==", "any", "truth", "any"), ("equalto", "any", "truth", "any"),
    ("escaped", "any", "truth"), ("even", "number", "truth"), ("false", "any", "truth"), ("filter", "any", "truth"), ("float", "number", "truth"), ("ge", "number", "truth", "number"), (">=", "number", "truth", "number"), ("greaterthan", "text", "truth", "text"),
    ("gt", "any", "truth", "any"), ("in", "any", "truth", "list"), ("in", "text", "truth", "text"), ("integer", "any", "truth"), ("iterable", "any", "truth"), ("le", "any", "truth", "any"), ("lessthan", "number", "truth", "number"), ("lower", "any", "truth"),
    ("lt", "list", "truth", "list"), ("mapping", "any", "truth"), ("ne", "any", "truth", "any"), ("!=", "any", "truth", "any"), ("none", "any", "truth"), ("number", "any", "truth"), ("odd", "number", "truth"), ("sameas", "any", "truth", "any"), ("sequence", "any", "truth"),
    ("string", "any", "truth"), ("test", "any", "truth"), ("true", "any", "truth"), ("undefined", "any", "truth"), ("upper", "text", "truth"), ("<", "any", "truth", "any"), ("<=", "number", "truth", "number"),
)]
BARE = {"==", "!=", "<", "<=", ">=", ">"}  # tests that the grammar takes only by text, as for select

GLOBALS = [
    ("range", [["0", "1", "3", "5", "i", "'3'", "-2", "2.5", "n"], ("?", ["0", "3", "6", "-3", "i"]), ("?", ["1", "2", "-1", "0", "nil"])], ["", "", "|list", "|sum", "[1]", "[::2]", "|first", ".start"]),
    ("cycler", ["any", ("?", "any"), ("?", "any")], [".next()", ".current", ".reset()", ".items", ".pos"]),
    ("joiner", [("?sep", "text")], ["()", ".used", ".sep"]),
    ("dict", [("?", ["o", "eo", "pairs", "[['a', 1]]", "nil", "[(1, 2)]", "xs"]), ("?a", "any"), ("?b", "any")], ["", "", ".a", "|length", ".items()|list"]),
    ("namespace", [("?", ["o", "pairs", "eo"]), ("?a", "any"), ("?b", "any")], [".a", ".b", ".nope"]),
    ("lipsum", [], ["|length > 5"]),
]

_TEXTS = [
    ("capitalize", "text"), ("casefold", "text"), ("center", "text", WIDTH, ["?'*'", "?'ab'", "?s"]), ("count", "number", "text", PLACE, PLACE), ("endswith", "truth", ["s", "'d'", "('z', 'd')", "''", "1", "t"], ["?1", "?-2", "?nil"], ["?3", "?99"]), ("expandtabs", "text", ["?4", "?0", "?tabsize=2", "?nil"]),
    ("find", "number", "text", ["?1", "?-3", "?nil", "?99"], ["?3", "?-1"]), ("format", "text", "?any", "?any"), ("format_map", "text", "map"), ("index", "number", "text", ["?0", "?2"]), ("isalnum", "truth"), ("isalpha", "truth"), ("isascii", "truth"), ("isdecimal", "truth"), ("isdigit", "truth"),
    ("isidentifier", "truth"), ("islower", "truth"), ("isnumeric", "truth"), ("isprintable", "truth"), ("isspace", "truth"), ("istitle", "truth"), ("isupper", "truth"), ("join", "text", "list"), ("ljust", "text", WIDTH, ["?'.'", "?'😀'"]), ("lower", "text"), ("lstrip", "text", "?text"),
    ("partition", "tuple", "text"), ("removeprefix", "text", "text"), ("removesuffix", "text", "text"), ("replace", "text", "text", "text", ["?1", "?-1", "?0", "?nil", "?2", "?count=1"]), ("rfind", "number", "text"), ("rindex", "number", "text"), ("rjust", "text", WIDTH, ["?'.'"]), ("rpartition", "tuple", "text"),
    ("rsplit", "list", ["?','", "?nil", "?' '", "?s", "?''"], ["?1", "?0", "?-1", "?maxsplit=1"]), ("rstrip", "text", "?text"), ("split", "list", ["?','", "?nil", "?' '", "?s", "?''", "?sep='a'"], ["?1", "?0", "?-1", "?maxsplit=2", "?nil"]), ("splitlines", "list", ["?true", "?keepends=true", "?0"]), ("startswith", "truth", ["s", "'a'", "('x', 'H')", "''", "nil"], ["?1", "?-2"]),
    ("strip", "text", "?text"), ("swapcase", "text"), ("title", "text"), ("translate", "text", ["{97: 'X'}", "{111: nil}", "eo", "{'a': 'b'}", "''.maketrans('ab', 'xy')", "nil"]), ("upper", "text"), ("zfill", "text", WIDTH), ("encode", "bytes", ["?'utf-8'", "?'ascii'", "?'latin-1', 'replace'"]),
]
_LISTS = [
    ("append", "nothing", "any"), ("clear", "nothing"), ("copy", "list"), ("count", "number", "any"), ("extend", "nothing", "list"), ("index", "number", "any", ["?0", "?1", "?-2"]), ("insert", "nothing", PLACE, "any"), ("pop", "any", ["?0", "?-1", "?9", "?nil", "?i"]), ("remove", "nothing", "any"), ("reverse", "nothing"),
    ("sort", "nothing", ["?reverse=true", "?reverse=0", "?key=nil"]),
]
_MAPS = [
    ("clear", "nothing"), ("copy", "map"), ("get", "any", KEY, "?any"), ("items", "view"), ("keys", "view"), ("pop", "any", KEY, "?any"), ("popitem", "tuple"), ("setdefault", "any", KEY, "?any"), ("update", "nothing", ["o", "{'q': 1}", "q=2", "pairs", "nil", "[['a', 1]]", "values.db"]), ("values", "view"), ("fromkeys", "map", ["ss", "'ab'", "ints"], "?any"),
]
_NUMBERS = [("bit_length", "number"), ("bit_count", "number"), ("as_integer_ratio", "tuple"), ("conjugate", "number"), ("is_integer", "truth"), ("hex", "text"), ("to_bytes", "bytes", ["2", "1"], ["'big'", "'little'"])]
_BYTES = [
    *[(name, "bytes") for name in ("capitalize", "lower", "swapcase", "title", "upper", "strip", "lstrip", "rstrip", "expandtabs")], *[(name, "truth") for name in ("isalnum", "isalpha", "isascii", "isdigit", "islower", "isspace", "istitle", "isupper")], ("hex", "text"), ("decode", "text", ["?'utf-8'", "?'latin-1'", "?'ascii', 'replace'", "?errors='ignore'"]),
    *[(name, "number", ["s.encode()", "'a'.encode()", "97", "'a'"], ["?1", "?-2"]) for name in ("count", "find", "index", "rfind", "rindex")], *[(name, "truth", "bytes") for name in ("startswith", "endswith")], *[(name, "list", ["?' '.encode()", "?nil", "?','"], ["?1", "?-1"]) for name in ("split", "rsplit")], ("splitlines", "list", ["?true"]),
    ("replace", "bytes", "bytes", "bytes", ["?1", "?-1"]), ("join", "bytes", ["[s.encode(), t.encode()]", "ss", "el", "s.encode()"]), *[(name, "bytes", WIDTH, ["?'*'.encode()", "?'*'"]) for name in ("center", "ljust", "rjust")], ("zfill", "bytes", WIDTH), ("partition", "tuple", "bytes"), ("removeprefix", "bytes", "bytes"), ("removesuffix", "bytes", "bytes"),
]
_TUPLES = [("index", "number", "any"), ("count", "number", "any")]
_RANGES = [("index", "number", ["1", "2", "'a'"]), ("count", "number", ["1", "'a'"])]
METHODS = [row(name, kind, gives, *takes) for kind, table in (("text", _TEXTS), ("list", _LISTS), ("map", _MAPS), ("number", _NUMBERS), ("tuple", _TUPLES), ("range", _RANGES), ("bytes", _BYTES)) for name, gives, *takes in table]
GROWING = {"append", "extend", "insert"}  # methods that make their list longer
