"""Makes services of small templates with the real Cookiecutter and with this program, and says where they differ.

Usage: PYTHONPATH=FOLDER_WITH_COOKIECUTTER python3 compare_cookiecutter.py WAYMARK [CASE…]
The same is an equal tree (folders, contents, executable bits, links), or a failure of both.
"""

import collections
import difflib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import warnings

import arrow
import cookiecutter.generate
import cookiecutter.prompt
from cookiecutter.main import cookiecutter as make

from cookiecutter_cases import CASES, FETCHED, Executable, Link

NOW = "2026-02-03T04:05:06+00:00"


def sandbox():
    """Whether hooks can run in one here; if not, they are left out unless that is a failure."""
    probe = ["bwrap", "--unshare-all", "--ro-bind", "/", "/", "true"]
    if shutil.which("bwrap") and subprocess.run(probe, check=False).returncode == 0:
        return True
    print("skipped: no sandbox can be made here, so no hooks are tried")
    if os.environ.get("WAYMARK_REQUIRE_TOOLS") == "1":
        sys.exit(1)
    return False


def freeze():
    arrow.now = lambda zone=None: arrow.get(NOW).to(zone or "local")


class OrderedDict(collections.OrderedDict):
    """Printed as Python 3.12 and later print it, by whichever Python this is."""

    __module__ = "collections"

    def __repr__(self):
        return f"OrderedDict({dict(self)!r})" if self else "OrderedDict()"


def print_maps_alike():
    cookiecutter.generate.OrderedDict = cookiecutter.prompt.OrderedDict = OrderedDict


def write(root, files):
    for path, content in files.items():
        target = os.path.join(root, path)
        os.makedirs(target if content is None else os.path.dirname(target), exist_ok=True)
        if isinstance(content, Link):
            os.symlink(content.target, target)
        elif content is not None:
            data = content.content if isinstance(content, Executable) else content
            with open(target, "wb") as file:
                file.write(data.encode() if isinstance(data, str) else data)
            os.chmod(target, 0o755 if isinstance(content, Executable) else 0o644)


def tree(root):
    """Of each path: what it is."""
    found = {}
    for folder, folders, files in os.walk(root):
        for name in folders + files:
            path = os.path.join(folder, name)
            shown = os.path.relpath(path, root)
            if os.path.islink(path):
                found[shown] = ("link", os.readlink(path))
            elif os.path.isdir(path):
                found[shown] = ("folder",)
            else:
                with open(path, "rb") as file:
                    found[shown] = ("file", bool(os.stat(path).st_mode & 0o100), file.read())
    return found


