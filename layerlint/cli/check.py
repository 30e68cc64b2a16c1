"""`layerlint check`: report, fix, or show what would be fixed."""

from __future__ import annotations

import os
import sys

from layerlint.cli import delivery, flags as shared, running
from layerlint.cli.exits import FAILED, FOUND, OK
from layerlint.cli.narrowing import Narrowing
from layerlint.config import resolve
from layerlint.config.never import never_matching
from layerlint.failure import Failure, nearest
from layerlint.files import discovery
from layerlint.files.reading import LARGEST
from layerlint.files.source import NOTEBOOK
from layerlint.report.console import VERBOSE
from layerlint.report.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from layerlint.cli.parser import Parser
    from layerlint.config.resolve import Configuration
    from layerlint.engine.outcome import Outcome
    from layerlint.files.discovery import Discovery
    from layerlint.report.console import Console

STDIN = "-"


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    shared.add_file_arguments(parser)
    fixing = parser.add_argument_group("fixes")
    fixing.add_argument("--fix", action="store_true", help="apply fixes")
    fixing.add_argument("--diff", action="store_true", help="show what --fix would change")
    fixing.add_argument("--fix-only", action="store_true", help="apply fixes and report nothing")
    fixing.add_argument(
        "--add-ignore",
        metavar="[=REASON]",
        help="add a suppression comment for each error instead of reporting it",
    )
    parser.bare.add("--add-ignore")
    fixing.add_argument(
        "--show-fixes", action="store_true", help="list the fixes that were applied"
    )
    output = parser.add_argument_group("output")
    shared.add_output_format(output)
    output.add_argument("--output-file", metavar="FILE", help="write the report to a file")
    output.add_argument("--statistics", action="store_true", help="count the errors of each rule")
    output.add_argument("--show-files", action="store_true", help="list the files, check nothing")
    output.add_argument(
        "--show-settings", action="store_true", help="show every value and where it comes from"
    )
    other = parser.add_argument_group("miscellaneous")
    other.add_argument(
        "--watch", action="store_true", help="report again whenever a file changes, until Ctrl-C"
    )
    other.add_argument(
        "--diff-base", metavar="REV", help="report only what lies on lines changed since REV"
    )
    other.add_argument("--stdin-filename", metavar="FILE", help="the name that stdin goes by")
    other.add_argument("--exit-zero", action="store_true", help="exit with 0 in spite of errors")
    other.add_argument(
        "--exit-non-zero-on-fix", action="store_true", help="exit with 1 if anything was fixed"
    )
    other.add_argument("--timings", action="store_true", help="print the time by stage and by rule")
    other.add_argument("--no-cache", action="store_true", help="neither read nor write the cache")
    other.add_argument(
        "--no-screen", action="store_true", help="parse every file, also those without a layer"
    )


def run(arguments: argparse.Namespace) -> int:
    """Check the files and return the exit code."""
    configuration = resolve.load(arguments)
    console = shared.console(arguments)
    if arguments.add_ignore is not None:
        from layerlint.cli.adding import require_alone

        require_alone(arguments)
    if arguments.watch:
        from layerlint.cli.watching import watch

        return watch(arguments)
    if STDIN in arguments.paths:
        if arguments.paths != [STDIN]:
            raise Failure("`-` (stdin) does not go with other paths")
        return _check_stdin(arguments, configuration, console)
    found = discovery.discover(arguments.paths, configuration)
    for path, reason in found.refused:
        console.fail(Failure(f"{reason}: {visible(path)}", _meant(path, arguments)))
    governing = [file.settings for file in found.files] or [configuration.settings_in(os.getcwd())]
    for settings in dict.fromkeys(governing):
        for message in never_matching(settings):
            console.warn(message)
    if arguments.show_files:
        print("".join(f"{visible(file.path)}\n" for file in found.files), end="")
        code = OK
    elif arguments.show_settings:
        delivery.show_settings(found.files, configuration)
        code = OK
    elif found.refused and not found.files:
        return FAILED  # nothing was checked, so there is nothing to say about it
    else:
        code = _check_files(arguments, configuration, console, found)
    return FAILED if found.refused else code


def _check_files(
    arguments: argparse.Namespace, configuration: Configuration, console: Console, found: Discovery
) -> int:
    if not found.files and not found.refused:
        console.warn("no Python files found under the given paths")
    settings = configuration.settings_in(os.getcwd())
    reports = delivery.reports(arguments, settings)
    delivery.require_apart(reports, found.files)
    delivery.tidy(found, console, everywhere=arguments.fix or arguments.fix_only)
    narrowing = Narrowing(arguments, found.files)
    outcome, fixed = running.checked(arguments, found.files, settings, narrowing, console)
    failed = outcome.crashed
    _say_what_was_done(outcome, configuration, console)
    _say_what_is_foreign(outcome, arguments.paths, console)
    narrowing.say(console)
    if arguments.add_ignore is not None:
        from layerlint.cli.adding import add_ignores

        outcome, written = add_ignores(arguments, outcome, narrowing, console)
        failed |= not written
    if fixed is not None and arguments.diff:
        delivery.print_diff(fixed, console)
        return _exit_code(arguments, bool(fixed.applied), failed)
    if fixed is not None:
        failed |= not delivery.write_files(fixed, console, arguments.paths)
        if arguments.show_fixes and fixed.applied:
            console.say(delivery.fix_listing(fixed))
    if arguments.fix_only:
        changed = fixed is not None and bool(fixed.applied)
        return _exit_code(arguments, changed and arguments.exit_non_zero_on_fix, failed)
    refused = [f"{reason}: {path}" for path, reason in found.refused]
    delivery.deliver(reports, arguments, outcome, fixed, sys.stdout, failures=refused)
    changed = fixed is not None and bool(fixed.applied)
    reported = _fails(outcome) or (changed and arguments.exit_non_zero_on_fix)
    return _exit_code(arguments, reported, failed)


