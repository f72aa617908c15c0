"""Small Cookiecutter templates, each for one thing that the format has, with the answers to try it with."""

import dataclasses
import json


@dataclasses.dataclass
class Link:
    target: str


@dataclasses.dataclass
class Executable:
    content: str


@dataclasses.dataclass
class Case:
    name: str
    files: dict  # by path: text, bytes, Link, Executable; None: an empty folder
    answers: list = dataclasses.field(default_factory=lambda: [{}])
    fails: bool = False  # both, with each of the answers
    hooks: bool = False  # they run
    config: str = ""  # the user's settings, with PLACE for the folder around that of the template
    named: str = ""  # how the template is named; else by its path
    replays: bool = False  # what an earlier run with the answers has kept is replayed


@dataclasses.dataclass
class Fetched:
    """A folder that a step of Backstage fetches with Cookiecutter."""

    name: str
    files: dict
    values: dict = dataclasses.field(default_factory=dict)
    options: dict = dataclasses.field(default_factory=dict)  # copyWithoutRender, extensions
    fails: bool = False


TOP = "{{ cookiecutter.name }}"


def case(name, variables, files, answers=None, fails=False, outside=None):
    """`variables`: a dict, or the text of cookiecutter.json; `files` are below the project's folder."""
    text = variables if isinstance(variables, (str, bytes)) else json.dumps({"name": "made", **variables}, indent=2)
    inside = {f"{TOP}/{path}": content for path, content in files.items()}
    return Case(name, {"cookiecutter.json": text, **inside, **(outside or {})}, answers or [{}], fails)


SHOW = "{% for key, value in cookiecutter.items() if not key.startswith('_') or key.startswith('__') %}{{ key }}={{ value }};{% endfor %}\n"

