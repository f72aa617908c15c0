"""tidy.py ROOT PRESET JOBS CLANG_TIDY: clang-tidy over every file of a built preset.

What was clean is remembered by content, in build/tidy: a file is looked at again when it, a header
that it reads, its compile command or the checks change.
"""

import hashlib
import json
import pathlib
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor


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


def without_precompiled(entry):
    """The command without the compiler's own precompiled headers, so that each file has to name what it reads."""
    command = re.sub(r" (-Winvalid-pch|-include \S+/cmake_pch\.hxx)", "", entry["command"])
    return {**entry, "command": command}


def output(entry):
    """The object that the command makes; not every CMake says it by itself."""
    return re.search(r" -o (\S+)", entry["command"]).group(1)


def key(root, entry, files, rules):
    digest = hashlib.sha256(rules + entry["command"].encode())
    for path in sorted({pathlib.Path(entry["file"]), *files}):
        if path.is_relative_to(root) and path.is_file():
            digest.update(str(path.relative_to(root)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def check(tidy, entry, database):
    result = subprocess.run([tidy, "--quiet", "-p", database, entry["file"]], capture_output=True, text=True)
    return result.returncode == 0, result.stdout + ("" if result.returncode == 0 else result.stderr)


def main(root, preset, jobs, tidy):
    root = pathlib.Path(root).resolve()
    build, clean = root / "build" / preset, root / "build" / "tidy"
    clean.mkdir(exist_ok=True)
    version = subprocess.run([tidy, "--version"], check=True, capture_output=True).stdout
    rules = version + b"".join(path.read_bytes() for path in [root / ".clang-tidy", root / "tests/.clang-tidy"])
    needed = dependencies(build)
    entries = [without_precompiled(entry) for entry in json.loads((build / "compile_commands.json").read_text())]
    (clean / "compile_commands.json").write_text(json.dumps(entries))
    todo = []
    for entry in entries:
        if pathlib.Path(entry["file"]).is_relative_to(root / "build"):
            continue
        name = key(root, entry, needed.get(output(entry), []), rules)
        if not (clean / name).exists():
            todo.append((entry, name))
    print(f"clang-tidy: {len(todo)} files to look at", flush=True)
    failed = 0
    with ThreadPoolExecutor(int(jobs)) as pool:
        for (entry, name), (good, text) in zip(todo, pool.map(lambda item: check(tidy, item[0], clean), todo)):
            path = pathlib.Path(entry["file"]).relative_to(root)
            print(f"{path}: {'clean' if good else 'not clean'}", flush=True)
            if good:
                (clean / name).touch()
            else:
                failed += 1
                print(text, flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
