"""What has to hold of every file: one clear answer in time, and nothing broken by a fix."""

from __future__ import annotations

import ast
import random
import subprocess
import sys
from pathlib import Path
from resource import RLIMIT_CPU, setrlimit

from tests.fuzz.generation import programs, with_program
from tests.fuzz.mutation import CONFIGURATION, book, mutated

# Of the processor: how long a run waits for it says nothing of layerlint.
SECONDS = 30
WAYS = (
    ("check", "--no-cache"),
    ("check", "--no-cache", "--no-screen"),
    ("check", "--no-cache", "--fix", "--unsafe-fixes"),
    ("check", "--no-cache", "--add-ignore"),
    ("layers",),
)


def trial(seed: int, directory: Path, *, grammar: bool = False) -> list[str]:
    """What went wrong with the files of a seed, which are left in the directory where any did.

    With `grammar` half of the files hold a program that a grammar of Python made.
    """
    luck = random.Random(seed)
    texts = book()
    made = programs(5, luck) if grammar else []
    written = {}
    for number in range(10):
        path = directory / f"m{number}.py"
        text = luck.choice(texts)
        if number < len(made):
            text = with_program(text, made[number], luck)
        else:
            text = mutated(text, luck)
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        written[path] = _parses(path)
    if luck.random() < 0.3:
        (directory / "pyproject.toml").write_text(mutated(CONFIGURATION, luck), newline="")
    else:
        (directory / "pyproject.toml").write_text(CONFIGURATION)
    problems = []
    for way in WAYS:
        problems += [f"seed {seed}, {' '.join(way)}: {each}" for each in _run(way, directory)]
        broken = [path.name for path, parsed in written.items() if parsed and not _parses(path)]
        problems += [f"seed {seed}, {' '.join(way)}: broke {name}" for name in broken]
        if problems:
            break
    return problems


def _run(way: tuple[str, ...], directory: Path) -> list[str]:
    command = [sys.executable, "-m", "layerlint", *way, "."]
    try:
        done = subprocess.run(
            command,
            cwd=directory,
            capture_output=True,
            timeout=20 * SECONDS,
            preexec_fn=lambda: setrlimit(RLIMIT_CPU, (SECONDS, SECONDS)),
        )
    except subprocess.TimeoutExpired:
        return ["does not end"]
    said = (done.stdout + done.stderr).decode(errors="replace")
    wrong = [line for line in said.splitlines() if "crashed" in line or "Traceback" in line]
    if done.returncode not in (0, 1, 2):
        wrong.append(f"exit code {done.returncode}")
    return wrong


def _parses(path: Path) -> bool:
    try:
        ast.parse(path.read_bytes())
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True
