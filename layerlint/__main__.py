"""The command `layerlint`: answers `--version` at once and leaves the rest to the dispatcher."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line of this process and return its exit code."""
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]):
        from layerlint import __version__

        print(f"layerlint {__version__}")
        return 0
    from layerlint.cli.dispatch import dispatch

    return dispatch(arguments)


if __name__ == "__main__":
    sys.exit(main())
