"""File patterns: `*` stays within a name, `**` crosses directories, a match covers what is below.

A pattern without a slash is compared with the name of every file and directory below the root;
one with a slash with the path, relative to the directory of the file that holds the pattern.

Patterns come from whoever wrote the repository. They are compared name by name, and within a name
what stands between two stars is looked for once, so that no pattern takes longer than its length
times that of the path.
"""

from __future__ import annotations

import os
import re
from itertools import chain, count

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# No path is longer.
LONGEST = 4096
_SHOWN = 60


class BadPattern(ValueError):
    """A pattern that means nothing; the message says why."""


class Glob:
    """One pattern and the directory that it is relative to; raises `BadPattern`."""

    __slots__ = ("inverted", "pattern", "root")

    def __init__(self, pattern: str, root: str) -> None:
        if len(pattern) > LONGEST:
            raise BadPattern(f"a pattern is longer than {LONGEST} characters")
        self.inverted = pattern.startswith("!")
        self.pattern = pattern.removeprefix("!").replace(os.sep, "/").rstrip("/")
        self.root = root
        for name in self.pattern.split("/"):
            name_expression(name, count())

    def __repr__(self) -> str:
        return f"{'!' if self.inverted else ''}{self.pattern}"

    def is_name(self) -> bool:
        """Whether the pattern is compared with names rather than with paths."""
        return "/" not in self.pattern and not self.pattern.startswith("..")

    def anchored(self) -> tuple[str, PathPattern]:
        """The directory that the pattern starts from, with a slash at its end, and the rest."""
        root, pattern = self.root.replace(os.sep, "/"), self.pattern
        if os.path.isabs(pattern):
            root, pattern = os.path.splitdrive(pattern)
        while pattern.startswith(("./", "../")) or pattern == os.pardir:
            if pattern.startswith(os.pardir):
                root = os.path.dirname(root)
            pattern = pattern.partition("/")[2]
        names = [name for name in pattern.split("/") if name not in ("", os.curdir)]
        return f"{root.rstrip('/')}/", PathPattern(names)


class Globs:
    """Patterns compiled into one set of names, one regular expression for names, and paths."""

    __slots__ = ("_name_regex", "_names", "_paths")

    def __init__(self, globs: Iterable[Glob]) -> None:
        globs = tuple(globs)
        names = [glob.pattern for glob in globs if glob.is_name()]
        self._names = frozenset(name for name in names if not _is_wild(name))
        numbers = count()
        wild = [name_expression(name, numbers) for name in names if _is_wild(name)]
        self._name_regex = re.compile("|".join(wild), re.DOTALL) if wild else None
        self._paths = [glob.anchored() for glob in globs if not glob.is_name()]

    def match_entry(self, name: str, path: str) -> bool:
        """Whether a file or directory matches, its parents aside; `path` is absolute."""
        if name in self._names or (self._name_regex and self._name_regex.fullmatch(name)):
            return True
        if not self._paths:
            return False
        path = path.replace(os.sep, "/")
        return any(
            path.startswith(root) and pattern.covers(path[len(root) :].split("/"))
            for root, pattern in self._paths
        )

    def match(self, path: str, root: str) -> bool:
        """Whether a path, or a directory above it and below `root`, matches; both are absolute."""
        below = os.path.relpath(path, root)
        if below.startswith(os.pardir):
            below = os.path.basename(path)
        return any(self.match_entry(name, path) for name in below.split(os.sep))


class PathPattern:
    """The names of a pattern with slashes; `**` stands for any number of directories."""

    __slots__ = ("_parts",)

    def __init__(self, names: Sequence[str], *, escapes: bool = False) -> None:
        """With `escapes` a backslash makes the next character literal, as in `.gitignore`."""
        self._parts: list[re.Pattern[str] | None] = [
            None
            if name == "**"
            else re.compile(name_expression(name, count(), escapes=escapes), re.DOTALL)
            for name in names
        ]

    def covers(self, names: Sequence[str]) -> bool:
        """Whether the pattern matches the path of these names, or a directory above it."""
        return self._reached(names, whole=False)

    def matches(self, names: Sequence[str]) -> bool:
        """Whether the pattern matches the path of these names itself."""
        return self._reached(names, whole=True)

    def _reached(self, names: Sequence[str], *, whole: bool) -> bool:
        last = len(self._parts)
        places = self._skipping({0})
        for number, name in enumerate(names, 1):
            following = set()
            for place in places:
                part = self._parts[place] if place < last else None
                if place < last and part is None:
                    following.add(place)
                    if place == last - 1:
                        following.add(last)
                elif part is not None and part.fullmatch(name):
                    following.add(place + 1)
            places = self._skipping(following)
            if last in places and (not whole or number == len(names)):
                return True
        return False

    def _skipping(self, places: set[int]) -> set[int]:
        """With the places after each `**`, which may stand for nothing unless it is the last."""
        for place in sorted(places):
            while place < len(self._parts) - 1 and self._parts[place] is None:
                place += 1
                places.add(place)
        return places


def name_expression(pattern: str, numbers: Iterator[int], *, escapes: bool = False) -> str:
    """The regular expression of a pattern for one name; raises `BadPattern`.

    Whatever stands between two stars is matched where it is found first, and never again
    elsewhere: a lookahead is not gone back into. Its groups are named by `numbers`.
    """
    first, *rest = _pieces(pattern, escapes)
    if not rest:
        return first
    *middle, last = rest
    found = [(f"_{next(numbers)}", piece) for piece in middle if piece]
    return first + "".join(f"(?=(?P<{n}>.*?{p}))(?P={n})" for n, p in found) + f".*{last}"


def _pieces(pattern: str, escapes: bool) -> list[str]:
    """The expressions of what stands between the stars."""
    pieces = [""]
    # Behind the last bracket that closes, none opens a set: there it is not looked for.
    closed = pattern.rfind("]") + 1
    for match in chain(_TOKEN.finditer(pattern, 0, closed), _BARE.finditer(pattern, closed)):
        if match["stars"]:
            pieces.append("")
        elif match["escaped"] and escapes:
            pieces[-1] += re.escape(match["escaped"][1])
        elif match["escaped"]:
            pieces[-1] += "".join(map(_literal, match["escaped"]))
        elif match["set"]:
            pieces[-1] += _set(match["set"], pattern)
        else:
            pieces[-1] += _literal(match[0])
    return pieces


_TOKEN = re.compile(r"(?P<stars>\*+)|(?P<escaped>\\[^\[])|\[(?P<set>[^]]+)\]|.", re.DOTALL)
_BARE = re.compile(r"(?P<stars>\*+)|(?P<escaped>\\[^\[])|(?P<set>(?!))|.", re.DOTALL)


def _literal(character: str) -> str:
    return "." if character == "?" else re.escape(character)


def _set(body: str, pattern: str) -> str:
    inverted = body.startswith(("!", "^")) and len(body) > 1
    items = body[1:] if inverted else body
    written = ""
    while items:
        if len(items) > 2 and items[1] == "-":
            first, last, items = items[0], items[2], items[3:]
            if first > last:
                shown = pattern if len(pattern) <= _SHOWN else f"{pattern[:_SHOWN]}..."
                raise BadPattern(
                    f'"{shown}" is no pattern: nothing lies between {first} and {last}'
                )
            written += f"{re.escape(first)}-{re.escape(last)}"
        else:
            written += re.escape(items[0])
            items = items[1:]
    return f"[{'^' if inverted else ''}{written}]"


def _is_wild(pattern: str) -> bool:
    return any(character in pattern for character in "*?[")