VARIABLES = [
    case("text", {"title": "A title", "empty": "", "accents": "Größe 日本 🎉"}, {"f": SHOW},
         [{}, {"title": "Other"}, {"title": "Über \"x\" & <y>", "empty": "x"}, {"title": 7}, {"title": 1.5}, {"title": None}, {"title": True}]),
    case("derived", {"slug": "{{ cookiecutter.name|upper|replace('A', '_') }}", "twice": "{{ cookiecutter.slug }}{{ cookiecutter.slug }}"}, {"f": SHOW},
         [{}, {"name": "banana"}, {"slug": "own"}, {"slug": "{{ cookiecutter.name[:2] }}"}, {"twice": "{{ cookiecutter.slug|lower }}"}]),
    case("line ends in variables", {"lines": "a\r\nb\rc\nd"}, {"f": SHOW}),
    case("numbers", {"port": 8080, "share": 0.1, "big": 123456789012345678901234567890, "small": 1e-7, "round": 2.0}, {"f": SHOW},
         [{}, {"port": "81"}, {"port": 82}, {"share": 3}]),
    case("booleans", {"yes": True, "no": False}, {"f": SHOW + "{% if cookiecutter.no %}no{% endif %}{% if cookiecutter.yes %}yes{% endif %}"},
         [{}, {"no": True}, {"yes": False}, {"no": "y"}, {"yes": ""}]),
    case("nothing", {"none": None}, {"f": SHOW + "{{ cookiecutter.none is none }}"}, [{}, {"none": "x"}]),
    case("choices", {"license": ["MIT", "BSD-3", "None of it"], "level": [1, 2, 3], "truth": [True, False, None]}, {"f": SHOW + "{{ _cookiecutter.license }}"},
         [{}, {"license": "BSD-3"}, {"license": ["None of it", "MIT"]}, {"level": 3}, {"truth": False}]),
    case("wrong choices", {"license": ["MIT", "BSD-3"]}, {"f": SHOW}, [{"license": "GPL"}, {"license": ["MIT", "GPL"]}, {"license": []}], fails=True),
    case("computed choices", {"package": ["{{ cookiecutter.name }}-a", "{{ cookiecutter.name|upper }}"], "after": "{{ cookiecutter.package }}"}, {"f": SHOW},
         [{}, {"name": "n"}, {"package": "{{ cookiecutter.name|upper }}"}]),
    case("a list for a text", {"text": "t"}, {"f": SHOW}, [{"text": ["first", "second"]}]),
    case("maps", {"a": {"x": "{{ cookiecutter.b }}", "{{ cookiecutter.name }}": ["{{ cookiecutter.name }}", 1, None, {"deep": True}]}, "b": "later"}, {"f": SHOW},
         [{}, {"a": {"x": "own"}}, {"a": {"y": 1}}, {"a": {"made": 5}}, {"a": "text"}]),
    case("a map that another needs", {"a": {"x": "{{ cookiecutter.b }}"}, "b": "later"}, {"f": SHOW}, [{"b": {"now": "a map"}}], fails=True),
    case("private", {"_plain": "{{ cookiecutter.name }}", "__made": "{{ cookiecutter.name|upper }}", "__map": {"k": "{{ cookiecutter.late }}"}, "late": "l",
                     "_list": ["{{ x }}", 1], "__list": ["{{ cookiecutter.name }}"], "_map": {"a": 1}},
         {"f": "{{ cookiecutter._plain }} {{ cookiecutter.__made }} {{ cookiecutter._list }} {{ cookiecutter.__list }} {{ cookiecutter._map.a }}\n" + SHOW},
         [{"late": "x"}], fails=True),
    case("private without maps", {"_plain": "{{ cookiecutter.name }}", "__made": "{{ cookiecutter.name|upper }}", "_list": ["{{ x }}", 1],
                                  "__list": ["{{ cookiecutter.name }}"], "_map": {"a": "{{ y }}"}, "late": "{{ cookiecutter.__made }}{{ cookiecutter._plain }}"},
         {"f": "{{ cookiecutter._plain }} {{ cookiecutter.__made }} {{ cookiecutter._list }} {{ cookiecutter.__list }} {{ cookiecutter._map.a }}\n" + SHOW},
         [{}, {"name": "n"}, {"_plain": "p"}, {"__made": "{{ cookiecutter.name }}!"}, {"_list": [1]}]),
    case("private maps", {"early": "e", "__map": {"k": "{{ cookiecutter.early }}", "n": 1}, "seen": "{{ cookiecutter.__map.k }}"}, {"f": "{{ cookiecutter.__map }}\n" + SHOW},
         [{}, {"early": "x"}]),
    case("maps that are printed", {"_map": {"a": {"b": [1, {}]}}, "map": {"c": {"d": "e"}}, "_list": [{"x": 1}], "empty": {}, "_empty": {}},
         {"f": "{{ cookiecutter._map }} {{ cookiecutter._map.a.keys() }} {{ cookiecutter.map }} {{ cookiecutter._list }} {{ _cookiecutter }}\n"
               "{{ cookiecutter._map.copy() }} {{ dict(cookiecutter._map) }} {{ [cookiecutter._map.items(), cookiecutter.map.values()] }}\n"
               "{{ cookiecutter.empty }} {{ cookiecutter._empty }} {{ '%s' % cookiecutter._map }} {{ cookiecutter._map == {'a': {'b': [1, {}]}} }} {{ cookiecutter._map|jsonify }}\n"},
         [{}, {"map": {"c": "x"}}]),
    case("order", {"z": "1", "m": {"k": "v"}, "a": "2", "__p": "3"}, {"f": "{{ cookiecutter.keys()|list }} {{ cookiecutter|length }}\n{{ _cookiecutter|jsonify }}"}, [{}, {"a": "x"}]),
    case("prompts", {"kind": ["a", "b"], "__prompts__": {"name": "What is it called?", "kind": {"__prompt__": "Which one?", "a": "The first"}}},
         {"f": SHOW + "{{ '__prompts__' in cookiecutter }}"}, [{}, {"kind": "b"}]),
    case("what was not asked", {"text": "t"}, {"f": "{{ cookiecutter._template }} {{ cookiecutter._output_dir }} {{ cookiecutter._repo_dir }} {{ cookiecutter._checkout }}"}),
    case("its own names", {"_template": "mine", "_checkout": "c"}, {"f": "{{ cookiecutter.keys()|list }} {{ cookiecutter._checkout }}"}),
    case("undefined in a variable", {"slug": "{{ cookiecutter.nothing }}"}, {"f": ""}, fails=True),
    case("a variable before its time", {"slug": "{{ cookiecutter.later }}", "later": "x"}, {"f": ""}, fails=True),
    case("a mistake in a variable", {"slug": "{{ cookiecutter.name"}, {"f": ""}, fails=True),
    case("repeated keys", '{"name": "one", "x": "a", "name": "two", "x": "b"}', {"f": SHOW}),
    case("not finite", '{"name": "one", "x": NaN, "y": [Infinity, -Infinity]}', {"f": SHOW}),
    case("no JSON", '{"name": "one",}', {"f": ""}, fails=True),
    case("no object", '["name"]', {"f": ""}, fails=True),
    case("a mark before the JSON", b'\xef\xbb\xbf{"name": "one"}', {"f": ""}, fails=True),
]

