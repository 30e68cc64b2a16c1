"""What the interpreter says of a `call()` against what TensorFlow does when it runs it.

Never may an effect be said not to run in a world in which it ran; how often one is said to be able
to run that never does is printed, and bounded.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from layerlint.interpret.worlds import ALL_WORLDS, Worlds

from .constructs.doubt import LEFT_ALONE
from .differential import claims, execute, interpreted, measure, report
from .programs import HEADER, programs

PROGRAMS = {3: 2000, 2: 400}
PER_FILE = 100
MAX_NEVER_RUN = 0.02
CONSTRUCTS = 400
MAX_UNSOUND_OF_CONSTRUCTS = 0
MAX_NEVER_OF_CONSTRUCTS = 0.01
MAX_SILENT_OF_CONSTRUCTS = 0.03


def write_programs(folder: Path, keras: int) -> list[Path]:
    made = programs(seed=20 + keras, count=PROGRAMS[keras], keras=keras)
    paths = []
    for start in range(0, len(made), PER_FILE):
        path = folder / f"programs_{start}.py"
        parts = [program.source for program in made[start : start + PER_FILE]]
        path.write_text("\n\n".join([HEADER, *parts]), encoding="utf-8")
        paths.append(path)
    return paths


@pytest.mark.parametrize("keras", [3, 2])
def test_nothing_runs_that_was_said_not_to(keras: int, tmp_path: Path, capsys) -> None:
    paths = write_programs(tmp_path, keras)
    ran = execute(paths, "reused", keras)
    unsound: list[str] = []
    claimed = never = 0
    for layer in interpreted(paths):
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
                unsound.append(f"{layer.name} c{counter} {missed!r}")
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


def test_constructs_of_python_are_followed_or_left_alone(tmp_path: Path, capsys) -> None:
    tallies = measure(tmp_path, CONSTRUCTS, seed=1)
    with capsys.disabled():
        print("", *list(report(tallies))[-4:], sep="\n")
    sums = {
        kind: sum(len(getattr(tally, kind)) for tally in tallies.values())
        for kind in ("unsound", "never")
    }
    followed = [tally for name, tally in tallies.items() if name not in LEFT_ALONE]
    silent = sum(len(tally.silent) for tally in followed)
    assert sums["unsound"] <= MAX_UNSOUND_OF_CONSTRUCTS * CONSTRUCTS
    assert sums["never"] <= MAX_NEVER_OF_CONSTRUCTS * sum(t.claimed for t in tallies.values())
    assert silent <= MAX_SILENT_OF_CONSTRUCTS * sum(tally.ran for tally in followed)
