"""What the filters of Cookiecutter, jinja2-ansible-filters and jinja2-copier-extension give, by what they hand their work to:
Python's own modules and PyYAML. Their packages are no part of a Debian system, so that this says in a few lines what their
manuals do."""

import base64
import hashlib
import json
import ntpath
import os.path
import re
import shlex
import time
import uuid
from datetime import datetime
from functools import reduce
from random import Random

import jinja2
import yaml
from jinja2.exceptions import FilterArgumentError, UndefinedError
from jinja2.filters import do_groupby

os.environ["TZ"] = "UTC"
time.tzset()


def flags(ignorecase=False, multiline=False):
    return (re.I if ignorecase else 0) | (re.M if multiline else 0)


def groups_of(references, message):
    for reference in references:
        found = re.fullmatch(r"\\g<(\S+)>|\\(\d+)", reference)
        if not found:
            raise ValueError(message)
        yield found[1] or int(found[2])


def ansible_search(value, regex, *args, **kwargs):
    groups = list(groups_of(args, "Unknown argument"))
    found = re.search(regex, value, flags(kwargs.get("ignorecase"), kwargs.get("multiline")))
    return found and ([found.group(group) for group in groups] if groups else found.group())


def copier_search(value, pattern, *args, ignorecase=False, multiline=False):
    groups = list(groups_of(args, "Invalid backref format"))
    found = re.search(pattern, value, flags(ignorecase, multiline))
    result = found and found.group(*groups)
    return list(result) if isinstance(result, tuple) else result


def escape(text, re_type="python"):
    return re.escape(text) if re_type == "python" else re.sub(r"([].[^$*\\])", r"\\\1", text)


def ansible_bool(value):
    if value is None or isinstance(value, bool):
        return value
    return (value.lower() if isinstance(value, str) else value) in ("yes", "on", "1", "true", 1)


def copier_bool(value):
    try:
        return bool(float(value))
    except (TypeError, ValueError):
        pass
    word = value.strip().lower() if isinstance(value, str) else ""
    return word in ("y", "yes", "t", "true", "on") or (word not in ("n", "no", "f", "false", "off", "~", "null", "none") and bool(value))


def is_sequence(value):
    return hasattr(value, "__iter__") and not isinstance(value, (str, bytes))


def ansible_flatten(items, levels=None):
    result = []
    for item in items:
        if item in (None, "None", "null"):
            break
        if is_sequence(item) and not isinstance(item, dict) and (levels is None or levels >= 1):
            result += ansible_flatten(item, None if levels is None else levels - 1)
        else:
            result.append(item)
    return result


def copier_flatten(items, levels=None):
    if levels is not None and levels < 1:
        return items
    result = []
    for item in items:
        if is_sequence(item):
            result += copier_flatten(item, None if levels is None else levels - 1)
        elif item is not None:
            result.append(item)
    return result


def ansible_mandatory(value, msg=None):
    if isinstance(value, jinja2.Undefined):
        raise FilterArgumentError(msg if msg is not None else f'Mandatory variable "{value._undefined_name}"  not defined.')
    return value


def copier_mandatory(value, msg=None):
    if isinstance(value, jinja2.Undefined):
        raise UndefinedError(msg or f"Mandatory variable `{value._undefined_name or '<unknown>'}` is undefined")
    return value


def shuffled(items, seed=None):
    items = list(items)
    Random(seed).shuffle(items)
    return items


def drawn(stop, start=None, step=None, seed=None):
    random = Random(seed)
    return random.randrange(start or 0, stop, step or 1) if isinstance(stop, int) else random.choice(stop)


def ansible_mac(value, seed=None):
    number = "%x" % Random(seed).randint(68719476736, 1099511627775)
    return value.lower() + re.sub("(..)", r":\1", number[:2 * (6 - len(value.split(":")))])


def copier_mac(prefix, seed=None):
    parts, random = [part for part in prefix.lower().split(":") if part], Random(seed)
    return ":".join(parts + [f"{random.randint(0, 255):02x}" for _ in range(6 - len(parts))])


