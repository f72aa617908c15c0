"""Templates with a token left out, doubled, put in another's place, and cut off behind each token."""
import random

import jinja2

valid = """{% if a %}x{% elif b == 1 %}y{% else %}z{% endif %}
{% for x in xs if x recursive %}{{ loop(x) }}{% else %}e{% endfor %}
{% for a, (b, c) in xs %}{{ a }}{% endfor %}
{% set a, b = 1, (2, 3) %}{{ a }}
{% set ns.a = 1 %}
{% set x | upper %}a{% endset %}
{% macro m(a, b=1, *c) %}{{ varargs }}{% endmacro %}
{% macro m(a, b=[1, 2]) %}{{ a }}{% endmacro %}{{ m(1, b=2) }}
{% call(x, y=1) m(1, *xs, **o) %}{{ x }}{% endcall %}
{% filter upper | replace('A', 'b') %}a{% endfilter %}
{% with a = 1, b = a %}{{ b }}{% endwith %}
{% block b scoped required %}{% endblock b %}
{% extends 'x' if a else 'y' %}
{% include ['a', 'b'] ignore missing with context %}
{% import 'a' as b without context %}
{% from 'a' import b as c, d with context %}
{% autoescape true %}{{ a }}{% endautoescape %}
{% do xs.append(1) %}
{% for x in xs %}{% break %}{% continue %}{% endfor %}
{% raw %}{{ a }}{% endraw %}{{ b }}
{{ a.b[0].c['d'](1, x=2, *y)[1:2:3] | f(1, k=2) | g is defined and not h }}
{{ {'a': 1, 'b': [1, 2, (3, 4,)]}['a'] ~ 'x' 'y' }}
{{ a if b else c if d else e }}
{{ 1 + 2 * 3 ** -4 // 5 % 6 - 7 / 8 }}
{{ a < b <= c != d not in e }}
{{ a is divisibleby 3 }}{{ b is not sameas(c) }}
{{ [x, y, 'z', 1.5, true, none] }}{{ () }}{{ (1,) }}
{{ 'a' if b }}{# comment #}{{ -x }}{{ not y }}
{%- if a -%} x {%+ endif +%}
{% trans %}a{% endtrans %}""".split("\n")
composed = True
defaults = {"data": {"a": 1, "b": 2, "xs": [1, 2], "o": {"k": 1}}, "options": {"extensions": ["jinja2.ext.do", "jinja2.ext.loopcontrols"]}}
environment = jinja2.Environment(**{"extensions": ["jinja2.ext.do", "jinja2.ext.loopcontrols"]})
strange = ["x", "1", "'s'", ",", ".", "=", "==", "(", ")", "[", "]", "{", "}", "|", "in", "is", "not", "if", "else", "and", "*", "**", "~", ":", "%}", "{%", "{{", "}}", "end", "endif", "endfor", "as", "import", "with", "loop", "-", ";", "!", "$", "none", "\n"]
pick = random.Random(5)
rows = []
for text in valid:
    parts = [value for _, _, value in environment.lexer.tokeniter(text, None)]
    assert "".join(parts) == text or "-" in text, (text, parts)
    spots = [i for i, part in enumerate(parts) if part.strip()]
    changed = []
    for i in spots:
        changed += [parts[:i] + parts[i + 1:], parts[: i + 1], parts[:i] + [parts[i], " ", parts[i]] + parts[i + 1:]]
        changed += [parts[:i] + [word] + parts[i + 1:] for word in pick.sample(strange, 2)]
        changed += [parts[:i] + [" ", word, " "] + parts[i:] for word in pick.sample(strange, 2)]
    rows += ["".join(one) for one in changed] + ["first\n\n" + "".join(one) for one in pick.sample(changed, 3)]
# Not asked: what Jinja2 reads as an expression first before it assigns to it, where it calls another line than that of
# the fault, and a depth of calls that is not Python's.
left_out = {"{% for x in xs if x recursive %}{{ loop('s') }}{% else %}e{% endfor %}",
            '{% for a, ( (b, c) in xs %}{{ a }}{% endfor %}',
            "{% for a, 's'b, c) in xs %}{{ a }}{% endfor %}",
            '{% for a, ( not b, c) in xs %}{{ a }}{% endfor %}',
            '{% for a, (b** c) in xs %}{{ a }}{% endfor %}',
            '{% for a, (b, -) in xs %}{{ a }}{% endfor %}',
            '{% for a, (b,  not c) in xs %}{{ a }}{% endfor %}',
            '{% for a, (b, c in xs %}{{ a }}{% endfor %}',
            '{% for a, (b, cif in xs %}{{ a }}{% endfor %}',
            '{% for a, (b, cendif in xs %}{{ a }}{% endfor %}',
            '{% set  { a, b = 1, (2, 3) %}{{ a }}',
            '{% set a,  none b = 1, (2, 3) %}{{ a }}',
            'first\n\n{% set ns.a = 1 %}',
            '{% with [ = 1, b = a %}{{ b }}{% endwith %}'}
rows = [row for row in dict.fromkeys(rows) if row not in left_out]
tags = ["if", "elif", "else", "endif", "for", "endfor", "set", "endset", "macro", "endmacro", "call", "endcall", "filter", "endfilter", "block", "endblock", "extends", "include", "import", "from", "with", "endwith", "raw", "endraw", "autoescape", "endautoescape", "do", "break", "continue", "print", "trans", "debug", "nope", ""]
rows += [form.replace("@", tag) for tag in tags for form in ("{% @ %}", "{% @", "a\n{% @ x %}", "{% if a %}{% @ %}{% endif %}", "{% for x in xs %}{% @ x %}{% endfor %}", "{% @ %}{% end@ %}", "{% @ 1 %}x{% end@ %}", "{%@%}", "{% @ x = 1 %}", "{% macro m() %}\n{% @ %}\n{% endmacro %}")]
