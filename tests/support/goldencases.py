"""Files of cases: small templates with sets of answers, and what the format's own tool makes of them.

A file holds one case after the other: "#! case NAME", then its template's files, then sets of
answers, each followed by what is made of them, which fill() writes.

    #! template PATH            the lines up to the next "#!" are its content
    #! template PATH x          it can be run
    #! template PATH chop       its last line has no end
    #! template PATH base64     for what is no such text
    #! template PATH -> TARGET  a link
    #! template PATH/           an empty folder
    #! answers NAME             YAML
    #! made PATH ...            the same for what the tool makes
    #! refused                  the tool makes nothing: it fails
"""
import base64
import os
import shutil


def sections(path):
    """[header words, content lines] of a file."""
    found = []
    with open(path, encoding="utf-8", newline="") as f:
        for line in f.read().split("\n")[:-1]:
            if line.startswith("#! "):
                found.append([line[3:].split(" "), []])
            else:
                found[-1][1].append(line)
    return found


def content(words, lines):
    if "base64" in words:
        return base64.b64decode("".join(lines))
    text = "".join(line + "\n" for line in lines)
    return (text[:-1] if "chop" in words else text).encode()


def put(root, words, lines):
    words = words[1:]
    target = words[words.index("->") + 1] if "->" in words else None
    flags = [w for w in words if w in ("x", "chop", "base64")] if target is None else []
    name = " ".join(words[: words.index("->")] if target else words[: len(words) - len(flags)])
    path = os.path.join(root, name)
    if name.endswith("/"):
        os.makedirs(path)
        return
    os.makedirs(os.path.dirname(path), exist_ok=True)
    if target is not None:
        os.symlink(target, path)
        return
    with open(path, "wb") as f:
        f.write(content(flags, lines))
    os.chmod(path, 0o755 if "x" in flags else 0o644)


def shown(data):
    """(flags, lines) of a file's content."""
    try:
        text = data.decode()
        plain = "\r" not in text and not any(l.startswith("#! ") for l in text.split("\n"))
    except UnicodeDecodeError:
        plain = False
    if not plain:
        return ["base64"], [base64.b64encode(data).decode()]
    if not text:
        return [], []
    lines = text.split("\n")
    return (["chop"], lines) if lines[-1] else ([], lines[:-1])


def made(root):
    """The sections of all that is below `root`."""
    found = []
    for folder, folders, files in os.walk(root):
        for name in folders + files:
            path = os.path.join(folder, name)
            below = os.path.relpath(path, root)
            if os.path.islink(path):
                found.append((below, [["made", below, "->", os.readlink(path)], []]))
            elif os.path.isdir(path):
                if not os.listdir(path):
                    found.append((below, [["made", below + "/"], []]))
            else:
                with open(path, "rb") as f:
                    flags, lines = shown(f.read())
                if os.stat(path).st_mode & 0o100:
                    flags.insert(0, "x")
                found.append((below, [["made", below, *flags], lines]))
    return [section for _, section in sorted(found, key=lambda entry: entry[0].encode())]


def fill(path, template, run, results):
    """Writes the file `path` again with what `run` says of each set of answers' lines, in the place
    of what it has of the kinds `results`; the template's files are in the folder `template`, and
    the folder around that is its source's, in which there is nothing else."""
    result = []
    for words, lines in sections(path):
        if words[0] in results:
            continue
        result.append([words, lines])
        if words[0] == "case":
            print(os.path.basename(path), " ".join(words[1:]))
            shutil.rmtree(os.path.dirname(template), ignore_errors=True)
            os.makedirs(template)
        elif words[0] == "template":
            put(template, words, lines)
        elif words[0] == "answers":
            result += run(lines)
    with open(path, "w", encoding="utf-8", newline="") as f:
        for words, lines in result:
            f.write("#! " + " ".join(words) + "\n" + "".join(line + "\n" for line in lines))
