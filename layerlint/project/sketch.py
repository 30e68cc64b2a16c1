"""A rough view of a module from its bytes: a superset of its imports and class headers.

Reading a module with `ast` costs ten times more. Most classes are plainly no layers, and a sketch
is enough to see it; where a sketch cannot tell, it says so and the module is read.
"""

from __future__ import annotations

import re
from sys import intern

from layerlint.project.assigned import assigned
from layerlint.project.scopes import IMPORTERS
from layerlint.project.tokens import read_class, read_import, read_plain_class, read_plain_import
from layerlint.project.words import LETTERS, is_like_ascii
from layerlint.state.digest import digest
from layerlint.state.memo import reads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# What begins a statement that counts here, where no other letter follows.
_KEYWORDS = (b"class", b"from", b"import")
_IMPORTERS = tuple(name.encode() for name in sorted(IMPORTERS))
_IMPORTING = re.compile(rb"\b(?:" + b"|".join(_IMPORTERS) + rb")\b")
_QUOTED = re.compile(rb"[\"']([A-Za-z_][\w.]*)[\"']")
# In bytes: what stands further behind the name of an importing function is not given to it.
LONGEST_CALL = 500
# What a function or a class begins with, wherever it stands.
_DEFINED = re.compile(rb"\b(def|class)[ \t\f\r\n\\]+(\w+)")


class Sketch:
    """The imports and class headers that a module may have, and the names it may assign.

    `opaque` is set when the bytes are not what this rough reading expects. `path` is the absolute
    one, under which it is recorded what was asked of the names that are assigned or defined.
    """

    __slots__ = (
        "_assigned",
        "_defined",
        "bindings",
        "classes",
        "data",
        "modules",
        "opaque",
        "path",
        "stars",
    )

    def __init__(self, data: bytes, path: str = "") -> None:
        self.data = data
        self.path = path
        self._assigned: frozenset[str] | None = None
        self._defined: frozenset[tuple[bytes, bytes]] | None = None
        self.opaque = False
        self.bindings: dict[str, list[str]] = {}
        self.stars: list[str] = []
        # What `import a.b` imports, which binds `a`.
        self.modules: list[str] = []
        # Each class by name, with the dotted names in its bases; None when they are not readable.
        self.classes: dict[str, list[tuple[str, ...] | None]] = {}

    @property
    def assigned(self) -> frozenset[str]:
        """The names that the module may bind by an assignment."""
        reads("assigned", self.path)
        return self._all_assigned()

    def assigns(self, name: str) -> bool:
        """Whether the module may bind a name by an assignment."""
        reads("assigned", self.path, name)
        return name in self._all_assigned()

    def _all_assigned(self) -> frozenset[str]:
        if self._assigned is None:
            self._assigned = assigned(self.data)
        return self._assigned

    def defines(self, keyword: str, name: str) -> bool:
        """Whether the module may define a name with `def` or with `class`; for ASCII names."""
        reads("defined", self.path, f"{keyword} {name}")
        if self._defined is None:
            self._defined = frozenset(_DEFINED.findall(self.data))
        return (keyword.encode(), name.encode()) in self._defined

    @property
    def targets(self) -> list[str]:
        """The absolute names that are imported."""
        return [*self.stars, *(target for each in self.bindings.values() for target in each)]

    @property
    def imports(self) -> frozenset[str]:
        """The same, with what `import a.b` imports beside the `a` that it binds."""
        return frozenset((*self.targets, *self.modules))

    @property
    def imported(self) -> frozenset[str]:
        """All parts of the absolute names that are imported."""
        return frozenset(part for target in self.targets for part in target.split("."))

    @property
    def named(self) -> list[str]:
        """The names in strings that the module may import by calling a function with them."""
        found: dict[bytes, None] = {}
        if any(name in self.data for name in _IMPORTERS):
            for call in _IMPORTING.finditer(self.data):
                end = call.end() + LONGEST_CALL
                found.update(dict.fromkeys(_QUOTED.findall(self.data, call.end(), end)))
        return [name.decode() for name in found]

    def fingerprint(self) -> str:
        """Return a digest of the imports and class headers."""
        imported = (sorted(self.bindings.items()), self.stars, self.modules)
        content = (*imported, list(self.classes.items()))
        told = (content, self.opaque, self.named)
        return digest(repr(told).encode("utf-8", "surrogatepass"))

    def is_unclear(self, bases: tuple[str, ...] | None) -> bool:
        """Tell whether bases cannot be read here, or may be names assigned in some function."""
        return bases is None or any(self.assigns(base.partition(".")[0]) for base in bases)


