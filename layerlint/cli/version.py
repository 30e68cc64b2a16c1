"""`layerlint version`: what is running, for a report of a bug or a program."""

from __future__ import annotations

import sys

from layerlint import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    from layerlint.cli.parser import add_text_or_json

    add_text_or_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the version, as JSON together with that of Python."""
    if arguments.output_format == "json":
        import json

        python = ".".join(map(str, sys.version_info[:3]))
        print(json.dumps({"version": __version__, "python": python, "platform": sys.platform}))
    else:
        print(f"layerlint {__version__}")
    return 0
