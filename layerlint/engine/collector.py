"""Python's cyclic collector, which has nothing to do while files are checked."""

from __future__ import annotations

import gc
from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def paused() -> Iterator[None]:
    """Without the collector: trees live as long as a run, and it would walk them time and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def stop() -> None:
    """Do without the collector for the rest of the process, which ends with one report."""
    gc.disable()
