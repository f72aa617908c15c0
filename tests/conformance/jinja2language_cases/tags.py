data = {"xs": [3, 1, 2], "es": [], "o": {"a": 1, "b": 2}, "s": "abc", "nil": None, "n": 5, "pairs": [[1, "x"], [2, "y"]],
        "tree": [{"v": 1, "c": [{"v": 2, "c": []}, {"v": 3, "c": [{"v": 4, "c": []}]}]}], "t": True, "f": False, "h": "<b>"}
files = {
    "base.txt": "B[{% block a %}base-a{% endblock %}|{% block b %}base-b{% endblock %}]{{ n }}",
    "mid.txt": "{% extends 'base.txt' %}{% block a %}mid({{ super() }}){% endblock %}",
    "inc.txt": "inc:{{ x }}:{{ n }};", "incset.txt": "{% set x = 'changed' %}{{ x }};", "incloop.txt": "{{ loop }}/{{ i }}",
    "macros.txt": "{% macro hi(who='you', mark='!') %}hi {{ who }}{{ mark }}{% endmacro %}{% set answer = 42 %}{% set _hidden = 1 %}{% macro ctx() %}[{{ n }}]{% endmacro %}printed {{ n }}",
    "broken.txt": "line1\n{% if %}", "fails.txt": "a\n{{ 1 / 0 }}\n", "wrap.txt": "{% macro box(t) %}<{{ t }}>{{ caller() }}</{{ t }}>{% endmacro %}",
    "loopblock.txt": "{% for i in [1, 2] %}{% block item scoped %}({{ i }}){% endblock %}{% endfor %}", "loopblock2.txt": "{% for i in [1, 2] %}{% block item %}({{ i }}){% endblock %}{% endfor %}",
    "req.txt": "{% block r required %}{% endblock %}",
}
defaults = {"data": data, "files": files, "options": {"extensions": ["jinja2.ext.do", "jinja2.ext.loopcontrols"]}}
rows = """{% for x in xs %}{{ x }}{% endfor %}
{% for x in es %}{{ x }}{% else %}none{% endfor %}
{% for x in missing %}x{% else %}none{% endfor %}
{% for x in nil %}x{% endfor %}
{% for x in n %}x{% endfor %}
{% for x in s %}{{ x }}-{% endfor %}
{% for k in o %}{{ k }}{% endfor %}
{% for a, b in pairs %}{{ a }}{{ b }};{% endfor %}
{% for (a, b) in pairs %}{{ a }}{{ b }};{% endfor %}
{% for a, (b, c) in [[1, [2, 3]]] %}{{ a }}{{ b }}{{ c }}{% endfor %}
{% for a, b in xs %}{{ a }}{% endfor %}
{% for a, b in [[1]] %}{{ a }}{% endfor %}
{% for a, b in [[1, 2, 3]] %}{{ a }}{% endfor %}
{% for a, b in ['pq', 'rs'] %}{{ a }}{{ b }};{% endfor %}
{% for x in xs if x > 1 %}{{ x }}{{ loop.index }}{{ loop.length }}{{ loop.last }};{% endfor %}
{% for x in xs if x > 9 %}{{ x }}{% else %}none{% endfor %}
{% for x in range(5) if x is missing_test %}{% endfor %}
{% for x in xs %}{{ loop.index }}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.first }}{{ loop.last }}{{ loop.length }}{{ loop.depth }}{{ loop.depth0 }};{% endfor %}
{% for x in xs %}{{ loop.previtem }}<{{ x }}<{{ loop.nextitem }};{% endfor %}
{% for x in xs %}{{ loop.cycle('a', 'b') }}{% endfor %}
{% for x in xs %}{{ loop.cycle() }}{% endfor %}
{% for x in [1, 1, 2, 2, 1] %}{{ loop.changed(x) }};{% endfor %}
{% for x in [1, 1, 2] %}{{ loop.changed(x, 'k') }};{% endfor %}
{% for x in xs %}{{ loop }}{% endfor %}
{% for x in xs %}{{ loop.nope }}{% endfor %}
{% for x in xs %}{{ loop() }}{% endfor %}
{{ loop }}
{% for x in xs %}{% for y in [1, 2] %}{{ loop.index }}{% endfor %}{{ loop.index }};{% endfor %}
{% for x in tree recursive %}{{ x.v }}{% if x.c %}({{ loop(x.c) }}){% endif %}{% endfor %}
{% for x in tree recursive %}{{ loop.depth }}{{ loop.depth0 }}{{ x.v }}{{ loop(x.c) }}{% else %}-{% endfor %}
{% for x in tree recursive %}[{{ loop(x.c) | length if false else loop(x.c) }}]{% endfor %}
{% for x in xs recursive %}{{ loop() }}{% endfor %}
{% for x in xs %}{% set y = x %}{% endfor %}[{{ y }}]
{% set y = 0 %}{% for x in xs %}{% set y = x %}{{ y }}{% endfor %}[{{ y }}]
{% set y = 0 %}{% for x in xs %}{{ y }}{% set y = y + x %}{{ y }};{% endfor %}[{{ y }}]
{% set ns = namespace(y=0) %}{% for x in xs %}{% set ns.y = ns.y + x %}{% endfor %}[{{ ns.y }}]
{% set ns.y = 1 %}
{% set o.y = 1 %}
{% for x in xs %}{{ x }}{% endfor %}[{{ x }}]
{% for n in xs %}{{ n }}{% endfor %}[{{ n }}]
{% for x in xs %}{% if x == 1 %}{% continue %}{% endif %}{{ x }}{% endfor %}
{% for x in xs %}{% if x == 1 %}{% break %}{% endif %}{{ x }}{% else %}e{% endfor %}
{% for x in xs %}{% for y in xs %}{% if y == 1 %}{% break %}{% endif %}{{ y }}{% endfor %};{% endfor %}
{% for x in xs %}{% with %}{% break %}{% endwith %}{% endfor %}ok
{% for loop in xs %}{% endfor %}
{% for x in xs %}{% set loop = 1 %}{% endfor %}
{% for x in xs %}{% do xs.append(1) if loop.index < 3 %}{% endfor %}{{ xs }}
{% for a.b in xs %}{% endfor %}
{% for 1 in xs %}{% endfor %}
{% for in xs %}{% endfor %}
{% for x xs %}{% endfor %}
{% for x in %}{% endfor %}
{% for x in xs %}
{% for x in xs: %}{{ x }}{% endfor %}
{% for x in 1, 2, 3 %}{{ x }}{% endfor %}
{% for x in xs if t else es %}{{ x }}{% endfor %}
{% for x in (xs if t else es) %}{{ x }}{% endfor %}
{% if t %}a{% endif %}
{% if f %}a{% elif t %}b{% else %}c{% endif %}
{% if f %}a{% elif f %}b{% else %}c{% endif %}
{% if f %}a{% elseif t %}b{% endif %}
{% if t %}{% set q = 1 %}{% endif %}{{ q }}
{% if f %}{% set n = 1 %}{% endif %}{{ n }}
{% if f %}{% set q = 1 %}{% else %}{{ q }}{% endif %}[{{ q }}]
{% for x in xs %}{% if x == 1 %}{% set n = x %}{% endif %}{{ n }};{% endfor %}{{ n }}
{% if %}{% endif %}
{% if t %}
{% if t %}{% else %}{% elif f %}{% endif %}
{% else %}
{% endif %}
{% if 1, 2 %}a{% endif %}
{% set x = 5 %}{{ x }}
{% set x, y = 1, 2 %}{{ x }}{{ y }}
{% set x, y = xs %}
{% set (x, y) = (1, 2) %}{{ y }}
{% set x, y = 'ab' %}{{ y }}{{ x }}
{% set x, y = 5 %}
{% set x = 1, 2 %}{{ x }}
{% set x %}body {{ n }}{% endset %}[{{ x }}]
{% set x | upper %}body{% endset %}{{ x }}
{% set x %}{% set y = 1 %}{{ y }}{% endset %}{{ x }}[{{ y }}]
{% set x = y %}{{ x is defined }}
{% set n = n + 1 %}{{ n }}
{{ n }}{% set n = 6 %}{{ n }}
{% set 5 = 1 %}
{% set x.y = 5 %}
{% set x = %}
{% set = 5 %}
{% set x %}
{% set true = 5 %}
{% set x = 5 if f %}[{{ x }}]
{% set ns = namespace() %}{% set ns.a, ns.b = 1, 2 %}{{ ns.a }}{{ ns.b }}{{ ns }}
{% set ns = namespace(a=1) %}{% set ns.a %}blk{% endset %}{{ ns.a }}
{% macro m() %}hi{% endmacro %}{{ m() }}
{% macro m(a) %}[{{ a }}]{% endmacro %}{{ m(1) }}{{ m() }}{{ m(a=3) }}
{% macro m(a, b=2, c=3) %}{{ a }}{{ b }}{{ c }}{% endmacro %}{{ m(1) }};{{ m(1, 5) }};{{ m(1, c=9) }};{{ m(1, 5, 6) }};{{ m(b=7) }}
{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}
{% macro m(a) %}{{ a }}{% endmacro %}{{ m(x=2) }}
{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, a=2) }}
{% macro m(a) %}{{ a }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(1, 2, 3, z=4) }}{{ m() }}
{% macro m(*a) %}{% endmacro %}
{% macro m(a, b=a) %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }}
{% macro m(a=b, b=2) %}{{ a }}{{ b }}{% endmacro %}{{ m() }}
{% macro m(a=1, b) %}{% endmacro %}
{% macro m() %}{{ n }}{{ y }}{% endmacro %}{% set y = 7 %}{{ m() }}
{% macro m() %}{{ y }}{% endmacro %}{{ m() }}{% set y = 7 %}{{ m() }}
{% set y = 1 %}{% macro m() %}{{ y }}{% endmacro %}{% set y = 2 %}{{ m() }}
{% macro m() %}{% set n = 9 %}{{ n }}{% endmacro %}{{ m() }}{{ n }}
{% macro m() %}{{ n }}{% set n = 9 %}{{ n }}{% endmacro %}{{ m() }}
{% macro m(k) %}{% if k > 0 %}{{ k }}{{ m(k - 1) }}{% endif %}{% endmacro %}{{ m(3) }}
{% for i in xs %}{% macro m() %}{{ i }}{% endmacro %}{{ m() }}{% endfor %}
{{ m() }}{% macro m() %}x{% endmacro %}
{% macro b() %}{{ a() }}b{% endmacro %}{% macro a() %}a{% endmacro %}{{ b() }}
{% macro m() %}x{% endmacro %}{{ m }}{{ m.name }}{{ m.arguments }}{{ m.catch_kwargs }}{{ m.catch_varargs }}{{ m.caller }}
{% macro m(a, b=1) %}{{ caller() }}{{ kwargs }}{% endmacro %}{{ m.arguments }}{{ m.catch_kwargs }}{{ m.catch_varargs }}{{ m.caller }}
{% macro outer() %}{% macro inner() %}in{% endmacro %}{{ inner() }}{% endmacro %}{{ outer() }}{{ inner is defined }}
{% macro m() %}{{ m.name }}{% endmacro %}{{ m() }}
{% macro m(a) %}{{ a }}{% endmacro %}{{ m(*[1]) }}{{ m(**{'a': 2}) }}
{% macro m() %}{% endmacro %}{% if m() %}T{% else %}F{% endif %}
{% macro %}{% endmacro %}
{% macro m %}{% endmacro %}
{% macro m( %}{% endmacro %}
{% macro m() %}
{% macro m(1) %}{% endmacro %}
{% macro m() %}{{ caller() }}{% endmacro %}{{ m() }}
{% macro m() %}<{{ caller() }}>{% endmacro %}{% call m() %}in {{ n }}{% endcall %}
{% macro m() %}{{ caller(1) }}{{ caller(2) }}{% endmacro %}{% call(a) m() %}[{{ a }}]{% endcall %}
{% macro m() %}{{ caller(1, b=2) }}{% endmacro %}{% call(a, b=3) m() %}{{ a }}{{ b }}{% endcall %}
{% macro m() %}{{ caller() }}{% endmacro %}{% for i in xs %}{% call m() %}{{ i }}{{ loop.index }}{% endcall %}{% endfor %}
{% macro m() %}x{% endmacro %}{% call m() %}unused{% endcall %}
{% macro m(caller) %}{{ caller() }}{% endmacro %}
{% macro m(caller=5) %}{{ caller }}{% endmacro %}{{ m() }}{% call m() %}x{% endcall %}
{% macro m() %}{{ caller }}{% endmacro %}{% call m() %}x{% endcall %}
{% macro m() %}{{ caller.name }}{{ caller.arguments }}{% endmacro %}{% call(q) m() %}x{% endcall %}
{% call n %}x{% endcall %}
{% call nope() %}x{% endcall %}
{% call %}x{% endcall %}
{% filter upper %}abc {{ s }}{% endfilter %}
{% filter upper | lower %}ABC{% endfilter %}
{% filter nope %}x{% endfilter %}
{% filter %}x{% endfilter %}
{% filter upper %}{% set z = 1 %}{{ z }}{% endfilter %}[{{ z }}]
{% with a = 1, b = 2 %}{{ a }}{{ b }}{% endwith %}[{{ a }}]
{% with a = 1 %}{% with b = a %}{{ b }}{% endwith %}{% endwith %}
{% with n = n + 1, m = n %}{{ n }}{{ m }}{% endwith %}{{ n }}
{% with %}{% set q = 1 %}{{ q }}{% endwith %}[{{ q }}]
{% with a %}{% endwith %}
{% with a, b = 1, 2 %}{{ a }}{% endwith %}
{% autoescape true %}{{ h }}{% autoescape false %}{{ h }}{% endautoescape %}{{ h }}{% endautoescape %}{{ h }}
{% autoescape true %}{% macro m() %}<i>{{ h }}</i>{% endmacro %}{{ m() }}{% endautoescape %}{{ m() }}
{% autoescape true %}{% set x %}<i>{{ h }}</i>{% endset %}{{ x }}{{ x ~ h }}{{ 'a' ~ h }}{{ x + h }}{{ h + x }}{{ x * 2 }}{{ [x, h] }}{% endautoescape %}
{% autoescape true %}{% filter upper %}<b>{{ h }}</b>{% endfilter %}{% endautoescape %}
{% autoescape %}{% endautoescape %}
{% do xs.append(9) %}{{ xs }}
{% do %}
{% print 1, 2 %}{% print n %}
{% print %}
{% raw %}{{ x }}{% if %}{% endraw %}
{% raw %}unterminated
{%- raw -%} a {%- endraw -%} b
{% raw %}{% raw %}{% endraw %}
{% extends 'base.txt' %}{% block a %}child{% endblock %}ignored{{ x }}
{% extends 'base.txt' %}{% block b %}{{ super() }}+{% endblock %}
{% extends 'mid.txt' %}{% block a %}c[{{ super() }}]{% endblock %}
{% extends 'mid.txt' %}{% block a %}{{ super.super() }}{% endblock %}
{% extends 'mid.txt' %}{% block a %}{{ super.super.super() }}{% endblock %}
before{% extends 'base.txt' %}
{% extends 'nope.txt' %}
{% extends missing %}
{% extends 5 %}
{% extends 'base.txt' %}{% extends 'base.txt' %}
{% if t %}{% extends 'base.txt' %}{% endif %}x{% block a %}cond{% endblock %}y
{% if f %}{% extends 'base.txt' %}{% endif %}x{% block a %}cond{% endblock %}y
{% for x in xs %}{% extends 'base.txt' %}{% endfor %}
{% extends 'base.txt' %}{% set n = 9 %}
{% set n = 9 %}{% extends 'base.txt' %}{% block a %}{{ n }}{% endblock %}
{% extends 'base.txt' %}{% block a %}{% set q = 1 %}{{ q }}{% endblock %}{% block b %}{{ q }}{% endblock %}
{% extends 'base.txt' %}{% macro m() %}M{% endmacro %}{% block a %}{{ m() }}{% endblock %}
{% extends 'base.txt' %}{% for x in xs %}{{ x }}{% endfor %}{% include 'inc.txt' %}
{% extends 'base.txt' %}{% block a %}{{ self.b() }}{% endblock %}
{% block a %}x{% endblock %}{{ self.a() }}{{ self.nope }}
{% block a %}{{ super() }}{% endblock %}
{% block a %}x{% endblock %}{% block a %}y{% endblock %}
{% block a %}x{% endblock a %}
{% block a %}x{% endblock b %}
{% block a %}[{% block b %}in{% endblock %}]{% endblock %}
{% block a-b %}{% endblock %}
{% block %}{% endblock %}
{% block 'a' %}{% endblock %}
{% block a %}
{% set x = 1 %}{% block a %}{{ x }}{% set x = 2 %}{{ x }}{% endblock %}{{ x }}
{% for i in xs %}{% block a %}[{{ i }}]{% endblock %}{% endfor %}
{% for i in xs %}{% block a scoped %}[{{ i }}{{ loop.index }}]{% endblock %}{% endfor %}
{% extends 'loopblock.txt' %}{% block item %}<{{ i }}>{% endblock %}
{% extends 'loopblock2.txt' %}{% block item %}<{{ i }}>{% endblock %}
{% include 'req.txt' %}
{% extends 'req.txt' %}{% block r %}given{% endblock %}
{% block r required %}text{% endblock %}
{% block r required %} {# c #} {% endblock %}
{% include 'inc.txt' %}
{% set x = 3 %}{% include 'inc.txt' %}
{% for x in xs %}{% include 'inc.txt' %}{% endfor %}
{% for i in xs %}{% include 'incloop.txt' %};{% endfor %}
{% set x = 1 %}{% include 'incset.txt' %}{{ x }}
{% include 'inc.txt' without context %}
{% include 'inc.txt' with context %}
{% include 'nope.txt' %}
a{% include 'nope.txt' ignore missing %}b
{% include ['nope.txt', 'inc.txt'] %}
{% include ['nope.txt', 'nope2.txt'] %}
{% include ['nope.txt'] ignore missing %}
{% include [] %}
{% include missing %}
{% include missing ignore missing %}
{% include 5 %}
{% include 'broken.txt' %}
{% include 'fails.txt' %}
{% include 'fails.txt' ignore missing %}
{% include %}
{% macro m(x) %}{% include 'inc.txt' %}{% endmacro %}{{ m(8) }}
{% include 'mid.txt' %}
{% import 'macros.txt' as m %}{{ m.hi() }}{{ m.hi('Bob') }}{{ m.hi(mark='?') }}{{ m.answer }}[{{ m._hidden }}][{{ m.nope }}]
{% from 'macros.txt' import hi %}{{ hi('x') }}
{% from 'macros.txt' import hi as hello, answer %}{{ hello() }}{{ answer }}
{% from 'macros.txt' import nope %}[{{ nope }}]{{ nope() }}
{% from 'macros.txt' import _hidden %}
{% from 'macros.txt' import %}
{% import 'macros.txt' as m %}{{ m.ctx() }}
{% import 'macros.txt' as m with context %}{{ m.ctx() }}
{% from 'macros.txt' import ctx with context %}{{ ctx() }}
{% from 'macros.txt' import ctx without context %}{{ ctx() }}
{% from 'macros.txt' import hi, ctx with context %}{{ ctx() }}
{% import 'macros.txt' as m %}{{ m }}
{% import 'nope.txt' as m %}
{% import 'macros.txt' %}
{% for i in xs %}{% import 'macros.txt' as m %}{{ m.hi(i) }}{% endfor %}[{{ m }}]
{% import 'macros.txt' as m %}{% block b %}{{ m.hi() }}{% endblock %}
{% from 'wrap.txt' import box %}{% for i in xs %}{% call box(i) %}{{ loop.index }}{% endcall %}{% endfor %}
{% set n = 8 %}{% import 'macros.txt' as m with context %}{{ m.ctx() }}
{% macro q() %}{% from 'macros.txt' import hi %}{{ hi() }}{% endmacro %}{{ q() }}
{% foo %}
{% %}
{% 5 %}
{% if t %}{% endfor %}
{% for x in xs %}{% endif %}{% endfor %}
{% if t %}{% for x in xs %}{% endif %}{% endfor %}
{% end %}
{% endblock %}
{% if t %}a{% endif %}{% endif %}
{% block a %}{% if t %}{% endblock %}
{% if t
{{ n
{% set x = 1
{# unterminated
{% if t %}{# unterminated {% endif %}
{% trans %}x{% endtrans %}""".split("\n")
rows += [
    "a\n{{ 1 / 0 }}", "a\n{% if t %}\n{{ n.x.y }}\n{% endif %}", "{% macro m() %}\n\n{{ 1 / 0 }}{% endmacro %}\n\n{{ m() }}", "{% for x in xs %}\n{{ x / 0 }}\n{% endfor %}", "\n\n{% foo %}", "{{ a\n b }}", "{%\n if t\n %}x{% endif %}{{ 1\n/ 0 }}", "{% set x =\n 1 / 0 %}", "{% if 1\n/ 0 %}{% endif %}", "{% for x in\n5 %}{% endfor %}", "{{ [1,\n2,\n3 / 0] }}", "x\n{% block b %}\n{{ 1 / 0 }}{% endblock %}", "{% call(x)\nnope() %}\n{% endcall %}", "{{ n }}\n{{ n\n.x\n.y }}", "{% if f %}\n{% elif 1 / 0 %}\n{% endif %}", "{# c\n\n #}{{ 1 / 0 }}", "{% raw %}\n\n{% endraw %}{{ 1 / 0 }}", "{{ 'a\nb' }}{{ 1 / 0 }}", "{% include\n'fails.txt' %}", "\n{% from 'macros.txt' import nope %}\n{{ nope() }}", "\n{{ 'x'\nif 0 }}{{ ('x'\nif 0) + 1 }}", "a\r\nb\r\n{{ 1 / 0 }}", "a\rb\r{{ 1 / 0 }}", "{% macro m(a) %}\n{{ a() }}\n{% endmacro %}\n{% macro q() %}\n{{ 1 / 0 }}{% endmacro %}\n{{ m(q) }}",
]
