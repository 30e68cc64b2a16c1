"""Runs the engine as the flags say: from what is remembered where nothing has changed."""

from __future__ import annotations

from layerlint import catalogue
from layerlint.engine.collector import stop
from layerlint.state import timings
from layerlint.state.snapshot import Snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from layerlint.cli.narrowing import Narrowing
    from layerlint.config.settings import Settings
    from layerlint.engine.fixing import Repair
    from layerlint.engine.outcome import Outcome
    from layerlint.files.discovery import File
    from layerlint.report.console import Console
    from layerlint.state.memory import Memory
    from layerlint.state.session import Revisions


def checked(
    arguments: argparse.Namespace,
    files: Sequence[File],
    settings: Settings,
    narrowing: Narrowing,
    console: Console,
) -> tuple[Outcome, Repair | None]:
    """The outcome, after fixing if that was asked for; `settings` are those of the run itself."""
    memory = None if arguments.timings else _memory(arguments, files, settings)
    fixing = _fixes(arguments)
    if memory is not None and not fixing:
        remembered = memory.outcome()
        if remembered is not None:
            console.detail("nothing has changed since the last run")
            narrowing.apply(remembered)
            return remembered, None
    from layerlint.state.session import Revisions

    # One process, where time is to be told.
    jobs = 1 if arguments.timings else settings.number("jobs")
    if arguments.timings:
        timings.current = timings.Timings()
    known = memory.answers if memory is not None else None
    if not fixing:
        stop()
    lasting = fixing or memory is not None
    screen = not arguments.no_screen
    revisions = Revisions(files, screen=screen, jobs=jobs, known=known, lasting=lasting)
    outcome = revisions.next(Snapshot())
    if timings.current is not None:
        console.say(timings.current.text({rule.code: rule.name for rule in catalogue.rules()}))
        timings.current = None
    if memory is not None and not outcome.crashed:
        problem = memory.keep(outcome)
        if problem is not None:
            console.detail(f"the cache was not written: {problem}")
    narrowing.apply(outcome)
    return _fixed(revisions, outcome, narrowing) if fixing else (outcome, None)


def checked_text(
    arguments: argparse.Namespace, file: File, data: bytes, narrowing: Narrowing
) -> tuple[Outcome, Repair | None]:
    """The outcome for one file that holds `data`, whatever the disk says."""
    from layerlint.state.session import Revisions

    revisions = Revisions([file], screen=not arguments.no_screen)
    outcome = revisions.next(Snapshot({file.path: data}))
    narrowing.apply(outcome)
    return _fixed(revisions, outcome, narrowing) if _fixes(arguments) else (outcome, None)


def _fixes(arguments: argparse.Namespace) -> bool:
    return bool(arguments.fix or arguments.fix_only or arguments.diff)


def _fixed(
    revisions: Revisions, outcome: Outcome, narrowing: Narrowing
) -> tuple[Outcome, Repair | None]:
    if not any(diagnostic.fix for diagnostic in outcome.diagnostics):
        return outcome, None
    from layerlint.engine.fixing import fix

    fixed = fix(revisions, outcome, narrowing.keep)
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
