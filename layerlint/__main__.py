"""The command `layerlint`: answers `--version` at once and leaves the rest to the dispatcher."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def main() -> int:
    """Run the command line of this process and return its exit code."""
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]):
        from layerlint import __version__

        print(f"layerlint {__version__}")
        return 0
    from layerlint.cli.dispatch import dispatch

    return dispatch(arguments)


def process() -> NoReturn:
    """Run the command line and end the process with its exit code.

    Python would take the trees of all files apart, node by node, before it ends.
    """
    code = main()
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        sys.exit(code)  # Python says what it says of a stream that cannot be written
    os._exit(code)


if __name__ == "__main__":
    process()
