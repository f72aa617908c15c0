"""run_readme.py FILE BIN: runs the commands of a Markdown file's console blocks, as a reader would.

A line "$ COMMAND" has to end with exit code 0; the lines below it have to be what it prints, where a
line "…" stands for any lines, "…" in a line for any text, and hashes and times may differ. A command goes
on below a "\\" at its end, and below "<<'END'" up to END. All blocks share one scratch folder, which is also
the home, and begin where the one before has gone with "cd"; BIN is first in PATH. Commands that set the
project up (packaging/…) are left out.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

HASH = r"\b(?=[a-f]*[0-9])[0-9a-f]{7,64}\b"
DOCUMENT = re.compile(r"<<'(\w+)'")
TIME = r"\b\d{4}-\d\d-\d\dT[0-9:.]+(?:Z|[+-]\d\d:\d\d)"
VARIES = re.compile(f"…|{HASH}|{TIME}")


def blocks(text):
    return re.findall(r"^```console\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def is_open(command):
    """Whether a document in `command` waits for its last line."""
    lines = command.splitlines()
    document = DOCUMENT.search(lines[0])
    return document and document[1] not in lines[1:]


def commands(block):
    """Pairs of a command and the lines that it is said to print."""
    found = []
    for line in block.splitlines():
        if found and is_open(found[-1][0]):
            found[-1] = (found[-1][0] + "\n" + line, [])
        elif line.startswith("$ "):
            found.append((line[2:], []))
        elif found and found[-1][0].endswith("\\"):
            found[-1] = (found[-1][0][:-1] + line.strip(), [])
        elif found:
            found[-1][1].append(line.rstrip())
    return found


def line_pattern(line):
    fixed = [re.escape(text) for text in VARIES.split(line)]
    kinds = [r".*?" if match == "…" else r"\S+?" for match in VARIES.findall(line)] + [""]
    return "".join(text + kind for text, kind in zip(fixed, kinds)) + r"[ \t]*\n"


def pattern(lines):
    return re.compile("".join(r"(?:.*\n)*?" if line.strip() == "…" else line_pattern(line) for line in lines))


def run(command, home, place, path):
    """The result of `command` in the folder that the file `place` names, where it leaves its own."""
    environment = {
        "PATH": f"{path}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(home),
        "GIT_CONFIG_NOSYSTEM": "1",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    }
    return subprocess.run(
        ["bash", "-c", f"trap 'pwd >{place}' EXIT\n{command}"],
        cwd=place.read_text(encoding="utf-8").rstrip("\n"),
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=120,
        text=True,
    )


def problem_of(command, expected, home, place, path):
    result = run(command, home, place, path)
    if result.returncode != 0:
        return f"exit code {result.returncode}\n{result.stdout}"
    while expected and not expected[-1]:
        expected.pop()
    if expected and not pattern(expected).fullmatch(result.stdout):
        return f"it prints\n{result.stdout}and not\n" + "\n".join(expected)
    return None


def main(file, path):
    ran, failed = 0, 0
    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryDirectory() as notes:
        place = pathlib.Path(notes, "place")
        place.write_text(home, encoding="utf-8")
        for block in blocks(pathlib.Path(file).read_text(encoding="utf-8")):
            for command, expected in commands(block):
                if command.startswith("packaging/"):
                    continue
                ran += 1
                problem = problem_of(command, expected, home, place, path)
                if problem:
                    failed += 1
                    print(f"$ {command}\n{problem}\n")
    print(f"{ran} commands, {failed} failed")
    return 0 if ran and not failed else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
