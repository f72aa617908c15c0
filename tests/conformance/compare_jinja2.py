"""Renders random templates with the real Jinja2 and with this engine, and says where they differ.

Usage: PYTHONPATH=FOLDER_WITH_JINJA2 python3 compare_jinja2.py RENDER_ROWS [RUNS [FIRST_CASE]] [--messages]
The same is an equal text, or an error in the same file and line; with --messages the words of errors count too.
"""

import json
import resource
import signal
import subprocess
import sys

from jinja2generator import case_of
from jinja2original import INSIDES, run

AT_ONCE = 100  # so that the two need not wait for each other at each case
SECONDS = 5  # for a case of the original's
MEMORY = 4 << 30


class TooLong(BaseException):
    """Not an Exception: what Jinja2 catches of those is too much."""


def too_long(*_):
    raise TooLong


def rendered(row):
    signal.alarm(SECONDS)
    try:
        return run(row)
    except TooLong:
        return None
    finally:
        signal.alarm(0)


def is_comparable(theirs, own):
    if theirs is None or theirs.get("error") in ("RecursionError", "MemoryError", "SystemError") or own.get("code") == "template.limit":
        return False
    return not INSIDES.search(theirs.get("expected", "") + theirs.get("message", ""))


def is_same(theirs, own, with_messages):
    if "error" not in theirs:
        return own.get("text") == theirs["expected"]
    if "text" in own:
        return False
    is_outside = theirs["line"] is None  # of any template: at the end of all output
    return (is_outside or (theirs.get("file", "main.txt"), theirs["line"]) == (own.get("file"), own.get("line"))) and (not with_messages or theirs["message"] == own["message"])


def main():
    with_messages = "--messages" in sys.argv
    renderer, runs, first = [*[given for given in sys.argv[1:] if given != "--messages"], "1000", "0"][:3]
    signal.signal(signal.SIGALRM, too_long)
    ours = subprocess.Popen([renderer], stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # it has limits of its own
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.setrecursionlimit(1000)
    counts = dict.fromkeys(("same", "different", "refused", "left"), 0)
    end = int(first) + int(runs)
    for start in range(int(first), end, AT_ONCE):
        rows = [case_of(number) for number in range(start, min(start + AT_ONCE, end))]
        ours.stdin.write("".join(json.dumps(row) + "\n" for row in rows).encode())
        ours.stdin.flush()
        for number, row, theirs in zip(range(start, end), rows, [rendered(row) for row in rows]):
            answer = ours.stdout.readline()
            if not answer:
                print(f"case {number}: the renderer ended\n{json.dumps(row)}")
                return 1
            own = json.loads(answer)
            if not is_comparable(theirs, own):
                counts["left"] += 1
            elif is_same(theirs, own, with_messages):
                counts["same"] += 1
                counts["refused"] += "error" in theirs
            else:
                counts["different"] += 1
                print(f"case {number}: {json.dumps(row, ensure_ascii=False)}\n  Jinja2:  {json.dumps(theirs, ensure_ascii=False)}\n  Waymark: {answer.decode().rstrip()}")
    ours.stdin.close()
    print("{same} the same, {refused} of them errors; {left} that are not compared; {different} different".format(**counts))
    return 1 if counts["different"] else 0


if __name__ == "__main__":
    sys.exit(main())
