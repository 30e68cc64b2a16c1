"""What layerlint reports on published packages, beside what it is expected to report.

    python -m tests.ecosystem DIRECTORY [PACKAGE ...] [--update]

DIRECTORY holds real packages, one folder each. The findings are counted by package and rule and
compared with `expected.json`, so that a change of a rule shows in review as a change of counts.
Exits with 1 where they differ; `--update` writes the counts down instead.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.ecosystem.lint import diagnostics

EXPECTED = Path(__file__).with_name("expected.json")
Counts = Mapping[str, int]


def differences(package: str, expected: Counts, counted: Counts) -> Iterator[str]:
    """A line for each rule that reports more or less of a package than was expected."""
    for code in sorted({*expected, *counted}):
        before, now = expected.get(code, 0), counted.get(code, 0)
        if before != now:
            yield f"{package}: {code} {before} -> {now} ({now - before:+})"


def main(arguments: list[str]) -> int:
    """Compare, or update; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.ecosystem", description=__doc__)
    parser.add_argument("directory", type=Path)
    parser.add_argument("packages", nargs="*", help="default: all for which counts are expected")
    parser.add_argument("--update", action="store_true", help="write the counts down")
    options = parser.parse_args(arguments)
    expected: dict[str, dict[str, int]] = json.loads(EXPECTED.read_text(encoding="utf-8"))
    differing = 0
    for package in options.packages or sorted(expected):
        if not (options.directory / package).is_dir():
            print(f"{package}: not in {options.directory}", file=sys.stderr)
            continue
        found = diagnostics(options.directory, package)
        counted = dict(sorted(Counter(one.code for one in found).items()))
        for line in differences(package, expected.get(package, {}), counted):
            differing += 1
            print(line)
        expected[package] = counted
    if options.update:
        EXPECTED.write_text(json.dumps(expected, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        return 0
    print(f"{differing} counts differ from {EXPECTED.name}" if differing else "As expected.")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
