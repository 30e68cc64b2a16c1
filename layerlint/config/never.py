"""Patterns of a configuration that match no path, whatever the project holds."""

from __future__ import annotations

import os

from layerlint.config.settings import DEFAULT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from layerlint.config.settings import Settings
    from layerlint.files.globs import Glob

# Patterns for what is there. One for what is to be left out may wait for it to be made.
_ABOUT_SOURCES = ("include", "per-file-ignores", "extend-per-file-ignores")


def never_matching(settings: Settings) -> Iterator[str]:
    """A sentence for each pattern that was written and cannot match."""
    for key in ("exclude", "extend-exclude"):
        for glob in settings.globs(key) if settings.origins[key] != DEFAULT else ():
            yield from _complaint(glob, key)
    for key in _ABOUT_SOURCES:
        if settings.origins[key] == DEFAULT:
            continue
        for glob in settings.globs(key) or [glob for glob, _ in settings.ignores(key)]:
            yield from _complaint(glob, key) if _why(glob) else _missing(glob, key)


def _complaint(glob: Glob, key: str) -> Iterator[str]:
    reason = _why(glob)
    if reason:
        yield f"the pattern `{glob}` in `{key}` can never match: {reason}"


def _why(glob: Glob) -> str | None:
    """Why no path is spelled like the pattern."""
    pattern = glob.pattern
    if not pattern:
        return "it is empty"
    if "\\" in pattern and os.sep == "/":
        return "directories are separated by `/`"
    if pattern != pattern.strip():
        return "it begins or ends with a space"
    names = pattern.split("/")
    while names and names[0] in (os.curdir, os.pardir):
        del names[0]
    if os.pardir in names:
        return "`..` can stand at its beginning only"
    return None


def _missing(glob: Glob, key: str) -> Iterator[str]:
    """A pattern below a directory, or of a file, that is not there."""
    if glob.is_name():
        return
    literal = []
    for name in glob.pattern.split("/"):
        if any(character in name for character in "*?["):
            break
        literal.append(name)
    path = os.path.normpath(os.path.join(glob.root, "/".join(literal)))
    if literal and not os.path.lexists(path):
        yield f"the pattern `{glob}` in `{key}` matches nothing: there is no {'/'.join(literal)}"
