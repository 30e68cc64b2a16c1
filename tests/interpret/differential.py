"""What the interpreter claims of layers against what Keras does when it runs them.

`python -m tests.interpret.differential [COUNT [SEED [KERAS]]]` makes COUNT layers of the templates
in `constructs`, runs them (with Keras 2 or 3 if that is said), and prints by construct where a
claim was wrong.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from layerlint.interpret.effects import StateUpdate
from layerlint.interpret.worlds import ALL_WORLDS, INFER, Worlds
from layerlint.model.layer import LayerClass
from layerlint.model.project import Project
from layerlint.project.hierarchy import Hierarchy
from layerlint.project.index import ProjectIndex

from .construct_programs import Layer, sample
from .constructs.header import HEADER

PER_FILE = 100

Ran = dict[str, dict[str, list[str]]]


def execute(paths: list[Path], how: str, keras: int = 3) -> Ran:
    """By layer and counter, the worlds in which the write ran."""
    environment = {
        **os.environ,
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "CUDA_VISIBLE_DEVICES": "-1",
        "TF_USE_LEGACY_KERAS": "1" if keras == 2 else "0",
    }
    found: Ran = {}
    for run in [_start(how, part, environment) for part in (paths[::2], paths[1::2]) if part]:
        output, errors = run.communicate()
        assert run.returncode == 0, errors[-3000:]
        line = next(line for line in output.splitlines() if line.startswith("RESULT"))
        found |= json.loads(line.removeprefix("RESULT"))
    return found


def _start(how: str, paths: list[Path], environment: dict[str, str]) -> subprocess.Popen[str]:
    """Run the programs of some of the files; one process keeps one core busy."""
    return subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("execution.py")), how, *map(str, paths)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def write_layers(folder: Path, layers: list[Layer]) -> list[Path]:
    """Write the layers to files of a hundred."""
    paths = []
    for start in range(0, len(layers), PER_FILE):
        path = folder / f"layers_{start}.py"
        parts = [layer.source for layer in layers[start : start + PER_FILE]]
        path.write_text("\n\n".join([HEADER, *parts]), encoding="utf-8")
        paths.append(path)
    return paths


def interpreted(paths: list[Path]) -> Iterable[LayerClass]:
    """The layers of the files, as the interpreter sees them."""
    index = ProjectIndex.build([str(path) for path in paths])
    project = Project(
        index, Hierarchy(index), lambda path: Path(path).read_text("utf-8"), lambda _: ()
    )
    for path in paths:
        for layer in project.module(str(path)).classes:
            if layer.name.startswith(("Program", "Mixed")):
                yield layer


def claims(layer: LayerClass) -> tuple[dict[str, Worlds], dict[str, Worlds]]:
    """By counter: where it can run, and where that is claimed without reserve."""
    possible: dict[str, Worlds] = defaultdict(lambda: Worlds.NONE)
    certain: dict[str, Worlds] = defaultdict(lambda: Worlds.NONE)
    for effect in layer.forward.of(StateUpdate):
        named = re.fullmatch(r"w(\d+)", effect.target)
        counters = (
            [named[1]] if named else counters_of(layer, effect.node, effect.module, effect.trace)
        )
        for counter in counters:
            possible[counter] |= effect.worlds
            certain[counter] |= effect.worlds & ~effect.opaque
    return possible, certain


def counters_of(layer: LayerClass, node, module, trace) -> list[str]:
    """The counter named on the effect's line, or on the line of a step that led to it."""
    places = [(node, module), *((step.node, step.module) for step in reversed(trace))]
    for place, home in places:
        start = home.span(place).start
        end = home.text.find("\n", start)
        found = re.findall(r"# c(\d+)$", home.text[start:end])
        if found:
            return found
    raise AssertionError(f"an effect on no counter in {layer.name}")


@dataclass
class Tally:
    """What was claimed of one construct and what happened, counted by world or for `predict`."""

    unsound: list[str] = field(default_factory=list)
    never: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    claimed: int = 0
    ran: int = 0


def compare(
    layers: Iterable[LayerClass], ran: Ran, constructs: Mapping[str, Mapping[str, str]]
) -> dict[str, Tally]:
    """The tally of each construct; `constructs` tells what a layer's counters stand for."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for layer in layers:
        possible, certain = claims(layer)
        seen = {
            counter: Worlds(sum(int(world) for world in worlds))
            for counter, worlds in ran[layer.name].items()
        }
        for counter, construct in constructs[layer.name].items():
            tally = tallies[construct]
            happened = seen.get(counter, Worlds.NONE)
            place = f"{layer.name} w{counter}"
            if not layer.forward.tainted and happened & ~possible[counter]:
                tally.unsound.append(f"{place} {happened & ~possible[counter]!r}")
            for world in ALL_WORLDS:
                tally.claimed += bool(certain[counter] & world)
                if certain[counter] & world & ~happened:
                    tally.never.append(f"{place} {world!r}")
            if happened & INFER:
                tally.ran += 1
                if not certain[counter] & INFER:
                    tally.silent.append(place)
    return dict(tallies)


def measure(folder: Path, count: int, seed: int, keras: int | None = None) -> dict[str, Tally]:
    """Make `count` layers, run them (in Keras of a generation, or in Python alone) and compare."""
    layers = sample(seed, count)
    paths = write_layers(folder, layers)
    constructs = {layer.name: layer.constructs for layer in layers}
    ran = execute(paths, "python") if keras is None else execute(paths, "keras", keras)
    return compare(interpreted(paths), ran, constructs)


def report(tallies: Mapping[str, Tally]) -> Iterable[str]:
    """The constructs with a wrong claim or silence, and the sums."""
    sums: Counter[str] = Counter()
    for construct, tally in sorted(tallies.items()):
        sums["claimed"] += tally.claimed
        sums["ran"] += tally.ran
        for kind in ("unsound", "never", "silent"):
            places = getattr(tally, kind)
            sums[kind] += len(places)
            sums[f"{kind} constructs"] += bool(places)
            if places:
                yield f"{kind:8}{construct}: {len(places)} ({', '.join(places[:3])})"
    yield f"{len(tallies)} constructs"
    yield f"unsound: {sums['unsound']} in {sums['unsound constructs']} constructs"
    yield f"never ran: {sums['never']} of {sums['claimed']} claims in {sums['never constructs']}"
    yield f"silent: {sums['silent']} of {sums['ran']} writes in {sums['silent constructs']}"


def main(arguments: list[str]) -> None:
    """Measure and print."""
    count, seed, *keras = (*map(int, arguments), *(4000, 1)[len(arguments) :])
    with tempfile.TemporaryDirectory() as folder:
        for line in report(measure(Path(folder), count, seed, *keras)):
            print(line)


if __name__ == "__main__":
    main(sys.argv[1:])
