"""File patterns: `*` stays within a name, `**` crosses directories, a match covers what is below.

A pattern without a slash is compared with the name of every file and directory below the root;
one with a slash with the path, relative to the directory of the file that holds the pattern.
"""

from __future__ import annotations

import os
import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class Glob:
    """One pattern and the directory that it is relative to."""

    __slots__ = ("inverted", "pattern", "root")

    def __init__(self, pattern: str, root: str) -> None:
        self.inverted = pattern.startswith("!")
        self.pattern = pattern.removeprefix("!").replace(os.sep, "/").rstrip("/")
        self.root = root

    def __repr__(self) -> str:
        return f"{'!' if self.inverted else ''}{self.pattern}"

    def is_name(self) -> bool:
        """Whether the pattern is compared with names rather than with paths."""
        return "/" not in self.pattern and not self.pattern.startswith("..")

    def path_regex(self) -> str:
        """The regular expression that absolute paths are compared with."""
        root, pattern = self.root, self.pattern
        if os.path.isabs(pattern):
            return _translate(pattern)
        while pattern.startswith(("./", "../")):
            if pattern.startswith("../"):
                root = os.path.dirname(root)
            pattern = pattern.partition("/")[2]
        root = root.replace(os.sep, "/").rstrip("/")
        return f"{re.escape(root)}/{_translate(pattern)}"


class Globs:
    """Patterns compiled into one set of names and two regular expressions."""

    __slots__ = ("_name_regex", "_names", "_path_regex")

    def __init__(self, globs: Iterable[Glob]) -> None:
        names = [glob.pattern for glob in globs if glob.is_name()]
        self._names = frozenset(name for name in names if not _is_wild(name))
        self._name_regex = _any_of(_translate(name) for name in names if _is_wild(name))
        paths = [glob.path_regex() for glob in globs if not glob.is_name()]
        self._path_regex = _any_of(f"(?:{path})(?:/.*)?" for path in paths)

    def match_entry(self, name: str, path: str) -> bool:
        """Whether a file or directory matches, its parents aside; `path` is absolute."""
        if name in self._names or (self._name_regex and self._name_regex.fullmatch(name)):
            return True
        return bool(self._path_regex and self._path_regex.fullmatch(path.replace(os.sep, "/")))

    def match(self, path: str, root: str) -> bool:
        """Whether a path, or a directory above it and below `root`, matches; both are absolute."""
        below = os.path.relpath(path, root)
        if below.startswith(os.pardir):
            below = os.path.basename(path)
        return any(self.match_entry(name, path) for name in below.split(os.sep))


def _is_wild(pattern: str) -> bool:
    return any(character in pattern for character in "*?[")


def _any_of(expressions: Iterable[str]) -> re.Pattern[str] | None:
    alternatives = "|".join(expressions)
    return re.compile(alternatives) if alternatives else None


_TOKEN = re.compile(r"(?P<deep>\*\*/)|(?P<rest>\*\*)|(?P<star>\*)|(?P<one>\?)|\[(?P<set>[^]]+)\]|.")


def _translate(pattern: str) -> str:
    return "".join(_translated(match) for match in _TOKEN.finditer(pattern))


def _translated(match: re.Match[str]) -> str:
    if match["deep"]:
        return "(?:.*/)?"
    if match["rest"]:
        return ".*"
    if match["star"]:
        return "[^/]*"
    if match["one"]:
        return "[^/]"
    if match["set"]:
        body = match["set"].replace("\\", "\\\\")
        return f"[^{body[1:]}]" if body.startswith("!") else f"[{body}]"
    return re.escape(match[0])
