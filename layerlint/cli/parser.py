"""The commands, and an argument parser whose errors say what was probably meant."""

from __future__ import annotations

import argparse
import importlib

from layerlint.failure import Failure, nearest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import ModuleType
    from typing import NoReturn

# The order is that of `layerlint --help`.
COMMANDS = {
    "check": "Report bugs in custom Keras layers, and fix them (the default command)",
    "rule": "Explain a rule, or list all",
    "explain": "Explain a finding in place: what it rests on",
    "prove": "Run the proof of a rule in the TensorFlow that is installed",
    "baseline": "Accept the findings of today, so that only new ones are reported",
    "layers": "List the layer and model classes of a project",
    "config": "Explain an option, or list all",
    "server": "Answer an editor by the Language Server Protocol",
    "groups": "List the families and groups of rules that a selection may name",
    "version": "Print the version, also as JSON",
    "completions": "Print what a shell needs to complete command lines",
    "clean": "Remove the cache",
}

DEFAULT_COMMAND = "check"

# What other linters call their commands.
ELSEWHERE = {
    "lint": "check",
    "fix": "check --fix",
    "lsp": "server",
    "linter": "groups",
    "rules": "rule --all",
    "show-settings": "check --show-settings",
}

# What other linters call their flags (flake8, mypy, pylint, eslint, black, Fixit).
FLAGS_ELSEWHERE = {
    "codes": "select",
    "disable": "ignore",
    "enable": "extend-select",
    "f": "output-format",
    "fix-unsafe": "unsafe-fixes",
    "ignores": "ignore",
    "o": "output-file",
    "output": "output-file",
    "reporter": "output-format",
    "rule": "select",
    "rules": "select",
    "skip": "exclude",
}


class Parser(argparse.ArgumentParser):
    """Raises `Failure` with the nearest flag where argparse would print its usage and exit."""

    def __init__(self, prog: str, description: str | None = None) -> None:
        super().__init__(
            prog=prog,
            description=description,
            allow_abbrev=False,
            formatter_class=_Formatter,
        )
        # Flags whose value is optional and stands after `=`, so that no path is taken for it.
        self.bare: set[str] = set()

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would print together with the usage."""
        for said, clearer in _CLEARER.items():
            if message.startswith("argument ") and said in message:
                message = message.partition(":")[0].removeprefix("argument ") + f" {clearer}"
        raise Failure(message, f"see `{self.prog} --help`")

    def parse(self, arguments: Sequence[str]) -> argparse.Namespace:
        """The namespace of the arguments; an unknown flag is a failure that names the nearest."""
        given = [f"{word}=" if word in self.bare else word for word in arguments]
        namespace, unknown = self.parse_known_intermixed_args(given)
        if unknown:
            near = self._meant(unknown[0].partition("=")[0].lstrip("-"))
            hint = f"did you mean '--{near}'?" if near else f"see `{self.prog} --help`"
            raise Failure(f"unexpected argument '{unknown[0]}'", hint)
        return namespace

    def _meant(self, word: str) -> str | None:
        """The flag that others call so, that is spelled alike, has it as a part or as a value."""
        flags = [name.lstrip("-") for name in self._option_string_actions if name[:2] == "--"]
        if FLAGS_ELSEWHERE.get(word) in flags:
            return FLAGS_ELSEWHERE[word]
        for flag in flags:
            if word in flag.split("-")[1:]:
                return flag
        from layerlint.config.choices import FORMATS

        if word in FORMATS and "output-format" in flags:
            return f"output-format {word}"
        return nearest(word, flags)


# What argparse says of a flag, and what it means.
_CLEARER = {
    "expected one argument": "needs a value",
    "ignored explicit argument": "takes no value",
}


class _Formatter(argparse.HelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30, width=100)


def choice(choices: Sequence[str]) -> Callable[[str], str]:
    """An argument type that takes one of `choices` and names the nearest one otherwise."""

    def chosen(text: str) -> str:
        if text in choices:
            return text
        near = nearest(text, choices)
        tip = f"; did you mean '{near}'?" if near else ""
        raise argparse.ArgumentTypeError(
            f"'{text}' is not one of {', '.join(choices)}{tip}",
        )

    return chosen


def add_text_or_json(parser: argparse.ArgumentParser, dest: str = "output_format") -> None:
    """Declare the `--output-format` of a command that prints no diagnostics."""
    parser.add_argument(
        "--output-format",
        type=choice(("text", "json")),
        default="text",
        dest=dest,
        metavar="FORMAT",
        help="text (default) or json",
    )


def load(command: str) -> ModuleType:
    """The module of a command."""
    return importlib.import_module(f"layerlint.cli.{command}")


def overview() -> str:
    """What `layerlint --help` prints."""
    width = max(map(len, COMMANDS)) + 2
    commands = "\n".join(f"  {name:<{width}}{summary}" for name, summary in COMMANDS.items())
    return (
        "The linter that knows what Keras will do with your layer\n\n"
        "usage: layerlint [COMMAND] [OPTIONS] [PATH ...]\n\n"
        f"commands:\n{commands}\n\n"
        "options:\n"
        "  -h, --help     Show this; `layerlint COMMAND --help` shows the options of a command\n"
        "  -V, --version  Show the version\n\n"
        "`layerlint src/` is short for `layerlint check src/`."
    )