LANGUAGE = [
    case("filters", {"list": {"b": [1, "ü"], "a": None}}, {"f": "{{ cookiecutter.list|jsonify }} {{ 'Héllo, Wörld!'|slugify }} {{ 'A b'|slugify(separator='_') }}\n"}),
    case("filters with arguments", {"data": {"b": [1, {"x": "ü"}], "a": True}}, {"f": "{{ cookiecutter.data|jsonify }}\n"
                                                                                          "{{ 'A Long Title, too long'|slugify(max_length=9) }} {{ 'a the b'|slugify(stopwords=['the']) }} {{ 'ÄÖ Straße'|slugify(lowercase=False) }} "
                                                                                          "{{ 'x & y'|slugify(replacements=[['&', 'and']]) }}\n"}),
    case("functions", {}, {"f": "{{ random_ascii_string(7)|length }} {{ random_ascii_string(5, punctuation=True)|length }} {{ uuid4()|length }}\n"}),
    case("time", {"year": "{% now 'utc', '%Y' %}"}, {"f": "{{ cookiecutter.year }} {% now 'utc' %} {% now 'utc', '%d.%m.%Y %H:%M:%S %A' %} {% now 'local', '%H' %} {% now 'Europe/Berlin', '%H %Z' %} "
                                                     "{% now 'utc' - 'days=3,hours=5', '%Y-%m-%d %H' %} {% now 'utc' + 'months=1' %}\n"}),
    case("extensions", {"_extensions": ["jinja2.ext.do", "jinja2.ext.loopcontrols", "cookiecutter.extensions.SlugifyExtension"]},
         {"f": "{% set l = [] %}{% for i in range(9) %}{% if i == 4 %}{% break %}{% endif %}{% do l.append(i) %}{% endfor %}{{ l }}"}),
    case("extensions in variables", {"_extensions": ["jinja2.ext.do"], "x": "{% set l = [] %}{% do l.append(1) %}{{ l }}"}, {"f": SHOW}),
    case("an unknown extension", {"_extensions": ["nowhere.SuchExtension"]}, {"f": ""}, fails=True),
    case("signs", {"_jinja2_env_vars": {"variable_start_string": "[[", "variable_end_string": "]]", "block_start_string": "[%", "block_end_string": "%]",
                                        "comment_start_string": "[#", "comment_end_string": "#]", "trim_blocks": True, "lstrip_blocks": 1},
                   "x": "[[ cookiecutter.y ]]"}, {"f": ""}, fails=True),
    Case("other signs", {"cookiecutter.json": json.dumps({"name": "made", "x": "[[ cookiecutter.name ]]{{ y }}", "_jinja2_env_vars": {
        "variable_start_string": "[[", "variable_end_string": "]]", "block_start_string": "[%", "block_end_string": "%]", "trim_blocks": True, "lstrip_blocks": 1}}),
        "[[ cookiecutter.name ]]/[[ cookiecutter.x ]]": "  [% if true %]\n{{ kept }} [[ cookiecutter.x ]]\n  [% endif %]\nend\n"}),
    case("line statements", {"_jinja2_env_vars": {"line_statement_prefix": "%%", "line_comment_prefix": "##"}}, {"f": "%% for i in [1, 2]\n* {{ i }} ## no\n%% endfor\n"}),
    case("what cannot be set", {"_jinja2_env_vars": {"keep_trailing_newline": False}}, {"f": ""}, fails=True),
    case("undefined", {}, {"f": "{{ cookiecutter.nothing }}"}, fails=True),
    case("undefined that is defined", {}, {"f": "{{ cookiecutter.nothing is defined }} {{ cookiecutter.nothing|default('d') }} {{ nothing is defined }}"}),
    case("undefined in a condition", {}, {"f": "{% if nothing %}{% endif %}"}, fails=True),
    case("a mistake", {}, {"f": "{% if %}"}, fails=True),
    case("an unknown filter", {}, {"f": "{{ 1|nothing }}"}, fails=True),
    case("includes", {}, {"f": "{% include 'sub/part' %}{% include 'shared' %}{% from 'macros' import m %}{{ m('x') }}\n", "sub/part": "part {{ cookiecutter.name }}\n", "both": "inner\n",
                          "g": "{% include 'both' %}{% extends 'base' %}{% block b %}own{% endblock %}"}, outside={
             "templates/shared": "shared {{ cookiecutter.name }}\n", "templates/macros": "{% macro m(x) %}<{{ x }}>{% endmacro %}", "templates/both": "outer\n",
             "templates/base": "[{% block b %}{% endblock %}]\r\n"}),
    case("an include that is not there", {}, {"f": "{% include 'nothing' %}"}, fails=True),
    case("an include from above", {}, {"f": "{% include '../cookiecutter.json' %}"}, fails=True),
    case("an include without need", {}, {"f": "{% include 'nothing' ignore missing %}x"}),
    case("raw", {}, {"f": "{% raw %}${{ secrets.X }}{% endraw %}\n"}),
]

