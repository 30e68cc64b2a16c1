"""`layerlint prove`: run the rules' examples in TensorFlow and say what was observed."""

from __future__ import annotations

import argparse
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from layerlint.proof.runner import Proven


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    from layerlint.cli.parser import add_text_or_json, choice

    parser.add_argument(
        "rules",
        nargs="*",
        default=["ALL"],
        metavar="RULE",
        help="code, prefix, name or family (default: all rules)",
    )
    parser.add_argument(
        "--keras",
        type=choice(("2", "3", "all")),
        default="all",
        metavar="2|3|all",
        help="the generation of Keras to run on (default: all)",
    )
    add_text_or_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Run the proofs; 0 when all hold, 1 when one does not."""
    from layerlint import catalogue
    from layerlint.proof import rendering
    from layerlint.proof.claims import GENERATIONS
    from layerlint.proof.runner import prove

    rules = catalogue.select(arguments.rules)
    generations = GENERATIONS if arguments.keras == "all" else (int(arguments.keras),)
    running = prove(rules, generations, _progress)
    if arguments.output_format == "json":
        results = list(running)
        _progress("")
        print(rendering.document(results))
    else:
        results = list(_printed(running))
        print(rendering.summary(results))
    return 0 if all(proven.holds for proven in results) else 1


def _printed(results: Iterable[Proven]) -> Iterable[Proven]:
    """Print each result as it comes, and the versions before the first of a generation."""
    from layerlint.proof import rendering

    generation = None
    for proven in results:
        _progress("")
        if proven.generation != generation:
            generation = proven.generation
            print(rendering.heading(proven))
        print(rendering.text(proven), flush=True)
        yield proven


def _progress(text: str) -> None:
    """Replace the line on the terminal that says what is running, if there is a terminal."""
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)
