"""An include without context yields what it prints, past whatever takes the output of the code around it: a set or
filter block is left out, a recursive loop and a macro become generators. What prints the address of one is not asked."""

composed = True
defaults = {
    "data": {"s": "<a>", "t": True, "f": False, "xs": [1, 2], "x": "X"},
    "files": {
        "i.txt": "[{{ x }}{{ s }}]", "m.txt": "{% set v = 5 %}<{{ v }}{{ x }}>", "b.txt": "({% block q %}{{ s }}{% endblock %})", "e.txt": "{% extends 'b.txt' %}{% block q %}{{ x }}!{% endblock %}",
        "err.txt": "a\n{{ 1/0 }}", "lo.txt": "{% for i in [1, 2] %}{{ i }}{% endfor %}", "mac.txt": "{% macro k() %}K{% endmacro %}{{ k() }}", "set.txt": "{% set q %}{% include 'm.txt' without context %}{% endset %}[{{ q }}]",
    },
}
alone = "{% include 'm.txt' without context %}"
rows = [
    f"a{alone}b", f"{{% set q %}}a{alone}b{{% endset %}}c{{{{ q }}}}d", f"{{% set q|upper %}}a{alone}b{{% endset %}}{{{{ q }}}}", f"{{% filter upper %}}a{alone}b{{% endfilter %}}c", f"{{% filter upper %}}{{% for i in xs %}}a{alone}b{{% endfor %}}{{% endfilter %}}",
    f"{{% for i in xs %}}{{% set q %}}{alone}{{{{ i }}}}{{% endset %}}{{{{ q }}}}{{% endfor %}}", f"{{% block z %}}{alone}{{% endblock %}}", f"{{% block z %}}{{% set q %}}a{alone}b{{% endset %}}[{{{{ q }}}}]{{% endblock %}}",
    f"{{% set q %}}{{% block z %}}a{alone}b{{% endblock %}}c{{% endset %}}[{{{{ q }}}}]", f"{{% set q %}}{{% block z %}}{{% set p %}}a{alone}b{{% endset %}}{{{{ p }}}}{{% endblock %}}c{{% endset %}}[{{{{ q }}}}]", f"{{% set q %}}{{% if f %}}{alone}{{% endif %}}a{{% endset %}}[{{{{ q }}}}]",
    "{% set q %}{{ 1 }}{% include 'err.txt' without context %}{% endset %}[{{ q }}]", "{% filter upper %}{% include 'no' without context %}{% endfilter %}", "{% filter upper %}a{% include 'no' ignore missing without context %}b{% endfilter %}",
    f"{{% set q %}}{{% include 'i.txt' without context %}}{{% include 'i.txt' %}}{alone}{{% endset %}}[{{{{ q }}}}]", "{% set q %}a{% include 'e.txt' without context %}b{% endset %}[{{ q }}]", "{% set q %}a{% include 'mac.txt' without context %}b{% endset %}[{{ q }}]",
    "{% set q %}a{% include ['no', 'lo.txt'] without context %}b{% endset %}[{{ q }}]", "{% set q %}a{% include 'set.txt' without context %}b{% endset %}[{{ q }}]", "{% set q %}a{% include 'set.txt' %}b{% endset %}[{{ q }}]", "{% filter upper %}{% filter length|string %}a{% include 'i.txt' without context %}{% endfilter %}{% endfilter %}",
    f"{{% set q %}}a{{% set p %}}b{alone}c{{% endset %}}d{{{{ p }}}}{{% endset %}}[{{{{ q }}}}]", f"{{% with %}}{{% set q %}}a{alone}{{% endset %}}{{{{ q }}}}{{% endwith %}}", f"{{% set q %}}{{% autoescape true %}}{{{{ s }}}}{alone}{{% endautoescape %}}{{% endset %}}{{{{ q }}}}",
    f"{{% for i in xs recursive %}}{alone}{{{{ i }}}}{{% endfor %}}", f"a{{% for i in xs recursive %}}{{% if t %}}{alone}{{% endif %}}{{{{ i }}}}{{% endfor %}}b", f"{{% for i in xs recursive %}}{{% set q %}}{alone}{{% endset %}}{{% endfor %}}", f"{{% for i in 5 recursive %}}{alone}{{% endfor %}}",
    f"{{% for i in [] recursive %}}a{{% else %}}{alone}{{% endfor %}}", f"{{% for i in xs recursive %}}a{{% block z %}}{alone}{{% endblock %}}{{% endfor %}}", f"{{% set q %}}{{% for i in xs recursive %}}{alone}{{% endfor %}}{{% endset %}}", f"{{% for i in xs recursive %}}{{% macro m() %}}{alone}{{% endmacro %}}{{{{ i }}}}{{% endfor %}}",
    f"{{% macro m() %}}{alone}{{% endmacro %}}x", f"{{% macro m() %}}{alone}{{% endmacro %}}{{% set q = m() %}}x", f"{{% macro m() %}}{alone}{{% endmacro %}}{{{{ m()|length }}}}", f"{{% macro m() %}}{alone}{{% endmacro %}}{{{{ m() is string }}}}{{{{ m() is iterable }}}}{{{{ m() is callable }}}}{{{{ m is callable }}}}",
    f"{{% macro m(a) %}}{{{{ 1/0 }}}}{alone}{{% endmacro %}}{{{{ m() is defined }}}}", f"{{% macro m(a) %}}{alone}{{% endmacro %}}{{{{ m(1, 2) is defined }}}}", f"{{% macro m(a) %}}{alone}{{% endmacro %}}{{{{ m.name }}}}{{{{ m.arguments }}}}", f"{{% macro m() %}}{{% set q %}}{alone}{{% endset %}}{{% endmacro %}}{{{{ m() is string }}}}",
    f"{{% macro m() %}}a{{% macro n() %}}{alone}{{% endmacro %}}b{{% endmacro %}}{{{{ m() }}}}", f"{{% macro m() %}}<{{{{ caller() is string }}}}>{{% endmacro %}}{{% call m() %}}a{alone}b{{% endcall %}}", "{% macro m() %}a{% include 'm.txt' with context %}b{% endmacro %}{{ m() }}", f"{{% macro m() %}}{alone}{{% endmacro %}}{{{{ m() ~ ''|length if f }}}}|",
    f"{{% macro m() %}}{{% for i in xs recursive %}}{alone}{{% endfor %}}{{% endmacro %}}{{{{ m() }}}}", f"{{% extends 'b.txt' %}}{{% block q %}}{{% set p %}}a{alone}b{{% endset %}}{{{{ p }}}}{{% endblock %}}", f"{{% extends 'b.txt' %}}{{% block q %}}{{% filter upper %}}{{{{ super() }}}}{alone}{{% endfilter %}}{{% endblock %}}",
]
