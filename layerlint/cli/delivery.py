"""Where the results of `check` go: reports, differences, fixed files, settings."""

from __future__ import annotations

import os
import sys

from layerlint import catalogue
from layerlint.config.options import OPTIONS
from layerlint.failure import Failure
from layerlint.report import statistics, summary
from layerlint.report.report import ANNOTATIONS, TEXTS, Report, renderer
from layerlint.report.style import Style, style_for
from layerlint.report.visible import ENCODING_ERRORS, harmless, json_safe, visible, visible_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from typing import TextIO

    from layerlint.config.resolve import Configuration
    from layerlint.config.settings import Settings
    from layerlint.engine.fixing import Repair
    from layerlint.engine.outcome import Outcome
    from layerlint.files.discovery import Discovery, File
    from layerlint.report.console import Console


def reports(arguments: argparse.Namespace, settings: Settings) -> list[tuple[str, str | None]]:
    """The formats asked for, each with the file to write it to; None is stdout.

    Of those for stdout the last one wins, but annotations go together with text for people.
    """
    asked: list[tuple[str, str | None]] = arguments.output_formats
    printed = [name for name, file in asked if file is None] or [settings.text("output-format")]
    if printed[-1] in (*TEXTS, *ANNOTATIONS):
        kinds = [[name for name in printed if name in kind] for kind in (TEXTS, ANNOTATIONS)]
        printed = [names[-1] for names in kinds if names]
    else:
        printed = printed[-1:]
    chosen = [(name, arguments.output_file) for name in printed]
    chosen += [(name, file) for name, file in asked if file is not None]
    if arguments.statistics:
        for name, _ in chosen:
            if name not in (*TEXTS, *ANNOTATIONS, "json"):
                raise Failure(f"--statistics has no {name} format", "use json, or a text format")
    return chosen


def deliver(
    chosen: Sequence[tuple[str, str | None]],
    arguments: argparse.Namespace,
    outcome: Outcome,
    fixed: Repair | None,
    stream: TextIO,
    *,
    failures: Sequence[str] = (),
) -> None:
    """Print or write the report in each format; `failures` say what was not looked at."""
    texts: dict[str | None, str] = {}
    for output_format, file in chosen:
        report = Report(
            outcome.diagnostics,
            outcome.contents.source,
            style_for(stream, arguments.color) if file is None else Style(False),
            unsafe={one.path for one in outcome.files if one.settings.flag("unsafe-fixes")},
            fixed=fixed.total if fixed else 0,
            quiet=arguments.quiet,
            failures=failures,
            remarks=_remarks(outcome),
        )
        if arguments.statistics:
            machine = output_format == "json"
            text = (statistics.render_json if machine else statistics.render_text)(report)
        else:
            text = renderer(output_format)(report)
            if output_format not in (*TEXTS, *ANNOTATIONS, "pylint", "junit"):
                text = json_safe(text)
        texts[file] = texts.get(file, "") + text
    for file, text in texts.items():
        if file is not None:
            _write(file, text)
        elif not arguments.silent:
            stream.write(text)


def require_apart(chosen: Sequence[tuple[str, str | None]], files: Sequence[File]) -> None:
    """Fail if a report would be written over one of the files that it is about."""
    for _, file in chosen:
        if file is None or not os.path.isfile(file):
            continue
        for source in files:
            if os.path.exists(source.absolute) and os.path.samefile(file, source.absolute):
                raise Failure(f"the report would be written over {source.path}, which it is about")


def tidy(found: Discovery, console: Console, *, everywhere: bool) -> None:
    """Delete what runs that were killed have left, where it was seen or beside every file."""
    beside = {os.path.dirname(file.absolute) for file in found.files} if everywhere else set()
    littered = found.littered | beside
    if not littered:
        return
    from layerlint.fixes import strays

    for kept in strays.clean(littered):
        console.warn(f"{kept} holds what was saved while a run was killed; please look at it")


# A pipe that nobody reads from is an error instead of a wait.
_WRITING = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NONBLOCK", 0)


def _write(file: str, text: str) -> None:
    try:
        descriptor = os.open(file, _WRITING, 0o666)
        if hasattr(os, "set_blocking"):
            os.set_blocking(descriptor, True)
        with open(
            descriptor, "w", encoding="utf-8", errors=ENCODING_ERRORS, newline="\n"
        ) as output:
            output.write(text)
    except OSError as error:
        raise Failure(f"cannot write {file}: {error.strerror}") from error
    except ValueError:
        raise Failure(f"cannot write {file}: this cannot be the name of a file") from None


