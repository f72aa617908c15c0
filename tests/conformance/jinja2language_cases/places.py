"""The line of an error: of each construct, behind other lines, over several lines, in macros here and in other templates.

Not asked: the line of a with behind other lines, for which Jinja2 gives that of whatever came before.
"""

wrong = ["1 / 0", "missing.a.b", "d.a()", "'a'|abs", "1 + d", "range()", "'a'.upper(1)", "1 is divisibleby(0)", "[1, 2, 3 / 0]", "'abc'[::0]", "1 < 'a'", "m2()", "'%d' % 'a'", "-d", "1 in 5"]
forms = ["{{ @ }}", "{% if @ %}{% endif %}", "{% if false %}\n{% elif @ %}{% endif %}", "{% for x in [@] %}{% endfor %}", "{% for x in [1] if @ %}{% endfor %}", "{% set x = @ %}", "{% with x = @ %}{% endwith %}", "{% set x %}\n{{ @ }}{% endset %}", "{% filter upper %}\n{{ @ }}{% endfilter %}",
         "{% macro m(a=@) %}{% endmacro %}\n{{ m() }}", "{% macro m() %}\n{{ @ }}\n{% endmacro %}\n\n{{ m() }}", "{% macro m() %}{{ caller() }}{% endmacro %}\n{% call m() %}\n{{ @ }}{% endcall %}", "{% block b %}\n{{ @ }}{% endblock %}", "{% for x in [1] %}\n{% for y in [2] %}\n{{ @ }}{% endfor %}{% endfor %}", "{% include 'inc.txt' %}", "{% import 'mac.txt' as k %}\n{{ k.m(@) }}",
         "{% do d.update(a=@) %}", "{% autoescape true %}\n{{ @ }}{% endautoescape %}", "{{ dict(a=@) }}", "{{ x\n if @ else\n y }}"]
composed = True
defaults = {"data": {"d": {"a": 1}}, "options": {"extensions": ["jinja2.ext.do"]}, "files": {"inc.txt": "\n\n{{ 1 / 0 }}", "mac.txt": "\n{% macro m(a,\n b=c.d.e) %}{{ a }}{{ b }}{% endmacro %}\n{% macro n(a) %}\n{{ a / 0 }}{% endmacro %}\n{% macro c() %}{{ caller(1) }}{% endmacro %}",
            "base.txt": "\n\n{% block b %}{% endblock %}\n{{ 1 / 0 }}"}}
rows = [before + form.replace("@", one) for form in forms for one in wrong for before in ("", "a\nb\n")
        if not (before and form.startswith("{% with"))]
rows += [f"{{% from 'mac.txt' import m, n, c %}}\n{call}" for call in (
    "{{ m(1) }}", "{{ m() }}", "{{ m(1, 2, 3) }}", "{{ m(1, q=1) }}", "{{ n(1) }}", "\n{{ n() }}", "{{ n(1, 2) }}", "{% call c() %}\n{% endcall %}", "{% call(a) c() %}\n{{ a / 0 }}{% endcall %}", "{% call(a, b=1 / 0) c() %}\n{% endcall %}", "{% call(a, b) c() %}\n\n{{ b.c }}{% endcall %}", "{{ n(\n1) }}", "{{ m(1,\n2,\n3) }}")]
rows += ["{% extends 'base.txt' %}\n{% block b %}\n{{ 1 / 0 }}{% endblock %}", "{% extends 'base.txt' %}\n{% block b %}ok{% endblock %}", "{% macro m(a,\n b=1 / 0) %}{% endmacro %}\n{{ m() }}", "{% macro m(a) %}{% endmacro %}\n\n{{ m(1, 2) }}", "{% macro m(a) %}{{ m(1, 2) }}{% endmacro %}\n\n{{ m(1) }}"]
