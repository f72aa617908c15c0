"""killed.py PROGRAM: the window is killed at moments that are drawn, in each of its states. Started again, it offers
every word that is older than a second, and of a service there is all or nothing.

Draws 4 times, or as often as WAYMARK_PROPERTY_RUNS says, up to 30 times."""

import itertools
import os
import random
import re
import shutil
import sys
import time

from desktop import Desktop, check, wait
from hands import Keyboard
from walk import Walk, check_service
from window import Window

TEMPLATE = "go-service"
WORDS = "takes orders by day and sends them on by night "
DRAFT = re.compile("^orders, ")
SAVED_AFTER = 1.0  # seconds


class Trial:
    """One life of the window, its end, and the next one."""

    def __init__(self, desktop, program, chance):
        self.desktop = desktop
        self.program = program
        self.chance = chance
        self.shown = []  # when, and all that was typed by then
        for name in ("config", "data", "state", "work"):
            shutil.rmtree(desktop.home / name, ignore_errors=True)
        (desktop.home / "work").mkdir()
        self.start()

    def start(self):
        self.window = Window(self.desktop, self.program)
        self.hands = Keyboard(self.window)
        self.walk = Walk(self.desktop, self.window, self.hands)

    def type_and_kill(self, role, name, longest):
        """What was typed counts from when it is shown: keys that wait in the display are not lost by the window."""
        field = self.window.find(role, name)
        end = time.monotonic() + self.chance.uniform(0.05, longest)
        for letter in itertools.cycle(WORDS):
            if time.monotonic() >= end:
                break
            self.window.screen.type(letter)
            self.shown.append((time.monotonic(), field.text()))
            time.sleep(0.03)  # as a quick typist
        self.kill()

    def kill(self):
        self.killed = time.monotonic()
        self.window.kill()

    def kept(self):
        """What has to be there still."""
        old = [text for when, text in self.shown if when < self.killed - SAVED_AFTER]
        return old[-1] if old else ""

    def begin_service(self):
        self.walk.choose(TEMPLATE)
        self.hands.fill("text", "Service name", "orders")
        self.hands.fill("text", "Owning team", "checkout")
        self.window.find("button menu", "Draft saved")

    def to_review(self):
        self.window.screen.press("alt+5")
        self.window.find("push button", "Create and commit")

    def open_draft(self):
        """The draft of “orders”, as the first page offers it."""
        self.window.find("list item", DRAFT)
        self.hands.go_to("list item", DRAFT)
        self.window.screen.press("Return")
        self.window.has_text("text", "Service name", "orders")

    def check_text(self, role, name):
        def text():
            return [control.text() for control in self.window.find_all(role, name)]

        wait(
            lambda: text() and text()[0].startswith(self.kept()),
            lambda: f"{self.kept()!r} in {name}, which has {text()}",
            10,
        )

    def left(self):
        return [path.name for path in (self.desktop.home / "work").iterdir()]


def while_browsing(trial):
    trial.hands.press("push button", "Browse templates")
    trial.window.find("list item", re.compile("Go HTTP service"))
    trial.window.screen.press("ctrl+f")
    trial.type_and_kill("text", "Filter templates", 1.5)
    trial.start()
    check(not trial.window.find_all("list item", DRAFT), "there is a draft that nobody began")
    check(not trial.left(), f"something was written: {trial.left()}")


def while_typing(trial):
    trial.begin_service()
    trial.hands.fill("text", "What it does", "it ")
    trial.type_and_kill("text", "What it does", 3)
    trial.start()
    trial.open_draft()
    if trial.kept():
        trial.check_text("text", "What it does")
    check(not trial.left(), f"something was written: {trial.left()}")


def while_reviewing(trial):
    trial.begin_service()
    trial.to_review()
    trial.hands.fill("text", "Subject of the commit message", "it ")
    trial.type_and_kill("text", "Subject of the commit message", 3)
    trial.start()
    trial.open_draft()
    trial.to_review()
    if trial.kept():
        trial.check_text("text", "Subject of the commit message")
    check(not trial.left(), f"something was written: {trial.left()}")


def while_committing(trial):
    trial.begin_service()
    trial.to_review()
    trial.window.screen.press("ctrl+Return")
    time.sleep(trial.chance.uniform(0, 1))
    trial.kill()
    trial.start()
    if "orders" in trial.left():
        wait(lambda: trial.left() == ["orders"], lambda: f"nothing beside it; there is {trial.left()}")
        check_service(trial.desktop, TEMPLATE, reason="")
    else:
        trial.open_draft()
        wait(lambda: not trial.left(), lambda: f"nothing half done; there is {trial.left()}")


STATES = (while_browsing, while_typing, while_reviewing, while_committing)


def main(program):
    rounds = min(int(os.environ.get("WAYMARK_PROPERTY_RUNS", len(STATES))), 30)
    for number in range(rounds):
        state = STATES[number % len(STATES)]
        with Desktop() as desktop:
            try:
                state(Trial(desktop, program, random.Random(number)))
            except AssertionError as error:
                print(desktop.log())
                raise AssertionError(f"round {number}, {state.__name__}: {error}") from error
    print(f"{rounds} times killed, and nothing was lost")


if __name__ == "__main__":
    main(sys.argv[1])
