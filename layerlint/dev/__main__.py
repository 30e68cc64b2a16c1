"""`python -m layerlint.dev`: the commands of those who write rules."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from layerlint.dev.book import BrokenRule
from layerlint.failure import Failure


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return the exit code."""
    options = parser().parse_args(arguments)
    try:
        return run(options)
    except (Failure, BrokenRule) as error:
        print(f"error: {error}", file=sys.stderr)
        if isinstance(error, Failure) and error.hint:
            print(f"  hint: {error.hint}", file=sys.stderr)
        return 2


def parser() -> argparse.ArgumentParser:
    """The commands and their arguments."""
    root = argparse.ArgumentParser(
        prog="python -m layerlint.dev",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = root.add_subparsers(dest="command", required=True, metavar="COMMAND")
    new = commands.add_parser("new", help="write the folder and the check module of a new rule")
    new.add_argument("family", metavar="FAMILY", help="training, state, tracing, ...")
    new.add_argument("name", metavar="NAME", help="kebab-case, naming the problem")
    sync = commands.add_parser(
        "sync", help="regenerate layerlint/_index.json and the tables of rules"
    )
    sync.add_argument(
        "--keep-going",
        action="store_true",
        help="leave out rules whose rule.toml is broken instead of stopping at them",
    )
    observe = commands.add_parser(
        "observe", help="run proofs and write what they saw into [observed] of rule.toml"
    )
    observe.add_argument("rules", nargs="+", metavar="CODE", help="code, name or folder of a rule")
    explain = commands.add_parser(
        "explain", help="print what the interpreter believes of each name of a line"
    )
    explain.add_argument("places", nargs="+", metavar="FILE:LINE", help="where")
    docs = commands.add_parser("docs", help="write the site: guides, rules, settings")
    docs.add_argument("directory", metavar="DIRECTORY", type=Path, help="where it is written")
    return root


def run(options: argparse.Namespace) -> int:
    """Dispatch to the command's module."""
    if options.command == "new":
        from layerlint.dev.new import new

        return new(options.family, options.name)
    if options.command == "observe":
        from layerlint.dev.observe import observe

        return observe(options.rules)
    if options.command == "explain":
        from layerlint.cli.dispatch import dispatch

        return dispatch(["explain", *options.places])
    if options.command == "docs":
        from layerlint.dev.site import build

        return build(options.directory)
    from layerlint.dev.sync import sync

    return sync(options.keep_going)


DESCRIPTION = """\
For those who write rules. CONTRIBUTING.md walks through one.

  new training some-name   begin a rule: its folder and its check module
  sync                     make the tool see the rule folders that are there
  observe LL102 LL103      run the proofs on both generations and record what they saw
  explain FILE:LINE        what the interpreter believes there, as `layerlint explain` does
  docs site                write the site, of which docs/ holds the guides
  layerlint prove LL102    run the proof without recording anything
"""

if __name__ == "__main__":
    sys.exit(main())
