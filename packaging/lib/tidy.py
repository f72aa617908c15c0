"""tidy.py ROOT PRESET JOBS CLANG_TIDY: clang-tidy over every file of a built preset.

Nearly all of its time goes into the headers, so files are looked at as one, many at a time; those that
cannot be compiled together are looked at in smaller groups, and at last alone.
What was clean is remembered by content, in build/tidy: a file is looked at again when it, a header
that it reads, its compile command or the checks change.
"""

import hashlib
import json
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from together import grouped


@dataclass(frozen=True)
class Source:
    path: pathlib.Path
    command: str
    mark: pathlib.Path  # it exists where this state of the file was clean


def dependencies(build):
    """The files that each object was made from, as ninja remembers them."""
    listing = subprocess.run(["ninja", "-C", build, "-t", "deps"], check=True, capture_output=True, text=True)
    found, current = {}, []
    for line in listing.stdout.splitlines():
        if line.startswith("    "):
            current.append((build / line.strip()).resolve())
        elif ": #deps" in line:
            current = found.setdefault(line.split(": #deps")[0], [])
    return found


def without_precompiled(command):
    """The command without the compiler's own precompiled headers, which clang cannot read."""
    return re.sub(r" (-Winvalid-pch|-include \S+/cmake_pch\.hxx)", "", command)


def output(command):
    """The object that the command makes; not every CMake says it by itself."""
    return re.search(r" -o (\S+)", command).group(1)


def members(file):
    """The files that are compiled as this one."""
    if file.name.startswith("unity_"):
        return [pathlib.Path(name) for name in re.findall(r'#include "(.+\.cpp)"', file.read_text())]
    return [file]


def key(root, path, command, files, rules):
    digest = hashlib.sha256(rules + command.encode() + bytes(path))  # those compiled as one have all else in common
    for file in sorted({path, *files}):
        if file.is_relative_to(root) and file.is_file():
            digest.update(str(file.relative_to(root)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def sources(root, build, clean, version):
    """Every file of ours that the preset compiles."""
    rules = version + b"".join(path.read_bytes() for path in [root / ".clang-tidy", root / "tests/.clang-tidy"])
    needed = dependencies(build)
    for entry in json.loads((build / "compile_commands.json").read_text()):
        command = without_precompiled(entry["command"])
        for path in members(pathlib.Path(entry["file"])):
            if not path.is_relative_to(root / "build"):
                mark = clean / key(root, path, command, needed.get(output(command), []), rules)
                yield Source(path, command, mark)


def joint_command(group, file):
    """One command for all: that of the first, with what the others define and where they look."""
    words = shlex.split(group[0].command)
    words = words[: words.index("-o")]
    for source in group[1:]:
        others = iter(shlex.split(source.command))
        for word in others:
            option = [word, next(others)] if word == "-isystem" else [word]
            if word.startswith(("-I", "-D", "-isystem")) and option[-1] not in words:
                words += option
    return shlex.join([*words, "-Wno-unknown-warning-option", "-c", str(file)])  # other compilers' names


def joint_file(root, work, group):
    """A file that includes the whole group, in a folder where clang-tidy finds the group's own checks."""
    folder = work / group[0].path.parent.relative_to(root) / hashlib.sha256(repr(group).encode()).hexdigest()[:16]
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "group.cpp"
    lines = []
    for number, source in enumerate(group):
        include = f'#include "{source.path}" // NOLINT(bugprone-suspicious-include)'
        lines += [f"#define main main_{number}", include, "#undef main"]
    file.write_text("\n".join(lines) + "\n")
    entry = {"directory": str(folder), "file": str(file), "command": joint_command(group, file)}
    (folder / "compile_commands.json").write_text(json.dumps([entry]))
    return file


def check(tidy, root, work, group):
    """What is wrong in each file of the group, "" where it is clean; what is wrong in a header is every file's."""
    file = joint_file(root, work, group)
    result = subprocess.run([tidy, "--quiet", "-p", file.parent, file], capture_output=True, text=True)
    if result.returncode == 0:
        return [(source, "") for source in group]
    if len(group) > 1 and "clang-diagnostic-" in result.stdout:
        half = len(group) // 2
        return check(tidy, root, work, group[:half]) + check(tidy, root, work, group[half:])
    text = result.stdout if ": error:" in result.stdout else result.stdout + result.stderr
    blamed = {pathlib.Path(name) for name in re.findall(r"^(\S+?):\d+:\d+: (?:error|warning):", text, re.MULTILINE)}
    members = {source.path for source in group}
    shared = not blamed or not blamed <= members
    return [(source, text if shared or source.path in blamed else "") for source in group]


def main(root, preset, jobs, tidy):
    root = pathlib.Path(root).resolve()
    build, clean = root / "build" / preset, root / "build" / "tidy"
    work = clean / "groups"
    version = subprocess.run([tidy, "--version"], check=True, capture_output=True).stdout
    shutil.rmtree(work, ignore_errors=True)
    (work / "tests").mkdir(parents=True)
    shutil.copy(root / "tests/.clang-tidy", work / "tests")
    todo = {source.path: source for source in sources(root, build, clean, version) if not source.mark.exists()}
    homes = {}  # tests of each folder have checks and macros of their own
    for path in todo:
        homes.setdefault(path.parent if path.is_relative_to(root / "tests") else root, []).append(path)
    groups = [[todo[path] for path in group] for home in homes.values() for group in grouped(home)]
    print(f"clang-tidy: {len(todo)} files to look at", flush=True)
    failed, told = 0, set()
    with ThreadPoolExecutor(int(jobs)) as pool:
        for findings in pool.map(lambda group: check(tidy, root, work, group), groups):
            for source, text in findings:
                print(f"{source.path.relative_to(root)}: {'not clean' if text else 'clean'}", flush=True)
                if text:
                    failed += 1
                else:
                    source.mark.touch()
                if text and text not in told:
                    print(text, flush=True)
                told.add(text)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
