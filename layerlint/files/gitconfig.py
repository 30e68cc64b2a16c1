"""What git is told outside of `.gitignore` files: `info/exclude` and `core.excludesFile`.

Read as git reads it, but for what its configuration includes from other files.
"""

from __future__ import annotations

import os
import re

from layerlint.files.reading import read_regular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# More than any configuration; what is larger is something else.
LARGEST = 1024 * 1024
_SECTION = re.compile(r"\s*\[\s*(?P<name>[^\]\s\"]+)\s*(?P<more>\"[^\]]*)?\]")
_EXCLUDES = re.compile(
    r"\s*excludesfile\s*=\s*(?:\"(?P<quoted>[^\"]*)\"|(?P<bare>[^#;]*))", re.IGNORECASE
)


def exclude_files(top: str) -> tuple[str, ...]:
    """The files with patterns for the whole repository at `top`, the one that says least first."""
    repository = _repository(top)
    excludes = None
    for path in (*_of_the_user(), os.path.join(repository, "config")):
        excludes = _excludes_in(path) or excludes
    if excludes is None:
        excludes = os.path.join(_xdg(), "git", "ignore")
    elif not os.path.isabs(excludes):
        excludes = os.path.join(top, excludes)
    return (excludes, os.path.join(repository, "info", "exclude"))


def _repository(top: str) -> str:
    """The directory that git keeps its files in; in a worktree `.git` is a file that says where."""
    directory = os.path.join(top, ".git")
    if not os.path.isfile(directory):
        return directory
    own = os.path.join(top, _text(directory).removeprefix("gitdir:").strip())
    return os.path.normpath(os.path.join(own, _text(os.path.join(own, "commondir")).strip()))


def _of_the_user() -> Iterator[str]:
    named = os.environ.get("GIT_CONFIG_GLOBAL")
    if named is not None:
        yield named
        return
    yield os.path.join(_xdg(), "git", "config")
    yield os.path.expanduser("~/.gitconfig")


def _xdg() -> str:
    return os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")


def _excludes_in(path: str) -> str | None:
    """The last value of `core.excludesFile` in a configuration of git."""
    found, in_core = None, False
    for line in _text(path).splitlines():
        section = _SECTION.match(line)
        if section:
            in_core = section["name"].lower() == "core" and not section["more"]
            line = line[section.end() :]
        value = _EXCLUDES.match(line) if in_core else None
        if value:
            found = os.path.expanduser(value["quoted"] or (value["bare"] or "").strip())
    return found


def _text(path: str) -> str:
    """What a file of git says; nothing where it is not there, as for git."""
    try:
        return read_regular(path, LARGEST).decode("utf-8", "replace")
    except OSError:
        return ""
