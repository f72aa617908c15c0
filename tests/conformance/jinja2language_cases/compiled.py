"""What Jinja2 works out when it compiles: constants under an autoescape whose value only a run knows, the text that
`~` makes of constant markup, and slices of constants that cannot be sliced."""

defaults = {"data": {"s": "<a>", "t": True, "f": False, "n": 3, "xs": [1, 2]}, "files": {"i.txt": "[{{ x }}{{ s }}]", "b.txt": "{% block q %}{{ s }}{{ '<' }}{% endblock %}"}}
bodies = [
    "{{ '<' ~ '>' }}", "{{ '<' }}", "{{ '<'|upper }}", "{{ '<'|e }}", "<b>{{ '<'|e|upper }}{{ '<b>'|safe ~ '<' }}", "{{ s }}{{ '<' + s }}{{ '<' ~ s }}{{ s ~ '<'|safe }}",
    "{{ '<b>'|safe }}{{ '<'|replace('<', '>') }}{{ ['<', '>']|join('&') }}", "{{ 'a' ~ 1 }}{{ 1 ~ '<' }}{{ 1 }}{{ none }}{{ 1.5 }}",
    "{% set q = '<' ~ '>' %}{{ q }}{{ ('<' ~ '>') is escaped }}", "{{ '<' if t else '>' }}{{ '<' if true else s }}{{ ['<'] }}{{ ('<',) }}{{ {'<': '>'} }}",
    "{% autoescape false %}{{ '<' ~ '>' }}{% endautoescape %}{{ '<' }}", "{% autoescape true %}{{ '<' ~ '>' }}{{ '<' }}{{ '<'|e }}{% endautoescape %}{{ '<' }}",
    "{% autoescape t %}{{ '<' ~ '>' }}{{ '<' }}{% endautoescape %}{{ '<' }}", "{% set q %}<{{ '<' }}{{ s }}{% endset %}{{ q }}", "{% filter upper %}<{{ '<' }}{% endfilter %}",
    "{% block z %}{{ '<' ~ '>' }}{{ '<' }}{{ s }}{% endblock %}", "{% for i in ['<', '>'|e] %}{{ i }}{{ '<' }}{% endfor %}", "{{ '<'[0] }}{{ '<>'[0:1] }}{{ '<' * 2 }}{{ '<%s>' % '<' }}{{ '<'.upper() }}",
    "{{ ('<' ~ '>')|length }}{{ ('<' ~ '>') == '<>' }}{{ '<'|e == '<' }}{{ '<'|safe ~ '>' ~ '&' }}", "{{ ('<' ~ '>')|e }}{{ ('<' ~ s)|e }}{{ ('a' ~ 'b') ~ s }}{{ '<' ~ ('>'|safe) }}",
    "{% if n %}{{ '<' }}{% else %}{{ '>' }}{% endif %}{{ '<' and '>' }}{{ '' or '<' }}", "{% macro m(a='<' ~ '>') %}{{ a }}<{{ '<' }}{{ s }}{% endmacro %}{{ m() }}", "{{ '<' in '<>' }}{{ not '<' }}{{ '<' < '>' }}{{ -1 }}{{ missing }}|{{ '<'.x }}",
    "{% include 'i.txt' %}{% include 'b.txt' %}", "{% with a = '<' ~ '>' %}{{ a }}{{ '<' }}{% endwith %}{{ 5[1:] }}{{ '<'[1.5:] }}", "{% print '<', s %}", "{{ ('<'|safe ~ '<')|upper }}{{ '<'|safe ~ ('<' ~ '<'|safe) }}{{ ('<'|safe ~ s) ~ '<' }}",
]
switches = ["t", "f", "not t", "n", "xs", "missing", "true", "false", "[1]", "[]", "1", "'' ~ ''", "s|length > 9", "true or t", "t and false"]
rows = [f"{{% autoescape {switch} %}}{body}{{% endautoescape %}}{{{{ '<' ~ '>' }}}}{{{{ s }}}}" for switch in switches[:6] for body in bodies]
rows += [f"{{% autoescape {switch} %}}{body}{{% endautoescape %}}" for switch in switches[6:] for body in (bodies[0], bodies[4], bodies[5], bodies[9], bodies[18], bodies[19], bodies[26])]
rows += [{"template": row, "options": {"autoescape": True}} for row in rows]