FILES = [
    case("names", {"kind": "b", "empty": ""}, {"{{ cookiecutter.kind }}/{{ cookiecutter.name }}.txt": "x", "{% if cookiecutter.kind == 'a' %}a.txt{% endif %}": "a",
                                              "plain/{% if cookiecutter.kind == 'b' %}b.txt{% endif %}": "b", "{{ cookiecutter.empty }}": "left out",
                                              "plain/{{ cookiecutter.kind|upper }}-{{ cookiecutter.kind }}": "x"}, [{}, {"kind": "a"}]),
    case("a folder without a name", {}, {"{% if false %}x{% endif %}/f": ""}, fails=True),
    case("two folders of one name", {"a": "x"}, {"{{ cookiecutter.a }}/f": "", "x/g": ""}, fails=True),
    case("a folder in a name", {"path": "a/b"}, {"{{ cookiecutter.path }}/f": "x", "{{ cookiecutter.path }}/c/g": "y"}),
    case("a file that needs a folder", {"path": "a/b"}, {"{{ cookiecutter.path }}": "x"}, fails=True),
    case("undefined in a name", {}, {"{{ cookiecutter.nothing }}": "x"}, fails=True),
    case("undefined in a folder's name", {}, {"{{ cookiecutter.nothing }}/f": "x"}, fails=True),
    case("names beyond ASCII", {"x": "ü"}, {"ä {{ cookiecutter.x }} 日本.txt": "{{ cookiecutter.x }}ß\n"}),
    case("the project's folder without a name", {"name": ""}, {"f": "x"}),
    case("empty folders", {}, {"a/b/c": None, "{{ cookiecutter.name }}-d": None, "e/f": "x"}),
    case("no project", {}, {}, fails=True),
    Case("another project's folder", {"cookiecutter.json": '{"name": "n"}', "x{{cookiecutter.name}}y/f": "{{cookiecutter.name}}", "cookiecutter-notes/f": "", "{{ other }}/f": ""}),
    case("line ends", {}, {"crlf": "a\r\n{{ cookiecutter.name }}\r\n\r\nb", "cr": "a\rb{{ cookiecutter.name }}\r", "lf": "a\nb\n\n", "mixed": "a\nb\r\nc\rd", "mixed2": "a\r\nb\nc\n",
                           "mixed3": "a\r\nb\rc\r\n", "far": "x" * 9000 + "\r\n" + "y\n" * 5000, "later": "a\r\n" + "y" * 9000 + "\n", "edge": "x" * 8191 + "\r" + "\n" + "z\n"}),
    case("no final line end", {}, {"none": "{{ cookiecutter.name }}", "empty": "", "blank": "\n", "several": "a\n\n\n"}),
    case("a line end for all", {"_new_lines": "\r\n"}, {"lf": "a\nb\n", "crlf": "a\r\nb\r\n", "none": "a"}),
    case("line feeds for all", {"_new_lines": "\n"}, {"lf": "a\nb\n", "crlf": "a\r\nb\r\n", "none": "a"}),
    case("a line end that is none", {"_new_lines": "x"}, {"lf": "a\nb\n"}, fails=True),
    case("a mark", {}, {"bom": b"\xef\xbb\xbfa {{ cookiecutter.name }}\n", "bomcrlf": b"\xef\xbb\xbfa\r\nb"}),
    case("binary", {}, {"zero": b"\0\x01{{ cookiecutter.name }}", "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR{{ cookiecutter.name }}", "ff": b"a\xff{{ x }}",
                        "controls": b"\x01\x02\x03\x04\x05" * 9 + b"{{ x }}", "few controls": b"\x01\x02 {{ cookiecutter.name }} and much more text so that there are few",
                        "late nul": b"a" * 1024 + b"\0{{ cookiecutter.name }}", "utf16": "{{ cookiecutter.name }} and some more text, long enough to be sure".encode("utf-16-le"),
                        "cjk": "日本語のテキスト" * 20 + "{{ cookiecutter.name }}", "nul in cjk": "日本語のテキスト\0" * 20 + "{{ cookiecutter.name }}"}),
    case("a cut character", {}, {"f": "x" + "日" * 500 + "{{ cookiecutter.name }}"}),
    case("another encoding", {}, {"latin1": b"caf\xe9 {{ cookiecutter.name }}\n"}, fails=True),
    case("copied", {"x": "v", "_copy_without_render": ["*.html", "raw/*", "dir", "[ab].txt", "deep/*/g", "{{ cookiecutter.x }}.t"]}, {
        "a.html": "{{ x }}", "sub/b.html": "{{ cookiecutter.y }}", "raw/f": "{{ r }}", "raw/more/{{ n }}": "{{ r }}", "dir/{{ cookiecutter.q }}/f": "{{ d }}", "dir/empty": None,
        "a.txt": "{{ a }}", "c.txt": "{{ cookiecutter.name }}", "deep/one/g": "{{ g }}", "deep/one/h": "{{ cookiecutter.x }}", "{{ cookiecutter.x }}.t": "{{ t }}",
        "{{ cookiecutter.x }}.html": "{{ h }}\r\n"}),
    case("patterns of a text", {"_copy_without_render": "x*"}, {"f": "{{ x }}"}),
    case("patterns of a map", {"_copy_without_render": {"*.a": 1}}, {"f.a": "{{ x }}", "g.b": "{{ cookiecutter.name }}"}),
    case("patterns of nothing", {"_copy_without_render": None}, {"f": ""}, fails=True),
    case("executable", {}, {"run.sh": Executable("#!/bin/sh\necho {{ cookiecutter.name }}\n"), "plain.sh": "#!/bin/sh\n", "copied/x": Executable("\0")}),
    case("links", {}, {"file": "of {{ cookiecutter.name }}\n", "folder/inner": "{{ cookiecutter.name }}", "to file": Link("file"), "to folder": Link("folder"),
                       "folder/up": Link("../file"), "to link": Link("to file"), "{{ cookiecutter.name }}-link": Link("file")}),
    case("copied links", {"_copy_without_render": ["kept", "kept/*"]}, {"file": "of {{ cookiecutter.name }}\n", "other/inner": "{{ cookiecutter.name }}", "kept/to file": Link("../file"),
                                                                       "kept/to folder": Link("../other")}),
    case("a link to nothing", {}, {"f": Link("nothing")}, fails=True),
    case("beside the project", {}, {"f": "x"}, outside={"README.md": "{{ no }}", "docs/x": "", "hooks/post_gen_project.py": "import nothing", "tests/t": ""}),
]

