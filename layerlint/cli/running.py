"""Runs the engine as the flags say: from what is remembered where nothing has changed."""

from __future__ import annotations

from layerlint import catalogue
from layerlint.engine import timings
from layerlint.state.snapshot import Snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from layerlint.cli.narrowing import Narrowing
    from layerlint.config.settings import Settings
    from layerlint.engine.fixing import Fixed
    from layerlint.engine.outcome import Outcome
    from layerlint.files.discovery import File
    from layerlint.report.console import Console
    from layerlint.state.memory import Memory


def checked(
    arguments: argparse.Namespace,
    files: Sequence[File],
    settings: Settings,
    narrowing: Narrowing,
    console: Console,
) -> tuple[Outcome, Fixed | None]:
    """The outcome, after fixing if that was asked for; `settings` are those of the run itself."""
    memory = None if arguments.timings else _memory(arguments, files, settings)
    fixing = _fixes(arguments)
    if memory is not None and not fixing:
        remembered = memory.outcome()
        if remembered is not None:
            console.detail("nothing has changed since the last run")
            narrowing.apply(remembered)
            return remembered, None
    from layerlint.engine.run import run

    screen = not arguments.no_screen
    # One process, where time is to be told.
    jobs = 1 if arguments.timings else settings.number("jobs")
    if arguments.timings:
        timings.current = timings.Timings()
    known = memory.answers if memory is not None else None
    outcome = run(files, Snapshot(), screen=screen, jobs=jobs, known=known)
    if timings.current is not None:
        console.say(timings.current.text({rule.code: rule.name for rule in catalogue.rules()}))
        timings.current = None
    if memory is not None and not outcome.crashed:
        problem = memory.keep(outcome)
        if problem is not None:
            console.detail(f"the cache was not written: {problem}")
    narrowing.apply(outcome)
    return _fixed(outcome, narrowing, screen=screen, jobs=jobs) if fixing else (outcome, None)


def checked_text(
    arguments: argparse.Namespace, file: File, data: bytes, narrowing: Narrowing
) -> tuple[Outcome, Fixed | None]:
    """The outcome for one file that holds `data`, whatever the disk says."""
    from layerlint.engine.run import run

    screen = not arguments.no_screen
    outcome = run([file], Snapshot({file.path: data}), screen=screen)
    narrowing.apply(outcome)
    fixing = _fixes(arguments)
    return _fixed(outcome, narrowing, screen=screen, jobs=1) if fixing else (outcome, None)


def _fixes(arguments: argparse.Namespace) -> bool:
    return bool(arguments.fix or arguments.fix_only or arguments.diff)


def _fixed(
    outcome: Outcome, narrowing: Narrowing, *, screen: bool, jobs: int
) -> tuple[Outcome, Fixed | None]:
    if not any(diagnostic.fix for diagnostic in outcome.diagnostics):
        return outcome, None
    from layerlint.engine.fixing import fix

    fixed = fix(outcome, screen=screen, jobs=jobs, keep=narrowing.keep)
    return fixed.outcome, fixed


def _memory(
    arguments: argparse.Namespace, files: Sequence[File], settings: Settings
) -> Memory | None:
    directory = settings.values["cache-dir"]
    if arguments.no_cache or not files or not isinstance(directory, str):
        return None
    from layerlint.state.cache import Cache
    from layerlint.state.memory import Memory

    cache = Cache(directory)
    return Memory(cache, files, screen=not arguments.no_screen)
