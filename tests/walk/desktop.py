"""A desktop for one test: a home, a display with a window manager, and the accessibility bus."""

import contextlib
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import accessibility
from screen import Screen

TIMEOUT = 60  # seconds, for the slowest of builds on a busy machine
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
KEPT = ("PATH", "TZ", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS")
GIT = "[user]\n\tname = Ada Lovelace\n\temail = ada@example.org\n[init]\n\tdefaultBranch = main\n"


def check(condition, what):
    if not condition:
        raise AssertionError(what)


def wait(condition, what, timeout=TIMEOUT):
    """What `condition` gives, as soon as that is something. `what` is waited for, or says so in the end."""
    end = time.monotonic() + timeout
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() > end:
            raise AssertionError(f"in vain: {what() if callable(what) else what}")
        time.sleep(0.05)


class Desktop:
    """Everything is gone at the end of a `with`, what was written in the home too."""

    def __init__(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="waymark-"))
        self.processes = []
        self.environment = {name: os.environ[name] for name in KEPT if name in os.environ} | {
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(self.home / "run"),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_DATA_HOME": str(self.home / "data"),
            "XDG_STATE_HOME": str(self.home / "state"),
            "XDG_CACHE_HOME": str(self.home / "cache"),
            "GIT_CONFIG_NOSYSTEM": "1",
            "LC_ALL": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "NO_AT_BRIDGE": "0",
        }

    def __enter__(self):
        with contextlib.ExitStack() as stack:
            stack.callback(self.end)
            self.begin()
            stack.pop_all()
        return self

    def __exit__(self, *_):
        self.end()

    def begin(self):
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # a test that is stopped leaves nothing behind
        for name in ("run", "config", "data", "state", "cache", "work"):
            (self.home / name).mkdir(mode=0o700)
        (self.home / ".gitconfig").write_text(GIT)
        self.environment["DISPLAY"] = self.start_display()
        address = f"unix:path={self.home}/run/bus"
        self.start("dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={address}")
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = address
        wait((self.home / "run/bus").exists, "the session bus")
        # A window that comes before the window manager may never have the focus.
        self.start("openbox")
        self.start(next(path for path in LAUNCHERS if os.path.exists(path)), "--launch-immediately")
        self.screen = Screen(self.environment["DISPLAY"])
        wait(self.screen.has_window_manager, "the window manager")
        self.bus = accessibility.Bus(accessibility.address_of_bus(address, TIMEOUT), TIMEOUT)

    def start(self, *words, **how):
        log = (self.home / "run" / (os.path.basename(words[0]) + ".log")).open("ab")
        how = {"stdout": log, "stderr": subprocess.STDOUT, "env": self.environment} | how
        process = subprocess.Popen(words, stdin=subprocess.DEVNULL, start_new_session=True, **how)
        self.processes.append(process)
        return process

    def start_display(self):
        reader, writer = os.pipe()
        options = ["-screen", "0", "2100x1440x24", "-nolisten", "tcp", "-noreset", "-dpi", "96"]
        self.start("Xvfb", "-displayfd", str(writer), *options, pass_fds=(writer,))
        os.close(writer)
        with os.fdopen(reader) as told:
            return ":" + told.readline().strip()  # to the end of the line: the server writes it by itself

    def end(self):
        if hasattr(self, "bus"):
            self.bus.close()
        for process in reversed(self.processes):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        shutil.rmtree(self.home, ignore_errors=True)

    def set_look(self, theme, text_scale):
        """As the window keeps what was chosen in it."""
        folder = self.home / "config" / "waymark"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "window.ini").write_text(f"[look]\ntheme={theme}\ntextScale={text_scale}\n")

    def log(self):
        return (self.home / "run" / "waymark-desktop.log").read_text(errors="replace")
