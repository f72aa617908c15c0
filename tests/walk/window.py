"""The window of Waymark as a person has it: what is in it is found by what it is called."""

import signal
import time

import accessibility
from desktop import TIMEOUT, check, wait


class Window:
    """`trace`: words before the program's own, as of a tracer."""

    def __init__(self, desktop, program, trace=()):
        self.desktop = desktop
        self.screen = desktop.screen
        self.bus = desktop.bus
        self.process = desktop.start(*trace, program, cwd=desktop.home / "work", stdout=self.own_log())
        self.is_traced = bool(trace)
        self.place = None
        wait(lambda: self.process.poll() is not None or self.is_active(), "the window")
        check(self.process.poll() is None, f"it did not start: {desktop.log()}")

    def own_log(self):
        return (self.desktop.home / "run" / "waymark-desktop.log").open("ab")

    def pid(self):
        if not self.is_traced:
            return self.process.pid
        children = f"/proc/{self.process.pid}/task/{self.process.pid}/children"
        with open(children, encoding="ascii") as file:
            return int((file.read().split() or ["0"])[0])

    def look(self, into_rows=False):
        """All that shows, in one list."""
        pid = self.pid()
        if self.place is None or self.place[0] != pid:
            found = accessibility.applications(self.bus, pid)
            self.place = (pid, found) if found else None
        roots = accessibility.look(self.bus, self.place[1], into_rows) if self.place else []
        return [control for root in roots for control in root.all()]

    def is_active(self):
        return any(control.is_("active") for control in self.look())

    def resize(self, *size):
        window = wait(self.screen.windows, "the window manager's list")[0]
        self.screen.resize(window, *size)
        wait(lambda: self.screen.place(window)[2:] == size, lambda: f"{size}; it is {self.screen.place(window)}")
        self.size = size

    def picture(self, file):
        """Leaves one; it has to be as large as it was made."""
        file.parent.mkdir(parents=True, exist_ok=True)
        place = self.screen.place(self.screen.windows()[0])
        self.screen.picture(place, file)
        check(place[2:] == self.size, f"it grew from {self.size} to {place}")

    # Finding

    def find_all(self, role, name):
        rows = role in ("list item", "cell", "tree item")
        return [control for control in self.look(rows) if control.role == role and control.is_called(name)]

    def find(self, role, name, timeout=TIMEOUT):
        """The first `role` of that name; a pattern is searched in names."""
        return wait(lambda: self.find_all(role, name), f"a {role} called {name!r}", timeout)[0]

    def gone(self, role, name):
        wait(lambda: not self.find_all(role, name), f"no {role} called {name!r}")

    def has_text(self, role, name, text):
        def texts():
            return [control.text() for control in self.find_all(role, name)]

        wait(lambda: text in texts(), lambda: f"{text!r} in {role} {name!r}, which has {texts()}")

    def described(self):
        """Everything in it, for a report."""
        lines = []
        for control in self.look(into_rows=True):
            lines.append("  " * len(list(control.ancestors())) + f"{control} {' '.join(sorted(control.states))}")
        return "\n".join(lines)

    # Focus

    def focused(self):
        """What the keys go to."""
        self.bus.listen(0)
        if not self.bus.focus:
            return None
        control = accessibility.look(self.bus, [self.bus.focus], into_rows=True)[0]
        if control.role in accessibility.ROWS:
            rows = [row for row in control.all() if row is not control and row.is_("focused")]
            control = (rows or [control])[0]
        return control

    def is_focused(self, role, name):
        control = self.focused()
        return control is not None and control.role == role and control.is_called(name)

    def has_focus(self, role, name, timeout=TIMEOUT):
        wait(
            lambda: self.is_focused(role, name),
            lambda: f"the focus in {role} {name!r}; it is in {self.focused()}",
            timeout,
        )

    def around(self, control):
        """The places of it and of what it is in."""
        places = [control.place]
        while places[-1][1] != "/org/a11y/atspi/accessible/root":
            answer = self.bus.ask([accessibility.property_of(places[-1], "Parent")])[0]
            if not answer:
                break
            places.append(tuple(answer[1]))
        return places

    def step(self, key="Tab"):
        """Presses a key that moves the focus, and says where it went; None: nowhere."""
        self.bus.listen(0)
        before, self.bus.focus = self.bus.focus, None
        self.screen.press(key)
        end = time.monotonic() + 2
        answered = 0  # a busy program has not seen the key before it has answered some questions
        while self.bus.focus is None and (time.monotonic() < end or answered < 5):
            self.bus.listen(0.2)
            self.bus.ask([accessibility.asking(self.place[1][0], "GetRoleName")])
            answered += 1
        if self.bus.focus is None:
            self.bus.focus = before
            return None
        self.bus.listen(0.02)  # a view says its own, and then that of its row
        return self.focused()

    # Ending

    def quit(self):
        """By the button on its frame; the program has to end well."""
        self.screen.close_window(self.screen.windows()[0])
        code = wait(lambda: self.ended() is not None, "the end of the program") and self.ended()
        check(code == 0, f"it ended with {code}: {self.desktop.log()}")

    def ended(self):
        return self.process.poll()

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
