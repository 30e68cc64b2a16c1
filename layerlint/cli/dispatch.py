"""From the command line to the command, and from what happens to the exit code."""

from __future__ import annotations

import os
import sys

from layerlint.cli import parser
from layerlint.cli.exits import FAILED, INTERRUPTED, OK
from layerlint.failure import Failure
from layerlint.report.console import Console
from layerlint.report.visible import prepare

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

# Of the message of an error that nobody foresaw.
_LONGEST = 300


def dispatch(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name and return the exit code."""
    try:
        prepare(sys.stdout, sys.stderr)
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
    except OSError as error:
        Console().fail(_failure_of(error))
        _give_up_stdout()
        return FAILED
    except Exception as error:
        Console().fail(_crash(error))
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
    # The language server closes it when it ends.
    if sys.stdout is not None and not sys.stdout.closed:
        sys.stdout.flush()
    return int(code)


def _failure_of(error: OSError) -> Failure:
    """What the operating system refused, where nobody who asked for it expected that."""
    about = f": {error.filename!r}" if error.filename is not None else ""
    return Failure(f"{error.strerror or error}{about}")


def _crash(error: Exception) -> Failure:
    """A fault of layerlint: never a traceback, and never the exit code of findings."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = ""
    if place is not None:
        code = place.tb_frame.f_code
        where = f" ({os.path.basename(code.co_filename)}, line {place.tb_lineno})"
    message = str(error)[:_LONGEST]
    return Failure(
        f"layerlint crashed: {type(error).__name__}: {message}{where}",
        "please report this; nothing was written after it happened",
    )


def _give_up_stdout() -> None:
    """Let Python not try again, when it exits, to write what could not be written."""
    try:
        sys.stdout.flush()
    except (OSError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
