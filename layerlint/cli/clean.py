"""`layerlint clean`: remove the cache."""

from __future__ import annotations

import os

from layerlint.cli import flags as shared
from layerlint.cli.exits import OK
from layerlint.config import resolve
from layerlint.failure import Failure

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    shared.add_file_arguments(parser, keys=("cache-dir",))


def run(arguments: argparse.Namespace) -> int:
    """Remove the cache of each project that the paths lie in; return the exit code."""
    from layerlint.state.cache import remove

    configuration = resolve.load(arguments)
    console = shared.console(arguments)
    directories = {
        configuration.settings_for(os.path.abspath(path)).text("cache-dir")
        for path in arguments.paths
    }
    for directory in sorted(directories):
        if not os.path.isdir(directory):
            continue
        try:
            removed = remove(directory)
        except OSError as error:
            raise Failure(f"cannot remove {directory}: {error.strerror}") from error
        if not removed:
            raise Failure(f"{directory} is no cache of layerlint; it was left alone")
        console.say(f"Removed cache at: {os.path.relpath(directory)}")
    return OK
