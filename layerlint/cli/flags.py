"""Arguments that commands share: paths, configuration, selection, and how to speak."""

from __future__ import annotations

import argparse

from layerlint.cli.parser import choice
from layerlint.config.choices import FORMATS
from layerlint.config.option import Option
from layerlint.config.options import flags
from layerlint.report.console import NORMAL, QUIET, VERBOSE, Console
from layerlint.report.style import CHOICES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

_SHORT = {"jobs": ("-j",)}
_METAVARS = {
    "selectors": "RULES",
    "globs": "PATTERNS",
    "path": "PATH",
    "environment": "PATH",
    "address": "URL",
}


def add_file_arguments(
    parser: argparse.ArgumentParser, keys: Collection[str] | None = None
) -> None:
    """Declare what every command that looks at code takes, `load` and `console` read it.

    `keys` are the options to declare flags for, where not all of them have a say.
    """
    parser.add_argument(
        "paths", nargs="*", default=["."], metavar="PATH", help="files and directories (default: .)"
    )
    add_configuration_arguments(parser, keys)


def add_configuration_arguments(
    parser: argparse.ArgumentParser, keys: Collection[str] | None = None
) -> None:
    """Declare the same without the paths."""
    group = parser.add_argument_group("configuration")
    group.add_argument(
        "--config",
        action="append",
        default=[],
        metavar="FILE | KEY=VALUE",
        help="a configuration file, or one option in TOML; may be repeated",
    )
    group.add_argument("--isolated", action="store_true", help="read no configuration file")
    for option in flags():
        if option.key != "output-format" and (keys is None or option.key in keys):
            _add_option(group, option)
    _add_speech(parser.add_argument_group("messages"))


def add_output_format(parser: argparse._ActionsContainer) -> None:
    """Declare `--output-format FORMAT[=FILE]`, of which there may be several.

    `output_formats` are the pairs of a format and a file, or None for what is printed;
    `output_format` is the option of the configuration.
    """
    parser.add_argument(
        "--output-format",
        dest="output_formats",
        action=_AddFormat,
        type=_format_and_file,
        default=[],
        metavar="FORMAT[=FILE]",
        help=f"{', '.join(FORMATS)}; may be repeated, with a file to write that report to",
    )


class _AddFormat(argparse.Action):
    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        assert isinstance(values, tuple)
        output_format, file = values
        namespace.output_formats = [*namespace.output_formats, values]
        if file is None:
            namespace.output_format = output_format


def _format_and_file(text: str) -> tuple[str, str | None]:
    output_format, separator, file = text.partition("=")
    chosen = choice(FORMATS)(output_format)
    if separator and not file:
        raise argparse.ArgumentTypeError(f"'{text}' names no file after `=`")
    return chosen, file or None


def console(arguments: argparse.Namespace) -> Console:
    """The console that `-q`, `-v` and `--color` ask for."""
    level = (
        QUIET if arguments.quiet or arguments.silent else VERBOSE if arguments.verbose else NORMAL
    )
    return Console(level, arguments.color)


def _add_option(group: argparse._ActionsContainer, option: Option) -> None:
    flag = f"--{option.key}"
    sentence = option.doc.partition(". ")[0].rstrip(".").replace("%", "%%")
    summary = sentence[0].lower() + sentence[1:]
    if option.kind == "boolean":
        pair = group.add_mutually_exclusive_group()
        name = option.key.replace("-", "_")
        opposite = f"--no-{option.key}"
        summary = f"{summary}; {opposite} for the opposite"
        pair.add_argument(flag, dest=name, action="store_true", default=None, help=summary)
        pair.add_argument(
            opposite, dest=name, action="store_false", default=None, help=argparse.SUPPRESS
        )
    elif option.kind == "choice":
        choices = "|".join(option.choices)
        group.add_argument(flag, type=choice(option.choices), metavar=choices, help=summary)
    elif option.kind == "generation":
        group.add_argument(flag, metavar="|".join(option.choices), help=summary)
    elif option.kind in ("path", "environment", "address"):
        group.add_argument(flag, metavar=_METAVARS[option.kind], help=summary)
    elif option.kind == "ignores":
        group.add_argument(
            flag, action=_AddIgnores, type=_ignores, metavar="PATTERN:RULE", help=summary
        )
    elif option.kind == "integer":
        names = [flag, *_SHORT.get(option.key, ())]
        group.add_argument(*names, type=_number, metavar="N", help=summary)
    else:
        metavar = _METAVARS[option.kind]
        group.add_argument(
            flag, action="extend", type=_comma_separated, metavar=metavar, help=summary
        )


def _number(text: str) -> int:
    """The value of an integer option; `auto` is what 0 stands for."""
    if text == "auto":
        return 0
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is no number") from None


class _AddIgnores(argparse.Action):
    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        assert isinstance(values, list)
        table: dict[str, list[str]] = getattr(namespace, self.dest) or {}
        for pattern, selector in values:
            table.setdefault(pattern, []).append(selector)
        setattr(namespace, self.dest, table)


def _ignores(text: str) -> list[tuple[str, str]]:
    """Pairs of a pattern and a rule that is off where it matches."""
    pairs = []
    for word in _comma_separated(text):
        pattern, _, selector = (part.strip() for part in word.rpartition(":"))
        if not pattern or not selector:
            raise argparse.ArgumentTypeError(
                f"'{word}' is no pair of a pattern and a rule, as in 'tests/**:LL102'"
            )
        pairs.append((pattern, selector))
    return pairs


def _comma_separated(text: str) -> list[str]:
    return [item.strip() for item in text.split(",") if item.strip()]


def _add_speech(group: argparse._ArgumentGroup) -> None:
    loudness = group.add_mutually_exclusive_group()
    loudness.add_argument("-q", "--quiet", action="store_true", help="print diagnostics only")
    loudness.add_argument(
        "-s", "--silent", action="store_true", help="print nothing: the exit code says it all"
    )
    loudness.add_argument("-v", "--verbose", action="store_true", help="say what is going on")
    group.add_argument(
        "--color",
        type=choice(CHOICES),
        default="auto",
        metavar="|".join(CHOICES),
        help="when to use colour",
    )
