"""The cache on disk: a directory of tables that are read and written whole.

A cache never breaks a run and never changes what it reports: what cannot be read, is not whole or
was written by another version, is as good as not there, and what cannot be written is let go.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from contextlib import suppress

from layerlint import __version__
from layerlint.catalogue import PACKAGE
from layerlint.state.digest import digest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

TAG = "CACHEDIR.TAG"
_SIGNATURE = (
    "Signature: 8a477f597d28d172789f06886806bc55\n# This directory holds layerlint's cache.\n"
)
# More tables than that are those of settings and arguments which nobody uses any more.
MOST_TABLES = 256
# Variables of the environment that have a say in which installed packages are read.
_VARIABLES = ("VIRTUAL_ENV", "CONDA_PREFIX", "PYTHONPATH")


class Cache:
    """The tables in one directory, which is made when the first is written."""

    __slots__ = ("_version", "directory")

    def __init__(self, directory: str) -> None:
        self.directory = directory
        self._version: str | None = None

    def key(self, *parts: str) -> str:
        """The name of the table about `parts`, as this version of layerlint here would write it."""
        if self._version is None:
            self._version = _version()
        return digest("\0".join((self._version, *parts)).encode("utf-8", "surrogateescape"))

    def read(self, name: str) -> Any:
        """A table; None where there is none that is whole."""
        try:
            path = os.path.join(self.directory, name)
            with open(path, "rb") as stream:
                head, _, body = stream.read().partition(b"\n")
            if head.decode("ascii") == digest(body):
                with suppress(OSError):
                    os.utime(path)  # what is used is not pruned
                return json.loads(body)
        except (OSError, ValueError, RecursionError):
            pass  # as good as not there
        return None

    def write(self, name: str, table: Any) -> str | None:
        """Keep a table; the reason where that cannot be done."""
        body = json.dumps(table, separators=(",", ":")).encode()
        path = os.path.join(self.directory, name)
        unfinished = f"{path}.{os.getpid()}.tmp"
        try:
            self._make()
            self._prune()
            try:
                with open(unfinished, "wb") as stream:
                    stream.write(digest(body).encode() + b"\n" + body)
                os.replace(unfinished, path)
            except BaseException:
                os.unlink(unfinished)
                raise
        except OSError as error:
            return error.strerror or str(error)
        return None

    def _make(self) -> None:
        """Make the directory, and say to git and to backups what it is."""
        os.makedirs(self.directory, exist_ok=True)
        for name, content in ((".gitignore", "*\n"), (TAG, _SIGNATURE)):
            path = os.path.join(self.directory, name)
            if not os.path.exists(path):
                with open(path, "w", encoding="utf-8") as stream:
                    stream.write(content)

    def _prune(self) -> None:
        """Remove the tables that were not used for longest, and what others left unfinished."""
        with os.scandir(self.directory) as entries:
            tables = [entry for entry in entries if entry.name not in (".gitignore", TAG)]
        if len(tables) < MOST_TABLES:
            return
        tables.sort(key=lambda entry: entry.stat().st_mtime_ns)
        for entry in tables[: len(tables) - MOST_TABLES // 2]:
            os.unlink(entry.path)


def remove(directory: str) -> bool:
    """Remove a cache; False where the directory is none of ours. Raises `OSError`."""
    try:
        with open(os.path.join(directory, TAG), encoding="utf-8") as stream:
            if stream.read() != _SIGNATURE:
                return False
    except (OSError, ValueError):
        return False
    shutil.rmtree(directory)
    return True


def _version() -> str:
    """What tells this layerlint on this Python from every other one.

    Its version does not: a hook may be installed from any commit.
    """
    files = "\n".join(sorted(_stamps(PACKAGE)))
    python = ".".join(map(str, sys.version_info[:3]))
    libcst = [
        f"{path}:{os.stat(os.path.join(path, 'libcst')).st_mtime_ns}"
        for path in sys.path
        if os.path.isdir(os.path.join(path, "libcst"))
    ]
    environment = [f"{name}={os.environ.get(name, '')}" for name in _VARIABLES]
    return "\n".join((__version__, python, files, *libcst, *environment))


def _stamps(directory: str) -> Iterator[str]:
    with os.scandir(directory) as entries:
        for entry in entries:
            if entry.name.endswith((".py", ".json")):
                status = entry.stat()
                yield f"{entry.path}:{status.st_mtime_ns}:{status.st_size}"
            elif "." not in entry.name and entry.name != "__pycache__" and entry.is_dir():
                yield from _stamps(entry.path)