def _remarks(outcome: Outcome) -> list[str]:
    """What a reader of the summary should know beside the findings."""
    remarks = []
    count = len(outcome.unfinished)
    if count == 1:
        remarks.append("1 class was too large to be analysed whole (`-v` names it).")
    elif count:
        remarks.append(f"{count} classes were too large to be analysed whole (`-v` names them).")
    if outcome.unresolved:
        remarks.append(unresolved(outcome.unresolved))
    guessed = sum(diagnostic.guessed for diagnostic in outcome.diagnostics)
    if guessed >= MANY:
        remarks.append(f"{guessed} errors hang on a guess of the generation of Keras: {SAY_WHICH}")
    return remarks


def unresolved(count: int) -> str:
    """The sentence about classes that may be layers, but for a base that was not found."""
    classes = "1 class has a base" if count == 1 else f"{count} classes have bases"
    return f"{classes} that {'was' if count == 1 else 'were'} not found: {UNRESOLVED}"


# So many findings that hang on a guess are worth the question what it should be.
MANY = 10
SAY_WHICH = "`target-keras` says which it is"
UNRESOLVED = "`layerlint layers --unresolved`"


def print_diff(fixed: Repair, console: Console) -> None:
    """Print what the fixes change as a unified difference, and how many they are on stderr."""
    import difflib

    from layerlint.files.source import decode

    style = style_for(sys.stdout, console.colour)
    for path in sorted(fixed.originals):
        old, new = decode(fixed.originals[path], path), fixed.outcome.contents.source(path)
        for (part, before), (_, after) in zip(old.parts, new.parts, strict=True):
            name = f"{visible(path)}:{part}" if part else visible(path)
            lines = (before.splitlines(keepends=True), after.splitlines(keepends=True))
            for line in difflib.unified_diff(*lines, name, name):
                body = line.rstrip("\r\n")
                sys.stdout.write(_coloured(harmless(body), style) + line[len(body) :])
                if not line.endswith(("\n", "\r")):
                    sys.stdout.write("\n\\ No newline at end of file\n")
    _say_reverted(fixed, console)
    console.say(summary.would_fix(fixed.total, len(fixed.outcome.diagnostics)))


def write_files(fixed: Repair, console: Console, given: Sequence[str] = ()) -> bool:
    """Write the fixed files; False when one could not be written, which is said.

    Links are followed into the working directory and the directories among the paths `given`.
    """
    from layerlint.fixes.write import write

    trees = [os.curdir, *filter(os.path.isdir, given)]
    written: dict[str, bytes] = {}
    unwritten = []
    for path, original in fixed.originals.items():
        target, new = os.path.realpath(path), fixed.outcome.contents.read(path)
        try:
            if written.get(target) != new:  # two names of one file are fixed alike
                write(path, original, new, trees=trees)
            written[target] = new
        except Failure as failure:
            console.fail(failure)
            unwritten.append(path)
    fixed.withdraw(unwritten)
    _say_reverted(fixed, console)
    return not unwritten


def fix_listing(fixed: Repair) -> str:
    """What was fixed where, for `--show-fixes`."""
    return summary.fix_summary(fixed.applied, {r.code: r.name for r in catalogue.rules()})


def show_settings(files: Sequence[File], configuration: Configuration) -> None:
    """Print every value and its origin, once for each configuration that governs a file."""
    shown: list[Settings] = []
    for settings in [file.settings for file in files] or [configuration.settings_in(os.getcwd())]:
        if settings not in shown:
            shown.append(settings)
    print("\n".join(visible_lines(_settings_text(settings, files)) for settings in shown), end="")


def _settings_text(settings: Settings, files: Sequence[File]) -> str:
    from layerlint.cli.environments import environments, origin

    lines = [f"# {settings.file or 'no configuration file'}"]
    for option in OPTIONS:
        if option.kind == "environment":
            lines += [
                f"{option.key} = {_written(one.path)}  # {origin(settings, one)}"
                for one in environments(settings, files)
            ]
            continue
        value = _written(settings.values[option.key])
        lines.append(f"{option.key} = {value}  # {settings.origins[option.key]}")
    lines.append(f"# enabled: {', '.join(sorted(settings.enabled())) or 'no rule'}")
    return "".join(f"{line}\n" for line in lines)


def _written(value: object) -> str:
    """A value as TOML would have it, as far as TOML has a word for it."""
    if value is None:
        return "none"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        if any(isinstance(item, tuple) for item in value):
            pairs = ", ".join(f'"{key}" = {_written(codes)}' for key, codes in value)
            return f"{{ {pairs} }}"
        return f"[{', '.join(_written(item) for item in value)}]"
    return str(value) if isinstance(value, int) else f'"{visible(str(value))}"'


def _say_reverted(fixed: Repair, console: Console) -> None:
    for path, reason in sorted(fixed.reverted.items()):
        console.warn(f"{path}: {reason}")


def _coloured(line: str, style: Style) -> str:
    if line.startswith(("---", "+++", "@@")):
        return style.bold(line)
    if line.startswith("+"):
        return style.added(line)
    return style.removed(line) if line.startswith("-") else line
