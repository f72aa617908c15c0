"""Values of each kind that a template can meet, for the cases that are composed."""

DATA = {
    "zero": 0, "i": 42, "neg": -7, "big": 10 ** 20, "yes": True, "no": False, "f": 2.5, "nf": -0.5, "ff": 1e16,
    "nil": None, "e": "", "s": "Hello World", "u": "añ漢😀z", "pad": "  pad\t", "num": "12", "real": "-3.75",
    "html": "<b a=\"x\">Tom & 'Jerry'</b>", "lines": "one\ntwo words\n\nfour", "el": [], "xs": [3, 1, 2],
    "ss": ["b", "A", "c", "a"], "mix": [1, "a", None, 2.5], "nest": [[1, 2], [3], []], "ed": {}, "d": {"b": 2, "A": 1, "c": 3},
    "deep": {"k": {"x": [1, {"y": "z"}]}, "1": "one"},
    "us": [{"n": "Bob", "a": 3, "t": ["x"], "h": {"z": 2}}, {"n": "ann", "a": 1, "t": [], "h": {"z": 1}},
           {"n": "Cid", "a": 3, "t": ["y", "x"], "h": {"z": 3}}],
}
KINDS = {
    "numbers": ["zero", "i", "neg", "big", "yes", "f", "nf", "ff"],
    "texts": ["e", "s", "u", "pad", "num", "real", "html", "lines", "(html|safe)"],
    "lists": ["el", "xs", "ss", "mix", "nest", "us", "(1, 'a')", "range(3)"],
    "maps": ["ed", "d", "deep"],
    "nothing": ["nil", "missing", "d.nope"],
}
ALL = [value for kind in KINDS.values() for value in kind]
SOME = ["zero", "i", "f", "yes", "s", "u", "num", "e", "xs", "ss", "d", "nil", "missing", "(1, 'a')", "range(3)", "(html|safe)"]
FEW = ["i", "f", "s", "xs", "d", "nil", "missing"]
