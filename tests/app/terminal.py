"""terminal.py WAYMARK: what a person at a terminal sees: questions, the last one before anything is
written, Ctrl+C, progress and colour; and that none of it is there without a terminal."""

import fcntl
import json
import os
import pathlib
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

TEMPLATE = """\
apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata: {name: small, title: Small service}
spec:
  type: service
  parameters:
    - title: About it
      required: [name, owner]
      properties:
        name: {type: string, title: Name, ui:field: EntityNamePicker}
        owner: {type: string, title: Owning team, ui:field: OwnerPicker}
        size: {type: string, title: Size, enum: [small, large], default: small}
        token: {type: string, title: Token, ui:field: Secret}
  steps:
    - id: fetch
      action: fetch:template
      input: {url: ./skeleton, values: {name: "${{ parameters.name }}", size: "${{ parameters.size }}"}}
"""
TIMEOUT = 60
TYPED_AT_ONCE = 30  # a line and Ctrl+C behind it: the line can be gone before it is read


class Terminal:
    """A process on a terminal of its own; what it prints is collected."""

    def __init__(self, words, folder, environment, output=None, ignored=()):
        """`output`: where stdout goes instead; `ignored`: signals that it does not react to."""
        self.printed = ""
        self.pid, self.handle = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            if output is not None:
                os.dup2(output, 1)
            for number in ignored:
                signal.signal(number, signal.SIG_IGN)
            os.execve(words[0], words, environment)

    def wait_for(self, text):
        """Reads until `text` was printed behind what was waited for before."""
        start = len(self.printed)
        end = time.monotonic() + TIMEOUT
        while text not in self.printed[start:]:
            if not self.read(end):
                raise AssertionError(f"no {text!r} in {self.printed!r}")

    def read(self, end):
        ready, _, _ = select.select([self.handle], [], [], max(0, end - time.monotonic()))
        if not ready:
            return False
        try:
            chunk = os.read(self.handle, 65536)
        except OSError:  # the other side is closed
            return False
        self.printed += chunk.decode(errors="replace")
        return bool(chunk)

    def type(self, text):
        os.write(self.handle, text.encode())

    def finish(self):
        """The exit code, once all is read."""
        end = time.monotonic() + TIMEOUT
        while self.read(end):
            pass
        if time.monotonic() >= end:
            os.kill(self.pid, signal.SIGKILL)
        _, status = os.waitpid(self.pid, 0)
        os.close(self.handle)
        return os.waitstatus_to_exitcode(status)


class Trial:
    def __init__(self, waymark, folder):
        self.waymark = waymark
        self.folder = pathlib.Path(folder)
        self.environment = {
            "HOME": folder,
            "PATH": f"{os.path.dirname(waymark)}{os.pathsep}{os.environ['PATH']}",
            "GIT_CONFIG_NOSYSTEM": "1",
            "LC_ALL": "C.UTF-8",
            "TERM": "xterm",
        }
        (self.folder / ".gitconfig").write_text(
            "[user]\n\tname = Ada\n\temail = ada@example.org\n[init]\n\tdefaultBranch = main\n"
        )
        skeleton = self.folder / "small" / "skeleton"
        skeleton.mkdir(parents=True)
        (skeleton / "README.md").write_text("# ${{ values.name }}, ${{ values.size }}\n")
        (self.folder / "small" / "template.yaml").write_text(TEMPLATE)
        (self.folder / "small" / "waymark.yaml").write_text("version: 1.0.0\n")

    def terminal(self, *words, **variables):
        return Terminal([self.waymark, *words], self.folder, self.environment | variables)

    def special_terminal(self, *words, **how):
        return Terminal([self.waymark, *words], self.folder, self.environment, **how)

    def plain(self, command):
        return subprocess.run(
            ["bash", "-c", command],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=TIMEOUT,
        )

    def to_the_last_question(self, destination):
        terminal = self.terminal("new", "./small", destination)
        for question, answer in [
            (f"Name [{destination}]: ", "it's mine\n"),
            ("Owning team [ada]: ", "\n"),
            ("Size [small]: ", "2\n"),
            ("Token (optional): ", "hunter2hunter2\n"),
        ]:
            terminal.wait_for(question)
            terminal.type(answer)
        terminal.wait_for("Write this? [Y/n]: ")
        return terminal


def check(condition, what):
    if not condition:
        raise AssertionError(what)


def yes_writes(trial):
    terminal = trial.to_the_last_question("yes")
    terminal.type("\n")
    check(terminal.finish() == 0, terminal.printed)
    text = terminal.printed
    for part in ["Ready to create", "Files: 2 new", "size: large instead of small", "Created "]:
        check(part in text, f"{part!r} is not in {text!r}")
    check("hunter2" not in text, "a secret was shown")
    check((trial.folder / "yes" / "README.md").read_text() == "# it's mine, large\n", "README.md")


