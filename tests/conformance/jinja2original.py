"""What the real Jinja2 makes of a row: a dict of "template", "data", "files" and "options"."""

import json
import re

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment, SandboxedEnvironment

# What prints the insides of Python (addresses, classes) is nobody's to copy.
INSIDES = re.compile(
    r"\bat 0x[0-9a-f]{6,}|<class '|<built-in|<function |_io\.|<generator|<bound method|(?i:<generator object)"
    r"|\((?:/templates/)?\S+, line \d+\)|\b__\w+__\(\)")
UNDEFINED = {
    "lenient": jinja2.Undefined,
    "strict": jinja2.StrictUndefined,
    "chainable": jinja2.ChainableUndefined,
    "debug": jinja2.DebugUndefined,
}


FOLDER = "/templates/"  # by which a traceback knows them


def environment(row):
    options = dict(row.get("options", {}))
    kind = ImmutableSandboxedEnvironment if options.pop("immutable", False) else SandboxedEnvironment
    options["undefined"] = UNDEFINED[options.pop("undefined", "lenient")]
    files = {**row.get("files", {}), "main.txt": row["template"]}

    def load(name):
        return (files[name], FOLDER + name, None) if name in files else None

    filters = {}
    extensions = options.get("extensions", [])
    if any(not name.startswith("jinja2.ext.") for name in extensions):
        from jinja2extensions import EXTENSIONS
        options["extensions"] = [name for name in extensions if name not in EXTENSIONS]
        for name in extensions:
            filters.update(EXTENSIONS.get(name, {}))
    is_newstyle = options.pop("newstyle_gettext", False)
    made = kind(loader=jinja2.FunctionLoader(load), **options)
    made.filters.update(filters)
    if "jinja2.ext.i18n" in options.get("extensions", ()):
        made.install_null_translations(newstyle=is_newstyle)
    return made


def place_of(error):
    """The file and line of the innermost template that the error came through."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return (error.name or "").removeprefix(FOLDER) or None, error.lineno
    file = line = None
    traceback = error.__traceback__
    while traceback:
        if traceback.tb_frame.f_code.co_filename.startswith(FOLDER):
            file = traceback.tb_frame.f_code.co_filename.removeprefix(FOLDER)
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return file, line


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
        file, line = place_of(error)
        result = {"error": type(error).__name__, "message": message_of(error), "line": line}
        return result if file == "main.txt" or file is None else {**result, "file": file}
