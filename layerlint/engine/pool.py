"""Several processes for a large run; the result is the same as with one."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager

from layerlint.failure import Failure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import TypeVar

    from layerlint.engine.plan import Plan

    Result = TypeVar("Result")

# Each process pays for importing libcst, about as long as it takes to check so many bytes.
WORTH_A_PROCESS = 400_000
BATCH = 100_000

_plan: Plan | None = None


def each(
    work: Callable[[Plan, str], Result], plan: Plan, sizes: Sequence[tuple[str, int]], jobs: int
) -> Iterator[Result]:
    """`work` on every path, in processes where that is faster, in the order of the paths.

    `sizes` are the paths and the sizes of the files.
    """
    processes = min(
        jobs or os.cpu_count() or 1, sum(size for _, size in sizes) // WORTH_A_PROCESS, len(sizes)
    )
    if processes < 2:
        return (work(plan, path) for path, _ in sizes)
    return _in_processes(work, plan, _batches(sizes), processes)


def _in_processes(
    work: Callable[[Plan, str], Result], plan: Plan, batches: list[list[str]], processes: int
) -> Iterator[Result]:
    import gc
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    # A forked process inherits the index and what is imported; elsewhere it gets the plan and reads
    # what it needs.
    forks = sys.platform == "linux"
    context = multiprocessing.get_context("fork" if forks else "spawn")
    if forks:
        plan.load()
    gc.freeze()
    executor = ProcessPoolExecutor(processes, context, _start, (plan, os.getpid()))
    try:
        with _interrupted_later():
            done = executor.map(_batch, [work] * len(batches), batches)
        for batch in done:
            yield from batch
    except BrokenProcessPool:
        raise Failure(
            "a process that was checking files died", "please report it with the files"
        ) from None
    except BaseException:
        for child in multiprocessing.active_children():
            child.terminate()  # whoever interrupts a run does not wait for what it was about
        raise
    finally:
        executor.shutdown(cancel_futures=True)
        gc.unfreeze()


@contextmanager
def _interrupted_later() -> Iterator[None]:
    """Without Ctrl-C while processes are forked, where Python would ignore the exception."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start(plan: Plan, parent: int) -> None:
    import gc
    import signal

    from layerlint.engine.orphans import die_with, leave_streams

    global _plan
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears of it, and ends its workers
    die_with(parent)
    leave_streams()
    gc.disable()
    _plan = plan


def _batch(work: Callable[[Plan, str], Result], paths: Sequence[str]) -> list[Result]:
    assert _plan is not None
    return [work(_plan, path) for path in paths]


def _batches(sizes: Sequence[tuple[str, int]]) -> list[list[str]]:
    """Neighbouring files, which share base classes, in batches of about the same work."""
    batches: list[list[str]] = []
    room = 0
    for path, size in sizes:
        if room <= 0:
            batches.append([])
            room = BATCH
        batches[-1].append(path)
        room -= size
    return batches
