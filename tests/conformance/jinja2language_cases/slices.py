"""Slices and indexes of all that has them.

Not asked: what Jinja2 makes of a wrong slice of constants before anything runs, and steps of a range beyond 64 bits.
"""
import itertools
import random

composed = True
defaults = {"data": {"s": "abcdef", "u": "añ漢😀z", "xs": [1, 2, 3, 4], "e": "", "el": [], "big": 10 ** 30, "t": True, "nil": None}}
values = ["s", "u", "xs", "(1, 2, 3)", "range(7)", "range(9, 0, -2)", "e", "el", "(s|safe)"]
parts = ["", "0", "1", "-1", "3", "-3", "99", "-99"]
pick = random.Random(2)
every = list(itertools.product(values, parts, parts, ["", "1", "2", "-1", "-2", "99"]))
rows = [f"[{{{{ {v}[{a}:{b}:{c}] }}}}]" for v, a, b, c in pick.sample(every, 1100)]
rows += [f"[{{{{ {v}[{a}:{b}] }}}}]" for v in values for a in parts for b in ("", "0", "2", "-1")]
rows += [f"[{{{{ {v}[{a}] }}}}]" for v in values for a in ("0", "-1", "9", "-9", "big", "t", "nil", "1.0", "'a'", "'length'", "[0]", "(0, 1)", "::0", "nil:nil:nil", "t:", "'a':", ":1.5", "::nil", "big:", "-big:", ":-big", "::big", "missing", "missing:", "0, 1", "1:2, 3", "")
         if not (v == "(1, 2, 3)" and a in ("'a':", ":1.5")) and not (v.startswith("range") and a == "::big")]
rows += [f"[{{{{ {v}[1:][:2][-1] }}}}]" for v in values] + [f"[{{{{ {v}[1:]|length }}}}]" for v in values] + [f"[{{{{ {v}[::-1]|list|join('.') }}}}]" for v in values]