NESTED = [
    Case("nested", {"cookiecutter.json": json.dumps({"templates": {"one": {"path": "./a", "title": "One", "description": "The first"}, "two": {"path": "b/c"}}}),
                    "a/cookiecutter.json": '{"name": "from-a"}', "a/{{cookiecutter.name}}/f": "a {{ cookiecutter.name }} {{ cookiecutter._template }}{% include 't' %}", "a/templates/t": "t",
                    "b/c/cookiecutter.json": '{"name": "from-b"}', "b/c/{{cookiecutter.name}}/f": "b"}, [{}, {"name": "x"}]),
    Case("nested twice", {"cookiecutter.json": '{"templates": {"one": {"path": "a"}}}', "a/cookiecutter.json": '{"templates": {"two": {"path": "b"}}}',
                          "a/b/cookiecutter.json": '{"name": "n"}', "a/b/{{cookiecutter.name}}/f": "{{ cookiecutter.name }}"}),
    Case("nested as it was", {"cookiecutter.json": '{"template": ["First (./a)", "Second (b)"]}', "a/cookiecutter.json": '{"name": "n"}', "a/{{cookiecutter.name}}/f": "a",
                              "b/cookiecutter.json": '{"name": "n"}', "b/{{cookiecutter.name}}/f": "b"}, [{}, {"template": "Second (b)"}]),
    Case("nested nowhere", {"cookiecutter.json": '{"templates": {"one": {"path": "a"}}}'}, fails=True),
    Case("a template as a text", {"cookiecutter.json": '{"name": "n", "template": "x"}', "{{cookiecutter.name}}/f": ""}, fails=True),
]



