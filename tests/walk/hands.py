"""The two ways in which a person uses a window."""

import time

from desktop import check, wait

MOST_STEPS = 120  # of the Tab key, once around the largest screen


class Keyboard:
    """Goes to what it wants by Tab, and knows it by what a screen reader says."""

    name = "keyboard"

    def __init__(self, window):
        self.window = window

    def go_to(self, role, name):
        if self.window.is_focused(role, name):
            return
        passed = []
        while len(passed) < MOST_STEPS:
            control = self.window.step("Tab")
            check(control, f"Tab leads nowhere from {passed[-1:]}")
            if self.is_there(control, role, name):
                return
            passed.append(str(control))
            if passed.count(str(control)) > 2:
                break
        raise AssertionError(f"Tab does not reach {role} {name!r}; it goes over {passed}")

    def is_there(self, control, role, name):
        return control is not None and control.role == role and control.is_called(name)

    def press(self, role, name):
        self.go_to(role, name)
        self.window.screen.press("space")

    def fill(self, role, name, text):
        self.go_to(role, name)
        self.window.screen.press("ctrl+a")
        self.window.screen.type(text)
        self.window.has_text(role, name, text)

    def choose(self, name, instead_of):
        """One of several that exclude each other."""
        self.go_to("radio button", instead_of)
        for _ in range(MOST_STEPS):
            control = self.window.step("Down")
            if self.is_there(control, "radio button", name):
                return
        raise AssertionError(f"arrows do not lead from {instead_of!r} to {name!r}")


class Mouse:
    """Points at what it wants; what is out of sight is scrolled there."""

    name = "mouse"

    def __init__(self, window):
        self.window = window

    def press(self, role, name):
        def pressed():
            """What moves away meanwhile is looked for again."""
            control = self.window.find(role, name)
            place = self.bring_into_sight(control)
            if place and self.window.find(role, name).box() == control.box():
                self.window.screen.click(*place)
                return True
            return False

        wait(pressed, f"{role} {name!r} where it can be clicked")

    def fill(self, role, name, text):
        self.press(role, name)
        try:
            self.window.has_focus(role, name, 5)
        except AssertionError:  # it moved below the pointer
            self.press(role, name)
            self.window.has_focus(role, name)
        self.window.screen.press("ctrl+a")
        self.window.screen.type(text)
        self.window.has_text(role, name, text)

    def choose(self, name, instead_of):
        """One of several that exclude each other."""
        del instead_of
        self.press("radio button", name)

    def bring_into_sight(self, control):
        """Where to click; None as long as it is out of sight."""
        left, top, width, height = control.box()
        x, y = left + width // 2, top + height // 2
        for around in control.ancestors():
            if around.role == "application":
                break
            pane_left, pane_top, pane_width, pane_height = around.box()
            if not (pane_left <= x < pane_left + pane_width and pane_width > 0):
                return None
            if not pane_top <= y < pane_top + pane_height:
                self.window.screen.turn(pane_left + pane_width // 2, pane_top + pane_height // 2, y > pane_top)
                time.sleep(0.05)
                return None
        return x, y
