"""What Jinja2's optimizer makes of constants that are not printed, and the errors that end it before anything runs."""

composed = True
defaults = {"data": {"s": "abc", "t": True, "f": False, "n": 3, "xs": [1, 2]}, "files": {"i.txt": "[{{ x }}]"}}
sliced = ["5[1:]", "'abc'['a':]", "{}[:1]", "none[1:]", "[1, 2][1.5:]", "'abc'[::0]", "'abc'[1:]", "(1, 2)['x':'y']", "n[1:]", "s['a':]"]
around = ["{e}|default('d')", "{e}|default('d')|upper", "[{e}]|length", "{e} is defined", "{e} ~ 'x'", "{e} or 'x'", "{e} and 1", "not {e}", "1 if {e} else 2", "{e}|list", "{e} == 1", "{e}|string|length", "({e}|default(0)) + n",
          "n + ({e}|default(0)|int)", "[{e}|default(1), n]", "{{'k': {e}|default(1)}}", "{e}", "[{e}]", "{e}|map('upper')|list", "{e}|batch(2)|list", "{e}.x", "{e}|first", "s.replace('a', {e}|default('z'))"]
places = ["{{% set q = {e} %}}{{{{ q }}}}", "{{% if {e} %}}y{{% else %}}n{{% endif %}}", "{{{{ s if t else {e} }}}}|{{{{ {e} if t else s }}}}"]
rows = [place.format(e=whole.format(e=part)) for part in sliced for whole in around for place in places]
more = ["{{% for i in {e} %}}{{{{ i }}}}{{% else %}}E{{% endfor %}}", "{{% with q = {e} %}}{{{{ q }}}}{{% endwith %}}", "{{% macro m(a={e}) %}}{{{{ a }}}}{{% endmacro %}}{{{{ m() }}}}", "{{{{ dict(a={e}) }}}}", "{{{{ s|replace('a', {e}) }}}}", "{{{{ range({e}) }}}}",
        "{{% autoescape t %}}{{% set q = {e} %}}{{{{ q }}}}{{% endautoescape %}}", "{{% include {e} ignore missing %}}x"]
rows += [place.format(e=whole.format(e=part)) for part in ("5[1:]", "'abc'['a':]") for whole in ("{e}", "{e}|default('d')", "[{e}|default(2)]") for place in more]
# Keys that have no hash.
keys = ["[1]", "{}", "(1, [2])", "([],)", "1 if [1] else 2", "[1] + [2]", "n", "(n, [1])", "'a'", "'a'|list", "[n]"]
wholes = ["{{{k}: 1}}", "{{{k}: 1}}|length", "{{{k}: n}}|length", "[{{{k}: 1}}]", "[{{{k}: 1}}]|first", "{{'a': 1, {k}: 2}}|length", "{{'a': n, {k}: 2}}|length", "{{n: 1, {k}: 2}}|length", "1 if true else {{{k}: 1}}", "n or {{{k}: 1}}", "{{{k}: 1}} is mapping", "({{{k}: 1}},)", "s.join({{{k}: 1}})", "range({{{k}: 1}})"]
rows += [f"{{{{ 1/0 }}}}\n{{{{ {whole.format(k=key)} }}}}" for key in keys for whole in wholes] + [f"{{% if f %}}{{{{ {whole.format(k=key)} }}}}{{% endif %}}x" for key in keys for whole in wholes]
rows += [f"x\n{{% set q = {whole.format(k=key)} %}}{{{{ q }}}}" for key in keys[:6] for whole in wholes] + ["{{ (1, [2]) in {} }}", "{{ {(1, [2]): 1/0} }}", "{{ {(1, (2, {})): 1} }}"]
# What has no truth when undefined is strict.
strict = ["1 if {u} else 2", "{u} and 1", "{u} or 1", "not {u}", "n or ({u} and 1)", "[1 if {u} else 2]", "[1 if {u} else 2]|length", "1 if n else (2 if {u} else 3)", "'a' ~ ({u} or 'b')", "n and {u}", "1 and {u}", "{u} is defined and 1", "{u}|default(1) or 2", "{u}", "[{u}]", "{u} == 1"]
undefined = ["'abc'['x']", "{}.x", "[1][5]", "(1 if 0)", "5[1:]", "none.y", "x", "s.y", "{'a': 1}.b.c"]
rows += [{"template": template, "options": {"undefined": "strict"}} for whole in strict for u in undefined for template in (f"{{{{ 1/0 }}}}\n{{{{ {whole.format(u=u)} }}}}", f"{{% if f %}}{{% set q = {whole.format(u=u)} %}}{{% endif %}}x")]