def no_leaves_everything_and_gives_the_command(trial):
    terminal = trial.to_the_last_question("no")
    terminal.type("n\n")
    check(terminal.finish() == 1, terminal.printed)
    check(not (trial.folder / "no").exists(), "something was written")
    command = re.search(r"^ *(waymark new .*)\r$", terminal.printed, re.MULTILINE).group(1)
    check("hunter2" not in terminal.printed, "a secret was shown")
    again = trial.plain(command)
    check(again.returncode == 0, f"{command}: {again.stderr}")
    check((trial.folder / "no" / "README.md").read_text() == "# it's mine, large\n", "README.md")


def ctrl_c_leaves_everything(trial):
    terminal = trial.terminal("new", "./small", "c1")
    terminal.wait_for("Name [c1]: ")
    terminal.type("\x03")
    check(terminal.finish() == 130, terminal.printed)
    check("Interrupted; nothing was written." in terminal.printed, terminal.printed)
    terminal = trial.terminal("new", "./small", "c1")
    terminal.wait_for("Name [c1]: ")
    terminal.type("mine\n")
    terminal.wait_for("Owning team [ada]: ")
    terminal.type("\x03")
    check(terminal.finish() == 130, terminal.printed)
    check("waymark new ./small c1 --set name=mine\r\n" in terminal.printed, terminal.printed)
    terminal = trial.terminal("new", "./small", "c2", "--set", "name=a", "--set", "owner=b", "--set", "size=small")
    terminal.wait_for("Token (optional): ")
    terminal.type("\x03")
    check(terminal.finish() == 130, terminal.printed)
    terminal = trial.to_the_last_question("c3")
    terminal.type("\x03")
    check(terminal.finish() == 130, terminal.printed)
    check("waymark new ./small c3 --set" in terminal.printed, "what was answered is lost")
    check("hunter2" not in terminal.printed, "a secret was shown")
    check(terminal.printed.count("Interrupted; nothing was written.") == 1, terminal.printed)
    for name in ["c1", "c2", "c3"]:
        check(not (trial.folder / name).exists(), f"{name} was written")


def catches_ctrl_c(waymark, pid):
    """Waits until the process `pid` is Waymark and catches SIGINT, which would simply end it before."""
    end = time.monotonic() + TIMEOUT
    while time.monotonic() < end:
        try:
            is_waymark = os.path.samefile(f"/proc/{pid}/exe", waymark)
            status = pathlib.Path(f"/proc/{pid}/status").read_text()
        except FileNotFoundError:
            break  # it has ended
        caught = int(re.search(r"^SigCgt:\s*(\w+)$", status, re.MULTILINE).group(1), 16)
        if is_waymark and caught & 1 << (signal.SIGINT - 1):
            return
        time.sleep(0.01)
    raise AssertionError("it ends, or does not catch SIGINT")


