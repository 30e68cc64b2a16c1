"""How long layerlint takes, beside its peers and as projects grow.

    python -m tests.benchmarks DIRECTORY [--rounds N] [--only NAME]

DIRECTORY holds real packages, one folder each. All commands of one comparison are run in turn,
round by round, so that what else the machine does falls on all of them alike; the medians and their
ratios are printed, with the peak memory of the largest process. Absolute times mean nothing by
themselves.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

ON_PATH = {name: shutil.which(name) for name in ("ruff", "flake8", "fixit")}
LAYERLINT = [sys.executable, "-m", "layerlint", "check", "--isolated", "-q"]


class Run(NamedTuple):
    """What one run of a command took: seconds, seconds of processor, and MB at its peak."""

    wall: float
    processor: float
    memory: float


class Command(NamedTuple):
    """A command with what has to be done before each of its runs."""

    name: str
    words: list[str]
    prepare: Callable[[], None] = lambda: None


def run(command: Command, directory: Path) -> Run:
    """Run a command once, with its output thrown away."""
    command.prepare()
    started = time.perf_counter()
    with open(os.devnull, "w") as nothing:
        process = os.posix_spawn(
            command.words[0],
            command.words,
            {**os.environ, "PWD": str(directory)},
            file_actions=[
                (os.POSIX_SPAWN_DUP2, nothing.fileno(), 1),
                (os.POSIX_SPAWN_DUP2, nothing.fileno(), 2),
            ],
        )
        _, _, usage = os.wait4(process, 0)
    wall = time.perf_counter() - started
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def compare(title: str, directory: Path, commands: list[Command], rounds: int) -> None:
    """Print the medians of commands that are run in turn, and their ratios to the first."""
    taken: dict[str, list[Run]] = {command.name: [] for command in commands}
    os.chdir(directory)
    for _ in range(rounds):
        for command in commands:
            taken[command.name].append(run(command, directory))
    print(f"\n{title}")
    first = statistics.median(each.wall for each in taken[commands[0].name])
    for name, runs in taken.items():
        wall = statistics.median(each.wall for each in runs)
        processor = statistics.median(each.processor for each in runs)
        memory = max(each.memory for each in runs)
        print(
            f"  {name:<34}{wall:9.3f} s  {processor:9.3f} s CPU  {memory:7.0f} MB"
            f"  {wall / first:7.2f} x"
        )


def whole(directory: Path, rounds: int) -> None:
    """The whole tree, cold and warm, beside ruff."""
    cold = [*LAYERLINT, "--no-cache", "."]
    warm = [*LAYERLINT, "."]
    commands = [
        Command("layerlint, cold, -j1", [*cold, "-j1"]),
        Command("layerlint, cold, -j2", [*cold, "-j2"]),
        Command("layerlint, warm", warm),
    ]
    ruff = ON_PATH["ruff"]
    if ruff:
        plain = [ruff, "check", "--isolated", "-q"]
        commands.insert(0, Command("ruff, no cache", [*plain, "--no-cache", "."]))
        commands.insert(1, Command("ruff, warm", [*plain, "."]))
    os.chdir(directory)
    for command in commands:
        run(command, directory)
    compare(f"{directory} whole", directory, commands, rounds)


def heavy(directory: Path, rounds: int) -> None:
    """Forty files that are full of layers, beside linters that parse with Python or libcst."""
    files = sorted(
        (path for path in directory.rglob("*.py") if b"keras" in path.read_bytes()),
        key=lambda path: path.read_bytes().count(b"Layer)"),
        reverse=True,
    )[:40]
    names = [str(path) for path in files]
    commands = [
        Command("layerlint, -j1", [*LAYERLINT, "--no-cache", "-j1", *names]),
        Command("layerlint, -j2", [*LAYERLINT, "--no-cache", "-j2", *names]),
    ]
    if ON_PATH["flake8"]:
        commands.append(Command("flake8, -j2", [ON_PATH["flake8"], "--isolated", "-j2", *names]))
    if ON_PATH["fixit"]:
        commands.append(Command("fixit", [ON_PATH["fixit"], "--quiet", "lint", *names]))
    compare("forty files full of layers", directory, commands, rounds)


def sparse(directory: Path, rounds: int) -> None:
    """Python's own library with layers in one file of a hundred, beside ruff."""
    library = Path(sysconfig.get_path("stdlib"))
    with tempfile.TemporaryDirectory() as place:
        tree = Path(place)
        outside = shutil.ignore_patterns("site-packages", "dist-packages", "__pycache__")
        shutil.copytree(library, tree / "library", ignore=outside)
        layers = sorted(path for path in directory.rglob("*.py") if b"Layer)" in path.read_bytes())
        chosen = random.Random(0).sample(layers, count(tree) // 99)
        for number, path in enumerate(chosen):
            (tree / f"layer{number}").mkdir()
            shutil.copy(path, tree / f"layer{number}" / path.name)
        commands = [Command("layerlint, cold, -j1", [*LAYERLINT, "--no-cache", "-j1", "."])]
        if ON_PATH["ruff"]:
            words = [ON_PATH["ruff"], "check", "--isolated", "-q", "--no-cache", "."]
            commands.insert(0, Command("ruff, no cache", words))
        compare(f"{count(tree)} files, {len(chosen)} with layers", tree, commands, rounds)
        os.chdir(directory)


def edited(directory: Path, rounds: int) -> None:
    """One file of a project that is known changes: beside the least that this can take."""
    with Copied(directory, 1) as copy:
        layer = max(copy.rglob("*.py"), key=lambda path: path.read_bytes().count(b"Layer)"))
        number = iter(range(1_000_000))

        def edit() -> None:
            with layer.open("a") as stream:
                stream.write(f"\nEDITED_{next(number)} = None\n")

        parse = f"import layerlint, libcst; libcst.parse_module(open({str(layer)!r}).read())"
        commands = [
            Command("Python, libcst, one parse", [sys.executable, "-c", parse]),
            Command("layerlint, one file changed", [*LAYERLINT, "."], edit),
        ]
        os.chdir(copy)
        run(commands[1], copy)
        compare("one changed file", copy, commands, rounds)


def growth(directory: Path, rounds: int) -> None:
    """The same package once, four and sixteen times: the ratios should be those of the files."""
    for times in (1, 4, 16):
        with Copied(directory, times) as copy:
            commands = [
                Command(f"layerlint, cold, {times} x", [*LAYERLINT, "--no-cache", "."]),
                Command(f"layerlint, warm, {times} x", [*LAYERLINT, "."]),
            ]
            os.chdir(copy)
            run(commands[1], copy)
            compare(f"growth, {times} x", copy, commands, rounds)


def start_up(directory: Path, rounds: int) -> None:
    """`--version` beside a bare interpreter."""
    commands = [
        Command("a bare interpreter", [sys.executable, "-c", "pass"]),
        Command("layerlint --version", [sys.executable, "-m", "layerlint", "--version"]),
    ]
    compare("start-up", directory, commands, rounds * 10)


class Copied:
    """A directory with copies of a package, removed afterwards."""

    def __init__(self, directory: Path, times: int) -> None:
        self.directory = directory
        self.times = times
        self.place = Path(tempfile.mkdtemp())

    def __enter__(self) -> Path:
        source = min(packages(self.directory), key=lambda path: abs(count(path) - 100))
        for number in range(self.times):
            shutil.copytree(source, self.place / f"copy{number}" / source.name)
        return self.place

    def __exit__(self, *raised: object) -> None:
        os.chdir(self.directory)
        shutil.rmtree(self.place)


def packages(directory: Path) -> Iterator[Path]:
    """The folders of a directory of packages."""
    return (path for path in sorted(directory.iterdir()) if path.is_dir())


def count(package: Path) -> int:
    """How many modules a package has."""
    return sum(1 for _ in package.rglob("*.py"))


COMPARISONS = {
    each.__name__.replace("_", "-"): each
    for each in (start_up, heavy, whole, sparse, edited, growth)
}


def main() -> None:
    """Run the comparisons that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("directory", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=COMPARISONS, action="append")
    arguments = parser.parse_args()
    directory = arguments.directory.resolve()
    # What is installed has its bytecode beside it, also where this environment writes none.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as compiled:
        os.environ["PYTHONPYCACHEPREFIX"] = compiled
        for name in arguments.only or COMPARISONS:
            COMPARISONS[name](directory, arguments.rounds)


if __name__ == "__main__":
    main()
