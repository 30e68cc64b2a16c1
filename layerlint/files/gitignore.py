"""`.gitignore` files: every directory's own, those above it up to the repository, `info/exclude`.

pathspec costs 65 ms to import, so it is asked for only where there is a file to read.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Ignored:
    """A chain of ignore files; the nearest one that says something about a path decides."""

    __slots__ = ("directory", "parent", "spec")

    def __init__(self, directory: str, spec: GitIgnoreSpec, parent: Ignored | None) -> None:
        self.directory = directory
        self.spec = spec
        self.parent = parent

    def match(self, path: str, is_directory: bool) -> bool:
        """Whether the path, which lies below this directory, is ignored."""
        relative = os.path.relpath(path, self.directory).replace(os.sep, "/")
        verdict = self.spec.check_file(relative + "/" if is_directory else relative).include
        if verdict is None:
            return self.parent is not None and self.parent.match(path, is_directory)
        return verdict


def above(directory: str) -> Ignored | None:
    """The ignore files of the directories above, up to the root of the git repository."""
    chain = [directory]
    while not os.path.exists(os.path.join(chain[-1], ".git")):
        parent = os.path.dirname(chain[-1])
        if parent == chain[-1]:
            return None  # no repository: nothing above has a say
        chain.append(parent)
    ignored = _with(None, chain[-1], os.path.join(".git", "info", "exclude"))
    for parent in reversed(chain[1:]):
        ignored = extend(ignored, parent)
    return ignored


def extend(inherited: Ignored | None, directory: str) -> Ignored | None:
    """The chain with a directory's own `.gitignore`, if it has one."""
    return _with(inherited, directory, ".gitignore")


def _with(inherited: Ignored | None, directory: str, name: str) -> Ignored | None:
    try:
        with open(os.path.join(directory, name), encoding="utf-8", errors="replace") as stream:
            lines = stream.read().splitlines()
    except (FileNotFoundError, NotADirectoryError, PermissionError, IsADirectoryError):
        return inherited
    import pathspec

    return Ignored(directory, pathspec.GitIgnoreSpec.from_lines(lines), inherited)
