#!/usr/bin/env python3
"""Fills in what the real Copier makes of the templates in the *.txt files beside this one.

    PYTHONPATH=FOLDERS python3 make_goldens.py [FILE...]

In the folders are Copier 9.17 with what it needs, jinja2-ansible-filters and jinja2-time. To be run
in UTC and at 2026-02-03 04:05:06 (by libfaketime), where a template prints the time. What the files
hold is told in tests/support/goldencases.py.
"""
import glob
import os
import shutil
import sys

import yaml
from copier import run_copy

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "support"))
from goldencases import fill, made

PLACE = "/tmp/waymark-copier"  # templates may print where they are
TEMPLATE, MADE = PLACE + "/template", PLACE + "/made/orders"


def run(answers):
    shutil.rmtree(PLACE + "/made", ignore_errors=True)
    os.makedirs(PLACE + "/made")
    try:
        run_copy(TEMPLATE, MADE, data=yaml.safe_load("\n".join(answers)) or {}, vcs_ref="HEAD",
                 defaults=True, overwrite=True, quiet=True, skip_tasks=True, unsafe=True)
    except Exception as error:  # whatever it is that it stumbles over
        if isinstance(error, FileNotFoundError) and error.__context__:  # as it cleaned up
            error = error.__context__
        print("   refused:", type(error).__name__, *str(error).split())
        return [[["refused"], []]]
    return made(MADE)


def main():
    for path in sys.argv[1:] or sorted(glob.glob(HERE + "/*.txt")):
        fill(path, TEMPLATE, run, ("made", "refused"))
    shutil.rmtree(PLACE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
