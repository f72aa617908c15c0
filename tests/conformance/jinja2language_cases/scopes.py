"""Which variable a name means: what is set and read in one construct inside another."""
import random

files = {"v.txt": "<{{ v }}>", "set.txt": "{% set v = 'inc' %}<{{ v }}>", "mac.txt": "{% set v = 'mod' %}{% macro m(a='d') %}({{ a }}{{ v }}{{ w }}){% endmacro %}{% macro c() %}<{{ caller('k') }}>{% endmacro %}out{{ w }}",
         "base.txt": "{% set v = v or 'base' %}{% block one %}b1{{ v }}{% endblock %}-{% block two %}b2{{ v }}{% endblock %}"}
composed = True
defaults = {"data": {"w": "W", "xs": [1, 2], "t": True, "f": False}, "files": files, "options": {"extensions": ["jinja2.ext.do", "jinja2.ext.loopcontrols"]}}
wraps = ["{% if t %}@{% endif %}", "{% if f %}{% else %}@{% endif %}", "{% for i in xs %}@;{% endfor %}", "{% for v in xs %}@;{% endfor %}", "{% with %}@{% endwith %}", "{% with v = 'with' %}@{% endwith %}", "{% block b %}@{% endblock %}", "{% block b scoped %}@{% endblock %}",
         "{% macro q(v='arg') %}@{% endmacro %}{{ q() }}", "{% macro q() %}@{% endmacro %}{{ q() }}{{ q() }}", "{% macro q() %}[{{ caller() }}]{% endmacro %}{% call q() %}@{% endcall %}", "{% macro q() %}[{{ caller('c') }}]{% endmacro %}{% call(v) q() %}@{% endcall %}",
         "{% filter upper %}@{% endfilter %}", "{% set z %}@{% endset %}{{ z }}", "{% autoescape true %}@{% endautoescape %}", "{% for i in [] %}{% else %}@{% endfor %}", "{% import 'mac.txt' as k %}{% call k.c() %}@{% endcall %}"]
inner = ["{{ v }}", "{% set v = 'in' %}{{ v }}", "{{ v }}{% set v = 'in' %}{{ v }}", "{% if t %}{% set v = 'if' %}{% endif %}{{ v }}", "{% if f %}{% set v = 'if' %}{% endif %}{{ v }}", "{% for v in xs %}{{ v }}{% endfor %}{{ v }}", "{% with v = 'w' %}{{ v }}{% endwith %}{{ v }}", "{% set ns.v = 'ns' %}{{ ns.v }}",
         "{% macro v() %}mac{% endmacro %}{{ v() }}", "{% import 'mac.txt' as v %}{{ v.v }}{{ v.m() }}", "{% from 'mac.txt' import v %}{{ v }}", "{% from 'mac.txt' import m as v with context %}{{ v() }}", "{% include 'v.txt' %}", "{% include 'v.txt' without context %}", "{% include 'set.txt' %}{{ v }}",
         "{% set v %}blk{{ v }}{% endset %}{{ v }}", "{% set v, u = 1, v %}{{ v }}{{ u }}", "{% for i in xs %}{% set v = i %}{% endfor %}{{ v }}", "{% do ns.update(1) %}", "{{ self }}", "{{ loop.index }}", "{{ caller }}", "{{ varargs }}{{ kwargs }}", "{{ i }}", "{{ q }}", "{% block inner %}{{ v }}{{ i }}{% endblock %}", "{% set i = 'i' %}{{ i }}"]
pick = random.Random(4)
every = [(a, b, c, pre) for a in wraps for b in ["@", *wraps] for c in inner for pre in ("", "{% set v = 'pre' %}")]
rows = []
for a, b, c, pre in pick.sample(every, 1500):
    b = b.replace("{% block b ", "{% block bb ").replace("q(", "qq(").replace("set z", "set zz").replace("{{ z }}", "{{ zz }}")
    rows.append("{% set ns = namespace() %}" + pre + a.replace("@", b.replace("@", c)) + "[{{ v }}]")
heads = ["", "{% set v = 'child' %}", "{% import 'mac.txt' as v %}", "{% macro v() %}cm{% endmacro %}", "text{{ w }}", "{% if t %}{% set v = 'cond' %}{% endif %}", "{% block three %}never{% endblock %}", "{% include 'set.txt' %}"]
blocks = ["", "{% block one %}c1{{ v }}{% endblock %}", "{% block one %}{{ super() }}+{{ v }}{% endblock %}", "{% block one %}{% set v = 'bv' %}{{ v }}{{ super() }}{% endblock %}", "{% block one %}{{ self.two() }}{% endblock %}", "{% block two %}{{ super() }}{{ super.super() }}{% endblock %}", "{% block two %}{% block nested %}{{ v }}{% endblock %}{% endblock %}", "{% block one %}{{ super }}{% endblock %}", "{% block one required %}{% endblock %}", "{% block one %}{% for v in xs %}{{ v }}{% endfor %}{% endblock one %}", "{% block one %}x{% endblock two %}", "{% block one %}a{% endblock %}{% block one %}b{% endblock %}"]
rows += [f"{{% extends 'base.txt' %}}{head}{block}" for head in heads for block in blocks] + [f"{head}{{% extends 'base.txt' %}}{block}" for head in heads for block in blocks[:6]]
rows += [f"{{% if {test} %}}{{% extends 'base.txt' %}}{{% endif %}}{block}tail" for test in ("t", "f", "missing") for block in blocks]
signatures = ["", "a", "a, b", "a, b=2", "a=1, b=2", "a, b=a", "a=w", "b=missing", "caller", "a, caller=1", "self", "a, a", "a=1, b", "*a", "a b", "1"]
calls = ["", "1", "1, 2", "a=1", "b=5, a=4", "1, a=2", "1, 2, 3", "*xs", "**{'a': 1}", "*xs, a=1", "c=1", "missing", "*1", "caller=1", "**{1: 2}", "1, *xs", "xs, **{'b': 'k'}"]
rows += [f"{{% macro m({signature}) %}}{{{{ a }}}}|{{{{ b }}}}{{% endmacro %}}{{{{ m({call}) }}}}" for signature in signatures for call in calls]
rows += [f"{{% macro m({signature}) %}}{{{{ a }}}}{{{{ varargs }}}}{{{{ kwargs }}}}{{% endmacro %}}{{{{ m({call}) }}}}" for signature in signatures[:7] for call in calls]
rows += [f"{{% macro m({signature}) %}}{{{{ a }}}}<{{{{ caller({given}) }}}}>{{% endmacro %}}{{% call{args} m({call}) %}}[{{{{ p }}}}{{{{ q }}}}]{{% endcall %}}" for signature in ("", "a", "a=1") for given in ("", "1", "1, 2", "p=1", "zz=1") for args in ("", "(p)", "(p, q=5)", "()", "(p, p)") for call in ("", "1", "a=2")]
rows += [f"{{% macro m(a, b=2) %}}{{% endmacro %}}{{{{ m{x} }}}}" for x in ("", ".name", ".arguments", ".defaults", ".catch_kwargs", ".catch_varargs", ".caller", ".nope", "['name']", "|string", " is callable", "()|length", "(1)|upper", "|length", "() is escaped", " == m", " ~ 'x'")]