@jinja2.pass_environment
def extract(environment, key, container, morekeys=None):
    more = morekeys if isinstance(morekeys, (list, tuple)) else [] if morekeys is None else [morekeys]
    return reduce(environment.getitem, [key, *more], container)


@jinja2.pass_environment
def groups(environment, value, attribute):
    return [tuple(group) for group in do_groupby(environment, value, attribute)]


COMMON = {
    "ans_groupby": groups, "b64decode": lambda s, encoding="utf-8": base64.b64decode(s).decode(encoding), "b64encode": lambda s, encoding="utf-8": base64.b64encode(s.encode(encoding)).decode(),
    "basename": os.path.basename, "dirname": os.path.dirname, "splitext": os.path.splitext, "relpath": lambda path, start=".": os.path.relpath(path, start), "win_basename": ntpath.basename, "win_dirname": ntpath.dirname, "win_splitdrive": ntpath.splitdrive,
    "checksum": lambda s: hashlib.sha1(s.encode()).hexdigest(), "sha1": lambda s: hashlib.sha1(s.encode()).hexdigest(), "md5": lambda s: hashlib.md5(s.encode()).hexdigest(), "hash": lambda s, algorithm="sha1": hashlib.new(algorithm, s.encode()).hexdigest(),
    "from_json": json.loads, "to_json": json.dumps, "to_nice_json": lambda value, indent=4, sort_keys=True, **kw: json.dumps(value, indent=indent, sort_keys=sort_keys, **kw),
    "from_yaml": yaml.safe_load, "from_yaml_all": yaml.safe_load_all, "to_nice_yaml": lambda value, indent=4, **kw: yaml.dump(value, indent=indent, **{"allow_unicode": True, **kw}),
    "quote": lambda value: shlex.quote(str(value)), "regex_escape": escape, "regex_findall": lambda value, regex, multiline=False, ignorecase=False: re.findall(regex, value, flags(ignorecase, multiline)),
    "strftime": lambda format, second: time.strftime(format, time.localtime(second)), "to_datetime": lambda s, format="%Y-%m-%d %H:%M:%S": datetime.strptime(s, format), "ternary": lambda v, t, f, n=None: n if v is None and n is not None else t if v else f,
    "type_debug": lambda value: type(value).__name__, "extract": extract, "ans_random": drawn, "shuffle": shuffled,
}
ANSIBLE = {
    **COMMON, "bool": ansible_bool, "flatten": ansible_flatten, "mandatory": ansible_mandatory, "random_mac": ansible_mac, "regex_search": ansible_search, "regex_replace": lambda value="", pattern="", replacement="", ignorecase=False: re.sub(pattern, replacement, str(value), flags=flags(ignorecase)),
    "to_uuid": lambda s: str(uuid.uuid5(uuid.UUID("20851c88-ac15-449f-9ee7-74829105da86"), s)), "to_yaml": lambda value, default_flow_style=None, **kw: yaml.dump(value, default_flow_style=default_flow_style, **{"allow_unicode": True, **kw}),
}
COPIER = {
    **COMMON, "bool": copier_bool, "flatten": copier_flatten, "mandatory": copier_mandatory, "random_mac": copier_mac, "regex_search": copier_search, "regex_replace": lambda value, pattern, replacement, ignorecase=False, multiline=False: re.sub(pattern, replacement, value, flags=flags(ignorecase, multiline)),
    "to_uuid": lambda s: str(uuid.uuid5(uuid.uuid5(uuid.NAMESPACE_DNS, "https://github.com/copier-org/copier"), s)), "to_yaml": lambda value, **kw: yaml.dump(value, **{"allow_unicode": True, **kw}),
}
EXTENSIONS = {
    "jinja2_ansible_filters.AnsibleCoreFiltersExtension": ANSIBLE,
    "jinja2_copier_extension.CopierExtension": COPIER,
    "cookiecutter.extensions.JsonifyExtension": {"jsonify": lambda value, indent=4: json.dumps(value, sort_keys=True, indent=indent)},
}
