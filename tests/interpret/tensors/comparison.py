"""What is claimed of the values in `call()` against what they are when TensorFlow runs it.

`python -m tests.interpret.tensors.comparison [PROGRAMS [SEED [KERAS]]]` makes so many programs of
random lines, runs them with Keras 2 or 3, and prints the lines of which something untrue is
claimed.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import libcst as cst

from layerlint.interpret.tensors.fact import Fact, Facts
from layerlint.model.project import Project
from layerlint.project.hierarchy import Hierarchy
from layerlint.project.index import ProjectIndex

from .expressions import HEADER

ROOT = Path(__file__).parents[3]
OBSERVATION = "tests.interpret.tensors.observation"
LINES = 40
SHAPES = {"two": [2, 4, 6], "three": [3, 4, 6], "half": [2, 4, 6], "graph": [None, 4, 6]}
DTYPES = {"two": "float32", "three": "float32", "half": "float16", "graph": "float16"}
Seen = Mapping[str, Any]


class Lie(NamedTuple):
    """A claim that does not hold of a line."""

    claim: str
    line: str
    seen: str


class Comparison(NamedTuple):
    """What came of a run: the lines, those that are known to be tensors or not, untrue claims."""

    lines: int
    told: int
    lies: list[Lie]


def compare(programs: int, seed: int, generation: int, directory: Path) -> Comparison:
    """Make programs, run them, and hold what is claimed against what was seen."""
    told, lines, lies = 0, 0, []
    for number, program in enumerate(observed(programs, seed, generation)):
        path = directory / f"program{number}.py"
        body = "".join(f"        {line}\n" for line in [*program["lines"], "return x"])
        path.write_text(HEADER + body, encoding="utf-8")
        facts = claimed(path)
        for line, fact, seen in zip(program["lines"], facts, program["seen"], strict=True):
            lines += 1
            told += fact.kind in ("tensor", "python")
            shown = json.dumps(seen["graph"])
            lies += [
                Lie(claim, because(line, program["lines"]), shown)
                for claim in untrue(fact, seen, generation)
            ]
    return Comparison(lines, told, lies)


def because(line: str, lines: list[str]) -> str:
    """A line behind those that made what it uses."""
    needed = [line]
    for earlier in reversed(lines[: lines.index(line)]):
        name = earlier.partition(" ")[0]
        if any(re.search(rf"\b{name}\b", each) for each in needed):
            needed.insert(0, earlier)
    return "; ".join(needed)


def observed(programs: int, seed: int, generation: int) -> list[dict[str, Any]]:
    """Programs, and what TensorFlow says of their lines."""
    environment = os.environ | {
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "TF_USE_LEGACY_KERAS": "1" if generation == 2 else "0",
        "CUDA_VISIBLE_DEVICES": "",
    }
    command = [sys.executable, "-m", OBSERVATION, str(programs), str(LINES), str(seed)]
    run = subprocess.run(
        command, capture_output=True, text=True, env=environment, check=False, cwd=ROOT
    )
    if run.returncode:
        raise RuntimeError(run.stderr[-3000:])
    answers: list[dict[str, Any]] = json.loads(run.stdout.rpartition("RESULT")[2])
    return answers


def claimed(path: Path) -> Iterator[Fact]:
    """What is known of the value of each line of a program."""
    index = ProjectIndex.build([str(path)])
    project = Project(index, Hierarchy(index), lambda each: Path(each).read_text(), lambda _: ())
    layer = project.module(str(path)).classes[-1]
    values: Facts = layer.values
    call = layer.call
    assert call is not None
    for statement in call.node.body.body:
        match statement:
            case cst.SimpleStatementLine(body=[cst.Assign(value=value)]):
                yield values.of(value)


def untrue(fact: Fact, seen: Seen, generation: int) -> Iterator[str]:
    """The claims of a fact that do not hold in some mode."""
    for mode in SHAPES:
        for claim in _untrue(fact, seen[mode], mode, generation):
            yield f"{claim} ({mode})"
            return


def _untrue(fact: Fact, seen: Seen, mode: str, generation: int) -> Iterator[str]:
    tensor = seen["kind"] == "tensor"
    if fact.kind == "tensor" and not tensor:
        yield "it is a tensor"
    if fact.kind == "python" and tensor:
        yield "it is no tensor"
    if fact.kind == "input" and not (tensor or seen["kind"] == "sequence"):
        yield "it is what Keras passes"
    if fact.given and seen["kind"] == "none":
        yield "it is not None"
    if fact.truth is not None and seen.get("true") not in (None, fact.truth):
        yield f"it is {fact.truth}"
    if tensor:
        yield from _of_tensor(fact, seen, mode, generation)
    else:
        yield from _of_other(fact, seen, mode, generation)


def _of_tensor(fact: Fact, seen: Seen, mode: str, generation: int) -> Iterator[str]:
    shape = seen["shape"]
    if shape is not None:
        if fact.batch and shape[:1] != SHAPES[mode][:1] and mode == "graph":
            yield "its first axis is the batch"
        # Nothing is known of ranks: a tensor of more axes may have been broadcast against it.
        if fact.steps and shape[:2] != SHAPES[mode][:2] and len(shape) <= len(SHAPES[mode]):
            yield "it has the steps of the input"
        if fact.whole and shape != SHAPES[mode]:
            yield "it has the shape of the input"
    if generation in fact.generations and fact.dtype is not None:
        expected = DTYPES[mode] if fact.dtype == "compute" else fact.dtype
        if not seen["dtype"].removeprefix("u").startswith(expected):
            yield f"its dtype is {fact.dtype}"
    if fact.mask and seen["binary"] is False:
        yield "it is made of ones and zeros"
    if fact.eager and not seen["eager"]:
        yield "it has its value before the graph"


def _of_other(fact: Fact, seen: Seen, mode: str, generation: int) -> Iterator[str]:
    parts = seen.get("parts")
    if mode == "graph" and fact.size == "batch" and seen["kind"] != "none":
        yield "it is the batch size"
    if mode == "graph" and fact.size == "shape" and not (parts and parts[0]["kind"] == "none"):
        yield "it begins with the batch size"
    if parts is None:
        return
    if fact.items is not None and len(fact.items) != len(parts):
        yield f"it has {len(fact.items)} parts"
    held = fact.items if fact.items is not None else [fact.item] * len(parts)
    for part, one in zip(held, parts, strict=False):
        if part is not None:
            for claim in _untrue(part, one, mode, generation):
                yield f"of a part, {claim}"


def main(programs: str = "60", seed: str = "1", keras: str = "3") -> int:
    """Compare and print; 1 if something untrue is claimed."""
    with tempfile.TemporaryDirectory() as directory:
        found = compare(int(programs), int(seed), int(keras), Path(directory))
    by_claim = Counter(lie.claim for lie in found.lies)
    for lie in found.lies[:80]:
        print(f"{lie.claim}: {lie.line}\n    {lie.seen}")
    print(f"{found.lines} lines, of which {found.told} are told to be tensors or not")
    for claim, count in by_claim.most_common():
        print(f"{count:4} {claim}")
    return 1 if found.lies else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
