"""From the command line to the command, and from what happens to the exit code."""

from __future__ import annotations

import os
import sys

from layerlint.cli import parser
from layerlint.cli.exits import FAILED, INTERRUPTED, OK
from layerlint.failure import Failure
from layerlint.report.console import Console

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def dispatch(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name and return the exit code."""
    try:
        if not arguments or arguments[0] in ("-h", "--help", "help"):
            print(parser.overview(), flush=True)
            return OK if arguments else FAILED
        return _run(*_split(arguments))
    except Failure as failure:
        Console().fail(failure)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has had enough; Python would complain again when it exits.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


def _split(arguments: Sequence[str]) -> tuple[str, Sequence[str]]:
    if arguments[0] in parser.COMMANDS:
        return arguments[0], arguments[1:]
    return parser.DEFAULT_COMMAND, arguments


def _run(command: str, arguments: Sequence[str]) -> int:
    module = parser.load(command)
    command_parser = parser.Parser(f"layerlint {command}", parser.COMMANDS[command])
    module.configure(command_parser)
    code = module.run(command_parser.parse(arguments))
    sys.stdout.flush()
    return int(code)