def hooked(name, hooks, files=None, variables=None, answers=None, fails=False):
    """`hooks` are files below "hooks", which run."""
    made = case(name, variables or {"docs": ["yes", "no"]}, files or {"a.txt": "{{ cookiecutter.name }}\n", "docs/index.md": "docs\n", "run": Executable("#!/bin/sh\n")},
                answers, fails, {f"hooks/{path}": text for path, text in hooks.items()})
    made.hooks = True
    return made


REMOVING = """import os, shutil
if '{{ cookiecutter.docs }}' != 'yes':
    shutil.rmtree(os.path.join(os.getcwd(), 'docs'))
{% if cookiecutter.name == 'other' -%}
os.remove('a.txt')
{% endif -%}
print('{{ cookiecutter.name }} is ready')
"""

HOOKS = [
    hooked("a hook in Python", {"post_gen_project.py": REMOVING}, answers=[{}, {"docs": "no"}, {"docs": "no", "name": "other"}]),
    hooked("a hook for the shell", {"post_gen_project.sh": "#!/bin/sh\nset -e\necho more >>a.txt\nchmod -x run\nchmod +x a.txt\nmkdir -p new/empty\nln -s a.txt link\nmv docs moved\n"
                                                           "pwd >here\nbasename \"$0\" | sed 's/.*\\.//' >ending\necho '{{ cookiecutter._output_dir }}' >around\n"}),
    hooked("a hook without an ending", {"post_gen_project": "#!/usr/bin/env python3\nopen('made', 'w').write('{{ cookiecutter.docs }}')\n"}),
    hooked("what a hook sees", {"post_gen_project.py": "import os\nopen('seen', 'w').write(repr(sorted(os.listdir('.'))) + os.path.basename(os.getcwd()))\n"}),
    hooked("before the files", {"pre_gen_project.py": "import os\nopen('first', 'w').write(repr(os.listdir('.')))\nopen('a.txt', 'w').write('of the hook')\n"}),
    hooked("before and behind the files", {"pre_gen_project.sh": "#!/bin/sh\necho 1 >>order\n", "post_gen_project.sh": "#!/bin/sh\necho 2 >>order\n"}),
    hooked("two of one kind", {"post_gen_project.sh": "#!/bin/sh\ntouch of-the-shell\n", "post_gen_project.py": "open('of-python', 'w')\n"}),
    hooked("a hook that refuses", {"pre_gen_project.py": "import re, sys\nif not re.match('^[a-z]+$', '{{ cookiecutter.name }}'):\n    print('no name')\n    sys.exit(1)\n"},
           answers=[{"name": "A-B"}], fails=True),
    hooked("a hook that agrees", {"pre_gen_project.py": "import re, sys\nif not re.match('^[a-z]+$', '{{ cookiecutter.name }}'):\n    sys.exit(1)\n"}),
    hooked("a hook that fails at the end", {"post_gen_project.sh": "#!/bin/sh\nrm a.txt\nexit 7\n"}, fails=True),
    hooked("a hook that ends by a signal", {"post_gen_project.sh": "#!/bin/sh\nkill -9 $$\n"}, fails=True),
    hooked("a hook without interpreter", {"post_gen_project.sh": "echo x\n"}, fails=True),
    hooked("an empty hook", {"post_gen_project.sh": "{% if false %}#!/bin/sh{% endif %}"}, fails=True),
    hooked("an empty hook in Python", {"post_gen_project.py": "{% if false %}x{% endif %}"}),
    hooked("an interpreter that is not there", {"post_gen_project.sh": "#!/nowhere/sh\n"}, fails=True),
    hooked("undefined in a hook", {"post_gen_project.py": "print('{{ cookiecutter.nothing }}')\n"}, fails=True),
    hooked("a mistake in a hook", {"pre_gen_project.py": "{% if %}\n"}, fails=True),
    hooked("names that are no hooks", {"post_gen_project.py~": "raise SystemExit(1)\n", "helper.py": "raise SystemExit(1)\n", "post_gen_project_x.py": "raise SystemExit(1)\n"}),
    hooked("line ends in a hook", {"post_gen_project.sh": "#!/bin/sh\r\necho x >made\r\n"}),
    hooked("characters in a hook", {"post_gen_project.py": "open('ü', 'w', encoding='utf-8').write('日本 {{ cookiecutter.name }}')\n"}, answers=[{"name": "größe"}]),
    hooked("before the questions", {"pre_prompt.sh": "#!/bin/sh\nset -e\nsed -i s/made/parcels/ cookiecutter.json\necho '{{ cookiecutter.docs }}' >>'{{ cookiecutter.name }}/a.txt'\n"
                                                     "basename \"$PWD\" >'{{ cookiecutter.name }}/where'\n"}, answers=[{}, {"docs": "no"}]),
    hooked("before the questions in Python", {"pre_prompt.py": "import pathlib\nroot = pathlib.Path(__file__).resolve().parent.parent\n"
                                                               "(root / '{{ cookiecutter.name }}' / 'made').write_text(root.name)\n"}),
    hooked("before the questions and behind the files", {"pre_prompt.sh": "#!/bin/sh\necho two >'{{ cookiecutter.name }}/kind'\n", "post_gen_project.sh": "#!/bin/sh\ncp kind made\n"}),
    hooked("refusing to ask", {"pre_prompt.py": "raise SystemExit(2)\n"}, fails=True),
    hooked("no interpreter before the questions", {"pre_prompt.sh": "echo\n"}, fails=True),
    hooked("no template before the questions", {"pre_prompt.sh": "#!/bin/sh\nrm cookiecutter.json\n"}, fails=True),
    Case("a hook of a nested template", {"cookiecutter.json": '{"templates": {"one": {"path": "a"}}}', "a/cookiecutter.json": '{"name": "n"}', "a/{{cookiecutter.name}}/f": "a",
                                         "a/hooks/post_gen_project.sh": "#!/bin/sh\necho {{ cookiecutter.name }} >>f\n", "hooks/post_gen_project.sh": "#!/bin/sh\ntouch outer\n"}, hooks=True),
]

