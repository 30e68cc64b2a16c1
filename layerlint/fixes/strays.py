"""The files that a fix is prepared in, and what is done about those that a killed run left.

The name says which process on which machine made it and, once it is complete, what it may hold:
the old content or the new one. A file that holds anything else is a save that another program made
in the moment between, and is never deleted.
"""

from __future__ import annotations

import os
import re
from hashlib import blake2b

from layerlint.files.discovery import LITTER
from layerlint.files.reading import read_regular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_NAME = re.compile(
    r"\.layerlint-(?P<host>[0-9a-f]{8})-(?P<pid>[0-9]{1,10})-[0-9a-f]{8}"
    r"(?:\.part|\.(?P<old>[0-9a-f]{16})-(?P<new>[0-9a-f]{16}))"
)


def part_name() -> str:
    """A name for a file that is being written."""
    return f"{LITTER}{_host()}-{os.getpid()}-{os.urandom(4).hex()}.part"


def ready_name(part: str, old: bytes, new: bytes) -> str:
    """The name for the same file when it is complete and about to take the place of another."""
    return f"{part.removesuffix('.part')}.{_digest(old)}-{_digest(new)}"


def clean(directories: Iterable[str]) -> list[str]:
    """Delete what killed runs left in the directories; the paths of what somebody may miss."""
    kept = []
    for directory in sorted(set(directories)):
        try:
            names = [name for name in os.listdir(directory) if name.startswith(LITTER)]
        except OSError:
            continue
        for name in names:
            path = os.path.join(directory, name)
            if _is_orphan(name) and not discard(path):
                kept.append(path)
    return kept


def discard(path: str) -> bool:
    """Delete a file of ours; False if it is left because it holds what is found nowhere else."""
    match = _NAME.fullmatch(os.path.basename(path))
    try:
        if match is None or (
            match["old"] and _digest(read_regular(path)) not in (match["old"], match["new"])
        ):
            return False
        os.unlink(path)
    except OSError:
        return True  # it is gone, or whoever may do so has to delete it
    return True


def _is_orphan(name: str) -> bool:
    """Whether a file of that name was made here by a process that is gone."""
    match = _NAME.fullmatch(name)
    return match is not None and match["host"] == _host() and not _is_running(int(match["pid"]))


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return pid != os.getpid()


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=8).hexdigest()


def _host() -> str:
    import platform

    return blake2b(platform.node().encode(), digest_size=4).hexdigest()
