"""Lets a worker end when the process that started it does, however that one ended."""

from __future__ import annotations

import os
import signal
import sys

_PR_SET_PDEATHSIG = 1


def leave_streams() -> None:
    """Let go of the streams of the parent: who reads them waits until nobody holds them."""
    for descriptor, mode in ((0, os.O_RDONLY), (1, os.O_WRONLY), (2, os.O_WRONLY)):
        null = os.open(os.devnull, mode)
        os.dup2(null, descriptor)
        if null > 2:
            os.close(null)


def die_with(parent: int) -> None:
    """End this process when the process `parent` has ended, also by SIGKILL."""
    if sys.platform == "linux":
        import ctypes

        libc = ctypes.CDLL(None)
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)  # it ended before anybody was asked to tell
        return
    import threading

    threading.Thread(target=_wait_for_the_end, daemon=True).start()


def _wait_for_the_end() -> None:
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
