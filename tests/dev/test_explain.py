"""`explain FILE:LINE` says what the interpreter believes, in each world."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

LAYER = """\
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=())

    def call(self, x, training=None):
        mode = "train" if training else "test"
        if mode == "train":
            self.mean.assign_add(1.0)
        return x
"""


def explain(place: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "layerlint.dev", "explain", place]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def beliefs(path: Path, line: int, name: str) -> list[str]:
    lines = [each.strip() for each in explain(f"{path}:{line}").stdout.splitlines()]
    place = lines.index(name)
    return lines[place + 1 : place + 4]


def test_a_name_has_its_value_in_each_world(tmp_path: Path) -> None:
    path = tmp_path / "layers.py"
    path.write_text(LAYER, encoding="utf-8")
    told = beliefs(path, 10, "mode")
    assert [line.split(",")[0] for line in told] == [
        "train 'train'",
        "infer 'test'",
        "unset 'test'",
    ]


def test_a_line_behind_the_flag_is_not_reached_without_it(tmp_path: Path) -> None:
    path = tmp_path / "layers.py"
    path.write_text(LAYER, encoding="utf-8")
    assert beliefs(path, 11, "self.mean") == [
        "train self.mean",
        "infer is not reached",
        "unset is not reached",
    ]


def test_a_place_that_is_none_gets_one_line_and_exit_code_2(tmp_path: Path) -> None:
    for place in ("layers.py", f"{tmp_path / 'none.py'}:1"):
        told = explain(place)
        assert told.returncode == 2
        assert len(told.stderr.splitlines()) == 1
