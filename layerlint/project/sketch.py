"""A rough view of a module from its bytes: a superset of its imports and class headers.

Reading a module with `ast` costs ten times more. Most classes are plainly no layers, and a sketch
is enough to see it; where a sketch cannot tell, it says so and the module is read.
"""

from __future__ import annotations

import re

from layerlint.project.screen import UNUSUAL_ENCODING

CLASS = re.compile(
    rb"class(?:[ \t\f]|\\\n)+([^\s()\[\]:\\]+)(?:[ \t\f]|\\\n)*"
    rb"(?:(:)|\(([\w.,\s]*)\)[ \t\f]*:|(?=[(\[]))"
)
# Bases with comments, subscripts, keywords and one level of calls.
BASES = re.compile(rb"[ \t\f]*\(((?:[^()#]|#[^\n]*|\((?:[^()#]|#[^\n]*)*\))*)\)[ \t\f]*:")
COMMENT = re.compile(rb"#[^\n]*")
KEYWORD = re.compile(rb"\w+[ \t]*=[^=,]*(?:\([^()]*\))?")
DOTTED = re.compile(rb"[^\W\d]\w*(?:\s*\.\s*\w+)*")
# Calls that never give a layer class back.
RECORDS = re.compile(rb"(?:namedtuple|NamedTuple|TypedDict|NewType)\s*\(")

IMPORT = re.compile(rb"import\b")
FROM = re.compile(rb"(?:^|[;:])[ \t\f]*from\b[ \t\f]*(\.*[ \t\f]*[\w.]*)[ \t\f]*$")
IMPORTED = re.compile(rb"[ \t\f]*\(((?:[^()#]|#[^\n]*)*)\)|((?:[^\n;#\\]|\\\n)*)")
ALIAS = re.compile(rb"^\s*([\w.]+|\*)(?:\s+as\s+(\w+))?\s*$")
# What follows a name that is assigned: `name =`, `name: T =`, `(name, other) =`, `name :=`. A
# keyword argument looks the same and counts too.
ASSIGNMENT = re.compile(rb"[ \t)\]]*(?:,[^=\n]*|:[^=\n]*|,[\w\s,*]*[)\]][ \t]*)?=(?!=)")
ASSIGNMENT_STARTS = frozenset(b" \t)],:=")
WORD = re.compile(rb"[\w.]")


class Sketch:
    """The imports and class headers that a module may have, and the names it may assign.

    `opaque` is set when the bytes are not what this rough reading expects.
    """

    __slots__ = ("bindings", "classes", "data", "opaque", "stars")

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.opaque = False
        self.bindings: dict[str, list[str]] = {}
        self.stars: list[str] = []
        # Each class by name, with the dotted names in its bases; None when they are not readable.
        self.classes: dict[str, list[tuple[str, ...] | None]] = {}

    def assigns(self, name: str) -> bool:
        """Tell whether the module may bind a name by an assignment."""
        word = name.encode()
        position = self.data.find(word)
        while position >= 0:
            end = position + len(word)
            if (
                end < len(self.data)
                and self.data[end] in ASSIGNMENT_STARTS
                and ASSIGNMENT.match(self.data, end)
                and (position == 0 or not WORD.match(self.data, position - 1))
            ):
                return True
            position = self.data.find(word, end)
        return False

    def is_unclear(self, bases: tuple[str, ...] | None) -> bool:
        """Tell whether bases cannot be read here, or may be names assigned in some function."""
        return bases is None or any(self.assigns(base.partition(".")[0]) for base in bases)


def sketch(data: bytes, package: str) -> Sketch:
    """Return the sketch of a module that lies in `package`."""
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    found = Sketch(data)
    if UNUSUAL_ENCODING.search(data, 0, 200):
        found.opaque = True
        return found
    for match in IMPORT.finditer(data):
        line = data.rfind(b"\n", 0, match.start()) + 1
        _sketch_import(found, data, line, match, package)
    for match in CLASS.finditer(data):
        line = data.rfind(b"\n", 0, match.start()) + 1
        if not data[line : match.start()].strip(b" \t\f\xef\xbb\xbf"):
            if not match[1].isascii():
                found.opaque = True
                continue
            name = match[1].decode()
            found.classes.setdefault(name, []).append(_bases(data, match))
    return found


def _sketch_import(
    found: Sketch, data: bytes, line: int, match: re.Match[bytes], package: str
) -> None:
    before = data[line : match.start()].strip(b" \t\f\xef\xbb\xbf")
    origin = None
    if before and before[-1:] not in b";:":
        matched = FROM.search(before)
        if matched is None:
            return
        origin = _absolute(matched[1].decode("latin-1"), package)
    elif data[line - 2 : line] == b"\\\n":
        # The start of the statement is on the line before.
        found.opaque = True
        return
    names = IMPORTED.match(data, match.end())
    text = (names[1] or names[2] or b"") if names else b""
    for item in COMMENT.sub(b"", text).replace(b"\\\n", b" ").split(b","):
        alias = ALIAS.match(item)
        if alias is not None:
            _bind(found, origin, alias[1].decode(), alias[2])
        elif item.strip():
            found.opaque = found.opaque or not item.strip().isascii()


def _bind(found: Sketch, origin: str | None, name: str, alias: bytes | None) -> None:
    if name == "*":
        found.stars.append(origin or "")
        return
    bound = alias.decode() if alias else name.partition(".")[0]
    target = name if alias else bound
    if origin is not None:
        target = f"{origin}.{name}" if origin else name
    found.bindings.setdefault(bound, []).append(target)


def _absolute(module: str, package: str) -> str:
    stripped = module.lstrip(".")
    level = len(module) - len(stripped)
    stripped = stripped.strip()
    if level == 0:
        return stripped
    parts = package.split(".") if package else []
    kept = parts[: max(0, len(parts) - (level - 1))]
    return ".".join([*kept, stripped] if stripped else kept)


def _bases(data: bytes, match: re.Match[bytes]) -> tuple[str, ...] | None:
    if match[2]:
        return ()
    text = match[3]
    if text is None:
        full = BASES.match(data, match.end())
        if full is None:
            return None
        text = COMMENT.sub(b"", full[1])
        if RECORDS.search(text):
            return ()
        text = KEYWORD.sub(b"", text)
        if b"(" in text and b"with_metaclass" not in text:
            return None
    if not text.isascii():
        return None
    return tuple(b"".join(name.split()).decode() for name in DOTTED.findall(text))
