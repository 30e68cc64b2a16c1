"""What the interpreter says of a `call()` against what TensorFlow does when it runs it.

Never may an effect be said not to run in a world in which it ran; how often one is said to be able
to run that never does is printed, and bounded.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from layerlint.interpret.worlds import ALL_WORLDS, Worlds
from layerlint.model.layer import LayerClass
from layerlint.model.project import Project
from layerlint.project.hierarchy import Hierarchy
from layerlint.project.index import ProjectIndex

from .programs import HEADER, programs

PROGRAMS = {3: 2000, 2: 400}
PER_FILE = 100
MAX_NEVER_RUN = 0.02

RUNNER = """
import importlib.util, itertools, json, sys

import tensorflow as tf
from tensorflow import keras

results = {}
settings = [(a, b, False) for a, b in itertools.product((False, True), repeat=2)]
settings += [(False, False, True), (True, True, True)]
for path in sys.argv[1:]:
    spec = importlib.util.spec_from_file_location("programs", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name, cls in vars(module).items():
        if not name.startswith("Program"):
            continue
        ran = results[name] = {}
        for a, b, fails in settings:
            layer = cls(a=a, b=b, fails=fails)
            x = tf.zeros((1, 1))
            layer.build((1, 1))
            layer.built = True
            for world, given in (("1", {"training": True}), ("2", {"training": False}), ("4", {})):
                for variable in layer.c:
                    variable.assign(0.0)
                layer(x, **given)
                for index, variable in enumerate(layer.c):
                    if float(variable.numpy()) != 0.0:
                        ran.setdefault(str(index), set()).add(world)
        results[name] = {key: sorted(value) for key, value in ran.items()}
print("RESULT" + json.dumps(results))
"""


def write_programs(folder: Path, keras: int) -> list[Path]:
    made = programs(seed=20 + keras, count=PROGRAMS[keras], keras=keras)
    paths = []
    for start in range(0, len(made), PER_FILE):
        path = folder / f"programs_{start}.py"
        parts = [program.source for program in made[start : start + PER_FILE]]
        path.write_text("\n\n".join([HEADER, *parts]), encoding="utf-8")
        paths.append(path)
    return paths


def run_in_tensorflow(paths: list[Path], keras: int) -> dict[str, dict[str, list[str]]]:
    environment = {
        **os.environ,
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "CUDA_VISIBLE_DEVICES": "-1",
        "TF_USE_LEGACY_KERAS": "1" if keras == 2 else "0",
    }
    found: dict[str, dict[str, list[str]]] = {}
    for run in [_start(part, environment) for part in (paths[::2], paths[1::2]) if part]:
        output, errors = run.communicate()
        assert run.returncode == 0, errors[-3000:]
        line = next(line for line in output.splitlines() if line.startswith("RESULT"))
        found |= json.loads(line.removeprefix("RESULT"))
    return found


def _start(paths: list[Path], environment: dict[str, str]) -> subprocess.Popen[str]:
    """Run the programs of some of the files; one process keeps one core busy."""
    return subprocess.Popen(
        [sys.executable, "-c", RUNNER, *map(str, paths)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def claims(layer: LayerClass) -> tuple[dict[str, Worlds], dict[str, Worlds]]:
    """By counter: where it can run, and where that is claimed without reserve."""
    possible: dict[str, Worlds] = defaultdict(lambda: Worlds.NONE)
    certain: dict[str, Worlds] = defaultdict(lambda: Worlds.NONE)
    for effect in layer.forward.of("state-update"):
        for counter in counters_of(effect.trace, effect.node, layer):
            possible[counter] |= effect.worlds
            certain[counter] |= effect.worlds & ~effect.opaque
    return possible, certain


def counters_of(trace, node, layer: LayerClass) -> list[str]:
    """The counter named on the effect's line, or on the line of a step that led to it."""
    for place in (node, *(step.node for step in reversed(trace))):
        start = layer.module.span(place).start
        end = layer.module.text.find("\n", start)
        found = re.findall(r"# c(\d+)$", layer.module.text[start:end])
        if found:
            return found
    raise AssertionError("an effect on no counter")


@pytest.mark.parametrize("keras", [3, 2])
def test_nothing_runs_that_was_said_not_to(keras: int, tmp_path: Path, capsys) -> None:
    paths = write_programs(tmp_path, keras)
    ran = run_in_tensorflow(paths, keras)
    index = ProjectIndex.build([str(path) for path in paths])
    project = Project(
        index, Hierarchy(index), lambda path: Path(path).read_text("utf-8"), lambda _: ()
    )
    unsound: list[str] = []
    claimed = never = 0
    for path in paths:
        for layer in project.module(str(path)).classes:
            if not layer.name.startswith("Program"):
                continue
            assert not layer.forward.tainted, layer.name
            possible, certain = claims(layer)
            seen = {
                counter: Worlds(sum(int(world) for world in worlds))
                for counter, worlds in ran[layer.name].items()
            }
            for counter in {*possible, *seen}:
                happened = seen.get(counter, Worlds.NONE)
                missed = happened & ~possible.get(counter, Worlds.NONE)
                if missed:
                    unsound.append(f"{path.name} {layer.name} c{counter} {missed!r}")
                for world in ALL_WORLDS:
                    claimed += bool(certain[counter] & world)
                    never += bool(certain[counter] & world & ~happened)
    rate = never / claimed
    with capsys.disabled():
        print(
            f"\nKeras {keras}: {len(ran)} programs, {claimed} claims that a write can run, "
            f"{rate:.2%} of them never did"
        )
    assert unsound == []
    assert rate <= MAX_NEVER_RUN
