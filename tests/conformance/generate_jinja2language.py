"""Runs every case of jinja2language_cases/*.py with the real Jinja2 and writes what it gave to jinja2language/*.json.

Usage: PYTHONPATH=DIRECTORY_WITH_JINJA2 python3 generate_jinja2language.py [FILE…]
A case is a template, or a dict of "template", "data", "files", "options" and "name"; a file's `defaults`
stand for what its cases leave out. Where a file's cases are `composed`, those are left out that print the insides of
Python (addresses, classes).
"""

import importlib.util
import json
import pathlib
import sys

from jinja2original import INSIDES, run

HERE = pathlib.Path(__file__).resolve().parent


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
