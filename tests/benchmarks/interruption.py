"""What `--fix` does to files while others write them, and while it is killed.

    python -m tests.benchmarks.interruption [--saves N] [--kills N] [--files N]

Another program saves files while they are fixed: every save has to be there afterwards, or to be
the text that was fixed. Then runs are killed at any moment: every file has to be as it was or fixed
whole, and the next run has to leave nothing behind that is no file of the project.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BUGGY = Path(__file__).parents[2] / "rules" / "training" / "unguarded-state-update" / "buggy.py"
FIX = [sys.executable, "-m", "layerlint", "check", "--isolated", "--no-cache", "-q", "--fix", "."]


def lost_saves(saves: int, files: int, luck: random.Random) -> tuple[int, int]:
    """How many saves were made while files were being fixed, and how many of them are gone."""
    made = lost = 0
    while made < saves:
        with tempfile.TemporaryDirectory() as place:
            paths = _written(Path(place), files)
            process = _started(place)
            saved: dict[Path, str] = {}
            while process.poll() is None:
                path = luck.choice(paths)
                if path not in saved:
                    saved[path] = f"# saved by somebody {made}\n"
                    with path.open("a") as stream:
                        stream.write(saved[path])
                    made += 1
                time.sleep(luck.uniform(0, 0.02))
            lost += sum(text not in path.read_text() for path, text in saved.items())
    return made, lost


def torn_files(kills: int, files: int, luck: random.Random) -> tuple[int, int]:
    """How many files were left in pieces by kills, and how many strays after the next runs."""
    torn = strays = 0
    with tempfile.TemporaryDirectory() as place:
        began = time.monotonic()
        _written(Path(place), files)
        _started(place).wait()
        lasts = time.monotonic() - began
        fixed = (Path(place) / "m0.py").read_bytes()
    for _ in range(kills):
        with tempfile.TemporaryDirectory() as place:
            paths = _written(Path(place), files)
            process = _started(place)
            time.sleep(luck.uniform(0.5, 1) * lasts)
            process.send_signal(signal.SIGKILL)
            process.wait()
            torn += sum(path.read_bytes() not in (BUGGY.read_bytes(), fixed) for path in paths)
            _started(place).wait()
            strays += len(set(os.listdir(place)) - {path.name for path in paths})
    return torn, strays


def _written(place: Path, files: int) -> list[Path]:
    paths = [place / f"m{number}.py" for number in range(files)]
    for path in paths:
        path.write_bytes(BUGGY.read_bytes())
    return paths


def _started(place: str) -> subprocess.Popen[bytes]:
    nothing = subprocess.DEVNULL
    return subprocess.Popen(FIX, cwd=place, stdout=nothing, stderr=nothing)


def main() -> int:
    """Print what was lost; 1 where anything was."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--saves", type=int, default=200)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--files", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    luck = random.Random(given.seed)
    made, lost = lost_saves(given.saves, given.files, luck)
    print(f"{made} saves during --fix, {lost} lost", flush=True)
    torn, strays = torn_files(given.kills, given.files, luck)
    print(f"{given.kills} kills during --fix: {torn} torn files, {strays} strays")
    return 1 if lost or torn or strays else 0


if __name__ == "__main__":
    sys.exit(main())
