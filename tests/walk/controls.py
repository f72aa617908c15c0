"""controls.py PROGRAM: on every screen, each control has a name and a role for a screen reader; Tab goes to all of
them, shows where it is, and comes round; F6 goes over the panes."""

import re
import sys
import time

from desktop import Desktop, check
from hands import Keyboard
from walk import Walk
from window import Window

PRESSED = {"push button", "check box", "radio button", "toggle button", "button menu", "combo box", "link", "page tab"}
NOT_BY_TAB = {"frame", "scroll bar", "menu bar", "menu item", "label"}
ITEMS = {"list item", "cell", "tree item", "page tab"}
NO_ROLES = {"unknown", "invalid", "filler", "gone"}
MOST = 150
RING = 6  # px around a control, where its ring is


def is_control(control):
    """Whether it is for a person to use: no part of another, and no text that can be selected, for that is copied by
    a button beside it."""
    is_part = control.parent is not None and control.parent.role in ("spin box", "combo box")
    if not control.is_("enabled") or is_part or control.role in NOT_BY_TAB:
        return False
    return control.is_("focusable") or control.role in PRESSED


def unnamed(controls):
    found = [each for each in controls if is_control(each)]
    return [
        f"{each} in {[str(above) for above in each.ancestors()]}"
        for each in found
        if each.role in NO_ROLES or not (each.name or each.label())
    ]


def stop_of(control):
    """Where the focus is; of a row, the list that it is in."""
    return control.around[1] if control.role in ITEMS else control.around[0]


class Round:
    """Where a key goes to, until it is back."""

    def __init__(self, window, key, looks_at_rings=False):
        self.window = window
        self.stops = []
        self.ringless = []
        self.comes_round = False
        before = None
        while len(self.stops) < MOST:
            control = window.step(key) or window.focused()
            control.around = window.around(control)
            if before:
                self.ringless += self.without_ring(*before)
            before = (control, self.pixels(control)) if looks_at_rings else None
            if stop_of(control) in [stop_of(stop) for stop in self.stops]:
                self.comes_round = stop_of(control) == stop_of(self.stops[0])
                return
            self.stops.append(control)

    def __str__(self):
        return ", ".join(str(stop) for stop in self.stops)

    def pixels(self, control):
        left, top, width, height = control.box()
        self.place = (left - RING, top - RING, width + 2 * RING, height + 2 * RING)
        return self.window.screen.settled(self.place, 0.3)

    def without_ring(self, control, focused):
        """Nothing, if it looks otherwise now that the focus has left it."""
        end = time.monotonic() + 1
        while time.monotonic() < end:
            if self.window.screen.pixels(self.place) != focused:
                return []
            time.sleep(0.05)
        return [str(control)]

    def missed(self, controls):
        places = {place for stop in self.stops for place in stop.around}
        stops = {stop_of(stop) for stop in self.stops}

        def is_reached(control):
            above = [each.place for each in control.ancestors()]
            if control.place in places or stops.intersection(above):
                return True
            # Of choices that exclude each other, Tab goes to one, and arrows to the others.
            return control.is_("checkable") and bool(places.intersection(above[:2]))

        return [str(control) for control in controls if is_control(control) and not is_reached(control)]


def check_screen(window, name, panes=0, overlay=None):
    """`panes`: to how many F6 goes; 0: it is not for this screen. `overlay`: what lies over all the rest."""
    controls = [each for each in window.look() if not overlay or overlay in (str(above) for above in each.ancestors())]
    complaints = [f"without name or role: {each}" for each in unnamed(controls)]
    tab = Round(window, "Tab", looks_at_rings=True)
    if not tab.comes_round:
        complaints.append(f"Tab does not come round; it goes over {tab}")
    complaints += [f"Tab does not reach {each}; it goes over {tab}" for each in tab.missed(controls)]
    if tab.ringless:  # a busy computer may have painted late
        tab.ringless = Round(window, "Tab", looks_at_rings=True).ringless
    complaints += [f"it does not show that it has the focus: {each}" for each in tab.ringless]
    if panes:
        around = Round(window, "F6")
        if len(around.stops) != panes or not around.comes_round:
            complaints.append(f"F6 does not go round {panes} panes; it goes over {around}")
    return [f"{name}: {each}" for each in complaints]


def check_overlay(window, keys, name):
    window.screen.press(keys)
    window.find("dialog", name)
    complaints = check_screen(window, name, overlay=f"dialog “{name}”")
    window.screen.press("Escape")
    window.gone("dialog", name)
    return complaints


def check_message(window):
    """A message that goes by is reached before it has gone; the focus comes back from it."""
    window.find("push button", "Close the message")
    window.screen.press("F6", "Tab")
    window.has_focus("push button", "Close the message")
    window.screen.press("Escape")
    window.gone("push button", "Close the message")
    window.has_focus("push button", "Open the folder")


def main(program):
    complaints = []
    with Desktop() as desktop:
        window = Window(desktop, program)
        window.resize(1440, 900)
        hands = Keyboard(window)
        walk = Walk(desktop, window, hands)
        window.find("push button", "Browse templates")
        complaints += check_screen(window, "Home", 3)
        complaints += check_overlay(window, "ctrl+k", "Find anything")
        complaints += check_overlay(window, "ctrl+shift+k", "Keyboard shortcuts")
        hands.press("push button", "Browse templates")
        window.find("tree", re.compile("Files"))
        complaints += check_screen(window, "Catalog", 6)
        window.screen.press("ctrl+1")
        walk.choose("go-service")
        for number, page in enumerate(("Basics", "Runtime", "Infrastructure", "Observability"), start=1):
            window.screen.press(f"alt+{number}")
            window.find("label", page)
            complaints += check_screen(window, page, 7)
        window.screen.press("alt+1")
        window.find("label", "Basics")
        hands.fill("text", "Service name", "orders")
        hands.fill("text", "Owning team", "checkout")
        window.find("label", "Nothing is wrong")
        complaints += check_screen(window, "Without a problem", 6)
        window.screen.press("alt+5")
        window.find("push button", "Create and commit")
        complaints += check_screen(window, "Review and commit", 7)
        window.screen.press("ctrl+Return")
        window.find("label", "orders is ready")
        check_message(window)
        complaints += check_screen(window, "Done", 3)
    check(not complaints, "\n".join(complaints))


if __name__ == "__main__":
    main(*sys.argv[1:])