FETCHED = [
    Fetched("all of the folder", {"cookiecutter.json": '{"title": "T", "name": "{{ cookiecutter.title|lower }}"}', "{{cookiecutter.name}}/f": "{{ cookiecutter.title }}\n",
                                  "run": Executable("#!/bin/sh\n"), "hooks/post_gen_project.sh": "exit 1\n", "to": Link("run"), "image": b"\x89PNG\0{{ x }}", "empty/{{cookiecutter.name}}": None,
                                  "crlf": "{{ cookiecutter.title }}\r\nb\r\n", "{% if cookiecutter.title == 'x' %}x{% endif %}": "x"}, {"title": "Orders"}),
    Fetched("no variables", {"f": "{{ cookiecutter.x }}"}, {"x": "y"}),
    Fetched("a value that comes too late", {"cookiecutter.json": '{"early": "{{ cookiecutter.n }}"}', "f": SHOW}, {"n": "seen"}, fails=True),
    Fetched("values in order", {"cookiecutter.json": '{"a": "1", "kind": ["x", "y"], "yes": false, "map": {"k": "v"}, "b": "{{ cookiecutter.a }}"}', "f": SHOW + "{{ cookiecutter._private }}"},
            {"a": 5, "kind": "z", "yes": True, "map": {"l": "{{ cookiecutter.a }}"}, "list": ["p", "q"], "none": None, "_private": {"x": "{{ y }}"}, "__made": "{{ cookiecutter.b }}!"}),
    Fetched("what is copied", {"cookiecutter.json": '{"_copy_without_render": ["*.a"]}', "f.a": "{{ 1 + 1 }}", "f.b": "{{ 1 + 1 }}", "d/{{ 2 }}/f": "{{ 3 }}"}, {}, {"copyWithoutRender": ["*.b", "d"]}),
    Fetched("nothing is copied", {"cookiecutter.json": '{"_copy_without_render": ["*.a"], "_extensions": ["no.such"]}', "f.a": "{{ 1 + 1 }}"}),
    Fetched("extensions", {"f": "{% do [].append(1) %}x"}, {}, {"extensions": ["jinja2.ext.do"]}),
    Fetched("an extension that is not there", {"f": "x"}, {}, {"extensions": ["no.such.Extension"]}, fails=True),
    Fetched("includes", {"f": "{% include 'g' %}", "g": "part"}),
    Fetched("includes from beside", {"f": "{% include 'shared' %}", "templates/shared": "x"}, fails=True),
    Fetched("other templates", {"cookiecutter.json": '{"template": ["a (b)"]}', "f": "x"}, fails=True),
    Fetched("other signs", {"cookiecutter.json": '{"_jinja2_env_vars": {"variable_start_string": "[[", "variable_end_string": "]]"}}', "f": "x"}, fails=True),
    Fetched("undefined", {"f": "{{ cookiecutter.nothing }}"}, fails=True),
    Fetched("a dangling link", {"f": "x", "l": Link("../outside")}, fails=True),
]



