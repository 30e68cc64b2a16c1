"""Whether every way to run layerlint says the same, byte for byte.

    python -m tests.benchmarks.agreement DIRECTORY [PACKAGE ...] [--edits N] [--seed N]

DIRECTORY holds real packages, one folder each. Each is checked in one process and in two, with a
cold cache and a warm one, with screens and without. Then a copy of it is edited N times, and what
is left of the cache after each edit is held against a run without one: a line goes, a class takes
another base, a file comes, goes or is named, and some runs are about a few of the files only.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

Said = tuple[int, bytes]


def said(directory: Path, *arguments: str) -> Said:
    """The exit code and the JSON that a run prints; what it warns of is no part of it."""
    command = [sys.executable, "-m", "layerlint", "check", "--isolated", "--output-format", "json"]
    finished = subprocess.run([*command, *arguments], cwd=directory, capture_output=True)
    if finished.returncode not in (0, 1):
        print(f"  exit {finished.returncode}: {finished.stderr.decode(errors='replace')[-500:]}")
    return finished.returncode, finished.stdout


def modes(package: Path, cache: Path) -> dict[str, Said]:
    """What each way to run says of a package."""
    at, name, kept = package.parent, package.name, f"--cache-dir={cache}"
    return {
        "-j1": said(at, "--no-cache", "-j1", name),
        "-j2": said(at, "--no-cache", "-j2", name),
        "cold": said(at, kept, "-j2", name),
        "warm": said(at, kept, "-j1", name),
        "--no-screen": said(at, "--no-cache", "-j1", "--no-screen", name),
    }


def edits(package: Path, chance: random.Random) -> Iterator[str]:
    """Edits a package and tells what was done, over and over."""
    kinds: list[Callable[[Path, random.Random], str | None]] = [
        _comment,
        _line_gone,
        _other_base,
        _other_name,
        _moved,
        _gone,
        _new,
    ]
    while True:
        files = sorted(path for path in package.rglob("*.py") if path.stat().st_size)
        done = chance.choice(kinds)(chance.choice(files), chance)
        if done is not None:
            yield done


def _comment(path: Path, chance: random.Random) -> str | None:
    path.write_bytes(b"# a comment\n" + path.read_bytes())
    return f"a comment above {path.name}"


def _line_gone(path: Path, chance: random.Random) -> str | None:
    lines = path.read_bytes().splitlines(keepends=True)
    row = chance.randrange(len(lines))
    del lines[row]
    path.write_bytes(b"".join(lines))
    return f"line {row + 1} of {path.name} went"


def _other_base(path: Path, chance: random.Random) -> str | None:
    data = path.read_bytes()
    heads = list(re.finditer(rb"^class \w+\((.*?)\):", data, re.MULTILINE))
    if not heads:
        return None
    head = chance.choice(heads)
    path.write_bytes(data[: head.start(1)] + b"object" + data[head.end(1) :])
    return f"`{head[0].decode(errors='replace')}` of {path.name} took another base"


def _other_name(path: Path, chance: random.Random) -> str | None:
    data = path.read_bytes()
    heads = list(re.finditer(rb"^(?:class|def) (\w+)", data, re.MULTILINE))
    if not heads:
        return None
    head = chance.choice(heads)
    path.write_bytes(data[: head.end(1)] + b"Renamed" + data[head.end(1) :])
    return f"`{head[0].decode(errors='replace')}` of {path.name} was renamed"


def _moved(path: Path, chance: random.Random) -> str | None:
    path.rename(path.with_name(f"moved_{path.name}"))
    return f"{path.name} moved"


def _gone(path: Path, chance: random.Random) -> str | None:
    path.unlink()
    return f"{path.name} went"


def _new(path: Path, chance: random.Random) -> str | None:
    other = path.with_name(f"copy{chance.randrange(100)}_of_{path.name.lstrip('_')}")
    shutil.copy(path, other)
    return f"{other.name} came"


def agree_after_edits(package: Path, cache: Path, number: int, seed: int) -> int:
    """Edit a copy `number` times; how often the cache made a difference."""
    differ = 0
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / package.name
        shutil.copytree(package, copy)
        for done, _ in zip(edits(copy, chance), range(number), strict=False):
            files = sorted(str(path.relative_to(place)) for path in copy.rglob("*.py"))
            few = chance.sample(files, min(3, len(files)))
            for paths in ([package.name], few, [package.name]):
                warm = said(copy.parent, f"--cache-dir={cache}", "-j1", *paths)
                if warm != said(copy.parent, "--no-cache", "-j1", *paths):
                    differ += 1
                    print(f"  DIFFERS after {done} (seed {seed}), paths: {' '.join(paths)}")
                    break
    return differ


def main() -> int:
    """Compare the packages that were asked for; 1 where something differs."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("directory", type=Path)
    parser.add_argument("packages", nargs="*")
    parser.add_argument("--edits", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--no-modes", action="store_true", help="only what --edits asks for")
    arguments = parser.parse_args()
    directory = arguments.directory.resolve()
    names = arguments.packages or sorted(path.name for path in directory.iterdir())
    differ = 0
    for name in names:
        with tempfile.TemporaryDirectory() as cache:
            package, kept = directory / name, Path(cache) / "cache"
            told = {} if arguments.no_modes else modes(package, kept)
            others = [mode for mode, each in told.items() if each != told["-j1"]]
            differ += len(others)
            if arguments.edits:
                differ += agree_after_edits(package, kept, arguments.edits, arguments.seed)
        print(f"{name}: {'DIFFERS: ' + ', '.join(others) if others else 'agrees'}", flush=True)
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