def _check_stdin(
    arguments: argparse.Namespace, configuration: Configuration, console: Console
) -> int:
    """Check what comes in; with `--fix` it goes out again, fixed, and the report to stderr."""
    data = _read_stdin()
    file = discovery.file_at(arguments.stdin_filename or STDIN, configuration)
    echo = (arguments.fix or arguments.fix_only) and not arguments.diff
    if arguments.stdin_filename and discovery.is_excluded(file):
        if echo:
            _write_stdout(data)
        return OK
    reports = delivery.reports(arguments, file.settings)
    narrowing = Narrowing(arguments, [file])
    outcome, fixed = running.checked_text(arguments, file, data, narrowing)
    if fixed is not None and arguments.diff:
        delivery.print_diff(fixed, console)
        return _exit_code(arguments, bool(fixed.applied), outcome.crashed)
    if echo:
        _write_stdout(outcome.contents.read(file.path))
    changed = fixed is not None and bool(fixed.applied)
    if fixed is not None:
        for reason in fixed.reverted.values():
            console.warn(f"{file.path}: {reason}")
    if not arguments.fix_only:
        stream = sys.stderr if echo else sys.stdout
        delivery.deliver(reports, arguments, outcome, fixed, stream)
    reported = _fails(outcome) and not arguments.fix_only
    reported |= changed and arguments.exit_non_zero_on_fix
    return _exit_code(arguments, reported, outcome.crashed)


def _say_what_was_done(outcome: Outcome, configuration: Configuration, console: Console) -> None:
    if console.level == VERBOSE:
        governing = {file.settings.file or "": file.settings for file in outcome.files}
        for file, settings in sorted(governing.items()):
            shadowed = configuration.shadowed_by(settings)
            note = f" (in place of {shadowed}, which it does not extend)" if shadowed else ""
            console.detail(f"configuration: {file or 'none'}{note}")
        from layerlint.cli.environments import environments, origin

        for settings in dict.fromkeys(file.settings for file in outcome.files):
            for one in environments(settings, outcome.files):
                path = one.path or "none"
                console.detail(f"environment: {visible(path)} ({origin(settings, one)})")
    count = len(outcome.files)
    files = f"{count} file{'' if count == 1 else 's'}"
    screened = count - outcome.parsed
    console.detail(f"{files} found, {outcome.parsed} of them parsed, {screened} only screened")
    for name in outcome.unfinished:
        console.detail(f"too large to be analysed whole: {visible(name)}")


def _say_what_is_foreign(outcome: Outcome, given: Sequence[str], console: Console) -> None:
    """Of a notebook that was asked for by name, that its language is another one than Python."""
    for path in given:
        if not path.endswith(NOTEBOOK) or os.path.isdir(path):
            continue
        try:
            language = outcome.contents.source(path).language
        except (OSError, ValueError):
            continue  # which is reported
        if language != "python":
            console.warn(f"{visible(path)} is a notebook in {visible(language)}, not in Python")


def _fails(outcome: Outcome) -> bool:
    """Whether something is as bad as `fail-on` of its file says, or worse."""
    from layerlint.report.severity import reaches

    thresholds = {file.path: file.settings.text("fail-on") for file in outcome.files}
    return any(reaches(found, thresholds[found.path]) for found in outcome.diagnostics)


def _exit_code(arguments: argparse.Namespace, reported: bool, failed: bool) -> int:
    if failed:
        return FAILED
    return FOUND if reported and not arguments.exit_zero else OK


def _meant(path: str, arguments: argparse.Namespace) -> str | None:
    """The hint for what was taken for a path: a misspelled command, another rule, or a reason."""
    from layerlint import catalogue
    from layerlint.cli.parser import COMMANDS, ELSEWHERE

    if os.path.lexists(path):
        return None
    if arguments.add_ignore == "":
        return f"a reason stands after `=`: --add-ignore={path}"
    if path != "ALL" and path not in catalogue.FAMILIES and catalogue.matching(path):
        return f"rules are separated by commas, without spaces: LL102,{path}"
    near = ELSEWHERE.get(path) or (nearest(path, COMMANDS) if path.isalpha() else None)
    return f"did you mean the command '{near}'?" if near else None


def _read_stdin() -> bytes:
    if sys.stdin is None:
        raise Failure("stdin is closed, so that nothing can be read from it")
    try:
        data: bytes = sys.stdin.buffer.read(LARGEST + 1)
    except OSError as error:
        raise Failure(f"cannot read stdin: {error.strerror}") from error
    if len(data) > LARGEST:
        raise Failure(f"stdin holds more than {LARGEST // (1024 * 1024)} MiB")
    return data


def _write_stdout(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