def with_config(name, config, variables, answers=None, fails=False, named=""):
    made = case(name, variables, {"f": SHOW}, answers, fails)
    made.config = config
    made.named = named
    return made


def replayed(name, variables, answers):
    made = case(name, variables, {"f": SHOW + "{{ cookiecutter._template }}\n"}, answers)
    made.replays = True
    return made


KINDS = {"title": "T", "kind": ["lib", "app"], "debug": False, "map": {"a": {"b": 1}, "c": "{{ cookiecutter.title }}"}, "slug": "{{ cookiecutter.title|lower }}", "_private": "p"}

SETTINGS = [
    with_config("the user's defaults", "default_context:\n  title: Mine\n  kind: app\n  debug: 'y'\n  other: x\n", KINDS, [{}, {"title": "Own", "kind": "lib"}]),
    with_config("the user's defaults that are derived", "default_context: {title: '{{ cookiecutter.name|upper }}', slug: fixed, _private: q}\n", KINDS, [{}, {"slug": "s"}]),
    with_config("the user's maps", "default_context: {map: {a: {d: 2}}}\n", KINDS, [{}, {"map": {"c": "x"}}]),
    with_config("a choice of the user's that is none", "default_context: {kind: tool}\n", KINDS),
    with_config("no defaults of the user's", "default_context: {}\nabbreviations: {}\n", KINDS),
    with_config("a template by an abbreviation", "abbreviations: {own: 'PLACE/{0}', whole: PLACE/template}\n", KINDS, named="own:template"),
    with_config("a template by a whole abbreviation", "abbreviations: {whole: PLACE/template}\n", KINDS, named="whole"),
    replayed("an earlier run", KINDS, [{}, {"title": "Of then", "kind": "app", "debug": True, "map": {"a": {"b": 2}}, "_private": "q"}, {"slug": "own", "title": "é \"x\""}]),
]

CASES = VARIABLES + LANGUAGE + FILES + NESTED + SETTINGS + HOOKS
