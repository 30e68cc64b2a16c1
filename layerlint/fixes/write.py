"""Writes a fixed file in one step, so that nobody ever sees half of it and no save is lost."""

from __future__ import annotations

import os
import stat

from layerlint.failure import Failure
from layerlint.files.reading import read_regular, require_regular
from layerlint.fixes.exchange import exchange
from layerlint.fixes.strays import discard, part_name, ready_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

# Another program would have to save the file anew at each of so many moments.
ATTEMPTS = 5


def write(path: str, old: bytes, new: bytes, *, trees: Collection[str] = ()) -> None:
    """Replace the content of `path`, which was `old` when it was analysed, by `new`.

    Owner, group, mode and extended attributes are kept. A symbolic link is followed as long as it
    leads into one of `trees`. Raises `Failure`, with the file untouched, when somebody changed it
    meanwhile, when it has other names that would be cut off, or when it cannot be written.
    """
    target = _target(path, trees)
    try:
        status = os.stat(target)
        require_regular(status)
        if status.st_nlink > 1:
            raise Failure(
                f"{path} has other names (hard links), which a fix would cut off; "
                "it was not written"
            )
        if not os.access(target, os.W_OK):
            raise PermissionError(13, "Permission denied")
        part = os.path.join(os.path.dirname(target), part_name())
        try:
            _prepare(part, target, status, new)
            ready = ready_name(part, old, new)
            os.rename(part, ready)
            part = ready
            _replace(part, target, old, new, path)
        finally:
            discard(part)
    except OSError as error:
        raise Failure(f"cannot write {path}: {error.strerror}") from None


def _target(path: str, trees: Collection[str]) -> str:
    """Where the content lies; a `Failure` if a link leads somewhere that was not to be linted."""
    target = os.path.realpath(path)
    directory = os.path.realpath(os.path.dirname(path) or os.curdir)
    if target != os.path.join(directory, os.path.basename(path)):
        roots = [directory, *map(os.path.realpath, trees)]
        if not any(target.startswith(f"{root.rstrip(os.sep)}{os.sep}") for root in roots):
            raise Failure(
                f"{path} is a link to {target}, outside of what is linted; it was not written"
            )
    return target


def _prepare(part: str, target: str, status: os.stat_result, new: bytes) -> None:
    """Write the new content beside the file, with all that is known of it but its name."""
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(new)
        stream.flush()
        made = os.fstat(descriptor)
        if (made.st_uid, made.st_gid) != (status.st_uid, status.st_gid):
            try:
                os.chown(part, status.st_uid, status.st_gid)
            except PermissionError:
                raise PermissionError(1, "its owner cannot be kept") from None
        os.chmod(part, stat.S_IMODE(status.st_mode))
        if hasattr(os, "listxattr"):
            _copy_attributes(target, part)


def _copy_attributes(target: str, part: str) -> None:
    try:
        names = os.listxattr(target)
    except OSError:
        return  # a file system without them
    have = set(os.listxattr(part))
    for name in names:
        value = os.getxattr(target, name)
        if name not in have or os.getxattr(part, name) != value:
            os.setxattr(part, name, value)


def _replace(part: str, target: str, old: bytes, new: bytes, path: str) -> None:
    """Give the prepared file the name, and give it back if that displaced another content."""
    if read_regular(target) != old:
        raise _changed(path)
    if not exchange(part, target):
        os.replace(part, target)
        return
    placed, displaced = new, read_regular(part)
    if displaced == old:
        return
    for _ in range(ATTEMPTS):
        # A save came between. It goes back, and so does one that took its place meanwhile.
        exchange(part, target)
        taken = read_regular(part)
        if taken == placed:
            os.unlink(part)
            raise _changed(path)
        placed, displaced = displaced, taken
    raise Failure(f"{path} is being changed all the time; what was last seen of it is in {part}")


def _changed(path: str) -> Failure:
    return Failure(
        f"{path} was changed while it was being analysed; it was not written",
        "run layerlint again",
    )
