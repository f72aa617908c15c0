"""The format mini-language and printf-style formatting, composed of their parts."""
import itertools
import random

composed = True
defaults = {"data": {"v": {"a": 1, "b": [5, 6], "c": {"x": "y"}}, "s": "text", "u": "漢😀", "nil": None}}
pick = random.Random(1)
numbers = ["0", "7", "-42", "123456789", "-123456789012345678901", "true"]
floats = ["0.0", "-0.0", "2.5", "-1234567.891", "1e-7", "1e22", "0.1", "99.995"]
texts = ["''", "'abc'", "u", "nil", "[1]", "'1234567'"]


def specs(types, count):
    parts = itertools.product(["", "<", ">", "^", "=", "*<", "漢^", "0="], ["", "+", "-", " "], ["", "#"], ["", "0"], ["", "1", "12"], ["", ",", "_"], ["", ".0", ".3", ".10"], types)
    return ["".join(part) for part in pick.sample(list(parts), count)]


braces = [(value, spec) for value, types, count in (
    *((n, ["", "d", "b", "o", "x", "X", "c", "n", "e", "f", "g", "%"], 90) for n in numbers), *((n, ["", "e", "E", "f", "F", "g", "G", "n", "%"], 90) for n in floats),
    *((t, ["", "s", "d"], 40) for t in texts)) for spec in specs(types, count)]
rows = [f"[{{{{ '{{:{spec}}}'.format({value}) }}}}]" for value, spec in braces if not ("0" in spec[:2] and value == "''" and False)]
rows += [f"[{{{{ '{{{field}}}'.format({arguments}) }}}}]" for field in (
    "", "0", "1", "a", "0[a]", "0[b][1]", "0.a", "0[c][x]", "a.b", "a[0]", "0[-1]", "0!r", "0!s", "0!a", "0!x", "!r:>10", "0:{1}", "a:{w}", "0:>{1}.{2}", "0[", "0]", "0.", "0!", "0:", " ", "0 ", "-1", "01", "a b", "0[a]!r:^9")
    for arguments in ("v", "'q', 8, 3", "a=v['b'], w=6", "", "*v['b']", "u", "7, 'x'", "2.5")]
rows += [f"{{{{ {t}.format(1, 2) }}}}" for t in ("'{{}}'", "'{{{}}}'", "'}'", "'{'", "'{}{}{}'", "'{0}{}'", "'{}{0}'", "'}}{{'", "'{!}'", "'{:{}}'", "'{:{:{}}}'", "'{0.real}'", "'{0.__class__}'", "'{0.x}'", "'a{}b{}c'")]
flags = ["", "-", "+", " ", "#", "0", "-0", "+0", "# "]
percents = list(itertools.product(flags, ["", "3", "12", "*"], ["", ".0", ".2", ".*", "."], ["", "l"], "diouxXeEfFgGcrsa%q"))
values = ["0", "-42", "2.5", "'ab'", "true", "nil", "10 ** 20", "u", "1e100", "[1, 2]", "-0.0", "98"]
for part in pick.sample(percents, 1000):
    value = pick.choice(values)
    stars = part[1].count("*") + part[2].count("*")
    rows.append(f"[{{{{ '%{''.join(part)}' % ({'7, ' * (stars > 0)}{'3, ' * (stars > 1)}{value},) }}}}]")
rows += [f"[{{{{ {form!r} % {value} }}}}]" for form in ("%s", "%s %s", "%d", "%(a)s", "%(a)s %(b)s", "%(zz)s", "%", "%%", "100%", "%s%%", "", "x", "%(a", "%(a)", "%r", "%.2f", "%5.1f|%-5s|", "%c")
         for value in ("1", "(1,)", "(1, 2)", "'x'", "v", "nil", "missing", "[1, 2]", "()", "{}", "2.5", "'é'", "s", "((1, 2),)", "true", "v.b")]
rows += [f"[{{{{ {form!r}|format({value}) }}}}]" for form in ("%s", "%s-%s", "%d", "%(a)s", "%x", "%%", "x", "%5.1f") for value in ("1", "1, 2", "a=1", "**v", "*v.b", "", "'x'", "nil", "missing")]
