"""traced.py PROGRAM: while somebody types, the window writes into Waymark's own folders alone, and starts nothing."""

import pathlib
import re
import subprocess
import sys
import tempfile

from desktop import Desktop, check
from hands import Keyboard
from walk import Walk
from window import Window

STARTS = {"execve", "execveat", "fork", "vfork", "clone", "clone3"}
WRITES = """open openat openat2 creat mkdir mkdirat rename renameat renameat2 unlink unlinkat rmdir symlink symlinkat
link linkat truncate ftruncate chmod fchmod fchmodat chown fchown lchown fchownat mknod mknodat utimensat"""
CALL = re.compile(r"^\d+ +(\w+)\((.*)$")
PLACE = re.compile(r'(?:(?:AT_FDCWD|\d+)<([^>]*)>(?:, )?)?(?:"((?:[^"\\]|\\.)*)")?')
FOLDERS = ("config", "data", "state", "cache")


def paths_of(words):
    """The absolute paths that a call names: of a file descriptor, of a name, or of both together."""
    found = []
    for folder, name in PLACE.findall(words):
        if folder or name:
            found.append(pathlib.PurePosixPath(folder or "/", name))
    return found


def complaint(line, allowed):
    """What is wrong with a line of the trace."""
    parts = CALL.match(line)
    if not parts or " = -1 E" in line:
        return None
    call, words = parts.groups()
    if call.startswith("clone") and "CLONE_THREAD" in words:
        return None
    if call in STARTS:
        return f"a process was started: {line}"
    if call.startswith("open") and not re.search("O_WRONLY|O_RDWR|O_CREAT|O_TRUNC", words):
        return None
    for path in paths_of(words):
        around = {path, *path.parents}
        if str(path) != "/dev/null" and not around.intersection(allowed):
            return f"{path} was written: {line}"
    return None


def main(program):
    with tempfile.TemporaryDirectory() as folder, Desktop() as desktop:
        log = pathlib.Path(folder) / "trace"
        if subprocess.run(["strace", "-qq", "-o", log, "true"], check=False, stderr=subprocess.DEVNULL).returncode:
            print("this system allows no tracing")
            return 77
        log.write_text("")
        # What looks for leaks at the end cannot do so below a tracer.
        desktop.environment["ASAN_OPTIONS"] = desktop.environment.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
        calls = ",".join([*STARTS, *WRITES.split()])
        tracer = ["strace", "-f", "--seccomp-bpf", "-qq", "-y", "-o", str(log), "-e", f"trace={calls}"]
        window = Window(desktop, program, tracer)
        hands = Keyboard(window)
        Walk(desktop, window, hands).choose("go-service")
        window.find("text", "Service name")
        before = log.stat().st_size
        hands.fill("text", "Service name", "orders")
        hands.fill("text", "Owning team", "checkout")
        hands.fill("text", "What it does", "takes orders by day and sends them on by night")
        window.find("button menu", "Draft saved")
        with log.open() as file:
            file.seek(before)
            lines = file.read().splitlines()
        allowed = {pathlib.PurePosixPath(desktop.home, name, "waymark") for name in FOLDERS}
        found = [words for words in (complaint(line, allowed) for line in lines) if words]
        check(not found, "\n".join(found))
        check(any("drafts" in line for line in lines), "the trace shows no draft")
        window.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
