"""Fuzzing for as long as one likes: `python -m tests.fuzz MINUTES [--seed N] [--grammar]`."""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from pathlib import Path

from tests.fuzz.trial import trial


def main() -> int:
    """Try seed after seed; 1 where something went wrong, with the files left where it says."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("minutes", type=float)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--grammar", action="store_true", help="hold programs of hypothesmith too")
    given = parser.parse_args()
    ends, seed, wrong = time.monotonic() + 60 * given.minutes, given.seed, 0
    while time.monotonic() < ends:
        directory = Path(tempfile.mkdtemp(prefix=f"fuzz-{seed}-"))
        problems = trial(seed, directory, grammar=given.grammar)
        for problem in problems:
            print(f"{problem} ({directory})", flush=True)
        if not problems:
            shutil.rmtree(directory)
        wrong += bool(problems)
        seed += 1
    print(f"{seed - given.seed} seeds of ten files each, {wrong} with problems")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
