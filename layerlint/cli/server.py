"""`layerlint server`: the language server, which editors start."""

from __future__ import annotations

import importlib.util

from layerlint.failure import Failure

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments: there are none but what editors add on their own."""
    parser.add_argument(
        "--stdio", action="store_true", help="speak over stdin and stdout, as always"
    )


def run(arguments: argparse.Namespace) -> int:
    """Serve until the editor ends it."""
    if any(importlib.util.find_spec(name) is None for name in ("pygls", "lsprotocol")):
        raise Failure(
            "the language server needs packages that are not installed",
            "install them with `pip install 'layerlint[server]'`",
        )
    from layerlint.server.main import make

    make().start_io()
    return 0
