"""Runs every case of jinja2language_cases/*.py with the real Jinja2 and writes what it gave to jinja2language/*.json.

Usage: PYTHONPATH=DIRECTORY_WITH_JINJA2 python3 generate_jinja2language.py [FILE…]
A case is a template, or a dict of "template", "data", "files", "options" and "name"; a file's `defaults`
stand for what its cases leave out. Where a file's cases are `composed`, those are left out that print the insides of
Python (addresses, classes).
"""

import importlib.util
import json
import pathlib
import re
import sys

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment, SandboxedEnvironment

HERE = pathlib.Path(__file__).resolve().parent
INSIDES = re.compile(r"\bat 0x[0-9a-f]{6,}|<class '|<built-in|<function |complex|_io\.|<generator|<bound method|(?i:<generator object)|\(<template>, line|\bb['\"]|\b__\w+__\(\)")
UNDEFINED = {
    "lenient": jinja2.Undefined,
    "strict": jinja2.StrictUndefined,
    "chainable": jinja2.ChainableUndefined,
    "debug": jinja2.DebugUndefined,
}


def environment(row):
    options = dict(row.get("options", {}))
    kind = ImmutableSandboxedEnvironment if options.pop("immutable", False) else SandboxedEnvironment
    options["undefined"] = UNDEFINED[options.pop("undefined", "lenient")]
    files = {**row.get("files", {}), "main.txt": row["template"]}
    return kind(loader=jinja2.DictLoader(files), **options)


def line_of(error):
    """The line of the innermost template that the error came through."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return error.lineno
    line = None
    traceback = error.__traceback__
    while traceback:
        if traceback.tb_frame.f_code.co_filename == "<template>":
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line


def message_of(error):
    if isinstance(error, jinja2.TemplateSyntaxError):
        return error.message
    if isinstance(error, KeyError):
        return repr(error.args[0]) if error.args else ""
    return str(error)


def run(row):
    try:
        template = environment(row).get_template("main.txt")
        return {"expected": template.render(json.loads(json.dumps(row.get("data", {}))))}
    except Exception as error:  # whatever it is, it is what is recorded
        return {"error": type(error).__name__, "message": message_of(error), "line": line_of(error)}


def rows_of(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.rows, getattr(module, "defaults", {}), getattr(module, "composed", False)


def main():
    sys.path.insert(0, str(HERE))
    wanted = sys.argv[1:] or sorted(path.stem for path in (HERE / "jinja2language_cases").glob("*.py"))
    for name in wanted:
        rows, defaults, composed = rows_of(HERE / "jinja2language_cases" / f"{name}.py")
        lines, seen, errors = [], set(), 0
        for row in rows:
            own = {"template": row} if isinstance(row, str) else row
            key = json.dumps(own, sort_keys=True)
            if key in seen:
                continue
            seen.add(key)
            result = run({**defaults, **own})
            if composed and INSIDES.search(result.get("expected", "") + result.get("message", "")):
                continue
            errors += "error" in result
            lines.append(json.dumps({**own, **result}, ensure_ascii=False))
        text = '{"defaults": %s,\n"rows": [\n%s\n]}\n' % (json.dumps(defaults), ",\n".join(lines))
        (HERE / "jinja2language" / f"{name}.json").write_text(text, encoding="utf-8")
        print(name, len(lines), "errors", errors)


if __name__ == "__main__":
    main()
