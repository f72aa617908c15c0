"""Which files can be compiled as one: those that share no name that a file keeps to itself.

together.py FILE…: a line for each group, its files with "|" between them, for CMake.
"""

import pathlib
import re
import sys

LARGEST = 16  # files; beyond it little is gained, and what fails is looked for longer
WORDS_OF_THE_LANGUAGE = {"public", "private", "protected", "final", "static_assert"}


def own_names(path):
    """The names that a file declares in its unnamed namespace, each with the namespace around it, and its macros."""
    names, inside, around = set(), False, ""
    for line in path.read_text().splitlines():
        if line.startswith("namespace {"):
            inside = True
        elif line.startswith("namespace "):
            around = line.split()[1]
        elif line.startswith("}") and "namespace" in line:
            inside = False
        elif line.startswith("#define"):
            names.add(("", re.split(r"\W+", line)[2]))
        elif inside and line[:1].isalpha():
            words = re.findall(r"\w+", re.split(r"[({=;[]| : ", line)[0])
            names.update((around, word) for word in set(words[-1:]) - WORDS_OF_THE_LANGUAGE)
    return names


def opened(path):
    """The namespaces of ours whose names the whole file uses as its own."""
    return frozenset(line for line in path.read_text().splitlines() if line.startswith("using namespace waymark"))


def grouped(paths):
    """The paths in groups that open the same namespaces."""
    groups = {}
    for path in paths:
        names = own_names(path)
        kind = groups.setdefault(opened(path), [])
        for members, taken in kind:
            if len(members) < LARGEST and taken.isdisjoint(names):
                members.append(path)
                taken |= names
                break
        else:
            kind.append(([path], names))
    return [members for kind in groups.values() for members, _ in kind]


if __name__ == "__main__":
    for members in grouped([pathlib.Path(name) for name in sys.argv[1:]]):
        print("|".join(map(str, members)))
