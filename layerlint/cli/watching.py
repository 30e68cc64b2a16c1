"""`check --watch`: a report whenever a file changes, on a session that stays."""

from __future__ import annotations

import os
import sys
import time

from layerlint.adopt.changes import Changes
from layerlint.cli import delivery, flags as shared
from layerlint.config import resolve
from layerlint.config.document import NAMES
from layerlint.failure import Failure
from layerlint.files import discovery
from layerlint.state.session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import NoReturn

    from layerlint.config.resolve import Configuration
    from layerlint.report.console import Console

    # What tells that a file is as it was.
    Stamp = tuple[int, int]

# In seconds. Polling takes no more than Python has, and some milliseconds for a thousand files.
PAUSE = 0.5
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"
_ALONE = ("fix", "fix_only", "diff", "show_files", "show_settings", "statistics", "add_ignore")


def watch(arguments: argparse.Namespace) -> NoReturn:
    """Report until somebody presses Ctrl-C."""
    _require_alone(arguments)
    console = shared.console(arguments)
    configuration = resolve.load(arguments)
    settings = configuration.settings_in(os.getcwd())
    session = Session(configuration, arguments.paths, jobs=settings.number("jobs"))
    seen: dict[str, Stamp] | None = None
    while True:
        now = _stamps(arguments.paths, configuration)
        if now != seen:
            if seen is not None:
                configuration = _read_again(arguments, session, configuration, console)
            seen = now
            _report(arguments, session, configuration, console)
        time.sleep(PAUSE)


def _report(
    arguments: argparse.Namespace, session: Session, configuration: Configuration, console: Console
) -> None:
    if sys.stdout.isatty():
        sys.stdout.write(_CLEAR)
    chosen = delivery.reports(arguments, configuration.settings_in(os.getcwd()))
    outcome = session.outcome()
    if arguments.diff_base is not None:
        outcome.diagnostics = Changes(arguments.diff_base).keep(
            outcome.diagnostics, outcome.contents
        )
    delivery.deliver(chosen, arguments, outcome, None, sys.stdout)
    sys.stdout.flush()
    console.say(f"{time.strftime('%H:%M:%S')} watching for changes (Ctrl-C ends this)")


def _read_again(
    arguments: argparse.Namespace,
    session: Session,
    configuration: Configuration,
    console: Console,
) -> Configuration:
    """The settings as they are now, or as they were where they cannot be read, which is said."""
    try:
        new = resolve.load(arguments)
        session.configure(new)
    except Failure as failure:
        console.fail(failure)
        session.save()
        return configuration
    return new


def _stamps(paths: list[str], configuration: Configuration) -> dict[str, Stamp]:
    """What tells whether something has changed: the files that are checked, and the settings."""
    files = discovery.discover(paths, configuration).files
    watched = {file.absolute for file in files}
    above = {os.path.dirname(path) for path in watched} | {
        os.getcwd(),
        *map(os.path.abspath, paths),
    }
    for directory in list(above):
        while (parent := os.path.dirname(directory)) not in above:
            above.add(parent)
            directory = parent
    watched |= {os.path.join(directory, name) for directory in above for name in NAMES}
    found = {}
    for path in watched:
        try:
            status = os.stat(path)
        except OSError:
            continue  # which is how a file that is gone differs from one that is there
        found[path] = (status.st_mtime_ns, status.st_size)
    return found


def _require_alone(arguments: argparse.Namespace) -> None:
    if "-" in arguments.paths:
        raise Failure("--watch does not go with `-` (stdin)")
    for name in _ALONE:
        if getattr(arguments, name) not in (None, False):
            raise Failure(f"--watch does not go with --{name.replace('_', '-')}")
