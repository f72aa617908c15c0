"""walk.py PROGRAM HAND TEMPLATE THEME SIZE SCALE FOLDER: a service is made in the window, from the catalog to the
commit, with the keyboard alone or with the mouse. A picture of each step is left in FOLDER."""

import pathlib
import re
import subprocess
import sys

from desktop import Desktop, check
from hands import Keyboard, Mouse
from window import Window

TITLES = {"go-service": "Go HTTP service", "python-service": "Python HTTP service"}
REASON = "Large exports are held in memory"


class Walk:
    def __init__(self, desktop, window, hands, folder=None):
        self.desktop = desktop
        self.window = window
        self.hands = hands
        self.folder = folder
        self.pictures = 0

    def picture(self, name):
        if not self.folder:
            return
        self.pictures += 1
        self.window.picture(self.folder / f"{self.pictures:02}-{name}.png")

    def uses_keys(self):
        return self.hands.name == "keyboard"

    def choose(self, template):
        title = re.compile(re.escape(TITLES[template]))
        self.window.find("push button", "Browse templates")
        self.picture("home")
        self.hands.press("push button", "Browse templates")
        if self.uses_keys():
            self.window.find("list item", title)
            self.window.screen.press("ctrl+f")
            self.window.has_focus("text", "Filter templates")
            self.window.screen.type(template.split("-", maxsplit=1)[0])
            self.window.screen.press("Down")
            self.window.has_focus("list item", title)
        else:
            self.hands.press("list item", title)
        self.window.find("label", TITLES[template])
        self.window.find("push button", "Use template")
        self.picture("catalog")
        if self.uses_keys():
            self.window.screen.press("ctrl+Return")
        else:
            self.hands.press("push button", "Use template")
        self.window.has_focus("text", "Service name")

    def go_on(self, page):
        """To the next page, which shows its title."""
        if self.uses_keys():
            self.window.screen.press("ctrl+Return")
        else:
            self.hands.press("push button", f"Continue to {page}")
        self.window.find("label", page)

    def answer(self):
        self.hands.fill("text", "Service name", "orders")
        self.hands.fill("text", "Owning team", "checkout")
        self.hands.fill("text", "What it does", "Takes orders and sends them on")
        self.picture("basics")
        self.go_on("Runtime")
        self.hands.fill("spin box", "Port", "8200")
        self.hands.fill("text", "Why Port is different", "8080 is taken on our hosts")
        self.hands.choose("Only problems", instead_of="Requests and problems")
        self.picture("runtime")
        self.go_on("Infrastructure")
        self.hands.fill("spin box", "Memory per copy", "512")
        self.hands.fill("text", "Why Memory per copy is different", REASON)
        self.picture("infrastructure")
        self.go_on("Observability")
        self.hands.fill("text", "Alert channel", "#orders-alerts")
        self.picture("observability")

    def commit(self):
        if self.uses_keys():
            self.window.screen.press("ctrl+Return")
        else:
            self.hands.press("push button", "Review and commit")
        self.window.find("push button", "Create and commit")
        self.picture("review")
        if self.uses_keys():
            self.window.screen.press("F7", "ctrl+Next", "ctrl+Return")
        else:
            self.hands.press("push button", "Create and commit")
        self.window.find("label", "orders is ready")
        self.picture("done")


def git(folder, environment, *words):
    how = {"stdin": subprocess.DEVNULL, "capture_output": True, "text": True, "check": False}
    done = subprocess.run(["git", *words], cwd=folder, env=environment, **how)
    check(done.returncode == 0, f"git {words}: {done.stdout}{done.stderr}")
    return done.stdout


def check_service(desktop, template, reason):
    """That the service is whole, and its commit says `reason`."""
    service = desktop.home / "work" / "orders"
    log = git(service, desktop.environment, "log", "--format=%an <%ae>%n%B")
    check(log.startswith(f"Ada Lovelace <ada@example.org>\nCreate orders from {template}"), log)
    check(reason in log, f"the reason is not in the message: {log}")
    check(git(service, desktop.environment, "rev-list", "--count", "HEAD") == "1\n", "more than a commit")
    check(git(service, desktop.environment, "status", "--porcelain") == "", "it is not clean")
    git(service, desktop.environment, "fsck", "--strict", "--full")
    beside = [path.name for path in service.parent.iterdir()]
    check(beside == ["orders"], f"something was left beside it: {beside}")


def main(program, hand, template, theme, size, scale, folder):
    with Desktop() as desktop:
        desktop.set_look(theme, scale)
        window = Window(desktop, program)
        window.resize(*(int(number) for number in size.split("x")))
        hands = {"keyboard": Keyboard, "mouse": Mouse}[hand](window)
        walk = Walk(desktop, window, hands, pathlib.Path(folder))
        try:
            walk.choose(template)
            walk.answer()
            walk.commit()
        except AssertionError:
            walk.picture("failed")
            print(window.described())
            raise
        check_service(desktop, template, REASON)
        window.quit()


if __name__ == "__main__":
    main(*sys.argv[1:])
