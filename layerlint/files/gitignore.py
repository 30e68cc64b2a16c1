"""`.gitignore` files: every directory's own, those above it, and what git is told besides.

pathspec costs 65 ms to import, so it is asked for only where there is a file to read. It makes
regular expressions of patterns, and those with many stars take longer than anybody waits; such
lines are matched by `PathPattern`, which is linear.
"""

from __future__ import annotations

import os
import re

from layerlint.files.gitconfig import exclude_files
from layerlint.files.globs import LONGEST, BadPattern, PathPattern
from layerlint.files.reading import read_regular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pathspec import GitIgnoreSpec

# More than any ignore file; what is larger is something else.
LARGEST = 4 * 1024 * 1024
_WILD = re.compile(r"[*?\[\\]")
_STARS_BEHIND = re.compile(r"[^*?\[\\]+\*{2,}")
# With two the time grows with the square of the length of a path, which is short.
FEW_STARS = 2
SHORT = 500
_STARS = re.compile(r"\*+")
_NAME = re.compile(r"\A\*{3,}\Z")


class IgnoreFiles:
    """A chain of ignore files; the nearest one that says something about a path decides."""

    __slots__ = ("_parts", "directory", "parent")

    def __init__(self, directory: str, lines: Iterable[str], parent: IgnoreFiles | None) -> None:
        self.directory = directory
        self.parent = parent
        self._parts = list(_parts(lines))

    def match(self, path: str, is_directory: bool) -> bool:
        """Whether the path, which lies below this directory, is ignored."""
        nearest: IgnoreFiles | None = self
        while nearest is not None:
            verdict = nearest._verdict(path, is_directory)
            if verdict is not None:
                return verdict
            nearest = nearest.parent
        return False

    def _verdict(self, path: str, is_directory: bool) -> bool | None:
        """What this file alone says."""
        relative = os.path.relpath(path, self.directory).replace(os.sep, "/")
        for part in reversed(self._parts):
            verdict = (
                part.verdict(relative, is_directory)
                if isinstance(part, _Line)
                else part.check_file(f"{relative}/" if is_directory else relative).include
            )
            if verdict is not None:
                return verdict
        return None


class _Line:
    """One pattern with many stars, of a file in whose directory paths start."""

    __slots__ = ("_begun", "_directories_only", "_includes", "_pattern")

    def __init__(self, line: str) -> None:
        """Raises `BadPattern`."""
        self._includes = not line.startswith("!")
        pattern = line.removeprefix("!")
        self._directories_only = pattern.endswith("/")
        pattern = pattern.removesuffix("/")
        anchored = "/" in pattern
        # For git a name of more than two stars is like one of two.
        names = [_NAME.sub("**", name) for name in pattern.removeprefix("/").split("/")]
        self._begun = ""
        if anchored:
            self._begun, names = _behind_text(names)
        self._pattern = PathPattern(names if anchored else ["**", *names], escapes=True)

    def verdict(self, relative: str, is_directory: bool) -> bool | None:
        """Whether it ignores a path or takes it back; None if it says nothing."""
        if self._directories_only and not is_directory:
            return None
        if not relative.startswith(self._begun):
            return None
        names = relative[len(self._begun) :].split("/")
        return self._includes if self._pattern.matches(names) else None


def _behind_text(names: list[str]) -> tuple[str, list[str]]:
    """The text that a pattern begins with, and the names behind it, if stars follow it at once.

    Git compares that text first and forgets it: the stars of `a**/b` then begin a pattern, and
    stand for any number of directories (`match_pathname` in dir.c, git 2.39).
    """
    for place, name in enumerate(names):
        if _STARS_BEHIND.fullmatch(name):
            begun = "/".join([*names[:place], name.rstrip("*")])
            return begun, ["**", *names[place + 1 :]]
        if _WILD.search(name):
            break
    return "", names


def above(directory: str) -> IgnoreFiles | None:
    """The ignore files of the directories above, up to the root of the git repository."""
    chain = [directory]
    while not os.path.exists(os.path.join(chain[-1], ".git")):
        parent = os.path.dirname(chain[-1])
        if parent == chain[-1]:
            return None  # no repository: nothing above has a say
        chain.append(parent)
    ignored: IgnoreFiles | None = None
    for path in exclude_files(chain[-1]):
        ignored = _with(ignored, chain[-1], path)
    for parent in reversed(chain[1:]):
        ignored = extend(ignored, parent)
    return ignored


def extend(inherited: IgnoreFiles | None, directory: str) -> IgnoreFiles | None:
    """The chain with a directory's own `.gitignore`, if it has one."""
    return _with(inherited, directory, ".gitignore")


def _with(inherited: IgnoreFiles | None, directory: str, name: str) -> IgnoreFiles | None:
    try:
        data = read_regular(os.path.join(directory, name), LARGEST)
    except OSError:
        # What git cannot read as an ignore file says nothing to git either.
        return inherited
    return IgnoreFiles(directory, data.decode("utf-8", "replace").splitlines(), inherited)


def _parts(lines: Iterable[str]) -> Iterator[GitIgnoreSpec | _Line]:
    """The lines in their order: those with few stars together, every other one by itself."""
    plain: list[str] = []
    for line in lines:
        if len(line) <= SHORT and len(_STARS.findall(line)) <= FEW_STARS:
            plain.append(line)
        elif not line.startswith("#") and len(line) <= LONGEST:
            if plain:
                yield _specified(plain)
                plain = []
            try:
                yield _Line(_trimmed(line))
            except BadPattern:
                continue  # git takes no notice of what is no pattern
    if plain:
        yield _specified(plain)


def _trimmed(line: str) -> str:
    """Without blanks at the end, unless a backslash keeps the last of them."""
    bare = line.rstrip(" ")
    return f"{bare} " if bare.endswith("\\") and bare != line else bare


def _specified(lines: list[str]) -> GitIgnoreSpec:
    import pathspec

    try:
        return pathspec.GitIgnoreSpec.from_lines(lines)
    except (ValueError, re.error):
        return pathspec.GitIgnoreSpec.from_lines(filter(_is_pattern, lines))


def _is_pattern(line: str) -> bool:
    import pathspec

    try:
        pathspec.GitIgnoreSpec.from_lines([line])
    except (ValueError, re.error):
        return False
    return True
