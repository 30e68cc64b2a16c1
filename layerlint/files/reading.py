"""Reads regular files and nothing else: no pipe is waited for, no device is emptied."""

from __future__ import annotations

import errno
import os
import stat

# More than any file that somebody wrote; what is larger is data, or never ends.
LARGEST = 64 * 1024 * 1024
_CHUNK = 1024 * 1024
_KINDS = (
    (stat.S_ISDIR, "a directory"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


class Identity:
    """What a look at a file that does not open it tells it apart by from another version."""

    __slots__ = ("device", "inode", "modified", "size")

    def __init__(self, status: os.stat_result) -> None:
        self.device = status.st_dev
        self.inode = status.st_ino
        self.size = status.st_size
        self.modified = status.st_mtime_ns

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Identity) and self.parts == other.parts

    def __hash__(self) -> int:
        return hash(self.parts)

    @property
    def parts(self) -> tuple[int, int, int, int]:
        """Device, inode, size and time of modification in nanoseconds."""
        return (self.device, self.inode, self.size, self.modified)


def read_regular(path: str, largest: int = LARGEST) -> bytes:
    """The bytes of a regular file; raises `OSError`, also for what is none and for a NUL in `path`.

    A pipe is not even opened: that would wait for a writer, or take what another reader is for.
    """
    return read_with_identity(path, largest)[0]


def read_with_identity(path: str, largest: int = LARGEST) -> tuple[bytes, Identity]:
    """The same, and what the file was told apart by just before it was read."""
    try:
        require_regular(os.stat(path))
        descriptor = os.open(path, os.O_RDONLY | _FLAGS)
    except ValueError:
        # A NUL, or a character that names of files cannot hold here.
        raise OSError(errno.EINVAL, "this cannot be the name of a file") from None
    try:
        status = os.fstat(descriptor)
        require_regular(status)
        return _all_of(descriptor, largest), Identity(status)
    finally:
        os.close(descriptor)


def require_regular(status: os.stat_result) -> None:
    """Raise `OSError` unless the status is that of a regular file."""
    if not stat.S_ISREG(status.st_mode):
        kind = next((name for is_kind, name in _KINDS if is_kind(status.st_mode)), "no file")
        code = errno.EISDIR if stat.S_ISDIR(status.st_mode) else errno.EINVAL
        raise OSError(code, f"it is {kind}, not a file")


# Whatever takes the place of the file between the two looks is not waited for either.
_FLAGS = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


def _all_of(descriptor: int, largest: int) -> bytes:
    chunks = []
    left = largest
    while chunk := os.read(descriptor, _CHUNK):
        left -= len(chunk)
        if left < 0:
            raise OSError(errno.EFBIG, f"it is larger than {largest // (1024 * 1024)} MiB")
        chunks.append(chunk)
    return b"".join(chunks)
