"""The names that a module may bind by assignments, told from its bytes line by line."""

from __future__ import annotations

import re
from sys import intern

# A name that an `=` behind it binds: next to it, or before a comma or an annotation. A keyword
# argument looks the same and counts too.
BOUND = re.compile(rb"(?<![\w.])([A-Za-z_]\w*)[ \t)\]]*(?=[,:]|\Z)")
# `(name,\n other) =`
SPREAD = re.compile(rb"[(\[]([\w\s,*.]*)[)\]][ \t]*=(?!=)")
NAME = re.compile(rb"(?<![\w.])[A-Za-z_]\w*")
# The beginning of what is called in `name = get_keras()`.
RESULT = re.compile(rb"=[\s(\\]*([A-Za-z_][\w.]*)\(")


def assigned(data: bytes) -> frozenset[str]:
    """Return the names that assignments and keyword arguments may bind."""
    found = set(_bound(data))
    if b"\\\n" in data:
        # A comment may end in a backslash as well, so that both readings count.
        found.update(_bound(data.replace(b"\\\n", b"  ")))
    # The files of a project bind the same names: each takes its place in memory once.
    return frozenset(intern(name.decode()) for name in found)


def called(data: bytes) -> frozenset[str]:
    """Return the first names of what is called for the value of an assignment."""
    return frozenset(name.partition(b".")[0].decode() for name in RESULT.findall(data))


def _bound(data: bytes) -> set[bytes]:
    found: set[bytes] = set()
    for line in data.split(b"\n"):
        if b"=" not in line:
            continue
        parts = line.split(b"=")
        last = len(parts) - 2
        for number, part in enumerate(parts[:-1]):
            # Nothing between two of them: it is `==`.
            if parts[number + 1] or number == last:
                found.update(BOUND.findall(part))
    for inner in SPREAD.findall(data):
        if b"\n" in inner:
            found.update(NAME.findall(inner))
    return found