sliced = ["5", "none", "true", "1.5", "{}", "{'a': 1}", "n", "s", "missing", "'abc'", "[1, 2]", "(1, 2)", "(not 1)", "(-5)", "(5 + 1)", "('a' ~ 'b')", "(5 if true else s)", "[1, n]"]
slices = ["1:2", ":", "'a':", "1.5:", "::0", "'a'::0", ":none", "n:", ":n", "::'a'", "5[1:]:"]
rows += [f"{{{{ {base}[{part}] }}}}" for base in sliced for part in slices]
rows += [
    "{{ (5)[1:2]|default('x') }}", "{% set q = 5[1:] %}{{ q }}", "{% if 5[1:] %}a{% endif %}", "a\n{{ 5[1:2] }}\nb", "{% for i in 5[1:] %}{% endfor %}", "{% for i in xs %}{{ 5[1:] }}{% endfor %}",
    "{% if f %}{{ 5[1:2] }}{% endif %}", "{% if f %}{{ 'abc'[::0] }}{% endif %}x", "{{ s if t else 5[1:] }}", "{{ s if f else 5[1:] }}", "{{ 5[1:2].x }}", "{{ 5[1:2] ~ 'a' }}", "{{ 5[1:2] + 1 }}", "{{ 5[1:2] == 1 }}",
    "{{ not 5[1:] }}", "{{ -5[1:] }}", "{{ 5[1:]|upper }}", "{{ s[5[1:]] }}", "{{ [5[1:]] }}", "{{ [][5:] }}|{{ ()[:] }}|{{ ''[::2] }}", "{{ range(3)[::0] }}", "{{ 'abc'[1:][::0] }}", "{{ 'abc'[1:2]['x':] }}",
    "{{ {'a': 1}['a':'b':'c'] }}", "{% macro m() %}{{ 5[1:2] }}{% endmacro %}x{{ m() }}", "{% block a %}{{ 5[1:2] }}{% endblock %}", "{% set x %}{{ 5[1:2] }}{% endset %}[{{ x }}]", "{{ n }}\n{{ 5[1:2]\n }}",
    "{{ 5[1:2, 3] }}", "{{ ('x'|upper)[::0] }}", "{{ (5 if t else 6)[1:] }}", "{{ 5[1:] or 'x' }}", "{{ 5[1:] and 'x' }}|", "{{ 'y' if 5[1:] else 'x' }}", "{{ 5[1:] is defined }}", "{{ {'k': 5[1:]} }}", "{{ 5[1:] in [1] }}", "{{ 5[1:]|list }}", "{{ 5[1:]|int }}",
]
undefined = [(kind, f"{{{{ {base}[{part}] }}}}") for kind in ("strict", "debug", "chainable") for base in ("5", "'abc'", "{}", "n") for part in ("1:2", "'a':")]
undefined += [(kind, f"{{{{ {base}[{part}] ~ '|' }}}}") for kind in ("debug", "chainable") for base in ("5", "'abc'", "{}") for part in ("1:2", "'a'::")]
rows += [{"template": template, "options": {"undefined": kind}} for kind, template in undefined]
# Each of these would be worked out again and again for those around it.
nested = "'a'"
for _ in range(20):
    nested = f"({nested} if {nested[:60].count('(') + 1} else 'b')"
rows += [f"{{{{ {word.join(['1'] * 45)} ~ 'x' }}}}" for word in (" and ", " or ")] + [f"{{{{ {' and '.join(['0'] * 45)} or 0 ~ 'x' }}}}", f"{{{{ {nested} ~ 'x' }}}}"]
