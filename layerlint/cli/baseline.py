"""`layerlint baseline write|check|prune`: the findings that are accepted for now."""

from __future__ import annotations

import os

from layerlint.adopt import baseline
from layerlint.cli import flags as shared
from layerlint.cli.exits import FAILED, FOUND, OK
from layerlint.config import resolve
from layerlint.failure import Failure
from layerlint.files import discovery
from layerlint.state.snapshot import Snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections import Counter

    from layerlint.adopt.baseline import Baseline
    from layerlint.config.resolve import Configuration
    from layerlint.engine.outcome import Outcome
    from layerlint.report.console import Console
    from layerlint.report.identity import Identity

ACTIONS = ("write", "check", "prune")


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    from layerlint.cli.parser import choice

    parser.add_argument(
        "action",
        type=choice(ACTIONS),
        metavar="|".join(ACTIONS),
        help="write: accept what is found; check: fail if that is not what the baseline says; "
        "prune: drop what is found no more",
    )
    shared.add_file_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked with the baseline and return the exit code."""
    configuration = resolve.load(arguments)
    console = shared.console(arguments)
    found = discovery.discover(arguments.paths, configuration)
    for path, reason in found.refused:
        console.fail(Failure(f"{reason}: {path}"))
    if found.refused:
        return FAILED  # what was not looked at would be taken for paid off
    path = _path(configuration)
    exists = os.path.exists(path)
    known = baseline.read(path) if exists or arguments.action != "write" else None
    outcome = _outcome(configuration, found.files)
    if outcome.crashed:
        raise Failure("a rule crashed, so the baseline was left alone", "see `layerlint check`")
    known = known or baseline.Baseline(path)
    if arguments.action == "write":
        return _write(known, outcome, console)
    stale = known.stale(outcome.diagnostics, outcome.contents, outcome.files)
    if arguments.action == "prune":
        return _prune(known, stale)
    return _check(known, stale, outcome, console)


def _path(configuration: Configuration) -> str:
    settings = configuration.settings_in(os.getcwd())
    chosen = settings.values["baseline"]
    return str(chosen) if chosen else os.path.join(settings.root, baseline.NAME)


def _outcome(configuration: Configuration, files: list[discovery.File]) -> Outcome:
    from layerlint.engine.linting import run as run_engine

    jobs = configuration.settings_in(os.getcwd()).number("jobs")
    return run_engine(files, Snapshot(), jobs=jobs, lasting=False)


def _write(known: Baseline, outcome: Outcome, console: Console) -> int:
    written = known.updated(outcome.diagnostics, outcome.contents, outcome.files)
    _save(written)
    total = written.accepted.total()
    print(f"Accepted {_findings(total)} in {_shown(known)}.")
    unread = [one for one in outcome.diagnostics if not one.code.startswith("LL")]
    for one in unread:
        console.warn(f"{one.path}: {one.code} cannot be accepted; mend or exclude the file")
    if not any(file.settings.values["baseline"] for file in outcome.files):
        console.say(f'Set `baseline = "{os.path.basename(known.path)}"` for `check` to use it.')
    return OK


def _prune(known: Baseline, stale: Counter[Identity]) -> int:
    if stale:
        known.accepted = known.accepted - stale
        _save(known)
    print(f"Dropped {_findings(stale.total())} from {_shown(known)}.")
    return OK


def _check(known: Baseline, stale: Counter[Identity], outcome: Outcome, console: Console) -> int:
    new = known.new(outcome.diagnostics, outcome.contents)
    for path, code, scope, message in sorted(stale):
        print(f"{path}: {code} {message}{f' (in {scope})' if scope else ''}: found no more")
    for one in new:
        print(f"{one.path}:{one.start_row}:{one.start_column}: {one.code} {one.message}: new")
    print(f"{_findings(stale.total())} found no more, {len(new)} new, against {_shown(known)}.")
    if stale:
        console.say("`layerlint baseline prune` drops what is found no more.")
    return FOUND if stale or new else OK


def _save(known: Baseline) -> None:
    try:
        with open(known.path, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(known.text())
    except OSError as error:
        raise Failure(f"cannot write {_shown(known)}: {error.strerror}") from error


def _findings(count: int) -> str:
    return f"{count} finding{'' if count == 1 else 's'}"


def _shown(known: Baseline) -> str:
    return baseline.shown(known.path)
