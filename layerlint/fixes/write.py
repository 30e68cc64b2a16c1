"""Writes a fixed file in one step, so that nobody ever sees half of it."""

from __future__ import annotations

import os
import stat
import tempfile

from layerlint.failure import Failure


def write(path: str, old: bytes, new: bytes) -> None:
    """Replace the content of `path`, which was `old` when it was analysed, by `new`.

    Symbolic links are followed and the mode bits kept. Raises `Failure`, with the file untouched,
    when somebody changed it meanwhile or it cannot be written.
    """
    target = os.path.realpath(path)
    try:
        mode = stat.S_IMODE(os.stat(target).st_mode)
        if not os.access(target, os.W_OK):
            raise PermissionError(13, "Permission denied")
        descriptor, temporary = tempfile.mkstemp(prefix=".layerlint-", dir=os.path.dirname(target))
        try:
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(new)
            os.chmod(temporary, mode)
            with open(target, "rb") as stream:
                unchanged = stream.read() == old
            if not unchanged:
                raise Failure(
                    f"{path} was changed while it was being analysed; it was not written",
                    "run layerlint again",
                )
            os.replace(temporary, target)
        except BaseException:
            os.unlink(temporary)
            raise
    except OSError as error:
        raise Failure(f"cannot write {path}: {error.strerror}") from None
