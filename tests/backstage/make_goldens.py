#!/usr/bin/env python3
"""Fills in what Backstage's real scaffolder makes of the templates in the *.txt files beside this one.

    make_goldens.py --backend FOLDER --roadie FOLDER [FILE...]

The folders are those that scaffold.cjs names, in which its packages are installed by npm. What the
files hold is told in tests/support/goldencases.py; here there are also, of each set of answers,

    #! called ACTION   the input, as JSON, of a step whose action needs a server
    #! output          what the template tells at the end, as JSON
"""
import argparse
import glob
import json
import os
import shutil
import subprocess
import sys

import yaml

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "support"))
from goldencases import fill, made

PLACE = "/tmp/waymark-backstage"
TEMPLATE, MADE = PLACE + "/source/template", PLACE + "/made"


def run(scaffolder, lines):
    shutil.rmtree(MADE, ignore_errors=True)
    task = {"template": TEMPLATE, "answers": yaml.safe_load("\n".join(lines)) or {}, "out": MADE,
            "isOnForge": len(os.listdir(os.path.dirname(TEMPLATE))) > 1}
    scaffolder.stdin.write(json.dumps(task) + "\n")
    scaffolder.stdin.flush()
    said = json.loads(scaffolder.stdout.readline())
    if "refused" in said:
        print("   refused:", said["refused"].splitlines()[0])
        return [[["refused"], []]]
    found = made(MADE)
    for call in said["called"]:
        found.append([["called", call["action"]], [json.dumps(call["input"], ensure_ascii=False)]])
    if said["output"]:
        found.append([["output"], [json.dumps(said["output"], ensure_ascii=False)]])
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--backend", required=True)
    parser.add_argument("--roadie", required=True)
    parser.add_argument("files", nargs="*", default=sorted(glob.glob(HERE + "/*.txt")))
    arguments = parser.parse_args()
    command = ["node", "--no-node-snapshot", HERE + "/scaffold.cjs", arguments.backend, arguments.roadie]
    results = ("made", "refused", "called", "output")
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                          env=dict(os.environ, TZ="UTC")) as scaffolder:
        for path in arguments.files:
            fill(path, TEMPLATE, lambda lines: run(scaffolder, lines), results)
        scaffolder.stdin.close()
    shutil.rmtree(PLACE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
