"""Where a path lies in its repository, which is what services that show reports want to know."""

from __future__ import annotations

import os
from functools import cache


@cache
def repository() -> str:
    """The top of the repository around the working directory, or that directory itself."""
    here = directory = os.getcwd()
    while not os.path.exists(os.path.join(directory, ".git")):
        parent = os.path.dirname(directory)
        if parent == directory:
            return here
        directory = parent
    return directory


def in_repository(path: str) -> str:
    """A path relative to the top of the repository, with slashes; absolute if it lies outside."""
    absolute = os.path.abspath(path)
    relative = os.path.relpath(absolute, repository())
    shown = absolute if relative.startswith(os.pardir) else relative
    return shown.replace(os.sep, "/")
