"""`check --add-ignore`: comments instead of a report."""

from __future__ import annotations

from layerlint.adopt.ignores import can_be_ignored, require_reason, with_ignores
from layerlint.cli import delivery
from layerlint.engine.fixing import Repair
from layerlint.engine.linting import run
from layerlint.failure import Failure
from layerlint.suppress.scope import Untokenisable

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from layerlint.cli.narrowing import Narrowing
    from layerlint.diagnostics import Diagnostic
    from layerlint.engine.outcome import Outcome
    from layerlint.report.console import Console


def require_alone(arguments: argparse.Namespace) -> None:
    """Fail for flags that do not go with `--add-ignore`, and for an impossible reason."""
    for flag in ("fix", "fix_only", "diff"):
        if getattr(arguments, flag):
            raise Failure(f"--add-ignore does not go with --{flag.replace('_', '-')}")
    if "-" in arguments.paths:
        raise Failure("--add-ignore does not go with stdin")
    require_reason(arguments.add_ignore)


def add_ignores(
    arguments: argparse.Namespace, outcome: Outcome, narrowing: Narrowing, console: Console
) -> tuple[Outcome, bool]:
    """Write the comments; the outcome afterwards, and whether every file could be written."""
    by_path: dict[str, list[Diagnostic]] = {}
    for diagnostic in filter(can_be_ignored, outcome.diagnostics):
        by_path.setdefault(diagnostic.path, []).append(diagnostic)
    texts = {
        path: _with_ignores(path, outcome.contents.text(path), found, arguments.add_ignore)
        for path, found in by_path.items()
    }
    try:
        contents = outcome.contents.with_texts(texts)
    except UnicodeEncodeError as error:
        raise Failure(f"the reason cannot be written in the encoding of a file: {error}") from error
    for path, text in texts.items():
        if not outcome.contents.source(path).survives(text):
            raise Failure(f"{path} cannot be written without altering bytes of other lines")
    after = Repair(outcome)
    after.outcome = run(
        outcome.files, contents, screen=not arguments.no_screen, jobs=1, lasting=False
    )
    narrowing.apply(after.outcome)
    after.originals = {path: outcome.contents.read(path) for path in texts}
    written = delivery.write_files(after, console)
    total = sum(map(len, by_path.values()))
    ignores, files = _counted(total, "ignore"), _counted(len(by_path), "file")
    console.say(f"Added {ignores} in {files}." if total else "Nothing to ignore.")
    return after.outcome, written


def _with_ignores(path: str, text: str, found: list[Diagnostic], reason: str) -> str:
    try:
        return with_ignores(text, found, reason)
    except Untokenisable as error:
        # The tokenizer of the standard library refuses a few texts that Python itself takes.
        raise Failure(
            f"{path}: no comment can be placed, Python's tokenizer says {error}"
        ) from None


def _counted(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"
