"""What a screen reader sees of a window: the accessibility bus, and the controls on it."""

from dataclasses import dataclass, field

from jeepney import DBusAddress, HeaderFields, MessageType, new_method_call
from jeepney.io.blocking import open_dbus_connection

PREFIX = "org.a11y.atspi."
REGISTRY = (PREFIX + "Registry", "/org/a11y/atspi/accessible/root")
STATES = {
    1: "active", 4: "checked", 7: "editable", 8: "enabled", 10: "expanded", 11: "focusable", 12: "focused",
    16: "modal", 22: "selectable", 23: "selected", 24: "sensitive", 25: "showing", 30: "visible", 41: "checkable",
}  # fmt: skip
ROWS = {"list", "tree", "table", "tree table"}  # what holds rows, of which there may be thousands
ALWAYS_LOOKED_AT = {"application", "frame", "window"}


def address_of_bus(session_address, timeout):
    """Where the accessibility bus of a session is."""
    with open_dbus_connection(session_address) as session:
        bus = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        return session.send_and_get_reply(new_method_call(bus, "GetAddress"), timeout=timeout).body[0]


class Bus:
    """Asks many things at once, which takes a tenth of the time."""

    def __init__(self, address, timeout):
        self.connection = open_dbus_connection(address)
        self.timeout = timeout
        self.focus = None  # where it went last
        rule = "type='signal',interface='org.a11y.atspi.Event.Object',member='StateChanged'"
        self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "AddMatch", "s", (rule,))
        self.call(
            REGISTRY[0], "/org/a11y/atspi/registry", PREFIX + "Registry", "RegisterEvent",
            "s", ("object:state-changed:focused",),
        )  # fmt: skip

    def call(self, name, path, interface, method, signature=None, body=()):
        return self.ask([((name, path), interface, method, signature, body)])[0]

    def ask(self, calls):
        """The first value of each answer; None where there is none, as of a control that went away meanwhile."""
        asked = {}
        for (name, path), interface, method, signature, body in calls:
            message = new_method_call(DBusAddress(path, name, interface), method, signature, body)
            serial = next(self.connection.outgoing_serial)
            asked[serial] = message.serialise(serial)
        self.connection.sock.sendall(b"".join(asked.values()))
        answers = {}
        while len(answers) < len(asked):
            message = self.connection.receive(timeout=self.timeout)
            serial = message.header.fields.get(HeaderFields.reply_serial)
            if message.header.message_type == MessageType.signal:
                self.hear(message)
            elif serial in asked:
                fails = message.header.message_type == MessageType.error
                answers[serial] = None if fails or not message.body else message.body[0]
        return [answers[serial] for serial in asked]

    def hear(self, message):
        fields = message.header.fields
        if fields.get(HeaderFields.member) == "StateChanged" and message.body[:2] == ("focused", 1):
            self.focus = (fields[HeaderFields.sender], fields[HeaderFields.path])

    def listen(self, seconds):
        """Takes in what was said without being asked; waits so long for something."""
        try:
            while True:
                self.hear(self.connection.receive(timeout=seconds))
                seconds = 0
        except TimeoutError:
            pass

    def close(self):
        self.connection.close()


def asking(place, method, *body, of="Accessible", signature=None):
    return (place, PREFIX + of, method, signature, body)


def property_of(place, name, of="Accessible"):
    return (place, "org.freedesktop.DBus.Properties", "Get", "ss", (PREFIX + of, name))


@dataclass(eq=False)
class Control:
    """Something in a window, as it was when it was looked at; its methods look again."""

    bus: Bus
    place: tuple  # the connection and the path of it
    role: str = ""
    name: str = ""
    states: frozenset = frozenset()
    parent: "Control" = None
    children: list = field(default_factory=list)

    def __str__(self):
        return f"{self.role} “{self.name}”"

    def is_(self, *states):
        return self.states.issuperset(states)

    def ancestors(self):
        above = self.parent
        while above:
            yield above
            above = above.parent

    def all(self):
        """It, and all that is in it, in the order of reading."""
        yield self
        for child in self.children:
            yield from child.all()

    def text(self):
        """What stands in it."""
        return self.bus.ask([asking(self.place, "GetText", 0, -1, of="Text", signature="ii")])[0]

    def is_called(self, name):
        """`name`: all of it, or a pattern that is searched in it."""
        names = [self.name]
        if self.role == "combo box":
            names.append(self.label().replace("&", ""))
        return any(name.search(each) if hasattr(name, "search") else name == each for each in names)

    def box(self):
        """Left, top, width and height on the screen; nothing of what went away."""
        extents = self.bus.ask([asking(self.place, "GetExtents", 0, of="Component", signature="u")])[0]
        return extents or (0, 0, 0, 0)

    def label(self):
        """What the label beside it says: a combo box is called as what is chosen in it."""
        for kind, targets in self.bus.ask([asking(self.place, "GetRelationSet")])[0] or []:
            if kind == 2:  # labelled by
                names = self.bus.ask([property_of(target, "Name") for target in targets])
                return " ".join(name[1] for name in names if name)
        return ""


def look(bus, places, into_rows=False):
    """The controls at `places` with all that shows in them; rows of lists and trees only where asked for."""
    roots = [Control(bus, place) for place in places]
    level = roots
    while level:
        answers = iter(
            bus.ask(
                [
                    call
                    for control in level
                    for call in (
                        asking(control.place, "GetRoleName"),
                        property_of(control.place, "Name"),
                        asking(control.place, "GetState"),
                        asking(control.place, "GetChildren"),
                    )
                ]
            )
        )
        below = []
        for control in level:
            role, name, states, children = next(answers), next(answers), next(answers), next(answers)
            control.role = {"button": "push button"}.get(role, role or "gone")
            control.name = name[1].replace("&", "") if name else ""
            control.states = states_in(states or [])
            if control.role in ALWAYS_LOOKED_AT or (
                control.is_("showing") and (into_rows or control.role not in ROWS)
            ):
                control.children = [Control(bus, tuple(child), parent=control) for child in children or []]
                below += control.children
        level = below
    for root in roots:
        prune(root)
    return roots


def states_in(words):
    bits = sum(word << (32 * i) for i, word in enumerate(words))
    return frozenset(name for bit, name in STATES.items() if bits >> bit & 1)


def prune(control):
    """Leaves out what does not show."""
    control.children = [
        child for child in control.children if child.is_("showing") or child.role in ALWAYS_LOOKED_AT
    ]
    for child in control.children:
        prune(child)


def applications(bus, pid):
    """The places of what the process `pid` shows."""
    found = []
    for place in bus.ask([asking(REGISTRY, "GetChildren")])[0] or []:
        call = ("org.freedesktop.DBus", "/org/freedesktop/DBus")
        owner = bus.ask([(call, "org.freedesktop.DBus", "GetConnectionUnixProcessID", "s", (place[0],))])[0]
        if owner == pid:
            found.append(tuple(place))
    return found
