"""A display of its own, with what a person does at it: keys, a pointer, and looking."""

import struct
import time
import zlib

from Xlib import XK, X, display
from Xlib.ext import xtest
from Xlib.protocol import event

SHIFTED = {"shift": "Shift_L", "ctrl": "Control_L", "alt": "Alt_L"}
NAMES = {"#": "numbersign", "-": "minus", ".": "period", ",": "comma", ":": "colon", "/": "slash", " ": "space"}


class Screen:
    def __init__(self, name):
        self.display = display.Display(name)
        self.root = self.display.screen().root

    def code_of(self, key):
        """The code of a key, and whether it takes shift."""
        symbol = XK.string_to_keysym(NAMES.get(key, key))
        codes = sorted(self.display.keysym_to_keycodes(symbol), key=lambda pair: pair[1])
        if not codes:
            raise ValueError(f"the keyboard has no {key!r}")
        return codes[0][0], codes[0][1] == 1

    def send(self, kind, detail):
        xtest.fake_input(self.display, kind, detail)

    def press(self, *chords):
        """press("Tab", "ctrl+Return")"""
        for chord in chords:
            *held, key = chord.split("+") if len(chord) > 1 else [chord]
            code, is_shifted = self.code_of(key)
            if is_shifted and "shift" not in held:
                held.append("shift")
            around = [self.code_of(SHIFTED[name])[0] for name in held]
            for modifier in around:
                self.send(X.KeyPress, modifier)
            self.send(X.KeyPress, code)
            self.send(X.KeyRelease, code)
            for modifier in reversed(around):
                self.send(X.KeyRelease, modifier)
            self.display.sync()

    def type(self, text):
        for letter in text:
            self.press(letter)

    def click(self, x, y):
        xtest.fake_input(self.display, X.MotionNotify, x=x, y=y)
        self.send(X.ButtonPress, 1)
        self.send(X.ButtonRelease, 1)
        self.display.sync()

    def turn(self, x, y, is_down):
        """The wheel, by a notch."""
        xtest.fake_input(self.display, X.MotionNotify, x=x, y=y)
        button = 5 if is_down else 4
        self.send(X.ButtonPress, button)
        self.send(X.ButtonRelease, button)
        self.display.sync()

    def has_window_manager(self):
        answer = self.root.get_full_property(self.atom("_NET_SUPPORTING_WM_CHECK"), X.AnyPropertyType)
        return answer is not None

    def atom(self, name):
        return self.display.intern_atom(name)

    def windows(self):
        """What the window manager has, the oldest first."""
        answer = self.root.get_full_property(self.atom("_NET_CLIENT_LIST"), X.AnyPropertyType)
        return [self.display.create_resource_object("window", number) for number in answer.value] if answer else []

    def place(self, window):
        """Left, top, width and height."""
        size = window.get_geometry()
        at = self.root.translate_coords(window, 0, 0)
        return at.x, at.y, size.width, size.height

    def resize(self, window, width, height):
        window.configure(x=0, y=0, width=width, height=height)
        self.display.sync()

    def close_window(self, window):
        """As the button on its frame does."""
        message = event.ClientMessage(
            window=window, client_type=self.atom("_NET_CLOSE_WINDOW"), data=(32, [X.CurrentTime, 2, 0, 0, 0])
        )
        self.root.send_event(message, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
        self.display.sync()

    def within(self, place):
        """What of it is on the screen."""
        left, top, width, height = place
        whole = self.root.get_geometry()
        right, bottom = min(left + width, whole.width), min(top + height, whole.height)
        left, top = max(0, left), max(0, top)
        return left, top, max(1, right - left), max(1, bottom - top)

    def pixels(self, place):
        left, top, width, height = self.within(place)
        return self.root.get_image(left, top, width, height, X.ZPixmap, 0xFFFFFFFF).data

    def settled(self, place, timeout=3.0):
        """The pixels there, once nothing moves any more; or as they are when the time is over."""
        end = time.monotonic() + timeout
        before = self.pixels(place)
        while time.monotonic() < end:
            time.sleep(0.08)
            now = self.pixels(place)
            if now == before:
                break
            before = now
        return before

    def picture(self, place, file):
        """Writes what is at `place` as a PNG file."""
        _, _, width, height = self.within(place)
        file.write_bytes(png(self.settled(place), width, height))

    def close(self):
        self.display.close()


def png(pixels, width, height):
    """The file of `pixels`, four bytes each: blue, green, red and nothing."""
    colours = bytearray(width * height * 3)
    for i, channel in enumerate((2, 1, 0)):
        colours[i::3] = pixels[channel::4]
    row = width * 3
    lines = b"".join(b"\0" + colours[y * row : (y + 1) * row] for y in range(height))

    def chunk(kind, content):
        checked = kind + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(lines, 1)) + chunk(b"IEND", b"")