def ctrl_c_ends_every_wait_for_input(trial):
    for _ in range(TYPED_AT_ONCE):
        terminal = trial.terminal("render", "-")
        catches_ctrl_c(trial.waymark, terminal.pid)
        terminal.type("Hello\n\x03")
        check(terminal.finish() == 130, terminal.printed)
        check("Interrupted; nothing was written." in terminal.printed, terminal.printed)
    os.mkfifo(trial.folder / "fifo")
    new = ["new", "./small", "waits", "--defaults"]
    for words in [
        ["render", "fifo"],
        ["render", "-", "--data", "fifo"],
        [*new, "--answers", "fifo"],
        [*new, "--secret", "token=-"],
        [*new, "--secret", "token=file:fifo"],
    ]:
        reader, writer = os.pipe()
        process = subprocess.Popen(
            [trial.waymark, *words], cwd=trial.folder, env=trial.environment, text=True,
            stdin=subprocess.DEVNULL if "fifo" in words[2:] else reader,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        os.close(reader)
        catches_ctrl_c(trial.waymark, process.pid)
        process.send_signal(signal.SIGINT)
        try:
            _, said = process.communicate(timeout=TIMEOUT)
        except subprocess.TimeoutExpired:
            process.kill()
            raise AssertionError(f"{words} is not ended") from None
        finally:
            os.close(writer)
        check(process.returncode == 130, f"{words}: {process.returncode}: {said}")
        check(said.count("Interrupted; nothing was written.") == 1, f"{words}: {said}")
    check(not (trial.folder / "waits").exists(), "something was written")


def waiting_bytes(pipe):
    """How many of what was written to `pipe` nobody has read yet."""
    return struct.unpack("i", fcntl.ioctl(pipe, termios.FIONREAD, b"\0" * 4))[0]


def a_slow_writer_is_waited_for(trial):
    os.mkfifo(trial.folder / "slow")
    process = subprocess.Popen(
        [trial.waymark, "render", "slow"], cwd=trial.folder, env=trial.environment, stdout=subprocess.PIPE, text=True
    )
    with open(trial.folder / "slow", "wb", buffering=0) as fifo:
        fifo.write(b"{{ 1 +")
        end = time.monotonic() + TIMEOUT
        while waiting_bytes(fifo) and time.monotonic() < end:
            time.sleep(0.01)
        fifo.write(b" 1 }}")
    printed, _ = process.communicate(timeout=TIMEOUT)
    check((process.returncode, printed) == (0, "2"), printed)


def a_closed_standard_input_is_empty(trial):
    rendered = trial.plain("echo '[{{ a }}]' >t && waymark render t --data - <&-")
    check((rendered.returncode, rendered.stdout) == (0, "[]"), rendered.stdout + rendered.stderr)


def standard_input_that_cannot_be_read_is_an_error(trial):
    new = "waymark new ./small unread --set name=a --set owner=b --no-commit"
    for command in ["waymark render -", "echo >t; waymark render t --data -", f"{new} --answers -", f"{new} --secret token=-"]:
        said = trial.plain(f"{command} <.")
        check(said.returncode == 3, f"{command}: {said.returncode}: {said.stdout}")
        check("Standard input cannot be read: Is a directory" in said.stderr, f"{command}: {said.stderr}")
    check(not (trial.folder / "unread").exists(), "something was written")


def what_is_ignored_stays_ignored(trial):
    terminal = trial.special_terminal("new", "./small", "hangup", ignored=[signal.SIGHUP])
    terminal.wait_for("Name [hangup]: ")
    os.kill(terminal.pid, signal.SIGHUP)
    terminal.type("a\n\n\n")
    terminal.wait_for("Token (optional): ")
    os.kill(terminal.pid, signal.SIGTERM)
    check(terminal.finish() == 143, terminal.printed)
    terminal = trial.terminal("new", "./small", "hangup")
    terminal.wait_for("Name [hangup]: ")
    os.kill(terminal.pid, signal.SIGHUP)
    check(terminal.finish() == 129, terminal.printed)


def json_leaves_stdout_to_the_document(trial):
    reader, writer = pty.openpty()
    terminal = trial.special_terminal("new", "./small", "json", "--json", output=writer)
    for question, answer in [
        ("Name [json]: ", "a\n"),
        ("Owning team [ada]: ", "\n"),
        ("Size [small]: ", "\n"),
        ("Token (optional): ", "hunter2hunter2\n"),
        ("Write this? [Y/n]: ", "\n"),
    ]:
        terminal.wait_for(question)
        terminal.type(answer)
    document = b""
    while select.select([reader], [], [], TIMEOUT)[0]:
        document += os.read(reader, 65536)
        if document.rstrip().endswith(b"\n}"):
            break
    check(terminal.finish() == 0, terminal.printed)
    check(json.loads(document)["schema"] == "urn:waymark:schema:new", document)
    check(b"hunter2" not in document, "a secret was shown")


def defaults_ask_nothing(trial):
    terminal = trial.terminal("new", "./small", "defaults", "--defaults")
    check(terminal.finish() == 0, terminal.printed)
    check("[Y/n]" not in terminal.printed, terminal.printed)
    check("Planning" in terminal.printed, "no progress on a terminal")
    plain = trial.plain("waymark new ./small plain --set name=a --set owner=b")
    check(plain.returncode == 0, plain.stderr)
    check("Planning" not in plain.stderr and "[Y/n]" not in plain.stdout, plain.stdout + plain.stderr)
    quiet = trial.terminal("new", "./small", "quiet", "--defaults", "--quiet")
    check(quiet.finish() == 0 and quiet.printed == "", quiet.printed)


def colour_can_be_left_out(trial):
    colourful = trial.terminal("list")
    check(colourful.finish() == 0 and "\033[" in colourful.printed, colourful.printed)
    for words, variables in [(["list", "--no-color"], {}), (["list"], {"NO_COLOR": "1"}), (["list"], {"TERM": "dumb"})]:
        plain = trial.terminal(*words, **variables)
        check(plain.finish() == 0 and "\033[" not in plain.printed, f"{words} {variables}: {plain.printed}")


def main(waymark):
    failed = 0
    for trial in [
        yes_writes,
        no_leaves_everything_and_gives_the_command,
        ctrl_c_leaves_everything,
        ctrl_c_ends_every_wait_for_input,
        a_slow_writer_is_waited_for,
        a_closed_standard_input_is_empty,
        standard_input_that_cannot_be_read_is_an_error,
        what_is_ignored_stays_ignored,
        json_leaves_stdout_to_the_document,
        defaults_ask_nothing,
        colour_can_be_left_out,
    ]:
        with tempfile.TemporaryDirectory() as folder:
            try:
                trial(Trial(waymark, folder))
            except AssertionError as error:
                failed += 1
                print(f"{trial.__name__}: {error}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
