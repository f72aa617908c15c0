#!/usr/bin/env python3
"""Writes jinja2/*.json: what the real Jinja2 (3.1.6) makes of the templates in jinja2_cases/*.txt.

A line is a template, in which \\n is a line break; what "}} {{" separates are cases of their own.
"## autoescape" and "## strict" set the options of the lines below; "# …" is a comment. Every case sees the
same data, below.
Run it with Jinja2 and MarkupSafe on PYTHONPATH, and review the changes as a diff.
"""

import json
import pathlib

import jinja2
import jinja2.sandbox

DATA = {
    "text": "Hello, World!",
    "words": "the quick brown fox jumps over the lazy dog",
    "lines": "first line\nsecond\n\n  fourth\n",
    "html": "<b class=\"x\">Tom & Jerry's</b>",
    "empty": "",
    "uni": "Größe 😀 ÀÉ ñ",
    "number": 42,
    "negative": -7,
    "big": 123456789012345678901234567890,
    "real": 3.14159,
    "half": 2.5,
    "yes": True,
    "no": False,
    "infinite": "inf",
    "not_number": "nan",
    "nothing": None,
    "list": [3, 1, 2],
    "mixed": [1, "a", None, 2.5, True],
    "strings": ["b", "A", "c", "B", "a"],
    "nested": [[1, 2], [3, 4], [5]],
    "none_list": [],
    "map": {"b": 2, "A": 1, "c": 3},
    "deep": {"a": {"b": [{"c": "found"}]}},
    "empty_map": {},
    "users": [
        {"name": "John", "age": 30, "city": "Rome", "active": True, "tags": ["x", "y"], "home": {"zip": 2}},
        {"name": "ada", "age": 25, "city": "rome", "active": False, "tags": ["y"], "home": {"zip": 1}},
        {"name": "Bob", "age": 30, "city": "Oslo", "active": True, "tags": [], "home": {"zip": 3}},
    ],
    "partial": [{"name": "x", "k": 1}, {"name": "y"}, {"name": "z", "k": 0}],
    "long": "Lorem ipsum dolor sit amet, consetetur sadipscing elitr, sed diam nonumy eirmod tempor "
            "invidunt ut labore-et-dolore magna aliquyam erat--sed diam voluptua.",
}

HERE = pathlib.Path(__file__).parent / "jinja2"


def row_of(template, options):
    environment = jinja2.sandbox.SandboxedEnvironment(
        autoescape="autoescape" in options,
        undefined=jinja2.StrictUndefined if "strict" in options else jinja2.Undefined,
    )
    row = {"name": template, "template": template.replace("\\n", "\n")}
    if "autoescape" in options:
        row["autoescape"] = True
    if "strict" in options:
        row["undefined"] = "strict"
    used = [name for name in DATA if name in template]
    row["data"] = {name: DATA[name] for name in used}
    data = json.loads(json.dumps(row["data"]))  # each case gets its own
    try:
        row["expected"] = environment.from_string(row["template"]).render(data)
    except Exception as error:  # whatever a template can raise is what is asked for
        row["error"] = str(error)
    return row


def cases_of(line):
    return [line] if "{%" in line else line.replace("}} {{", "}}\0{{").split("\0")


def options_of(row):
    return row.get("autoescape"), row.get("undefined")


def main():
    for cases in sorted((HERE.parent / "jinja2_cases").glob("*.txt")):
        rows = []
        options = []
        for line in cases.read_text(encoding="utf-8").splitlines():
            if line.startswith("## "):
                options = line[3:].split()
            elif line and not line.startswith("# "):
                rows += [row_of(case, options) for case in cases_of(line)]
        rows = list({(row["name"], *options_of(row)): row for row in rows}.values())
        target = HERE / (cases.stem + ".json")
        body = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        target.write_text(f"[\n{body}\n]\n", encoding="utf-8")
        print(f"{target.name}: {len(rows)} cases")


main()