def sketch(data: bytes, package: str, path: str = "") -> Sketch:
    """Return the sketch of a module that lies in `package`."""
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    found = Sketch(data, path)
    if not is_like_ascii(data):
        found.opaque = True
        return found
    text = b"\n" + data.removeprefix(b"\xef\xbb\xbf")
    for start, bound, keyword, own_line in _statements(text):
        if keyword == b"class":
            _sketch_class(found, text, start, bound)
        else:
            plain = read_plain_import(text, start, keyword) if own_line else None
            origin, names, unsure = plain or read_import(text, start, bound, keyword)
            # A statement on a line of its own ends before the next one.
            found.opaque = found.opaque or unsure is True or (unsure is None and not own_line)
            for name, alias in names:
                _bind(found, None if origin is None else _absolute(origin, package), name, alias)
    return found


def _statements(text: bytes) -> Iterator[tuple[int, int, bytes, bool]]:
    """Yield where each import or class may begin, and where it has ended at the latest.

    In a string or a comment nothing of the kind begins, but these may be there as well. No byte is
    read for more than two of them, however they are nested.
    """
    found = sorted(begin for keyword in _KEYWORDS for begin in _begins(text, keyword))
    next_line = next_any = len(text)
    bounds = []
    for begin, _, _, own_line in reversed(found):
        bounds.append(next_line if own_line else next_any)
        next_any = begin
        if own_line:
            next_line = begin
    for (_, start, keyword, own_line), bound in zip(found, reversed(bounds), strict=True):
        yield start, bound, keyword, own_line


def _begins(text: bytes, keyword: bytes) -> Iterator[tuple[int, int, bytes, bool]]:
    """Yield where statements with a keyword may begin, on a line of their own or after `;` or `:`.

    Searching for a word is many times faster than for a pattern.
    """
    position = text.find(keyword)
    while position >= 0:
        end = position + len(keyword)
        if end == len(text) or text[end] not in LETTERS:
            before = position - 1
            while text[before] in b" \t\f":
                before -= 1
            if text[before] in b"\n;:":
                yield before, end, keyword, _is_line(text, before)
        position = text.find(keyword, end)


def _is_line(text: bytes, start: int) -> bool:
    """Tell whether a line begins here that is not joined to the one before by a backslash."""
    return text[start] == 10 and text[start - 1 : start] != b"\\"


def _sketch_class(found: Sketch, text: bytes, start: int, bound: int) -> None:
    header = read_plain_class(text, start) or read_class(text, start, bound)
    if header is None:
        return
    name, bases = header
    if name is None:
        found.opaque = True
    else:
        found.classes.setdefault(name, []).append(bases)


def _bind(found: Sketch, origin: str | None, name: str, alias: str | None) -> None:
    if name == "*":
        found.stars.append(origin or "")
        return
    bound = alias or name.partition(".")[0]
    if origin is None and alias is None and bound != name:
        found.modules.append(intern(name))
    target = name if alias else bound
    if origin is not None:
        target = f"{origin}.{name}" if origin else name
    # What many files of a project import takes its place in memory once.
    found.bindings.setdefault(bound, []).append(intern(target))


def _absolute(module: str, package: str) -> str:
    stripped = module.lstrip(".")
    level = len(module) - len(stripped)
    if level == 0:
        return stripped
    parts = package.split(".") if package else []
    kept = parts[: max(0, len(parts) - (level - 1))]
    return ".".join([*kept, stripped] if stripped else kept)