def write_text(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def settings(case, place):
    """What the call of Cookiecutter has for the user's settings."""
    if not case.config and not case.replays:
        return {"default_config": True}
    text = case.config.replace("PLACE", place) + f"replay_dir: {place}/replays\ncookiecutters_dir: {place}/kept\n"
    return {"config_file": write_text(os.path.join(place, "settings.yaml"), text)}


def original(template, answers, out, runs_hooks, **more):
    """The tree that Cookiecutter makes and the name of its folder, or why it fails."""
    context = {} if "replay" in more else {"no_input": True, "extra_context": answers or None}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            made = make(template, output_dir=out, accept_hooks=runs_hooks, **context, **more)
    except BaseException as error:  # whatever it is that it stumbles over
        return None, f"{type(error).__name__}: {error}"
    return tree(made), os.path.relpath(made, out)


def ours(waymark, template, answers, destination, home, runs_hooks):
    """The tree that this program makes of the template so called, or why it fails."""
    path = write_text(os.path.join(home, "answers.json"), json.dumps(answers, ensure_ascii=False))
    options = [template, destination, "--answers", path, "--defaults", "--no-commit", "--no-record", "--now", NOW, "--seed", "5eed"]

    def run(*words):
        return subprocess.run([waymark, *words], capture_output=True, text=True, errors="replace", stdin=subprocess.DEVNULL,
                              env={"PATH": os.environ["PATH"], "HOME": home, "LC_ALL": "C.UTF-8", "TZ": "UTC"})

    hooks = ["--run-hooks=sandboxed"] if runs_hooks else []
    plan = run("plan", *options, "--json").stdout if runs_hooks else ""
    expected = ["--expect-plan", json.loads(plan)["hash"]] if '"hash"' in plan else []
    done = run("new", *options, *hooks, *expected)
    if "The hooks before the questions changed the template" in done.stderr:  # what they leave is another plan
        done = run("new", *options, *hooks)
    if done.returncode:
        return None, done.stderr.strip() or f"exit status {done.returncode}"
    return tree(destination), done.stderr


def differences(wanted, made):
    for path in sorted(wanted.keys() | made.keys()):
        want, got = wanted.get(path), made.get(path)
        if want == got:
            continue
        yield f"    {path}: {want and want[:2]} is wanted, {got and got[:2]} is there"
        if want and got and want[0] == got[0] == "file":
            for line in difflib.unified_diff(want[2].decode(errors="backslashreplace").splitlines(True),
                                             got[2].decode(errors="backslashreplace").splitlines(True), "wanted", "made"):
                yield "      " + repr(line)


def compare(waymark, case, answers, place):
    """What differs, as lines; none: it is the same."""
    template = os.path.join(place, "template")
    out = os.path.join(place, "out")
    home = os.path.join(place, "home")
    os.makedirs(home)
    write(template, case.files)
    more = settings(case, place)
    if case.config:
        shutil.copy(more["config_file"], os.path.join(home, ".cookiecutterrc"))
    if case.replays:
        original(template, answers, os.path.join(place, "earlier"), False, **more)
        more["replay"] = os.path.join(place, "replays", "template.json")
        with open(more["replay"], encoding="utf-8") as file:
            answers = json.load(file)
    wanted, name = original(case.named or template, answers, out, case.hooks, **more)
    shutil.rmtree(out, ignore_errors=True)
    os.makedirs(out)
    made, said = ours(waymark, case.named or template + "/", answers, os.path.join(out, name if wanted is not None else "failed"), home, case.hooks)
    return judged(case, wanted, name, made, said)


def judged(case, wanted, name, made, said):
    if wanted is None and made is None:
        return [] if case.fails else [f"    both fail, which is not meant: {name}\n    {said}"]
    if wanted is None:
        return [f"    only Cookiecutter fails: {name}"]
    if made is None:
        return [f"    only this program fails: {said}"]
    if case.fails:
        return ["    it is meant to fail"]
    return list(differences(wanted, made))


def compare_fetched(waymark, case, place):
    """The same for a step of Backstage: its action puts the folder into a template of its own."""
    template = os.path.join(place, "template")
    write(os.path.join(template, "{{cookiecutter and 'contents'}}"), case.files)
    variables = {**json.loads(case.files.get("cookiecutter.json", "{}")), **case.values}
    for name, option in {"_copy_without_render": "copyWithoutRender", "_extensions": "extensions"}.items():
        variables[name] = case.options.get(option)
    variables = {name: value for name, value in variables.items() if value is not None or name not in ("_copy_without_render", "_extensions")}
    write(template, {"cookiecutter.json": json.dumps(variables)})
    wanted, name = original(template, {}, os.path.join(place, "wanted"), False, default_config=True)
    step = {"action": "fetch:cookiecutter", "input": {"url": "./skeleton", "values": case.values, **case.options}}
    definition = {"apiVersion": "scaffolder.backstage.io/v1beta3", "kind": "Template", "metadata": {"name": "t"}, "spec": {"type": "service", "steps": [step]}}
    backstage = os.path.join(place, "backstage")
    home = os.path.join(place, "home")
    os.makedirs(home)
    write(backstage, {"template.yaml": json.dumps(definition), **{f"skeleton/{path}": content for path, content in case.files.items()}})
    made, said = ours(waymark, backstage + "/", {}, os.path.join(place, "made"), home, False)
    return judged(case, wanted, name, made, said)


def main():
    waymark, *chosen = sys.argv[1:]
    waymark = os.path.abspath(waymark)
    freeze()
    print_maps_alike()
    os.environ["TZ"] = "UTC"
    has_sandbox = sandbox()
    wrong = runs = 0
    for case in CASES:
        if chosen and case.name not in chosen or case.hooks and not has_sandbox:
            continue
        for answers in case.answers:
            runs += 1
            with tempfile.TemporaryDirectory() as place:
                lines = compare(waymark, case, answers, place)
            if lines:
                wrong += 1
                print(f"{case.name} {json.dumps(answers, ensure_ascii=False)}", *lines, sep="\n")
    for case in FETCHED:
        if chosen and case.name not in chosen:
            continue
        runs += 1
        with tempfile.TemporaryDirectory() as place:
            lines = compare_fetched(waymark, case, place)
        if lines:
            wrong += 1
            print(f"fetched: {case.name}", *lines, sep="\n")
    print(f"{runs} runs, {wrong} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
